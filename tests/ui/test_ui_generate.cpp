// Two models side by side: pieces and their tints, and the page driven as a person would with the scripted engine.
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>
#include <QAction>
#include <algorithm>
#include <cmath>
#include <memory>

#include "models/shared/tint_scale.h"
#include "models/shared/written_text.h"
#include "widgets/theme.h"
#include "widgets/tinted_text.h"
#include "window_fixture.h"

using namespace tacq;
using namespace tacq::ui;

class GenerateTest : public QObject, protected WindowFixture {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init();
    void cleanup();
    void tokensThatOnlyTogetherMakeACharacterShareAPiece();
    void textsPartWhereTheirTokensDiffer();
    void aPromptIsTheBeginningOfASample();
    void tintsGrowWithTheDivergenceAndCanBeReadOn();
    void withoutAModelThePageSaysWhatToDo();
    void withoutASmallerModelTheOriginalWritesAlone();
    void bothWriteAndThePageSaysWhereTheyPart();
    void eachTokenSaysItsDivergence();
    void ctrlReturnWritesAndStopStopsBoth();
    void anEngineThatDiesWritesTheTextOnce();
    void whatIsTypedStaysAndLengthCanBeUndone();
    void theFirstPromptIsNoTextOfTheCalibration();
    void aSuggestionThatWasDroppedIsAskedForAgain();
    void promptsAreKept();
    void anEndAtOnceIsCalledWhatItIs();
    void aModelWithATemplateCanBeWrittenToAsAChat();

private:
    void start(const QStringList& engineArguments = {});
    void openSample();
    void quantize();
    TintedText* text(const char* name) const { return m_window->findChild<TintedText*>(QLatin1String(name)); }
    /// Jobs that write; previews and measurements come in between.
    QList<EngineJob*> writers() const {
        QList<EngineJob*> list;
        for (EngineJob* job : m_window->engine().jobs())
            if (job->request().method == QLatin1String("generate")) list << job;
        return list;
    }
    EngineJob* lastJob() const { return writers().last(); }
    /// Plural forms come from the translations of a later pass; the number is what counts here.
    bool partAfterNine() const { return m_ui->text("sameUntil").startsWith(QLatin1String("The same words for 9 token")); }
};

void GenerateTest::init() {
    freshFolder();
}

void GenerateTest::cleanup() {
    closeWindow();
}

void GenerateTest::start(const QStringList& engineArguments) {
    makeWindow(fakeEngine(engineArguments), chosenTheme());
    showWindow();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void GenerateTest::openSample() {
    m_window->openPath(Workflow::samplePath());
    QTRY_VERIFY(m_window->project().model() != nullptr);
    m_window->showPage(QStringLiteral("generate"));
}

void GenerateTest::quantize() {
    m_window->workflow().quantize();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->project().results().empty() && m_window->project().results().back().perplexity, 20000);
}

void GenerateTest::tokensThatOnlyTogetherMakeACharacterShareAPiece() {
    const auto pieces = writtenPieces({{QStringLiteral("pieces"), QJsonArray{QStringLiteral("a"), QString(), QString::fromUtf8("é"), QStringLiteral("b")}},
                                       {QStringLiteral("kl"), QJsonArray{0.1, 0.5, 0.2, 0.0}}});
    QCOMPARE(pieces.size(), std::size_t{3});
    QCOMPARE(pieces[0].kl, 0.1);
    QCOMPARE(pieces[1].text, QString::fromUtf8("é"));
    QCOMPARE(pieces[1].kl, 0.5);
    QCOMPARE(pieces[2].kl, 0.0);
    const auto alone = writtenPieces({{QStringLiteral("pieces"), QJsonArray{QStringLiteral("a")}}});
    QCOMPARE(alone.at(0).kl, -1.0);
}

void GenerateTest::textsPartWhereTheirTokensDiffer() {
    QCOMPARE(tokensInCommon({1, 2, 3}, {1, 2, 4}), 2);
    QCOMPARE(tokensInCommon({1, 2, 3}, {1, 2}), 2);
    QCOMPARE(tokensInCommon({5}, {1, 2}), 0);
    QCOMPARE(tokensInCommon({}, {}), 0);
}

