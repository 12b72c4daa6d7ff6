#include "text/error_text.h"

namespace tacq::ui {
namespace {

QString fromStd(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

QString sentence(QString text) {
    if (text.isEmpty()) return text;
    text[0] = text[0].toUpper();
    if (!text.endsWith(QLatin1Char('.')) && !text.endsWith(QLatin1Char('?'))) text += QLatin1Char('.');
    return text;
}

}  // namespace

QString ErrorText::title(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidArgument: return tr("A setting cannot be used");
        case ErrorCode::InvalidFile: return tr("A file is damaged or not what it claims to be");
        case ErrorCode::NotFound: return tr("Something is missing");
        case ErrorCode::UnsupportedModel: return tr("This kind of model is not supported yet");
        case ErrorCode::UnsupportedFormat: return tr("This file format is not supported");
        case ErrorCode::InvalidTask: return tr("The task data cannot be used");
        case ErrorCode::NonFinite: return tr("The numbers broke down");
        case ErrorCode::OutOfMemory: return tr("Not enough memory");
        case ErrorCode::DiskFull: return tr("The disk is full");
        case ErrorCode::AlreadyExists: return tr("There is something at that place already");
        case ErrorCode::PermissionDenied: return tr("No permission");
        case ErrorCode::Io: return tr("Reading or writing failed");
        case ErrorCode::Busy: return tr("The workspace is busy");
        case ErrorCode::Cancelled: return tr("Cancelled");
        case ErrorCode::EngineLost: return tr("The engine stopped");
        case ErrorCode::Internal: break;
    }
    return tr("Something went wrong inside the program");
}

QString ErrorText::advice(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidArgument: return tr("Change the setting that is named and try again.");
        case ErrorCode::InvalidFile: return tr("Get the file again from where it came from.");
        case ErrorCode::NotFound: return tr("Check the name and that the disk is connected, then try again.");
        case ErrorCode::UnsupportedModel: return tr("Try a Llama, Mistral or Qwen model.");
        case ErrorCode::UnsupportedFormat: return tr("Use a Hugging Face folder, a .safetensors or a .gguf file.");
        case ErrorCode::InvalidTask: return tr("Look at the named line of the task file, or choose a built-in task.");
        case ErrorCode::NonFinite: return tr("Check the checkpoint: some of its weights are not numbers.");
        case ErrorCode::OutOfMemory: return tr("Use fewer or shorter samples, or close other programs.");
        case ErrorCode::DiskFull: return tr("Free some space or choose another folder.");
        case ErrorCode::AlreadyExists: return tr("Choose another folder, or allow replacing it.");
        case ErrorCode::PermissionDenied: return tr("Choose a folder that you may write to.");
        case ErrorCode::Io: return tr("Check the disk and try again.");
        case ErrorCode::Busy: return tr("Wait until the other program is done, then try again.");
        case ErrorCode::Cancelled: return tr("Resume goes on after what was finished.");
        case ErrorCode::EngineLost: return tr("Nothing finished is lost. Resume starts the engine again and goes on after what was finished.");
        case ErrorCode::Internal: break;
    }
    return tr("Copy this message into a bug report.");
}

QString ErrorText::detail(const Error& error) {
    QString text = sentence(fromStd(error.message));
    if (!error.context.empty()) text += QLatin1String(" (") + fromStd(error.context) + QLatin1Char(')');
    return text;
}

QString ErrorText::nextStep(const Error& error) {
    return error.hint.empty() ? advice(error.code) : sentence(fromStd(error.hint));
}

QString ErrorText::clipboardText(const Error& error) {
    return title(error.code) + QLatin1Char('\n') + fromStd(formatError(error));
}

}  // namespace tacq::ui
