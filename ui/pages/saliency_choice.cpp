#include "pages/saliency_choice.h"

#include <QPointer>
#include <algorithm>
#include <utility>

#include "models/async.h"
#include "models/matrix_difference.h"

namespace tacq::ui {

SaliencyChoice::SaliencyChoice(PageContext context, const QString& none, const QString& objectName, const QString& accessibleName, QWidget* parent)
    : Choice(objectName, accessibleName, parent), m_context(context), m_none(none) {
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    addItem(m_none);
    connect(this, &QComboBox::activated, this, &SaliencyChoice::choose);
    connect(&context.project, &Project::saliencyChanged, this, &SaliencyChoice::refresh);
    connect(&context.engine, &EngineProcess::stateChanged, this, [this] {
        if (m_context.engine.state() == EngineProcess::State::Ready && !m_context.engine.info().sharedFiles) refresh();
    });
}

void SaliencyChoice::refresh() {
    const SaliencyPointer shown = m_context.project.saliency();
    std::vector<SaliencyEntry> open;
    if (!shown) return fill({});
    for (const SaliencyPointer& other : m_context.project.saliencies())
        if (other != shown) open.push_back({titleBeside(other->meta(), shown->meta()), {}, other, saliencyMark(other->meta()), {}});
    fill(open, true);
    if (shown->meta().modelIdentity.empty()) return;
    m_context.workflow.listSaliencies(shown, [self = QPointer(this), shown, open](const Result<std::vector<SaliencyEntry>>& listed) {
        if (SaliencyChoice* here = self; here && listed.ok()) here->addListed(shown, open, listed.value());
    });
}

void SaliencyChoice::addListed(const SaliencyPointer& shown, std::vector<SaliencyEntry> open, const std::vector<SaliencyEntry>& listed) {
    if (shown != m_context.project.saliency()) return;
    for (const SaliencyEntry& entry : listed) {
        const bool there = std::any_of(open.begin(), open.end(), [&](const SaliencyEntry& other) { return other.mark == entry.mark; });
        if (!there) open.push_back(entry);
    }
    if (m_offersScores && m_context.workflow.canScore(shown)) {
        const auto scores = scoresToMake(shown->meta(), open);
        open.insert(open.end(), scores.begin(), scores.end());
    }
    // Other runs first: who only wants some other one gets one of the same score.
    std::stable_partition(open.begin(), open.end(), [](const SaliencyEntry& entry) { return !entry.scoreOfShown; });
    fill(std::move(open));
}

void SaliencyChoice::fill(std::vector<SaliencyEntry> entries, bool more) {
    // By what they were made from: titles can be alike.
    const int at = currentIndex();
    const QString chosen = m_source ? saliencyMark(m_source->meta()) : at > 0 && at <= static_cast<int>(m_entries.size()) ? m_entries[static_cast<std::size_t>(at - 1)].mark : QString();
    const auto placeOf = [&] { return std::find_if(entries.begin(), entries.end(), [&](const SaliencyEntry& entry) { return entry.mark == chosen; }); };
    if (m_source && placeOf() == entries.end() && staysComparable()) entries.push_back({saliencyTitle(m_source->meta()), {}, m_source, chosen, {}});
    if (more && !m_source && !chosen.isEmpty() && placeOf() == entries.end()) entries.push_back(m_entries[static_cast<std::size_t>(at - 1)]);
    const auto place = placeOf();
    const int now = chosen.isEmpty() || place == entries.end() ? 0 : static_cast<int>(place - entries.begin()) + 1;
    m_entries = std::move(entries);
    {
        const QSignalBlocker quiet(this);
        clear();
        addItem(m_none);
        for (const SaliencyEntry& entry : m_entries) addItem(entry.title);
        setCurrentIndex(now);
    }
    if (currentIndex() == 0 && m_source) setSource(nullptr);
    emit entriesChanged();
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

void SaliencyChoice::chooseFolder(const std::filesystem::path& folder) {
    runAsync(this, [open = m_context.workflow.saliencyOpener(), folder] { return open(folder); },
             [this](Result<SaliencyPointer> opened) {
                 if (opened.ok()) adopt(opened.value());
                 else emit m_context.workflow.failed(opened.error(), nullptr);
             });
}

void SaliencyChoice::adopt(const SaliencyPointer& opened) {
    const QString title = saliencyTitle(opened->meta()), mark = saliencyMark(opened->meta());
    auto place = std::find_if(m_entries.begin(), m_entries.end(), [&](const SaliencyEntry& entry) { return entry.mark == mark; });
    if (place == m_entries.end()) {
        m_entries.push_back({title, {}, nullptr, mark, {}});
        place = m_entries.end() - 1;
        addItem(title);
        emit entriesChanged();
    }
    place->source = opened;
    setCurrentIndex(static_cast<int>(place - m_entries.begin()) + 1);
    setSource(opened);
}

bool SaliencyChoice::chooseTitled(const QString& beginning) {
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (!m_entries[i].title.startsWith(beginning)) continue;
        setCurrentIndex(static_cast<int>(i) + 1);
        choose(static_cast<int>(i) + 1);
        return true;
    }
    return false;
}

void SaliencyChoice::choose(int index) {
    if (index <= 0 || index > static_cast<int>(m_entries.size())) return setSource(nullptr);
    const SaliencyEntry& entry = m_entries[static_cast<std::size_t>(index - 1)];
    setSource(entry.source);
    if (entry.source) return;
    const auto take = [self = QPointer(this), mark = entry.mark](const Result<SaliencyPointer>& opened) {
        if (SaliencyChoice* here = self) here->takeOpened(mark, opened);
    };
    if (entry.key.isEmpty() && entry.scoreOfShown) m_context.workflow.makeScore(m_context.project.saliency(), *entry.scoreOfShown, take);
    else m_context.workflow.openListed(entry.key, take);
    emit sourceChosen();
}

void SaliencyChoice::takeOpened(const QString& mark, const Result<SaliencyPointer>& opened) {
    const auto place = std::find_if(m_entries.begin(), m_entries.end(), [&](const SaliencyEntry& entry) { return entry.mark == mark; });
    // A lost engine says so itself, and answers again when it is back.
    if (place == m_entries.end() || (!opened.ok() && opened.error().code == ErrorCode::EngineLost)) return;
    if (opened.ok()) place->source = opened.value();
    if (currentIndex() != static_cast<int>(place - m_entries.begin()) + 1) return;
    if (opened.ok()) return setSource(opened.value());
    setCurrentIndex(0);
    emit sourceChosen();
    m_context.workflow.tellFailure(opened.error());
}

void SaliencyChoice::setSource(SaliencyPointer source) {
    if (source == m_source) return;
    m_source = std::move(source);
    emit sourceChosen();
}

}  // namespace tacq::ui
