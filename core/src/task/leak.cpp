#include <algorithm>
#include <unordered_map>

#include "task/mix.h"
#include "task/source.h"

namespace tacq {
namespace {

constexpr std::size_t kShortestLine = 60;  // shorter lines of plain text recur by chance

/// What is compared: the item without differences of case and white space.
std::string normalised(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (space && (out.empty() || out.back() == ' ')) continue;
        out += space ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

/// Items, or the longer lines of plain text.
std::vector<TaskItem> units(const TaskSource& source) {
    if (!source.plainText) return source.items;
    std::vector<TaskItem> lines;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < source.text.size();) {
        const std::size_t end = std::min(source.text.find('\n', begin), source.text.size());
        ++number;
        if (end - begin >= kShortestLine) lines.push_back({source.text.substr(begin, end - begin), 0, end - begin, lineOrigin(source.name, number)});
        begin = end + 1;
    }
    return lines;
}

}  // namespace

Result<std::vector<TaskLeak>> findLeaks(const std::string& task, const TaskEnvironment& environment, const Tokenizer& tokenizer,
                                         const std::stop_token& stop) {
    TACQ_TRY(const auto mix, parseMix(task));
    if (mix) {
        std::vector<TaskLeak> all;
        for (const MixPart& part : *mix) {
            TACQ_TRY(const std::vector<TaskLeak> leaks, findLeaks(part.task, environment, tokenizer, stop));
            all.insert(all.end(), leaks.begin(), leaks.end());
        }
        return all;
    }
    TACQ_TRY(const TaskSource calibration, loadSource(task, "calibration", environment, tokenizer, 0, Examples::LeaveOut, stop));
    TACQ_TRY(const TaskSource evaluation, loadSource(task, "evaluation", environment, tokenizer, 0, Examples::LeaveOut, stop));
    std::unordered_map<std::string, std::string> seen;
    for (const TaskItem& item : units(calibration)) seen.emplace(normalised(item.text), item.origin);
    std::vector<TaskLeak> leaks;
    for (const TaskItem& item : units(evaluation))
        if (const auto found = seen.find(normalised(item.text)); found != seen.end()) leaks.push_back({found->second, item.origin, item.text});
    return leaks;
}

}  // namespace tacq
