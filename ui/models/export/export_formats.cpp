#include "models/export/export_formats.h"

#include <algorithm>

namespace tacq::ui {

std::vector<ExportFormatWords> ExportFormats::known() {
    return {
        {QStringLiteral("hf"), tr("transformers, vLLM, SGLang"),
         tr("Quality of the smaller model, in a form every program loads: every weight is written in 16 bit (32 where the original has 32), however small the packed model is."), false,
         tr("transformers, vLLM, SGLang, and anything else that loads Hugging Face folders"),
         tr("model.safetensors, config.json, the tokenizer, a model card, and how it was made")},
        {QStringLiteral("tacq"), tr("TaCQ packed"), tr("The compact checkpoint: as small as the ledger says, to the byte."), true,
         tr("TaCQ Workbench and its command line; others do not yet"),
         tr("the packed weights, the kept weights, config.json, the tokenizer, a model card, and how it was made")},
    };
}

std::vector<ExportFormatWords> ExportFormats::list(const std::vector<ExportFormatWords>& offered) {
    const std::vector<ExportFormatWords> known = ExportFormats::known();
    if (offered.empty()) return known;
    std::vector<ExportFormatWords> formats;
    for (const ExportFormatWords& format : offered) {
        const auto own = std::find_if(known.begin(), known.end(), [&](const ExportFormatWords& k) { return k.name == format.name; });
        formats.push_back(own == known.end() ? format : *own);
        formats.back().lowBit = format.lowBit;
        formats.back().isModel = format.isModel;
        if (formats.back().title.isEmpty()) formats.back().title = format.name;
    }
    return formats;
}

}  // namespace tacq::ui
