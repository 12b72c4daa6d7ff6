#include "task/mix.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "task/packing.h"

namespace tacq {
namespace {

std::optional<double> weightOf(const std::string& text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

Result<std::optional<std::vector<MixPart>>> parseMix(const std::string& text) {
    const bool several = text.find(',') != std::string::npos;
    std::vector<MixPart> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string part = text.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t colon = part.rfind(':');
        const auto weight = colon == std::string::npos ? std::nullopt : weightOf(part.substr(colon + 1));
        if (!weight && !several) return std::optional<std::vector<MixPart>>();
        if (!weight || !std::isfinite(*weight) || *weight <= 0 || colon == 0)
            return Error{ErrorCode::InvalidArgument, "part \"" + part + "\" of the mix has no positive weight", text, "write a mix as gsm8k:0.7,tinystories:0.3"};
        parts.push_back({part.substr(0, colon), *weight});
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
