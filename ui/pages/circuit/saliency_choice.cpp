#include "pages/circuit/saliency_choice.h"

#include <algorithm>
#include <utility>

#include "models/matrix/matrix_difference.h"

namespace tacq::ui {

SaliencyChoice::SaliencyChoice(PageContext context, const QString& none, const QString& objectName, const QString& accessibleName, QWidget* parent)
    : Choice(objectName, accessibleName, parent), m_context(context), m_none(none) {
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    addItem(m_none);
    connect(this, &QComboBox::activated, this, &SaliencyChoice::choose);
    connect(&context.project, &Project::saliencyChanged, this, &SaliencyChoice::refresh);
    connect(&context.engine, &EngineProcess::stateChanged, this, [this] {
        if (m_context.engine.state() == EngineProcess::State::Ready && !m_context.workflow.workspace().seesFiles()) refresh();
    });
}

void SaliencyChoice::refresh() {
    const SaliencyPointer shown = m_context.project.saliency();
    std::vector<SaliencyEntry> open;
    if (!shown) return fill({});
    for (const SaliencyPointer& other : m_context.project.saliencies())
        if (other != shown) open.push_back({titleBeside(other->meta(), shown->meta()), {}, other, saliencyMark(other->meta()), other->meta().method, partsBeside(other->meta(), shown->meta())});
    fill(open, true);
    if (shown->meta().modelIdentity.empty()) return;
    m_context.workflow.workspace().listSaliencies(shown, [self = QPointer(this), shown, open](const Result<std::vector<SaliencyEntry>>& listed) {
        if (SaliencyChoice* here = self; here && listed.ok()) here->addListed(shown, open, listed.value());
    });
}

void SaliencyChoice::addListed(const SaliencyPointer& shown, std::vector<SaliencyEntry> open, const std::vector<SaliencyEntry>& listed) {
    if (shown != m_context.project.saliency()) return;
    for (const SaliencyEntry& entry : listed) {
        const bool there = std::any_of(open.begin(), open.end(), [&](const SaliencyEntry& other) { return other.mark == entry.mark; });
        if (!there) open.push_back(entry);
    }
    if (m_offersScores && !shown->key().empty()) {
        const auto scores = scoresToMake(shown->meta(), open);
        open.insert(open.end(), scores.begin(), scores.end());
    }
    // Those of the same score first: who only wants some other run gets one that can be subtracted.
    std::stable_partition(open.begin(), open.end(), [&](const SaliencyEntry& entry) { return entry.method == shown->meta().method; });
    fill(std::move(open));
}

void SaliencyChoice::fill(std::vector<SaliencyEntry> entries, bool more) {
    // By what they were made from: titles can be alike.
    const auto find = [&entries](const QString& mark) { return std::find_if(entries.begin(), entries.end(), [&](const SaliencyEntry& entry) { return entry.mark == mark; }); };
    if (m_source) {
        const QString mark = saliencyMark(m_source->meta());
        if (const auto place = find(mark); place != entries.end()) place->source = m_source;
        else if (staysComparable()) entries.push_back({saliencyTitle(m_source->meta()), {}, m_source, mark, m_source->meta().method, saliencyParts(m_source->meta())});
    }
    if (const int at = placeOf(m_opening); at > 0 && more && find(m_opening) == entries.end()) entries.push_back(m_entries[static_cast<std::size_t>(at - 1)]);
    m_entries = std::move(entries);
    if (isOpening() && placeOf(m_opening) == 0) forgetOpening();
    {
        const QSignalBlocker quiet(this);
        clear();
        addItem(m_none);
        const SaliencyPointer& shown = m_context.project.saliency();
        const QStringList names = shown ? namesBeside(m_entries, shown->meta()) : QStringList();
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            addItem(shown ? names[static_cast<int>(i)] : m_entries[i].title);
            setItemData(static_cast<int>(i) + 1, m_entries[i].title, Qt::ToolTipRole);
        }
        setCurrentIndex(placeOf(chosenMark()));
    }
    if (currentIndex() == 0 && m_source) setSource(nullptr);
    emit entriesChanged();
}

QString SaliencyChoice::chosenMark() const { return isOpening() ? m_opening : m_source ? saliencyMark(m_source->meta()) : QString(); }

