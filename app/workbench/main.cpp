// The workbench: options, window, event loop.
#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QTimer>
#include <QTranslator>

#include "main_window.h"
#include "tour.h"

using namespace tacq::ui;

namespace {

ThemeChoice themeOf(const QString& name) {
    if (name == QLatin1String("dark")) return ThemeChoice::Dark;
    return name == QLatin1String("light") ? ThemeChoice::Light : ThemeChoice::System;
}

/// The scale must be known before there is an application object.
void applyScale(int argc, char** argv) {
    for (int i = 1; i + 1 < argc; ++i)
        if (qstrcmp(argv[i], "--scale") == 0) qputenv("QT_SCALE_FACTOR", argv[i + 1]);
}

}  // namespace

int main(int argc, char** argv) {
    applyScale(argc, argv);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("TaCQ"));
    QApplication::setApplicationName(QStringLiteral("TaCQ Workbench"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));

    QTranslator words;
    // The English file holds the plural forms; other languages everything.
    if (words.load(QLocale(), QStringLiteral("tacq"), QStringLiteral("_"), QStringLiteral(":/i18n")) || words.load(QStringLiteral(":/i18n/tacq_en")))
        QApplication::installTranslator(&words);

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "See which few weights of a language model carry a task, and make the rest smaller."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("PATH"), QApplication::translate("main", "A model to open at once."), QStringLiteral("[PATH]"));
    const QCommandLineOption workspace(QStringLiteral("workspace"), QApplication::translate("main", "Folder for artifacts and runs."), QStringLiteral("DIR"));
    const QCommandLineOption engine(QStringLiteral("engine"), QApplication::translate("main", "Command line of the engine, instead of the tacq beside this program."), QStringLiteral("COMMAND"));
    const QCommandLineOption tour(QStringLiteral("tour"), QApplication::translate("main", "Drive every page on the bundled sample and write pictures."), QStringLiteral("DIR"));
    const QCommandLineOption theme(QStringLiteral("theme"), QApplication::translate("main", "light or dark; default: as the system."), QStringLiteral("THEME"));
    const QCommandLineOption scale(QStringLiteral("scale"), QApplication::translate("main", "Device pixels per point in the tour's pictures."), QStringLiteral("N"));
    QCommandLineOption firstPaint(QStringLiteral("quit-after-first-paint"));
    firstPaint.setFlags(QCommandLineOption::HiddenFromHelp);  // for bench_ui
    parser.addOptions({workspace, engine, tour, theme, scale, firstPaint});
    parser.process(application);

    const QString folder = parser.value(workspace).isEmpty() ? QString() : QFileInfo(parser.value(workspace)).absoluteFilePath();
    const EngineCommand command = parser.isSet(engine) ? EngineCommand::fromText(parser.value(engine), folder) : EngineCommand::local(folder);
    if (parser.isSet(tour)) return runTour({parser.value(tour), themeOf(parser.value(theme)), command});

    MainWindow window(command, themeOf(parser.value(theme)));
    window.show();
    if (parser.isSet(firstPaint)) QTimer::singleShot(0, &window, [&window] {
        window.repaint();
        QApplication::quit();
    });
    if (!parser.positionalArguments().isEmpty()) window.openPath(QFileInfo(parser.positionalArguments().first()).absoluteFilePath());
    return QApplication::exec();
}
