#pragma once
#include <QCoreApplication>
#include <QString>

#include "tacq/base/error.h"

namespace tacq::ui {

/// Words for errors: the core and the engine give codes and values, this gives sentences in the reader's language.
class ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
public:
    /// What went wrong, in a short sentence that needs no knowledge of the program.
    static QString title(ErrorCode code);
    /// What happened exactly: message and context as the core gave them.
    static QString detail(const Error& error);
    /// What to do next: the error's own hint, else the advice that fits the code.
    static QString nextStep(const Error& error);
    /// All of it with the code's stable name, for the clipboard and for bug reports.
    static QString clipboardText(const Error& error);

private:
    static QString advice(ErrorCode code);
};

}  // namespace tacq::ui
