#pragma once
#include <QJsonObject>
#include <optional>

namespace tacq::ui {

/// What the calibration text of the present task comes to, counted by the engine: a set may hold fewer samples than were asked for, and other lengths.
struct UsedText {
    qint64 samples = 0, tokens = 0;   ///< tokens of all samples together
};

/// From an answer to `task-show`; nothing where it is about the text for measuring, or of an engine that does not count.
inline std::optional<UsedText> usedText(const QJsonObject& answer) {
    const UsedText used{answer.value(QLatin1String("sampleCount")).toInteger(), answer.value(QLatin1String("tokenCount")).toInteger()};
    return answer.value(QLatin1String("split")).toString() == QLatin1String("calibration") && used.samples > 0 && used.tokens > 0 ? std::optional(used) : std::nullopt;
}

}  // namespace tacq::ui
