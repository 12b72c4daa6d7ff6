#pragma once
#include <QCoreApplication>
#include <QString>
#include <vector>

#include "models/budget/budget_arithmetic.h"

namespace tacq::ui {

/// A starting point with a sentence about whom it is for.
struct BudgetPreset {
    QString id, name, sentence;
    BudgetSettings settings;
};

class BudgetPresets {
    Q_DECLARE_TR_FUNCTIONS(BudgetPresets)
public:
    static std::vector<BudgetPreset> list();
};

}  // namespace tacq::ui
