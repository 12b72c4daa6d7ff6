// The workbench: options, window, event loop.
#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "dialogs/preferences.h"
#include "text/language.h"
#include "window/main_window.h"
#include "window/tour.h"

using namespace tacq::ui;

namespace {

bool has(int argc, char** argv, const char* option) {
    return std::any_of(argv + 1, argv + argc, [option](const char* word) { return qstrcmp(word, option) == 0; });
}

/// A tour neither reads nor leaves anything in its owner's settings: the models, folders and window that are remembered there.
class ScratchSettings {
public:
    explicit ScratchSettings(bool wanted) {
        if (!wanted) return;
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// The scale must be known before there is an application object. A tour's pictures do not depend on whose machine it is.
void applyScale(int argc, char** argv) {
    const auto named = [&](const char* option) {
        for (int i = 1; i < argc; ++i)
            if (qstrcmp(argv[i], option) == 0) return i;
        return 0;
    };
    if (const int at = named("--scale"); at > 0 && at + 1 < argc) qputenv("QT_SCALE_FACTOR", argv[at + 1]);
    else if (const double scale = Preferences::load().scale; scale > 0 && named("--tour") == 0) qputenv("QT_SCALE_FACTOR", QByteArray::number(scale));
}

/// Asked for a text only: that needs no display, and on a machine without one there is none.
bool wantsOnlyText(int argc, char** argv) {
    for (int i = 1; i < argc; ++i)
        for (const char* option : {"-h", "--help", "--help-all", "-v", "--version"})
            if (qstrcmp(argv[i], option) == 0) return true;
    return false;
}

/// Known before the options are described, so that --help speaks it too. A tour is in English unless it is told otherwise.
QString languageOf(int argc, char** argv, const Preferences& preferences) {
    QString language = preferences.language;
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--tour") == 0) language = QStringLiteral("en");
        if (qstrcmp(argv[i], "--language") == 0 && i + 1 < argc) return QString::fromLocal8Bit(argv[i + 1]);
    }
    return language;
}

}  // namespace

int main(int argc, char** argv) {
    // Settings are looked up under these names, before there is an application object too.
    QCoreApplication::setOrganizationName(QStringLiteral("TaCQ"));
    QCoreApplication::setApplicationName(QStringLiteral("TaCQ Workbench"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    const ScratchSettings scratch(has(argc, argv, "--tour"));
    applyScale(argc, argv);
    const auto application = wantsOnlyText(argc, argv) ? std::make_unique<QCoreApplication>(argc, argv) : std::make_unique<QApplication>(argc, argv);
    const Preferences preferences = Preferences::load();
    useLanguage(languageOf(argc, argv, preferences));

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "See which few weights of a language model carry a task, and make the rest smaller."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("PATH"), QApplication::translate("main", "A model to open at once, or the number of a run in the workspace."), QStringLiteral("[PATH]"));
    const QCommandLineOption workspace(QStringLiteral("workspace"), QApplication::translate("main", "Folder for artifacts and runs."), QStringLiteral("DIR"));
    const QCommandLineOption engine(QStringLiteral("engine"), QApplication::translate("main", "Command line of the engine, instead of the tacq beside this program."), QStringLiteral("COMMAND"));
    const QCommandLineOption tour(QStringLiteral("tour"), QApplication::translate("main", "Drive every page on the bundled sample and write pictures."), QStringLiteral("DIR"));
    const QCommandLineOption theme(QStringLiteral("theme"), QApplication::translate("main", "light or dark; default: as the system."), QStringLiteral("THEME"));
    const QCommandLineOption scale(QStringLiteral("scale"), QApplication::translate("main", "Device pixels per point in the tour's pictures."), QStringLiteral("N"));
    const QCommandLineOption language(QStringLiteral("language"), QApplication::translate("main", "Language of the window, such as de or zh_CN; default: as the system."), QStringLiteral("CODE"));
    QCommandLineOption firstPaint(QStringLiteral("quit-after-first-paint"));
    firstPaint.setFlags(QCommandLineOption::HiddenFromHelp);  // for bench_ui
    parser.addOptions({workspace, engine, tour, theme, scale, language, firstPaint});
    parser.process(*application);

    const QString folder = parser.value(workspace).isEmpty() ? QString() : QFileInfo(parser.value(workspace)).absoluteFilePath();
    if (parser.isSet(tour)) {
        const EngineCommand command = parser.isSet(engine) ? EngineCommand::fromText(parser.value(engine), folder) : EngineCommand::local(folder);
        return runTour({parser.value(tour), themeFromName(parser.value(theme)), command});
    }
    const EngineCommand command = parser.isSet(engine) ? EngineCommand::fromText(parser.value(engine), folder) : preferences.engineCommand(folder);
    MainWindow window(command, parser.isSet(theme) ? themeFromName(parser.value(theme)) : preferences.theme);
    window.show();
    if (parser.isSet(firstPaint)) QTimer::singleShot(0, &window, [&window] {
        window.repaint();
        std::puts("painted");
        std::fflush(stdout);
        QApplication::quit();
    });
    if (!parser.positionalArguments().isEmpty()) window.openPath(parser.positionalArguments().first());
    return QApplication::exec();
}