void GenerateTest::aPromptIsTheBeginningOfASample() {
    QCOMPARE(promptFrom(QStringLiteral("Once upon a time, there was a little girl named Lily. She")), QStringLiteral("Once upon a time, there was a little"));
    QCOMPARE(promptFrom(QStringLiteral("Question: 2 and 2?\nAnswer: 4")), QStringLiteral("Question: 2 and 2?\nAnswer:"));
    QCOMPARE(promptFrom(QStringLiteral("nt a lot. He ran home to his mother and was glad.")), QStringLiteral("He ran home to his mother and was"));
    QCOMPARE(promptFrom(QStringLiteral("nt a lot.\n<|endoftext|>\nOnce upon a time there was a modest lake in the middle of the forest, and a small boat.")),
             QStringLiteral("Once upon a time there was a modest"));
    QCOMPARE(promptFrom(QString()), QString());
}

void GenerateTest::tintsGrowWithTheDivergenceAndCanBeReadOn() {
    for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
        const TintScale scale = divergenceTint(*theme);
        QCOMPARE(scale.fraction(0.01), 0.0);
        QCOMPARE(scale.fraction(-1), 0.0);
        QCOMPARE(scale.fraction(static_cast<double>(NAN)), 0.0);
        QCOMPARE(scale.fraction(3), 1.0);
        QCOMPARE(scale.fraction(100), 1.0);
        QVERIFY(std::abs(scale.fraction(std::sqrt(0.03)) - 0.5) < 1e-9);
        QCOMPARE(scale.background(0.001), theme->card);
        QCOMPARE(scale.background(3), scale.strong);
        double before = contrast(theme->card, scale.background(0.001));
        for (double value = 0.01; value < 4; value *= 1.3) {
            const QColor background = scale.background(value);
            // Further from the card with every step: lightness alone carries the order.
            QVERIFY(contrast(theme->card, background) >= before);
            before = contrast(theme->card, background);
            QVERIFY2(contrast(scale.foreground(background), background) >= 4.5, qPrintable(background.name()));
        }
    }
}

void GenerateTest::withoutAModelThePageSaysWhatToDo() {
    start();
    m_window->showPage(QStringLiteral("generate"));
    QVERIFY(!m_ui->enabled("primaryAction"));
    picture("generate-empty");
    QVERIFY(!m_ui->enabled("stopWriting"));
    QVERIFY(text("originalText")->placeholderText().contains(QLatin1String("Open a model")));
    QVERIFY(text("otherText")->placeholderText().contains(QLatin1String("Quantize")));
}

void GenerateTest::withoutASmallerModelTheOriginalWritesAlone() {
    start();
    openSample();
    QCOMPARE(m_ui->find<QComboBox>("writingModel")->currentIndex(), -1);
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_COMPARE_WITH_TIMEOUT(lastJob()->state(), JobState::Done, 20000);
    QCOMPARE(writers().size(), 1);
    QVERIFY(!lastJob()->request().params.contains(QLatin1String("against")));
    QVERIFY(text("originalText")->toPlainText().endsWith(QLatin1String("word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14 "
                                                                        "word15 word16 word17 word18 word19 word20 word21 word22 word23 word24 word25")));
    QCOMPARE(text("otherText")->toPlainText(), QString());
}

