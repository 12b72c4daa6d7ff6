#include "formats/gguf/modelfile.h"

#include <array>

namespace tacq {
namespace {

/// A chat template by what only it has, and the same in Ollama's language.
struct Form {
    const char* mark;
    const char* text;
};
constexpr std::array kForms = {
    Form{"<|im_start|>", "{{ if .System }}<|im_start|>system\n{{ .System }}<|im_end|>\n{{ end }}{{ if .Prompt }}<|im_start|>user\n{{ .Prompt }}<|im_end|>\n"
                         "{{ end }}<|im_start|>assistant\n{{ .Response }}<|im_end|>\n"},
    Form{"<|start_header_id|>", "{{ if .System }}<|start_header_id|>system<|end_header_id|>\n\n{{ .System }}<|eot_id|>{{ end }}{{ if .Prompt }}<|start_header_id|>user"
                                "<|end_header_id|>\n\n{{ .Prompt }}<|eot_id|>{{ end }}<|start_header_id|>assistant<|end_header_id|>\n\n{{ .Response }}<|eot_id|>"},
    Form{"[INST]", "[INST] {{ if .System }}{{ .System }}\n\n{{ end }}{{ .Prompt }} [/INST] {{ .Response }}"},
};

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\n') out += "\\n";
        else if (c == '"' || c == '\\') out.append("\\").push_back(c);
        else out += c;
    }
    return out + "\"";
}

}  // namespace

std::string modelfile(const std::vector<std::string>& files, const std::string& chatTemplate, const std::vector<std::string>& stops) {
    std::string text = "# ollama create NAME -f Modelfile, in this folder\n";
    if (files.size() > 1) text += "# Ollama reads no split files: join the parts first, with `llama-gguf-split --merge " + files.front() + " model.gguf`, and name that here\n";
    text += "FROM ./" + files.front() + "\n";
    const Form* known = nullptr;
    for (const Form& form : kForms)
        if (known == nullptr && chatTemplate.find(form.mark) != std::string::npos) known = &form;
    if (known) text += std::string("TEMPLATE \"\"\"") + known->text + "\"\"\"\n";
    else if (chatTemplate.empty()) text += "TEMPLATE \"{{ .Prompt }}\"\n";
    for (const std::string& stop : stops) text += "PARAMETER stop " + quoted(stop) + "\n";
    return text;
}

}  // namespace tacq
