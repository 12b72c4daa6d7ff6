#include "models/shared/calibration.h"

namespace tacq::ui {

CalibrationRequest calibrationOf(const TaskChoice& choice) {
    CalibrationRequest request{choice.text().toStdString(), {}};
    request.sampling.samples = choice.samples;
    request.sampling.tokens = choice.tokens;
    request.sampling.seed = choice.seed;
    request.sampling.packing = packingNamed(choice.packing.toStdString());
    request.sampling.answerOnly = choice.answerOnly;
    return request;
}

TaskChoice taskChoiceOf(const CalibrationRequest& request) {
    TaskChoice choice;
    choice.setText(QString::fromStdString(request.task));
    choice.samples = static_cast<int>(request.sampling.samples);
    choice.tokens = static_cast<int>(request.sampling.tokens);
    choice.seed = request.sampling.seed;
    choice.packing = QString::fromUtf8(packingName(request.sampling.packing));
    choice.answerOnly = request.sampling.answerOnly;
    return choice;
}

}  // namespace tacq::ui