void GenerateTest::bothWriteAndThePageSaysWhereTheyPart() {
    start();
    openSample();
    quantize();
    auto* choice = m_ui->find<QComboBox>("writingModel");
    QCOMPARE(choice->currentData().toString(), m_window->project().results().back().folder);
    m_ui->find<QPlainTextEdit>("prompt")->setPlainText(QStringLiteral("Say"));
    QVERIFY(m_ui->click("primaryAction"));
    QVERIFY(m_ui->enabled("stopWriting"));
    QTRY_VERIFY(text("originalText")->pieces().size() > 3);   // as they come
    QCOMPARE(m_ui->text("sameUntil"), QStringLiteral("Writing …"));
    QTRY_VERIFY_WITH_TIMEOUT(partAfterNine(), 20000);
    // 0.01 · (1² + … + 25²) / 25
    QVERIFY2(m_ui->text("meanDivergence").startsWith(QLatin1String("Mean KL 2.21 nats per token over 25 token")), qPrintable(m_ui->text("meanDivergence")));
    QVERIFY(m_ui->text("meanDivergence").endsWith(QLatin1String(": a large difference.")));
    QCOMPARE(lastJob()->request().params.value(QLatin1String("against")).toString(), m_window->project().model()->path);
    QCOMPARE(lastJob()->request().params.value(QLatin1String("maxTokens")).toInt(), 64);
    QVERIFY(text("otherText")->toPlainText().startsWith(QLatin1String("Say word1")));
    QVERIFY(text("otherText")->toPlainText().endsWith(QLatin1String("word9 other10 other11 other12 other13 other14 other15 other16 other17 other18 other19 other20 other21 other22 "
                                                                     "other23 other24 other25")));
    QVERIFY(m_ui->text("otherState").startsWith(QLatin1String("25 token")));

    picture("generate");
    const TintScale scale = divergenceTint(Theme::light());
    QCOMPARE(text("otherText")->pieces().size(), std::size_t{25});
    QCOMPARE(text("otherText")->tintOf(0), Theme::light().card);
    QCOMPARE(text("otherText")->tintOf(4), scale.background(0.25));
    QCOMPARE(text("otherText")->tintOf(24), scale.strong);
    const QImage tinted = text("otherText")->grab().toImage();
    QVERIFY(m_ui->visible("tintLegend"));
    QTest::mouseClick(m_ui->find<QCheckBox>("tintWords"), Qt::LeftButton);
    QCOMPARE(text("otherText")->tintOf(24), Theme::light().card);
    QVERIFY(text("otherText")->grab().toImage() != tinted);
    QVERIFY(!m_ui->visible("tintLegend"));

    // The original beside itself.
    choice->setCurrentIndex(choice->findData(m_window->project().model()->path));
    emit choice->activated(choice->currentIndex());
    // What the smaller model wrote does not stand under another's name.
    QCOMPARE(text("otherText")->pieces().size(), std::size_t{0});
    QCOMPARE(m_ui->text("sameUntil"), QStringLiteral("Two models, one beginning"));
    QVERIFY(m_ui->click("primaryAction"));
    QCOMPARE(lastJob()->request().params.value(QLatin1String("model")).toString(), m_window->project().model()->path);
    QVERIFY(!choice->isEnabled());
}

void GenerateTest::eachTokenSaysItsDivergence() {
    start();
    openSample();
    quantize();
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(partAfterNine(), 20000);
    TintedText* other = text("otherText");
    const qsizetype at = other->toPlainText().indexOf(QLatin1String("word5"));
    QTextCursor cursor(other->document());
    cursor.setPosition(static_cast<int>(at) + 2);
    // Words above the texts wrap when figures come, which moves the texts: asked for anew each time.
    const auto inside = [&] { return other->cursorRect(cursor).center() + QPoint(1, 0); };
    QCOMPARE(other->pieceAt(inside()), 4);
    QCOMPARE(other->pieceAt(QPoint(other->viewport()->width() - 2, other->viewport()->height() - 2)), -1);
    const auto pointed = [&] {
        QTest::mouseMove(other->viewport(), inside() + QPoint(0, 1));
        QTest::mouseMove(other->viewport(), inside());
        QCoreApplication::processEvents();
        return m_ui->text("pieceProbe");
    };
    QTRY_COMPARE(pointed(), QStringLiteral("token 5: word5   KL 0.250 nats"));
    // The caret says the same.
    cursor.setPosition(static_cast<int>(other->toPlainText().indexOf(QLatin1String("other10"))));
    other->setTextCursor(cursor);
    QCOMPARE(m_ui->text("pieceProbe"), QStringLiteral("token 10: other10   KL 1.00 nats"));
    cursor.setPosition(0);   // the prompt is nobody's
    other->setTextCursor(cursor);
    QCOMPARE(m_ui->text("pieceProbe"), QString());
}

