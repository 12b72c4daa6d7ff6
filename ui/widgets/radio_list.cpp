#include "widgets/radio_list.h"

namespace tacq::ui {

void RadioList::setEntries(const QList<Entry>& entries) {
    const QVariant before = value();
    m_entries = entries;
    clear();
    for (const Entry& entry : entries) addChoice(entry.name, entry.text, entry.name, entry.toolTip);
    setValue(before);
}

}  // namespace tacq::ui
