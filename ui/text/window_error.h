#pragma once
#include <QCoreApplication>
#include <QString>

#include "tacq/base/error.h"

namespace tacq::ui {

/// An error of the window's own making, in the person's language. Errors of the core come in English; ErrorText gives those a title and a next step.
inline Error windowError(ErrorCode code, const QString& message, const QString& context = {}, const QString& hint = {}) {
    return {code, message.toStdString(), context.toStdString(), hint.toStdString()};
}

struct WindowErrors {
    Q_DECLARE_TR_FUNCTIONS(WindowErrors)
};

}  // namespace tacq::ui
