#pragma once
// Numbers as plain text, in the C locale whatever the user's is. The window has its own (Format), by the user's locale.
#include <cstdint>
#include <string>

namespace tacq {

/// `digits` significant ones, no trailing zeros: 0.00123, 1.5e+09.
std::string significantText(double value, int digits = 4);
/// With exactly so many decimals: 3.20.
std::string fixedText(double value, int decimals);
/// 17 significant digits: reads back to the very same number, and never changes. For keys and persisted texts.
std::string exactText(double value);
/// 1,234,567.
std::string groupedText(std::uint64_t value);
/// A size for people, in powers of ten: 3.21 GB, 1.00 MB, 12.3 kB, 9,999 bytes. Rounded, so that no 1000.00 MB comes out.
std::string bytesText(std::uint64_t bytes);

}  // namespace tacq
