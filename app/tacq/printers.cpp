#include "command.h"

namespace tacq::app {

Printer printerOf(const std::string& method) {
    for (const auto family : {inspectPrinters, textPrinters, evaluatePrinters, taskPrinters, saliencyPrinters, quantizePrinters, exportPrinters, runsPrinters, probePrinters, workspacePrinters}) {
        const Printers printers = family();
        if (const auto found = printers.find(method); found != printers.end()) return found->second;
    }
    return [](const Json& answer, std::ostream& out) { out << answer.dump(2, ' ', false, Json::error_handler_t::replace) << '\n'; };
}

}  // namespace tacq::app
