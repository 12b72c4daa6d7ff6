#include "tacq/report/report.h"

#include <system_error>

#include "report/html.h"
#include "report/sections.h"
#include "tacq/base/file_io.h"

namespace tacq {
namespace fs = std::filesystem;

Result<std::string> reportHtml(const Workspace& workspace, const RunInfo& run) {
    TACQ_TRY(const report::Facts facts, report::gatherFacts(workspace, run));
    const std::string title = report::escaped(report::pageTitle(facts));
    std::string page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
    // Nothing may be loaded, from anywhere: the page is what it says.
    page += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";
    page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    page += "<title>" + title + "</title>\n<style>" + report::styleSheet() + "</style>\n</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n";
    page += report::paragraph("Report of TaCQ Workbench on one run of task-circuit quantization.");
    for (const auto part : {report::plainWords, report::cardSection, report::metricsSection, report::tuningSection, report::ledgerSection, report::mapsSection, report::matricesSection,
                            report::recipeSection, report::stagesSection, report::provenanceSection})
        page += part(facts);
    page += "<footer>This page stands alone: it loads nothing, and everything it shows comes from the run's record in its workspace.</footer>\n";
    return page + "</main>\n</body>\n</html>\n";
}

Result<WrittenReport> writeReport(const Workspace& workspace, const RunInfo& run, const fs::path& path, Replace replace) {
    std::error_code ignored;
    const fs::path out = fs::absolute(path, ignored).lexically_normal();
    if (fs::is_directory(out, ignored)) return Error{ErrorCode::InvalidArgument, "this is a folder", out.string(), "name the file to write, such as report.html"};
    if (fs::exists(fs::symlink_status(out, ignored)) && replace == Replace::No)
        return Error{ErrorCode::AlreadyExists, "there is a file already", out.string(), "choose another name, or allow replacing it with --force"};
    TACQ_TRY(const std::string page, reportHtml(workspace, run));
    TACQ_CHECK(writeTextAtomic(out, page));
    return WrittenReport{out, page.size()};
}

}  // namespace tacq
