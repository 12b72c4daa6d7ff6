#include "models/shared/project.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "tacq/numerics/interval.h"

namespace tacq::ui {

namespace {

const QString kPerplexity = QStringLiteral("perplexity");

MeasuredValue measured(const PerplexityFigure& figure, const TaskChoice& task) {
    const Interval interval = expInterval(meanInterval(figure.meanNll, figure.standardError)).value_or(Interval{});
    return {figure.perplexity, figure.standardError, interval.low, interval.high, figure.tokens, task.task};
}

constexpr std::size_t kEarlierChoices = 8;

}  // namespace

QString TaskChoice::text() const {
    if (general.isEmpty() || share >= 100) return task;
    if (share <= 0) return general;
    return QStringLiteral("%1:%2,%3:%4").arg(task, QString::number(share / 100.0), general, QString::number((100 - share) / 100.0));
}

void TaskChoice::setText(const QString& text) {
    static const QRegularExpression mix(QStringLiteral("^(.+):([0-9.]+),(.+):([0-9.]+)$"));
    task = text;
    general.clear();
    generalName.clear();
    const auto found = mix.match(text);
    const double first = found.captured(2).toDouble(), second = found.captured(4).toDouble();
    if (!found.hasMatch() || first + second <= 0 || found.captured(1).contains(QLatin1Char(','))) return;
    task = found.captured(1);
    general = found.captured(3);
    share = static_cast<int>(std::lround(100 * first / (first + second)));
}

QString TaskChoice::title() const {
    if (general.isEmpty() || share >= 100) return displayName;
    return tr("%1 %2 % + %3 %4 %").arg(displayName).arg(share).arg(generalName).arg(100 - share);
}

double usedTokens(const Project& project, double tokens) {
    const ModelPointer& model = project.model();
    return model && model->config.contextLength > 0 ? std::min(tokens, static_cast<double>(model->config.contextLength)) : tokens;
}

double gridDistance(const GridOptions& a, const GridOptions& b) {
    // One group a row stands for a group far larger than any other choice.
    const auto group = [](const GridOptions& g) { return std::log2(g.groupSize > 0 ? static_cast<double>(g.groupSize) : 4096.0); };
    return 16.0 * std::abs(a.bits - b.bits) + std::fabs(group(a) - group(b)) + (a.symmetry == b.symmetry ? 0.0 : 0.5);
}

void Project::setModel(ModelPointer model) {
    m_model = std::move(model);
    m_secondsPerToken.clear();
    m_earlier.clear();
    m_results.clear();
    m_base.reset();
    m_measures.clear();
    m_otherFigures.clear();
    m_matrix = -1;
    emit modelChanged();
    clearSaliencies();
    emit resultsChanged();
}

void Project::setTask(const TaskChoice& task) {
    if (task == m_task) return;
    // Rows of another length are another text: figures on one do not stand beside figures on the other.
    const bool otherText = task.task != m_task.task || task.tokens != m_task.tokens;
    keepSaliencies();
    const TaskChoice before = std::exchange(m_task, task);
    emit taskChanged();
    clearSaliencies();
    for (const auto& [choice, saliencies] : m_earlier)
        if (choice == m_task) m_saliencies = saliencies;
    showNearest();
    if (!otherText) return;
    showFiguresOf(before);
    emit resultsChanged();
}

void Project::showFiguresOf(const TaskChoice& before) {
    Figures& left = m_otherFigures[{before.task, before.tokens}];
    left = {m_base, std::move(m_measures), {}};
    for (const QuantizedResult& result : m_results)
        if (result.perplexity) left.results[result.folder] = *result.perplexity;
    const auto known = m_otherFigures.find({m_task.task, m_task.tokens});
    Figures now = known == m_otherFigures.end() ? Figures{} : std::move(known->second);
    m_base = now.base;
    m_measures = std::move(now.measures);
    for (QuantizedResult& result : m_results) {
        const auto found = now.results.find(result.folder);
        result.perplexity = found == now.results.end() ? std::nullopt : std::optional(found->second);
    }
}

void Project::setTasks(std::vector<TaskInfo> tasks) {
    m_tasks = std::move(tasks);
    emit tasksChanged();
}

void Project::keepSaliencies() {
    std::erase_if(m_earlier, [this](const auto& earlier) { return earlier.first == m_task; });
    if (!m_saliencies.empty()) m_earlier.emplace_back(m_task, m_saliencies);
    if (m_earlier.size() > kEarlierChoices) m_earlier.erase(m_earlier.begin());
}

void Project::clearSaliencies() {
    m_saliencies.clear();
    m_shown.reset();
    emit saliencyChanged();
}

std::optional<QString> Project::taskTitle(const QString& name) const {
    for (const TaskInfo& task : m_tasks)
        if (QString::fromStdString(task.name) == name) return QString::fromStdString(task.displayName);
    return std::nullopt;
}

void Project::addSaliency(SaliencyPointer saliency) {
    std::erase_if(m_saliencies, [&](const SaliencyPointer& other) { return other->meta().grid == saliency->meta().grid; });
    m_saliencies.push_back(std::move(saliency));
    m_shown.reset();
    showNearest();
}

void Project::wantGrid(const GridOptions& grid) {
    m_wanted = grid;
    showNearest();
}

void Project::showNearest() {
    const auto nearest = std::min_element(m_saliencies.begin(), m_saliencies.end(), [this](const auto& a, const auto& b) {
        return gridDistance(a->meta().grid, m_wanted) < gridDistance(b->meta().grid, m_wanted);
    });
    if (nearest == m_saliencies.end() || *nearest == m_shown) return;
    m_shown = *nearest;
    emit saliencyChanged();
}

void Project::setMatrix(int matrix) {
    if (matrix == m_matrix) return;
    m_matrix = matrix;
    emit matrixChanged(matrix);
}

const QuantizedResult* Project::result(const QString& folder) const {
    const auto found = std::find_if(m_results.begin(), m_results.end(), [&](const QuantizedResult& result) { return result.folder == folder; });
    return found == m_results.end() ? nullptr : &*found;
}

void Project::addResult(QuantizedResult result) {
    std::erase_if(m_results, [&](const QuantizedResult& other) { return other.folder == result.folder; });
    m_measures.erase(result.folder);
    for (auto& [text, figures] : m_otherFigures) {
        figures.measures.erase(result.folder);
        figures.results.erase(result.folder);
    }
    m_results.push_back(std::move(result));
    emit resultsChanged();
}

void Project::addEarlier(std::vector<QuantizedResult> results) {
    std::erase_if(results, [this](const QuantizedResult& earlier) { return result(earlier.folder) != nullptr; });
    if (results.empty()) return;
    m_results.insert(m_results.begin(), std::make_move_iterator(results.begin()), std::make_move_iterator(results.end()));
    emit resultsChanged();
}

void Project::setPerplexity(const QString& folder, const PerplexityFigure& figure) {
    m_measures[folder][kPerplexity] = measured(figure, m_task);
    if (m_model && m_model->path == folder) m_base = figure;
    for (QuantizedResult& result : m_results)
        if (result.folder == folder) result.perplexity = figure;
    emit resultsChanged();
}

std::optional<MeasuredValue> Project::measure(const QString& folder, const QString& metric) const {
    const auto model = m_measures.find(folder);
    if (model == m_measures.end()) return std::nullopt;
    const auto found = model->second.find(metric);
    if (found == model->second.end()) return std::nullopt;
    return found->second;
}

void Project::setMeasure(const QString& folder, const QString& metric, const MeasuredValue& value) {
    m_measures[folder][metric] = value;
    emit resultsChanged();
}

void Project::dropMeasures(const QString& metric) {
    for (auto& [folder, measures] : m_measures) measures.erase(metric);
    for (auto& [text, figures] : m_otherFigures)
        for (auto& [folder, measures] : figures.measures) measures.erase(metric);
    emit resultsChanged();
}

void Project::noteStageSeconds(const QString& stage, double seconds, double tokens) { m_secondsPerToken[stage] = seconds / std::max(1.0, tokens); }

std::optional<double> Project::stageSeconds(const QString& stage) const {
    const auto found = m_secondsPerToken.find(stage);
    if (found == m_secondsPerToken.end()) return std::nullopt;
    return found->second * m_task.samples * usedTokens(*this, m_task.tokens);
}

}  // namespace tacq::ui
