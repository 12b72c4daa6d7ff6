#pragma once
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "built_program.h"
#include "copied_commands.h"
#include "made_saliency.h"
#include "models/model/model_summary.h"
#include "qt_warnings.h"
#include "window_driver.h"

/// The real engine's arguments: one thread, since two spinning ones crawl on a busy machine.
inline QStringList serveArguments() {
    return {QStringLiteral("--threads"), QStringLiteral("1"), QStringLiteral("--dtype"), QStringLiteral("f32"), QStringLiteral("serve")};
}

/// The dense tensors of a made-up saliency of the sample.
inline std::vector<tacq::TensorInfo> sampleDense() { return {{"model.embed_tokens.weight", tacq::TensorType::F32, {512, 64}, 512 * 64 * 4}}; }

/// TACQ_THEME=dark for pictures in the other theme (only pictures hold then, not colours).
inline tacq::ui::ThemeChoice chosenTheme() {
    return qEnvironmentVariable("TACQ_THEME") == QLatin1String("dark") ? tacq::ui::ThemeChoice::Dark : tacq::ui::ThemeChoice::Light;
}

/// A window with a workspace of its own for each test. Inherited after QObject; the slots init() and cleanup() stay the test's.
class WindowFixture {
protected:
    void freshFolder() {
        QLocale::setDefault(QLocale::c());
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void closeWindow() {
        if (m_window) QCOMPARE(copied_commands::flaws(m_window->engine()), QStringList());
        m_ui.reset();
        m_window.reset();
        QCOMPARE(qt_warnings::take(), QStringList());
    }

    void makeWindow(const tacq::ui::EngineCommand& command, tacq::ui::ThemeChoice theme = tacq::ui::ThemeChoice::Light) {
        m_window = std::make_unique<tacq::ui::MainWindow>(command, theme);
        m_ui = std::make_unique<WindowDriver>(WindowDriver{*m_window});
    }

    void showWindow() {
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    tacq::ui::EngineCommand fakeEngine(const QStringList& arguments = {}) const { return {builtProgram("fake_engine"), arguments, m_folder->path()}; }

    /// Saliencies of the sample are made up: with the grid that the scripted engine's artifacts are named after, made_<bits>_<group>, or always with this one.
    void useMadeSaliency(std::vector<tacq::TensorInfo> dense = {}, std::optional<tacq::GridOptions> always = {}) {
        // Called on a pool thread, at times when the window is gone already: it may not ask the window for its model.
        m_window->workflow().setSaliencyOpener([dense = std::move(dense), always](const std::filesystem::path& folder) -> tacq::Result<tacq::ui::SaliencyPointer> {
            TACQ_TRY(const tacq::ui::ModelPointer sample, tacq::ui::summarizeModel(tacq::ui::Workflow::samplePath()));
            const QStringList parts = QString::fromStdString(folder.filename().string()).split(QLatin1Char('_'));
            tacq::GridOptions grid;
            grid.bits = parts.value(1).toInt();
            grid.groupSize = parts.value(2).toInt();
            const auto made = std::make_shared<tacq::ui::MadeSaliency>(sample->linears, dense, always.value_or(grid));
            made->setKey(folder.filename().string());
            return tacq::ui::SaliencyPointer(made);
        });
    }

    /// TACQ_PICTURES=DIR keeps pictures, to be looked at.
    void picture(const char* name) const {
        const QString folder = qEnvironmentVariable("TACQ_PICTURES");
        if (folder.isEmpty()) return;
        QTest::qWait(200);  // for the layout
        m_window->grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<tacq::ui::MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_ui;
};
