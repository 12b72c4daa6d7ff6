#pragma once
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUndoStack>
#include <optional>

#include "models/budget/budget_arithmetic.h"
#include "models/shared/edit.h"
#include "tacq/store/measured_points.h"

namespace tacq::ui {

/// The budget of the saliency on show. Setting something schedules one recomputation for the next turn of the event loop,
/// so a burst of slider moves costs one; changed() comes after it. Every change goes through the undo stack where there is one.
class BudgetModel : public QObject {
    Q_OBJECT
public:
    explicit BudgetModel(QObject* parent = nullptr);

    void setEdits(QUndoStack* edits) { m_edits = edits; }
    void setSource(SaliencyPointer source);
    /// Another model has other tensors: widths of single ones mean nothing there. Not an edit.
    void dropOverrides();
    const SaliencyPointer& source() const { return m_arithmetic.source(); }
    const BudgetSettings& settings() const { return m_settings; }
    /// `dragging`: one of many steps, taken back together with those before it since the last endDrag().
    void setFraction(double fraction, bool dragging = false);
    void setBits(int bits);
    void setGroupSize(std::int64_t groupSize);
    void setSymmetry(Symmetry symmetry);
    void setEmbeddings(EmbeddingBits bits);
    void setMethod(Method method);
    /// `what`: the name of the edit, for Undo.
    void setRecipe(Recipe recipe, const QString& what, bool dragging = false);
    /// Several settings as one edit (a preset, a fit).
    void setSettings(const BudgetSettings& settings, const QString& what);
    void endDrag() { ++m_drag; }
    /// As part of an edit that takes back more than settings.
    void putBack(const BudgetSettings& settings) { put(settings); }

    const BudgetState& state() const { return m_state; }
    bool hasState() const { return source() != nullptr; }
    /// Grids and kept counts per matrix as the settings have them.
    const PackedPlan& plan() { return m_arithmetic.plan(m_settings); }
    BudgetNext next(double bits) { return m_arithmetic.next(m_settings, m_state, bits); }
    Result<BudgetAnswer> fit(const BudgetRequest& request, bool* room) { return m_arithmetic.fit(m_settings, request, room); }

    /// Runs of this model and task that were measured: they calibrate the prediction.
    void setMeasured(MeasuredRuns runs);
    const MeasuredRuns& measured() const { return m_measured; }
    std::size_t calibratingRuns() const { return m_points.size(); }

    /// Recomputes at once when a recomputation is pending (benches and tests measure this).
    void flush();

signals:
    void settingsChanged();   ///< at once, for the control that was moved
    void changed();           ///< the state is new
    void measuredChanged();

private:
    void change(const BudgetSettings& settings, EditKind kind, const QString& what, bool dragging = false);
    void put(const BudgetSettings& settings);
    void recompute();
    void dropForeignOverrides();

    BudgetArithmetic m_arithmetic;
    BudgetSettings m_settings;
    BudgetState m_state;
    MeasuredRuns m_measured;
    std::vector<MeasuredPoint> m_points;
    std::optional<double> m_spread;
    QPointer<QUndoStack> m_edits;
    int m_drag = 0;
    QTimer m_timer;
};

/// Share of a layer's weights that are kept.
double keptShare(const BudgetModel& budget, std::int64_t layer);
double keptShareOfMatrix(const BudgetModel& budget, std::size_t matrix);
std::int64_t layerCount(const BudgetModel& budget);

}  // namespace tacq::ui
