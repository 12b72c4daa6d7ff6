#pragma once
#include <QList>
#include <QVariant>
#include <QWidget>

class QButtonGroup;
class QBoxLayout;

namespace tacq::ui {

/// A few choices, one of them taken; side by side unless `orientation` says otherwise.
class Segmented : public QWidget {
    Q_OBJECT
public:
    Segmented(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr, Qt::Orientation orientation = Qt::Horizontal);
    /// The button's objectName is `<objectName>_<name>`.
    void addChoice(const QString& name, const QString& text, const QVariant& value, const QString& toolTip);
    QVariant value() const;
    /// The tool tip of what is chosen.
    QString explanation() const;
    /// Whether this value is one of the choices.
    bool holds(const QVariant& value) const { return m_values.contains(value); }
    /// Shows a value without reporting it as the person's choice; a value that is none of the choices takes none.
    void setValue(const QVariant& value);

signals:
    void chosen(const QVariant& value);

protected:
    void clear();

private:
    void fixTab();
    QButtonGroup* m_group;
    QBoxLayout* m_layout;
    QList<QVariant> m_values;
};

}  // namespace tacq::ui
