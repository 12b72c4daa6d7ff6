#pragma once
// Private to formats: the text that Ollama builds a model from.
#include <string>
#include <vector>

namespace tacq {

/// `FROM`, a template where the chat template is one whose Ollama form is known (ChatML, Llama 3, Mistral's [INST]), and the texts that end an answer.
/// Without a known one Ollama takes what it finds in the file; without any, a prompt goes to the model as it is.
std::string modelfile(const std::vector<std::string>& files, const std::string& chatTemplate, const std::vector<std::string>& stops);

}  // namespace tacq
