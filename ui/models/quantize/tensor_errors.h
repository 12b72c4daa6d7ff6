#pragma once
#include <QString>
#include <vector>

#include "models/shared/colour_map.h"
#include "tacq/checkpoint/checkpoint.h"

namespace tacq::ui {

/// How far each matrix of a model lies from the original, Σ (W − Ŵ)²: filled in tensor by tensor while a pass runs, or at once from its result. Where the
/// simulated pass of the same grid is known, as a share of its error: below 1, the kept weights have helped.
class TensorErrors {
public:
    void setModel(std::vector<LinearInfo> linears);
    /// Σ (W − Ŵ)² of the simulated pass per linear; empty: not known.
    void setReference(std::vector<double> squaredErrors);
    void clear();
    /// One tensor of a running pass. False: the model has no such tensor.
    bool note(const QString& name, double squaredError);
    /// All of them, in the model's order.
    void setAll(const std::vector<double>& squaredErrors);

    int known() const;
    int total() const { return static_cast<int>(m_linears.size()); }
    bool isRelative() const { return !m_reference.empty(); }
    int layers() const;
    /// log2(error / simulated error) where that is known, else the error itself. NaN: not done yet, or no such matrix. Row-major, layers × kLinearKinds.
    std::vector<double> cells() const;
    /// For cells(): diverging around the simulated pass (at least a factor of 2 either way), or logarithmic over the range of the errors.
    ColourScale scale() const;
    QString toolTip(int layer, int kind) const;

private:
    int at(int layer, int kind) const;
    double value(std::size_t linear) const;
    std::vector<LinearInfo> m_linears;
    std::vector<double> m_reference, m_errors;   ///< NaN: not known yet
};

}  // namespace tacq::ui
