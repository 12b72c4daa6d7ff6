#pragma once
#include "widgets/segmented.h"

namespace tacq::ui {

/// A few choices below each other, one of them taken: for answers that are sentences.
class RadioList : public Segmented {
    Q_OBJECT
public:
    struct Entry {
        QString name, text;   ///< `name`: the value too
        QString toolTip;
        bool operator==(const Entry&) const = default;
    };
    RadioList(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr) : Segmented(objectName, accessibleName, parent, Qt::Vertical) {}
    /// Replaces the choices; the one taken stays if it is still there.
    void setEntries(const QList<Entry>& entries);
    const QList<Entry>& entries() const { return m_entries; }

private:
    QList<Entry> m_entries;
};

}  // namespace tacq::ui
