#pragma once
#include <optional>
#include <vector>

#include "models/runs/run_record.h"
#include "pages/shared/page.h"

namespace tacq::ui {

/// What can be done with runs of the workspace. Asks the workflow; knows no widgets.
class RunActions : public QObject {
    Q_OBJECT
public:
    RunActions(PageContext context, QObject* parent);

    EngineJob* rerun(const RunRecord& run);
    /// Opens the run's model where another one is open, takes over its task and budget, and opens its saliency; a quantized model becomes a result of
    /// the session. opened() follows.
    void open(const RunRecord& run);
    /// Both are of one model, and not of one saliency.
    static bool canCompare(const RunRecord& a, const RunRecord& b);
    void compare(const RunRecord& a, const RunRecord& b);
    /// Writes name, note and tags on a run; the list is read again when it is done. As an edit that can be taken back.
    void label(const RunRecord& run, const RunLabel& label);
    /// Forgets runs. Nothing brings them back: ask first.
    void remove(const std::vector<RunRecord>& runs);
    /// Writes the page about a run into `path`; reported() follows.
    EngineJob* report(const RunRecord& run, const QString& path, bool replace);
    /// `folder/run-N.html`, or with a number behind it where that is taken.
    static QString reportPath(const QString& folder, qint64 run);

signals:
    void opened(const QString& page);
    void reported(qint64 run, const QString& path);

private:
    void start(const RunRecord& run);
    void takeOver(const RunRecord& run);
    void edit(const QString& what, const TaskChoice& task, const BudgetSettings& settings);
    PageContext m_context;
    std::optional<RunRecord> m_opening, m_other;
};

}  // namespace tacq::ui
