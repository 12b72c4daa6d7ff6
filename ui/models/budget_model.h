#pragma once
#include <QObject>
#include <QTimer>
#include <optional>

#include "models/saliency_source.h"
#include "tacq/budget/ledger.h"

namespace tacq::ui {

/// What the person dials. A plain value, so that an edit is a pair of these.
struct BudgetSettings {
    double fraction = 0.0035;   ///< share of the quantizable weights kept in 16 bit
    GridOptions grid;
};

/// What the settings give, exact: counts from the sketch and tail index, bytes from the ledger.
struct BudgetState {
    CountAnswer counts;
    Ledger ledger;
    bool simulated = false;     ///< false: the counts are those of the nearest simulated grid
    std::optional<Error> error;
};

/// Pure: the whole arithmetic of one slider step.
BudgetState budgetState(const SaliencySource& source, const BudgetSettings& settings);

/// The budget of the saliency on show. Setting something schedules one recomputation for the next turn of the event loop,
/// so a burst of slider moves costs one; changed() comes after it.
class BudgetModel : public QObject {
    Q_OBJECT
public:
    explicit BudgetModel(QObject* parent = nullptr);

    void setSource(SaliencyPointer source);
    const SaliencyPointer& source() const { return m_source; }
    const BudgetSettings& settings() const { return m_settings; }
    void setFraction(double fraction);
    void setBits(int bits);
    void setGroupSize(std::int64_t groupSize);

    const BudgetState& state() const { return m_state; }
    bool hasState() const { return m_source != nullptr; }
    /// Share of a layer's weights that are kept.
    double keptShare(std::int64_t layer) const;
    double keptShareOfMatrix(std::size_t matrix) const;
    std::int64_t layers() const;
    /// Recomputes at once when a recomputation is pending (benches and tests measure this).
    void flush();

signals:
    void settingsChanged();   ///< at once, for the control that was moved
    void changed();           ///< the state is new

private:
    void schedule();
    void recompute();

    SaliencyPointer m_source;
    BudgetSettings m_settings;
    BudgetState m_state;
    QTimer m_timer;
};

}  // namespace tacq::ui
