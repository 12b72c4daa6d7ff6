#pragma once
#include <string>
#include <string_view>

#include "tacq/base/result.h"

namespace tacq {

/// Whether conversations can be rendered by this chat template: plain ChatML so far, recognised by its markers.
bool canChat(std::string_view chatTemplate);

/// A message of the user as the model is used to read it, up to where its answer begins: system text of the template, the turn, the assistant's header.
/// Special tokens are spelled out. UnsupportedFormat: there is no template, or another kind than canChat() takes.
Result<std::string> chatPrompt(std::string_view message, const std::string& chatTemplate);

}  // namespace tacq
