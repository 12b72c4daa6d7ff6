#pragma once
// Private to the pipeline: what is said of one written file, and whether it is true.
#include "pipeline/delivery/delivery.h"

namespace tacq {

/// Sizes were told before anything was written, to people and to the check of the disk: Internal where a file has another. Bytes of the weight files.
Result<std::uint64_t> checkSizes(const std::filesystem::path& staged, const Exporter& format, const ExportShape& shape, const ExportOptions& options);

/// Where the bits of this file go, and bits per quantized weight: of a packed truth its ledger; of another narrow format its files without what is dense anyway.
void describeLedger(CardFacts& card, const Exporter& format, const ExportShape& shape, const ExportOptions& options);
/// Size, what is lost, and how it reads back.
void describeFile(CardFacts& card, const Exporter& format, const Delivered& delivered);

}  // namespace tacq
