#include "task/mix.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <system_error>

#include "task/packing.h"

namespace tacq {
namespace {

// So that shares of up to a billion samples stay finite, whatever is added up or multiplied.
constexpr double kLeastWeight = 1e-9, kMostWeight = 1e9;

std::optional<double> weightOf(const std::string& text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// NAME:WEIGHT
std::optional<MixPart> partOf(const std::string& text) {
    const std::size_t colon = text.rfind(':');
    const auto weight = colon == std::string::npos ? std::nullopt : weightOf(text.substr(colon + 1));
    if (!weight) return std::nullopt;
    return MixPart{text.substr(0, colon), *weight};
}

bool isFile(const std::string& text) {
    std::error_code ignored;
    return std::filesystem::exists(text, ignored) && !std::filesystem::is_directory(text, ignored);
}

}  // namespace

Result<std::optional<std::vector<MixPart>>> parseMix(const std::string& text) {
    const bool several = text.find(',') != std::string::npos;
    std::vector<MixPart> parts;
    if (isFile(text)) return std::optional<std::vector<MixPart>>();
    for (std::size_t begin = 0; begin <= text.size();) {
        std::optional<MixPart> part;
        std::size_t end = std::min(text.find(',', begin), text.size());
        const std::size_t first = end;
        part = partOf(text.substr(begin, end - begin));
        while (!part && end < text.size()) {
            end = std::min(text.find(',', end + 1), text.size());
            part = partOf(text.substr(begin, end - begin));
            if (part && !isFile(part->task)) part.reset();
        }
        if (!part && !several) return std::optional<std::vector<MixPart>>();
        if (!part || !std::isfinite(part->weight) || part->weight <= 0 || part->task.empty())
            return Error{ErrorCode::InvalidArgument, "part \"" + text.substr(begin, (part ? end : first) - begin) + "\" of the mix has no positive weight", text,
                         "write a mix as gsm8k:0.7,tinystories:0.3; if this is the name of one file, it is not there"};
        if (part->weight < kLeastWeight || part->weight > kMostWeight)
            return Error{ErrorCode::InvalidArgument, "the weight of \"" + text.substr(begin, end - begin) + "\" is out of all proportion", text, "use weights from 1e-9 to 1e9"};
        begin = end + 1;
        parts.push_back(std::move(*part));
    }
    return std::optional(std::move(parts));
}

Calibration interleave(std::vector<Calibration> parts, const std::string& name) {
    struct Place {
        double at;
        std::size_t part, row;
    };
    Calibration out;
    out.taskName = name;
    std::vector<Place> places;
    const bool masked = std::any_of(parts.begin(), parts.end(), [](const Calibration& part) { return !part.lossMask.empty(); });
    for (std::size_t p = 0; p < parts.size(); ++p) {
        for (std::size_t r = 0; r < parts[p].rows.size(); ++r)
            places.push_back({(static_cast<double>(r) + 0.5) / static_cast<double>(parts[p].rows.size()), p, r});
        out.truncated += parts[p].truncated;
        out.notes.insert(out.notes.end(), parts[p].notes.begin(), parts[p].notes.end());
        if (out.licence.find(parts[p].licence) == std::string::npos) out.licence += (out.licence.empty() ? "" : ", ") + parts[p].licence;
    }
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.at < b.at; });
    for (const Place& place : places) {
        Calibration& from = parts[place.part];
        if (masked) out.lossMask.push_back(from.lossMask.empty() ? std::vector<std::uint8_t>(from.rows[place.row].size(), 1) : std::move(from.lossMask[place.row]));
        out.texts.push_back(from.texts.empty() ? std::string() : std::move(from.texts[place.row]));
        out.rows.push_back(std::move(from.rows[place.row]));
    }
    countRows(out);
    return out;
}

}  // namespace tacq
