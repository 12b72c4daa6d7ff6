#pragma once
#include <string>
#include <string_view>

namespace tacq {

/// Why something failed. Each value is one documented sentence, and each is produced by a test.
/// The names (errorName) are part of the command line's contract: `error[invalid-file]: …`.
enum class ErrorCode {
    InvalidArgument,     ///< An option or value is outside what the operation accepts (exit code 2).
    InvalidFile,         ///< A file's content breaks its format's rules (exit code 3).
    NotFound,            ///< A named file, tensor, run, task or artifact does not exist (exit code 3).
    UnsupportedModel,    ///< The architecture or one of its features is not one we can run (exit code 3).
    UnsupportedFormat,   ///< A file format, version or tensor type we do not read or write (exit code 3).
    InvalidTask,         ///< Task data or a task specification cannot be used as calibration or evaluation text (exit code 3).
    NonFinite,           ///< Weights, gradients or activations hold NaN or infinity (exit code 3).
    OutOfMemory,         ///< Not enough memory for the work asked for (exit code 4).
    DiskFull,            ///< No space left where the result should go (exit code 4).
    AlreadyExists,       ///< The output is already there and holds something else (exit code 2).
    PermissionDenied,    ///< The operating system refused access to a file or folder (exit code 1).
    Io,                  ///< Any other failure of the operating system (exit code 1).
    Busy,                ///< Another process holds the workspace for a migration or a clean-up (exit code 1).
    Cancelled,           ///< The person or program that asked for the work asked to stop it (exit code 130).
    EngineLost,          ///< The engine process ended or stopped answering (exit code 1).
    Internal,            ///< A defect of ours; the text says where (exit code 1).
};

/// What happened, about what, and what to do next. `message` and `hint` are plain English sentences without trailing stop.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::string context;  ///< File, tensor, option or line the error is about; may be empty.
    std::string hint;     ///< The next step for the reader; may be empty.
};

/// Stable kebab-case name, e.g. `invalid-file`.
std::string_view errorName(ErrorCode code);

/// Process exit code as the command-line contract defines it.
int exitCode(ErrorCode code);

/// `error[code]: message (context); hint`, one line.
std::string formatError(const Error& error);

}  // namespace tacq
