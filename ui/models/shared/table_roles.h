#pragma once
#include <Qt>

namespace tacq::ui {

/// The exact value of a cell for CSV, where what is shown is rounded or grouped for people. Models that have none give nothing.
inline constexpr int kExportRole = Qt::UserRole + 1000;

}  // namespace tacq::ui
