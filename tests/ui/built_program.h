#pragma once
#include <QCoreApplication>
#include <QString>

/// A program of this build, beside the test's own.
inline QString builtProgram(const char* name) { return QCoreApplication::applicationDirPath() + QLatin1Char('/') + QLatin1String(name); }
