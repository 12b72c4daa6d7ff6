#pragma once
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "tacq/command/command_spec.h"

namespace tacq::app {

using Json = nlohmann::ordered_json;

/// What a command line says.
struct Invocation {
    const CommandSpec* command = nullptr;
    Json params = Json::object();  ///< the command's and the global ones
    bool json = false;
    std::string progress = "auto";
};

/// How answers are shown to a person, by the command's method; what is not listed is shown as indented JSON.
using Printer = std::function<void(const Json& answer, std::ostream& out)>;
using Printers = std::map<std::string, Printer>;

Printers inspectPrinters();
Printers textPrinters();
Printers evaluatePrinters();
Printers taskPrinters();
Printers saliencyPrinters();
Printers quantizePrinters();
Printers exportPrinters();
Printers runsPrinters();
Printers probePrinters();
Printers workspacePrinters();
/// The one of a command.
Printer printerOf(const std::string& method);

}  // namespace tacq::app
