#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "base/json.h"
#include "checkpoint/checkpoint_data.h"

namespace tacq {

inline constexpr const char* kPackedFormat = "tacq-1";
inline constexpr const char* kPackedFormatWithParts = "tacq-2";  ///< files with parts that not every linear has, which metadata "parts" names
inline constexpr const char* kPartsKey = "parts";
inline constexpr int kPackedVersion = 2;  ///< written; folders of version 1 are read
inline constexpr const char* kPackedModelType = "tacq";

/// `model.layers.0.mlp.up_proj.weight` → `model.layers.0.mlp.up_proj`: the P of FORMATS section 10.
std::string packedPrefix(const std::string& tensorName);

/// Of version 2: the base's config.json with our quantization_config, as version 1 had it. Empty: the config is no such one.
Result<std::optional<Json>> packedBaseConfig(const Json& config, const std::string& context);
/// Of version 2: names of the dense tensors that differ from the base's (`changed`). InvalidFile: no list of texts.
Result<std::vector<std::string>> packedChanged(const Json& config, const std::string& context);
/// Whether a config.json declares our packed format. A version we do not know is refused.
Result<bool> isPackedConfig(const std::string& configText, const std::string& context);
/// Whether metadata is that of packed linears, of parts all of which are known. UnsupportedFormat names the format or part.
Result<void> checkFormat(const std::map<std::string, std::string>& metadata, const std::string& context);
/// Refuses files of another format.
Result<void> checkPackedMetadata(const CheckpointData& data);
/// Grid of a linear as config.json's quantization_config declares it. The scale type is not in it: the tensor's dtype says it.
Result<std::map<std::string, GridOptions>> readPackedGrids(const std::string& configText, const std::vector<LinearInfo>& linears, const std::string& context);

using TensorFinder = std::function<FoundTensor(const std::string& name)>;
/// A linear's parts with sizes, row offsets and columns checked.
Result<StoredTensor> findPackedLinear(const std::string& name, std::int64_t rows, std::int64_t columns, GridOptions grid, const TensorFinder& find,
                                      const std::string& context);
/// The packed linears of a layer file (writePackedLayer), mapped. UnsupportedFormat for another kind of file.
Result<std::vector<StoredTensor>> packedLayerTensors(const SafetensorsFile& file, const std::string& context);
/// An embedding or head stored as codes8 + scales; empty when it is stored in the ordinary way.
Result<std::optional<StoredTensor>> findCodes8(const ModelTensor& expected, const TensorFinder& find, const std::string& context);

}  // namespace tacq
