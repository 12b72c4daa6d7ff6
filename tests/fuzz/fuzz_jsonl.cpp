// Task files from anywhere: the two row parsers and the specification reader.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "task/records.h"
#include "task/spec.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto checked = tacq::checkText(text, "fuzz");
    if (!checked.ok()) return 0;
    (void)tacq::parseJsonl(checked.value(), "fuzz.jsonl").ok();
    std::vector<std::string> notes;
    (void)tacq::parseCsv(checked.value(), "fuzz.csv", notes).ok();
    (void)tacq::parseJsonRecords(checked.value(), "fuzz.json", notes).ok();
    tacq::TaskSpec spec;
    (void)tacq::readSpec(std::string(checked.value()), "fuzz.task.json", spec).ok();
    return 0;
}
