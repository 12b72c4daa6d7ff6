#include "models/model/tensor_histogram.h"

#include <algorithm>
#include <cmath>

#include "tacq/checkpoint/checkpoint.h"
#include "text/window_error.h"

namespace tacq::ui {

TensorHistogram histogramOf(const std::vector<float>& values) {
    TensorHistogram histogram;
    histogram.counts.assign(TensorHistogram::kBins, 0);
    histogram.values = histogram.seen = values.size();
    double sum = 0, squares = 0;
    for (const float value : values) {
        const double v = static_cast<double>(value);
        if (!std::isfinite(v)) continue;
        histogram.high = std::max(histogram.high, std::fabs(v));
        sum += v;
        squares += v * v;
    }
    if (values.empty()) return histogram;
    const double n = static_cast<double>(values.size());
    histogram.mean = sum / n;
    histogram.deviation = std::sqrt(std::max(0.0, squares / n - histogram.mean * histogram.mean));
    const double scale = histogram.high > 0 ? TensorHistogram::kBins / (2 * histogram.high) : 0;
    for (const float value : values) {
        if (!std::isfinite(value)) continue;
        const auto bin = static_cast<std::size_t>(std::clamp((static_cast<double>(value) + histogram.high) * scale, 0.0, TensorHistogram::kBins - 1.0));
        ++histogram.counts[histogram.high > 0 ? bin : TensorHistogram::kBins / 2];
    }
    return histogram;
}

Result<TensorHistogram> tensorHistogram(const QString& modelPath, const QString& tensor) {
    TACQ_TRY(const Checkpoint model, Checkpoint::open(modelPath.toStdString()));
    const TensorInfo* info = model.find(tensor.toStdString());
    if (!info) return windowError(ErrorCode::NotFound, WindowErrors::tr("the model has no such tensor any more"), tensor, WindowErrors::tr("open the model again"));
    const std::int64_t rows = info->shape.size() > 1 ? info->shape[0] : 1, columns = info->elements() / std::max<std::int64_t>(1, rows);
    const std::int64_t step = std::max<std::int64_t>(1, (info->elements() + TensorHistogram::kMost - 1) / TensorHistogram::kMost);
    std::vector<float> values;
    values.reserve(static_cast<std::size_t>((rows + step - 1) / step * columns));
    for (std::int64_t row = 0; row < rows; row += step) {
        const std::size_t at = values.size();
        values.resize(at + static_cast<std::size_t>(columns));
        TACQ_CHECK(model.readRows(info->name, row, row + 1, std::span(values).subspan(at)));
    }
    TensorHistogram histogram = histogramOf(values);
    histogram.values = static_cast<std::uint64_t>(info->elements());
    return histogram;
}

}  // namespace tacq::ui