void GenerateTest::ctrlReturnWritesAndStopStopsBoth() {
    start({QStringLiteral("--step"), QStringLiteral("20")});
    openSample();
    quantize();
    auto* prompt = m_ui->find<QPlainTextEdit>("prompt");
    prompt->setFocus();
    const QString before = prompt->toPlainText();
    QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(prompt->toPlainText(), before);
    QTRY_VERIFY(text("originalText")->pieces().size() > 2);
    QCOMPARE(writers().size(), 2);
    EngineJob *original = writers().first(), *other = lastJob();
    QCOMPARE(original->request().method, QStringLiteral("generate"));
    QVERIFY(!m_ui->enabled("primaryAction"));
    QVERIFY(m_ui->click("stopWriting"));
    QTRY_COMPARE(original->state(), JobState::Cancelled);
    QTRY_COMPARE(other->state(), JobState::Cancelled);
    QVERIFY(text("originalText")->pieces().size() > 2);
    QVERIFY(text("originalText")->pieces().size() < 25);
    QVERIFY(text("otherText")->pieces().empty());
    QCOMPARE(m_ui->text("originalState"), QStringLiteral("Stopped."));
    QVERIFY(!m_ui->enabled("stopWriting"));
    QVERIFY(m_ui->enabled("primaryAction"));
    QVERIFY(!m_ui->visible("banner"));
}

void GenerateTest::anEngineThatDiesWritesTheTextOnce() {
    start({QStringLiteral("--crash"), QStringLiteral("generate"), m_folder->filePath(QStringLiteral("crashed-once"))});
    openSample();
    quantize();
    QVERIFY(m_ui->click("primaryAction"));
    // An engine elsewhere is reconnected to by itself, and asked again.
    QTRY_VERIFY_WITH_TIMEOUT(partAfterNine(), 20000);
    QCOMPARE(text("originalText")->toPlainText().count(QLatin1String("word1 ")), 1);
}

void GenerateTest::whatIsTypedStaysAndLengthCanBeUndone() {
    start();
    openSample();
    auto* prompt = m_ui->find<QPlainTextEdit>("prompt");
    QTRY_COMPARE(prompt->toPlainText(), QStringLiteral("Once upon a time there was a fake"));
    prompt->setPlainText(QStringLiteral("Mine"));
    TaskChoice other = m_window->project().task();
    other.samples = 8;
    m_window->project().setTask(other);
    EngineJob* preview = m_window->workflow().previewTask(1, QStringLiteral("calibration"));
    QTRY_COMPARE(preview->state(), JobState::Done);
    QCOMPARE(prompt->toPlainText(), QStringLiteral("Mine"));

    auto* length = m_ui->find<QSpinBox>("writeLength");
    length->setValue(7);
    m_ui->find<QAction>("action_undo")->trigger();
    QCOMPARE(length->value(), 64);
    m_ui->find<QAction>("action_redo")->trigger();
    QCOMPARE(length->value(), 7);
    QVERIFY(m_ui->click("primaryAction"));
    QCOMPARE(lastJob()->request().params.value(QLatin1String("maxTokens")).toInt(), 7);
}

void GenerateTest::theFirstPromptIsNoTextOfTheCalibration() {
    start();
    openSample();
    auto* prompt = m_ui->find<QPlainTextEdit>("prompt");
    const QString before = prompt->toPlainText();
    QTRY_VERIFY(prompt->toPlainText() != before);
    const auto& jobs = m_window->engine().jobs();
    QVERIFY(std::any_of(jobs.begin(), jobs.end(), [](const EngineJob* job) {
        const QJsonObject& params = job->request().params;
        return job->request().method == QLatin1String("task-show") && params.value(QLatin1String("split")).toString() == QLatin1String("evaluation") && params.value(QLatin1String("show")).toInt() == 1;
    }));
    // What the Task page previews is what the model is calibrated on: it changes nothing here, though the prompt is still a suggestion.
    const QString suggested = prompt->toPlainText();
    EngineJob* preview = m_window->workflow().previewTask(1, QStringLiteral("calibration"));
    QTRY_COMPARE(preview->state(), JobState::Done);
    QVERIFY(preview->result().value(QLatin1String("samples")).toArray().at(0).toObject().value(QLatin1String("text")).toString().contains(QLatin1String("fitted")));
    QTest::qWait(50);
    QCOMPARE(prompt->toPlainText(), suggested);
}

void GenerateTest::aSuggestionThatWasDroppedIsAskedForAgain() {
    start({QStringLiteral("--step"), QStringLiteral("20")});
    openSample();
    auto* prompt = m_ui->find<QPlainTextEdit>("prompt");
    const QString usual = prompt->toPlainText();
    // Asked for, then another task while nobody looks: what comes is of no use. Back at the first, it is wished for again.
    const TaskChoice first = m_window->project().task();
    TaskChoice other = first;
    other.samples = 8;
    m_window->showPage(QStringLiteral("start"));
    m_window->project().setTask(other);
    QTRY_VERIFY(std::all_of(m_window->engine().jobs().begin(), m_window->engine().jobs().end(), [](const EngineJob* job) { return job->isFinished(); }));
    QCOMPARE(prompt->toPlainText(), usual);
    m_window->project().setTask(first);
    m_window->showPage(QStringLiteral("generate"));
    QTRY_VERIFY(prompt->toPlainText() != usual);
}

