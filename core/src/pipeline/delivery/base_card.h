#pragma once
// Private to the pipeline: what a base model's own card and metadata say of it.
#include <string>
#include <string_view>
#include <vector>

#include "tacq/checkpoint/checkpoint.h"
#include "tacq/exporting/export.h"

namespace tacq {

/// Values of one key of a card's YAML front matter: a scalar (plain or quoted), a list in brackets or a list of lines below it. Nothing where the
/// card has no front matter, or no such key at its top level.
std::vector<std::string> frontMatterValues(std::string_view card, std::string_view key);

/// Name, licence and language of the base: from a GGUF's metadata, else from the README.md beside the model.
void describeBase(const Checkpoint& model, CardFacts& facts);

}  // namespace tacq
