#pragma once
#include "window_fixture.h"

/// A window on the bundled sample with a scripted engine, brought as far as a test needs it.
class SampleWindow : protected WindowFixture {
protected:
    void start(const QStringList& engineArguments = {}) {
        makeWindow({m_program, engineArguments, m_folder->path()});
        useMadeSaliency(sampleDense());
        showWindow();
    }

    void openSample() {
        QVERIFY(m_ui->click("openSample"));
        QTRY_VERIFY(m_window->project().model() != nullptr);
        QCOMPARE(m_window->currentPage(), QStringLiteral("task"));
    }

    void runSaliency() {
        QVERIFY(m_ui->click("primaryAction"));
        QCOMPARE(m_window->currentPage(), QStringLiteral("saliency"));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->project().saliency() != nullptr, 20000);
        QTRY_COMPARE(m_window->currentPage(), QStringLiteral("circuit"));
    }

    QString m_program = builtProgram("fake_engine");
};
