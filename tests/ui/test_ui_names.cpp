// One naming rule: what tells things apart comes first, what is usual is left to the tool tip; a model goes by its file.
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QStandardPaths>
#include <QTest>
#include <QTranslator>

#include "made_saliency.h"
#include "models/budget/pareto.h"
#include "models/circuit/overlap_model.h"
#include "models/export/export_source.h"
#include "models/quantize/results_model.h"
#include "models/runs/run_record.h"
#include "models/saliency/saliency_catalogue.h"
#include "models/shared/job_results.h"
#include "models/shared/names.h"
#include "models/shared/result_words.h"
#include "sample_window.h"

using namespace tacq;
using namespace tacq::ui;

namespace {

/// A language in which every text of a task is known, and nothing else.
class TaskLanguage : public QTranslator {
public:
    QString translate(const char* context, const char* source, const char*, int) const override {
        return qstrcmp(context, "Tasks") == 0 ? QLatin1String("die ") + QLatin1String(source) : QString();
    }
    bool isEmpty() const override { return false; }
};

}  // namespace

class NamesTest : public QObject, protected SampleWindow {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init() { freshFolder(); }
    void cleanup() { closeWindow(); }
    void whatDiffersComesFirst();
    void nothingUnusualIsHidden();
    void resultsPointsAndExportsGoByTheSameNames();
    void comparedRunsBeginWithWhatDiffers();
    void theComparisonsHeaderStaysShort();
    void aGgufGoesByItsFile();
    void theHeaderSaysWhatTheBudgetHolds();
    void bundledTasksSpeakTheWindowsLanguage();
};

void NamesTest::whatDiffersComesFirst() {
    const NameParts one{{QStringLiteral("a"), true}, {QStringLiteral("x"), false}, {QStringLiteral("m"), true}};
    const NameParts two{{QStringLiteral("a"), true}, {QStringLiteral("x"), false}, {QStringLiteral("n"), false}};
    QCOMPARE(namesAmong({one, two}), QStringList({QStringLiteral("m · x"), QStringLiteral("n · x")}));
    QCOMPARE(namesAmong({one}), QStringList(QStringLiteral("x")));
    QCOMPARE(nameAlone(two), QStringLiteral("x · n"));
    QCOMPARE(wholeName(one), QStringLiteral("a · x · m"));
    QCOMPARE(namesAmong({}), QStringList());
}

void NamesTest::nothingUnusualIsHidden() {
    const auto name = [](const char* json) { return nameAlone(settingParts(QJsonDocument::fromJson(json).object())); };
    QCOMPARE(name(R"({"bits":4,"outliers":0.0035})"), QStringLiteral("4 bit + 0.35 %"));
    QCOMPARE(name(R"({"bits":4,"outliers":0.0035,"groupSize":32,"recipe":{"tensors":{}},"seed":5,"method":"qal","symmetric":true,"embeddingBits":8,"loss":"answer"})"),
             QStringLiteral("4 bit + 0.35 % · groups of 32 · mixed widths · symmetric · embeddings 8 bit · by QAL · loss on answers · seed 5"));
    QCOMPARE(name(R"({"bits":4,"targetBits":3.5})"), QStringLiteral("4 bit + up to 3.500 bits"));
}

void NamesTest::resultsPointsAndExportsGoByTheSameNames() {
    Project project;
    const auto add = [&project](const char* folder, QJsonObject more) {
        more.insert(QStringLiteral("out"), QLatin1String(folder));
        more.insert(QStringLiteral("task"), QStringLiteral("tinystories"));
        more.insert(QStringLiteral("outliers"), 0.0035);
        if (!more.contains(QStringLiteral("bits"))) more.insert(QStringLiteral("bits"), 4);
        project.addResult(quantizedResult(more, {}, 1, 1000));
        return more;
    };
    const QJsonObject plain = add("/one", {});
    QCOMPARE(ResultWords::name(project, project.results().front()), QStringLiteral("4 bit + 0.35 %"));
    const QJsonObject grouped = add("/two", {{QStringLiteral("groupSize"), 32}, {QStringLiteral("seed"), 3}});
    QCOMPARE(ResultWords::name(project, project.results()[0]), QStringLiteral("one scale a row · seed 0 · 4 bit + 0.35 %"));
    QCOMPARE(ResultWords::name(project, project.results()[1]), QStringLiteral("groups of 32 · seed 3 · 4 bit + 0.35 %"));
    QVERIFY2(ResultWords::wholeName(project, project.results()[1]).contains(QStringLiteral("asymmetric")), qPrintable(ResultWords::wholeName(project, project.results()[1])));
    QVERIFY(sessionSources(project).front().title.startsWith(QStringLiteral("groups of 32 · seed 3")));
    MeasuredRuns measured;
    for (const QJsonObject& options : {plain, grouped}) {
        MeasuredRun run;
        run.bits = 3 + static_cast<double>(measured.runs.size());
        run.optionsJson = QJsonDocument(options).toJson().toStdString();
        measured.runs.push_back(run);
    }
    QCOMPARE(Pareto::points(measured)[1].title, QStringLiteral("groups of 32 · seed 3 · 4 bit + 0.35 %"));
}

