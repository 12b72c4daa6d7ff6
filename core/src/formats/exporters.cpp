#include <algorithm>
#include <array>

#include "formats/exporters/exporter_list.h"
#include "tacq/base/list_text.h"

namespace tacq {
namespace {

std::vector<const Exporter*>& table() {
#define TACQ_EXPORTER_ENTRY(name) &exporter_specs::name,
    static std::vector<const Exporter*> entries{TACQ_EXPORTERS(TACQ_EXPORTER_ENTRY)};
#undef TACQ_EXPORTER_ENTRY
    return entries;
}

std::string spoken() {
    return listText(table(), [](const Exporter* exporter) { return exporter->name; }, " or ");
}

}  // namespace

std::span<const Exporter* const> exporters() { return table(); }

const Exporter* findExporter(std::string_view name) {
    const auto found = std::find_if(table().begin(), table().end(), [&](const Exporter* exporter) { return name == exporter->name; });
    return found == table().end() ? nullptr : *found;
}

Result<const Exporter*> exporterNamed(std::string_view name) {
    if (const Exporter* exporter = findExporter(name)) return exporter;
    const std::string quoted = std::string("\"").append(name).append("\"");
    constexpr std::array<std::string_view, 2> kLater{"onnx", "mlx"};
    if (std::find(kLater.begin(), kLater.end(), name) != kLater.end())
        return Error{ErrorCode::UnsupportedFormat, quoted + " is not written by this version", "--format", "use " + spoken()};
    return Error{ErrorCode::InvalidArgument, quoted + " is not a format", "--format", "use " + spoken()};
}

Result<std::uint64_t> Exporter::weightBytes(const ExportShape& shape, const ExportOptions& options) const {
    TACQ_TRY(const auto files, weightFiles(shape, options));
    std::uint64_t bytes = 0;
    for (const PackedFileSize& file : files) bytes += file.bytes;
    return bytes;
}

std::vector<std::string> exporterNames() {
    std::vector<std::string> names;
    for (const Exporter* exporter : exporters()) names.emplace_back(exporter->name);
    return names;
}

Result<void> addExporter(const Exporter& exporter) {
    if (findExporter(exporter.name)) return Error{ErrorCode::AlreadyExists, "there is a format of this name", exporter.name, "choose another name"};
    table().push_back(&exporter);
    return {};
}

}  // namespace tacq
