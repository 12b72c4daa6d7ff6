#include "models/quantize/tensor_errors.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "models/shared/format.h"

namespace tacq::ui {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TensorErrors)
};

}  // namespace

void TensorErrors::setModel(std::vector<LinearInfo> linears) {
    m_linears = std::move(linears);
    m_reference.clear();
    clear();
}

void TensorErrors::setReference(std::vector<double> squaredErrors) {
    m_reference = std::move(squaredErrors);
    if (m_reference.size() != m_linears.size()) m_reference.clear();
}

void TensorErrors::clear() { m_errors.assign(m_linears.size(), kUnknown); }

bool TensorErrors::note(const QString& name, double squaredError) {
    const std::string key = name.toStdString();
    const auto found = std::find_if(m_linears.begin(), m_linears.end(), [&](const LinearInfo& linear) { return linear.name == key; });
    if (found == m_linears.end()) return false;
    m_errors[static_cast<std::size_t>(found - m_linears.begin())] = squaredError;
    return true;
}

void TensorErrors::setAll(const std::vector<double>& squaredErrors) {
    clear();
    for (std::size_t i = 0; i < m_errors.size() && i < squaredErrors.size(); ++i) m_errors[i] = squaredErrors[i];
}

int TensorErrors::known() const {
    return static_cast<int>(std::count_if(m_errors.begin(), m_errors.end(), [](double error) { return !std::isnan(error); }));
}

int TensorErrors::layers() const {
    std::int64_t layers = 0;
    for (const LinearInfo& linear : m_linears) layers = std::max(layers, linear.layer + 1);
    return static_cast<int>(layers);
}

int TensorErrors::at(int layer, int kind) const {
    for (std::size_t i = 0; i < m_linears.size(); ++i)
        if (m_linears[i].layer == layer && static_cast<int>(m_linears[i].kind) == kind) return static_cast<int>(i);
    return -1;
}

double TensorErrors::value(std::size_t linear) const {
    const double error = m_errors[linear];
    if (std::isnan(error) || m_reference.empty()) return error;
    // A matrix without any error in either pass has no ratio.
    return m_reference[linear] > 0 && error > 0 ? std::log2(error / m_reference[linear]) : kUnknown;
}

std::vector<double> TensorErrors::cells() const {
    std::vector<double> cells(static_cast<std::size_t>(layers()) * kLinearKinds, kUnknown);
    for (std::size_t i = 0; i < m_linears.size(); ++i)
        cells[static_cast<std::size_t>(m_linears[i].layer) * kLinearKinds + static_cast<std::size_t>(m_linears[i].kind)] = value(i);
    return cells;
}

ColourScale TensorErrors::scale() const {
    double low = 0, high = 0;
    for (std::size_t i = 0; i < m_linears.size(); ++i) {
        const double v = value(i);
        if (std::isnan(v)) continue;
        if (isRelative()) high = std::max(high, std::fabs(v));
        else if (v > 0) {
            low = low > 0 ? std::min(low, v) : v;
            high = std::max(high, v);
        }
    }
    if (isRelative()) return {ColourMap::Diverging, ScaleKind::Linear, 0, std::max(1.0, high)};
    if (!(high > 0)) return {ColourMap::Viridis, ScaleKind::Log, 1e-3, 1};
    // One error alone still needs a range.
    return {ColourMap::Viridis, ScaleKind::Log, std::min(low, high / 10), high};
}

QString TensorErrors::toolTip(int layer, int kind) const {
    const int index = at(layer, kind);
    if (index < 0) return {};
    const auto i = static_cast<std::size_t>(index);
    const QString name = QString::fromStdString(m_linears[i].name), error = Format::significant(m_errors[i]);
    if (std::isnan(m_errors[i])) return Words::tr("%1\nnot done yet").arg(name);
    if (m_reference.empty()) return Words::tr("%1\nΣ(W − Ŵ)² %2").arg(name, error);
    return Words::tr("%1\nΣ(W − Ŵ)² %2, in the simulated pass %3").arg(name, error, Format::significant(m_reference[i]));
}

}  // namespace tacq::ui