void GenerateTest::promptsAreKept() {
    start();
    openSample();
    QVERIFY(!m_ui->visible("earlierPrompts"));
    auto* prompt = m_ui->find<QPlainTextEdit>("prompt");
    for (const char* text : {"First of all", "Second to none", "First of all"}) {
        prompt->setPlainText(QLatin1String(text));
        QVERIFY(m_ui->click("primaryAction"));
        QTRY_COMPARE_WITH_TIMEOUT(lastJob()->state(), JobState::Done, 20000);
    }
    closeWindow();
    start();
    openSample();
    auto* earlier = m_ui->find<QComboBox>("earlierPrompts");
    QVERIFY(earlier->isVisible());
    QCOMPARE(earlier->count(), 2);   // each once, the newest first
    QCOMPARE(earlier->itemText(0), QStringLiteral("First of all"));
    emit earlier->activated(1);
    prompt = m_ui->find<QPlainTextEdit>("prompt");
    QCOMPARE(prompt->toPlainText(), QStringLiteral("Second to none"));
    prompt->undo();
    QVERIFY(prompt->toPlainText() != QStringLiteral("Second to none"));
    // Another model does not take away what was typed.
    prompt->setPlainText(QStringLiteral("Mine"));
    const QString copy = m_folder->filePath(QStringLiteral("another"));
    QVERIFY(QFile::link(Workflow::samplePath(), copy));
    m_window->openPath(copy);
    QTRY_COMPARE(m_window->project().model()->path, copy);
    QCOMPARE(prompt->toPlainText(), QStringLiteral("Mine"));
}

void GenerateTest::anEndAtOnceIsCalledWhatItIs() {
    start({QStringLiteral("--mute")});
    openSample();
    quantize();
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_COMPARE_WITH_TIMEOUT(lastJob()->state(), JobState::Done, 20000);
    for (const char* state : {"originalState", "otherState"}) QVERIFY2(m_ui->text(state).startsWith(QLatin1String("Ended at once")), qPrintable(m_ui->text(state)));
    QCOMPARE(m_ui->text("sameUntil"), QStringLiteral("Both ended at once"));
    QVERIFY(!m_ui->visible("asChat"));   // the sample has no chat template
}

void GenerateTest::aModelWithATemplateCanBeWrittenToAsAChat() {
    start({QStringLiteral("--mute")});
    // The sample with a template of its own.
    const QString model = m_folder->filePath(QStringLiteral("chatty"));
    QVERIFY(QDir().mkpath(model));
    for (const QFileInfo& file : QDir(Workflow::samplePath()).entryInfoList(QDir::Files)) QVERIFY(QFile::link(file.absoluteFilePath(), model + QLatin1Char('/') + file.fileName()));
    QFile text(model + QStringLiteral("/chat_template.jinja"));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}") > 0);
    text.close();
    m_window->openPath(model);
    QTRY_VERIFY(m_window->project().model() != nullptr);
    m_window->showPage(QStringLiteral("generate"));
    QVERIFY(m_ui->visible("asChat"));
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_COMPARE_WITH_TIMEOUT(lastJob()->state(), JobState::Done, 20000);
    QVERIFY(!lastJob()->request().params.contains(QLatin1String("chat")));
    QVERIFY2(m_ui->text("originalState").contains(QStringLiteral("“As a chat”")), qPrintable(m_ui->text("originalState")));
    QTest::mouseClick(m_ui->find<QCheckBox>("asChat"), Qt::LeftButton);
    QVERIFY(!m_ui->text("originalState").contains(QStringLiteral("“As a chat”")));
    QVERIFY(m_ui->click("primaryAction"));
    QVERIFY(lastJob()->request().params.value(QLatin1String("chat")).toBool());
    QTRY_COMPARE_WITH_TIMEOUT(lastJob()->state(), JobState::Done, 20000);
}

TACQ_UI_TEST_MAIN(GenerateTest)
#include "test_ui_generate.moc"
