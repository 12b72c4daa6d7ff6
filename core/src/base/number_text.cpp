#include "tacq/base/number_text.h"

#include <array>
#include <charconv>

namespace tacq {
namespace {

/// As printf would in the C locale. Programs of Qt set the user's, where printf writes 3,2 for 3.2.
std::string printed(double value, std::chars_format format, int digits) {
    std::array<char, 512> text;  // the largest double has 309 digits before the point
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value, format, digits);
    return {text.data(), written.ptr};
}

}  // namespace

std::string significantText(double value, int digits) { return printed(value, std::chars_format::general, digits); }
std::string fixedText(double value, int decimals) { return printed(value, std::chars_format::fixed, decimals); }
std::string exactText(double value) { return printed(value, std::chars_format::general, 17); }

std::string groupedText(std::uint64_t value) {
    const std::string digits = std::to_string(value);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
        text += digits[i];
    }
    return text;
}

std::string bytesText(std::uint64_t bytes) {
    const auto value = static_cast<double>(bytes);
    if (bytes >= 999'500'000) return fixedText(value / 1e9, 2) + " GB";
    if (bytes >= 999'500) return fixedText(value / 1e6, 2) + " MB";
    if (bytes >= 10'000) return fixedText(value / 1e3, 1) + " kB";
    return groupedText(bytes) + " bytes";
}

}  // namespace tacq