void NamesTest::comparedRunsBeginWithWhatDiffers() {
    SaliencyMeta shown;
    shown.taskName = "a task with a very long name that fills the whole list by itself";
    shown.samples = 128;
    shown.tokens = 2048;
    SaliencyMeta other = shown;
    other.seed = 7;
    const auto entry = [&](const SaliencyMeta& meta) { return SaliencyEntry{titleBeside(meta, shown), QStringLiteral("key"), nullptr, saliencyMark(meta), meta.method, partsBeside(meta, shown)}; };
    other.gradientKey = "7";
    QCOMPARE(namesBeside({entry(other)}, shown), QStringList(QStringLiteral("seed 7")));
    SaliencyMeta third = shown;
    third.seed = 8;
    third.grid.bits = 2;
    third.gradientKey = "8";
    QCOMPARE(namesBeside({entry(other), entry(third)}, shown), QStringList({QStringLiteral("3 bit · seed 7"), QStringLiteral("2 bit · seed 8")}));
    // Another score of the run says just that.
    SaliencyMeta score = shown;
    score.method = Method::Magnitude;
    QCOMPARE(namesBeside({entry(score)}, shown), QStringList(QStringLiteral("This run by magnitude, |W|")));
}

void NamesTest::theComparisonsHeaderStaysShort() {
    OverlapModel model;
    const QString one = QStringLiteral("a-file-of-examples-with-a-long-name.jsonl"), other = QStringLiteral("tinystories");
    model.setOverlap({}, {one, other});
    const QString header = model.headerData(OverlapModel::KeptAColumn, Qt::Horizontal, Qt::DisplayRole).toString();
    QVERIFY2(header.size() <= 20, qPrintable(header));
    QVERIFY(model.headerData(OverlapModel::KeptAColumn, Qt::Horizontal, Qt::ToolTipRole).toString().contains(one));
    QCOMPARE(model.headerData(OverlapModel::KeptBColumn, Qt::Horizontal, Qt::DisplayRole).toString(), other);
}

void NamesTest::aGgufGoesByItsFile() {
    RunInfo info;
    info.command = "quantize";
    info.modelName = "Models By Somebody 1.7 B Converted";
    info.optionsJson = R"({"model":"/models/smollm2-135m-q4.gguf"})";
    QCOMPARE(makeRunRecord(info).info.modelName, std::string("smollm2-135m-q4"));
    info.optionsJson = R"({"model":"/models/folder"})";
    QCOMPARE(makeRunRecord(info).info.modelName, info.modelName);
}

void NamesTest::theHeaderSaysWhatTheBudgetHolds() {
    start();
    openSample();
    m_window->budget().setGroupSize(32);
    m_window->budget().setBits(4);
    QCOMPARE(m_ui->text("chipText_run"), QStringLiteral("4 bit + 0.35 % · groups of 32"));
    QVERIFY(m_ui->find("chip_run")->toolTip().contains(QLatin1String("seed 0")));
    QCOMPARE(m_window->workflow().requests().quantize().title, QStringLiteral("Quantize to 4 bit + 0.35 % · groups of 32"));
}

void NamesTest::bundledTasksSpeakTheWindowsLanguage() {
    TaskLanguage language;
    QCoreApplication::installTranslator(&language);
    start();
    QTRY_VERIFY(!m_window->project().tasks().empty());
    for (const TaskInfo& task : m_window->project().tasks()) {
        QVERIFY2(task.displayName.starts_with("die "), task.displayName.c_str());
        QVERIFY2(task.description.empty() || task.description.starts_with("die "), task.description.c_str());
    }
    QCOMPARE(m_window->project().taskTitle(QStringLiteral("wikitext2")).value_or(QString()), QStringLiteral("die WikiText-2"));
    QCoreApplication::removeTranslator(&language);
}

TACQ_UI_TEST_MAIN(NamesTest)
#include "test_ui_names.moc"