int SaliencyChoice::placeOf(const QString& mark) const {
    const auto place = std::find_if(m_entries.begin(), m_entries.end(), [&](const SaliencyEntry& entry) { return !mark.isEmpty() && entry.mark == mark; });
    return place == m_entries.end() ? 0 : static_cast<int>(place - m_entries.begin()) + 1;
}

void SaliencyChoice::forgetOpening() {
    m_opening.clear();
    // One that nobody waits for would hold up what is asked for next.
    if (EngineJob* job = std::exchange(m_making, nullptr); job && !job->isFinished()) m_context.workflow.runner().cancel(job);
}

bool SaliencyChoice::staysComparable() const {
    const SaliencyPointer& shown = m_context.project.saliency();
    if (!shown) return true;  // on its way
    const SaliencyMeta &a = shown->meta(), &b = m_source->meta();
    return a.modelIdentity == b.modelIdentity && sameMatrices(a, b) && !sameSaliency(a, b);
}

void SaliencyChoice::chooseFirst() {
    chooseTitled({});
}

void SaliencyChoice::chooseKey(const QString& key) {
    m_context.workflow.workspace().openSaliency(key, m_context.project.model(), [self = QPointer(this)](const Result<SaliencyPointer>& opened) {
        SaliencyChoice* here = self;
        if (!here) return;
        if (opened.ok()) here->adopt(opened.value());
        else here->m_context.workflow.runner().tellFailure(opened.error());
    });
}

void SaliencyChoice::adopt(const SaliencyPointer& opened) {
    const QString title = saliencyTitle(opened->meta()), mark = saliencyMark(opened->meta());
    if (placeOf(mark) == 0) {
        m_entries.push_back({title, {}, nullptr, mark, opened->meta().method, saliencyParts(opened->meta())});
        addItem(title);
        emit entriesChanged();
    }
    const int at = placeOf(mark);
    m_entries[static_cast<std::size_t>(at - 1)].source = opened;
    forgetOpening();
    setCurrentIndex(at);
    setSource(opened);
}

bool SaliencyChoice::chooseTitled(const QString& beginning) {
    // That very title before one that goes on.
    auto place = std::find_if(m_entries.begin(), m_entries.end(), [&](const SaliencyEntry& entry) { return entry.title == beginning; });
    if (place == m_entries.end()) place = std::find_if(m_entries.begin(), m_entries.end(), [&](const SaliencyEntry& entry) { return entry.title.startsWith(beginning); });
    if (place == m_entries.end()) return false;
    const int index = static_cast<int>(place - m_entries.begin()) + 1;
    setCurrentIndex(index);
    choose(index);
    return true;
}

void SaliencyChoice::choose(int index) {
    const SaliencyEntry* entry = index > 0 && index <= static_cast<int>(m_entries.size()) ? &m_entries[static_cast<std::size_t>(index - 1)] : nullptr;
    if (entry && entry->mark == m_opening && m_making && !m_making->isFinished()) return;
    forgetOpening();
    if (!entry || entry->source) {
        setSource(entry ? entry->source : nullptr);
    } else {
        m_opening = entry->mark;
        const auto take = [self = QPointer(this), mark = entry->mark](const Result<SaliencyPointer>& opened) {
            if (SaliencyChoice* here = self) here->takeOpened(mark, opened);
        };
        if (entry->key.isEmpty()) m_making = m_context.workflow.makeScore(m_context.project.saliency(), entry->method, take);
        else m_context.workflow.workspace().openSaliency(entry->key, m_context.project.model(), take);
    }
    emit openingChanged();
}

void SaliencyChoice::takeOpened(const QString& mark, const Result<SaliencyPointer>& opened) {
    // A lost engine says so itself, and answers again when it is back.
    if (!opened.ok() && opened.error().code == ErrorCode::EngineLost) return;
    const int at = placeOf(mark);
    if (opened.ok() && at > 0) m_entries[static_cast<std::size_t>(at - 1)].source = opened.value();
    if (mark != m_opening || at == 0) return;   // another was chosen meanwhile
    m_opening.clear();
    m_making = nullptr;
    if (opened.ok()) {
        setSource(opened.value());
    } else {
        // Back to what is there.
        setCurrentIndex(placeOf(chosenMark()));
        m_context.workflow.runner().tellFailure(opened.error());
    }
    emit openingChanged();
}

void SaliencyChoice::setSource(SaliencyPointer source) {
    if (source == m_source) return;
    m_source = std::move(source);
    emit sourceChosen();
}

}  // namespace tacq::ui
