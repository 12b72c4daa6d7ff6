#pragma once
#include <QList>
#include <QVariant>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace tacq::ui {

/// A few choices side by side, one of them taken.
class Segmented : public QWidget {
    Q_OBJECT
public:
    Segmented(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr);
    /// The button's objectName is `<objectName>_<name>`.
    void addChoice(const QString& name, const QString& text, const QVariant& value, const QString& toolTip);
    QVariant value() const;
    /// Shows a value without reporting it as the person's choice; a value that is none of the choices takes none.
    void setValue(const QVariant& value);

signals:
    void chosen(const QVariant& value);

private:
    QButtonGroup* m_group;
    QHBoxLayout* m_layout;
    QList<QVariant> m_values;
};

}  // namespace tacq::ui
