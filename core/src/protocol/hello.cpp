#include "protocol/hello.h"

#include <unistd.h>

#include "pipeline/stages/forecast.h"
#include "tacq/base/parallel.h"
#include "tacq/evaluate/metric.h"
#include "tacq/formats/exporter.h"
#include "tacq/model/gpus.h"
#include "tacq/task/task.h"

namespace tacq {
namespace {

Json formatsJson() {
    Json list = Json::array();
    for (const Exporter* format : exporters())
        list.push_back({{"name", format->name}, {"title", format->title}, {"description", format->description}, {"runsIn", format->runsIn}, {"lowBit", format->lowBit}, {"isModel", format->readBack != ReadBack::Nothing}});
    return list;
}

Json metricsJson() {
    Json list = Json::array();
    for (const MetricSpec* metric : metrics()) {
        if (!metric->offered) continue;
        list.push_back({{"name", metric->name}, {"title", metric->title}, {"description", metric->description}, {"lowerIsBetter", metric->lowerIsBetter}, {"needsOriginal", metric->needsOriginal}});
    }
    return list;
}

Json gpusJson() {
    Json list = Json::array();
    for (const GpuInfo& gpu : listGpus()) list.push_back({{"name", gpu.name}, {"memoryBytes", gpu.memoryBytes}});
    return list;
}

std::string samplePath() {
    std::error_code ec;
    const std::filesystem::path sample = findSample();
    return std::filesystem::exists(sample / "config.json", ec) ? sample.string() : std::string();
}

}  // namespace

Json helloJson(const CommandEnvironment& environment, const std::filesystem::path& workspace, bool sharedFiles) {
    return {{"protocol", kProtocol},
            {"version", TACQ_VERSION},
            {"pid", ::getpid()},
            {"workspace", workspace.string()},
            {"threads", environment.compute.threads > 0 ? environment.compute.threads : threadCount()},
            {"memoryBytes", totalMemoryBytes()},
            {"availableMemoryBytes", availableMemoryBytes()},
            {"gpus", gpusJson()},
            {"exportFormats", formatsJson()},
            {"metrics", metricsJson()},
            {"sample", samplePath()},
            {"sharedFiles", sharedFiles}};
}

}  // namespace tacq
