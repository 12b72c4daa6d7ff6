#pragma once
#include <QList>
#include <QVariant>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace tacq::ui {

/// A few choices below each other, one of them taken: for answers that are sentences.
class RadioList : public QWidget {
    Q_OBJECT
public:
    struct Entry {
        QString name, text;
        QVariant value;
        QString toolTip;
    };
    RadioList(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr);
    /// Replaces the choices; the one taken stays if it is still there. A button's objectName is `<objectName>_<name>`.
    void setEntries(const QList<Entry>& entries);
    QVariant value() const;
    /// Shows a value without reporting it as the person's choice.
    void setValue(const QVariant& value);

signals:
    void chosen(const QVariant& value);

private:
    QButtonGroup* m_group;
    QVBoxLayout* m_layout;
    QList<QVariant> m_values;
};

}  // namespace tacq::ui
