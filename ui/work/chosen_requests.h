#pragma once
#include <QCoreApplication>
#include <QJsonObject>
#include <QString>
#include <functional>
#include <optional>

#include "engine/engine_job.h"
#include "models/budget/budget_model.h"
#include "models/shared/names.h"
#include "models/shared/project.h"
#include "tacq/budget/ledger.h"

namespace tacq::ui {

/// What the present choices (model, task, budget) come to as requests to the engine: what the buttons send, and what the status line gives to copy.
class ChosenRequests {
    Q_DECLARE_TR_FUNCTIONS(ChosenRequests)
public:
    /// `workspace`: the folder that models are made in.
    ChosenRequests(const Project& project, const BudgetModel& budget, std::function<QString()> workspace);

    JobRequest saliency() const;
    /// Its folder's name is a hash of everything: made anew only where a choice is another, but then it costs. Not for every step of a slider.
    const JobRequest& quantize() const;
    /// What the present budget is told apart by; cheap.
    NameParts budgetParts() const;
    /// Widths per tensor within a size (`budget --mixed`), leaving locked tensors as they are.
    JobRequest widths(const BudgetRequest& target, bool vllmSafe, bool ggufSafe) const;
    /// The task's `split` (calibration or evaluation) as the model sees it; `shown` samples come with the answer, the counts are of all.
    JobRequest preview(int shown, const QString& split) const;

private:
    /// All that quantize() is made from.
    struct Choices {
        ModelPointer model;
        TaskChoice task;
        BudgetSettings settings;
        QString workspace;
        bool operator==(const Choices&) const = default;
    };
    QJsonObject quantizeParams(const BudgetSettings& settings) const;
    QString outputFolder(const Choices& choices, const QJsonObject& params) const;
    /// What of the overrides shapes a result, as the engine wants it and as a mark in a folder's name. Kept while they stay: it is asked at every step
    /// of a slider.
    struct Overrides {
        RecipePointer of;
        int bits = 0;
        std::int64_t groupSize = 0;
        QJsonObject recipe;
        QString mark;
    };
    const Overrides& overrides() const;

    const Project& m_project;
    const BudgetModel& m_budget;
    std::function<QString()> m_workspace;
    mutable Overrides m_overrides;
    mutable std::optional<Choices> m_madeFrom;
    mutable JobRequest m_quantize;
};

}  // namespace tacq::ui
