#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tacq/task/task.h"

namespace tacq {

struct MixPart {
    std::string task;
    double weight = 1;
};

/// `gsm8k:0.7,tinystories:0.3` → its parts; empty optional for anything without a weight, and for the name of a file that is there, whatever is in it.
/// A comma inside a part's file name belongs to the name where that file is there. InvalidArgument for weights that are missing or not positive.
Result<std::optional<std::vector<MixPart>>> parseMix(const std::string& text);
/// One calibration set of several: the k-th of n rows of a part stands at (k + ½)/n of the whole, ties to the earlier part.
Calibration interleave(std::vector<Calibration> parts, const std::string& name);

}  // namespace tacq
