#pragma once
#include <QString>
#include <QStringList>

/// Collects what Qt warns about from install() on (call it in initTestCase(): QTest sets its own handler when it starts); cleanup() asks that nothing was. Messages that only say what the offscreen platform lacks are left out.
namespace qt_warnings {
void install();
QStringList take();
}  // namespace qt_warnings

/// A QTest main on the offscreen platform with scratch settings.
#define TACQ_UI_TEST_MAIN(TestObject)                                        \
    int main(int argc, char** argv) {                                        \
        qputenv("QT_QPA_PLATFORM", "offscreen");                             \
        QApplication application(argc, argv);                                \
        QStandardPaths::setTestModeEnabled(true);                            \
        QApplication::setOrganizationName(QStringLiteral("TaCQ-test"));      \
        QApplication::setApplicationName(QLatin1String(#TestObject));        \
        QTemporaryDir settings;                                              \
        QSettings::setDefaultFormat(QSettings::IniFormat);                   \
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path()); \
        TestObject test;                                                     \
        return QTest::qExec(&test, argc, argv);                              \
    }
