// Preferences, menus, keys, names for screen readers, what is remembered: how the window behaves whatever is on show.
#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLineEdit>
#include <QMenuBar>
#include <QScopeGuard>
#include <QSettings>
#include <QSplitter>
#include <QSet>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <memory>

#include "dialogs/preferences_dialog.h"
#include "made_saliency.h"
#include "models/runs/run_record.h"
#include "models/shared/forecast.h"
#include "tacq/base/file_io.h"
#include "text/error_text.h"
#include "text/language.h"
#include "widgets/banner.h"
#include "widgets/decimal_box.h"
#include "window/main_window.h"
#include "window_fixture.h"

using namespace tacq;
using namespace tacq::ui;

class MannersTest : public QObject, protected WindowFixture {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init();
    void cleanup();
    void preferencesAreKeptAndTheThemeChangesAtOnce();
    void anotherEngineTakesOverWhatRan();
    void theWindowSaysWhereWorkRuns();
    void splittersAndThePageAreRemembered();
    void everyMenuEntryHasAKeyOrALetterOfItsOwn();
    void menusDoWhatButtonsDo();
    void everythingThatTakesTheKeyboardHasANameAndATooltip();
    void tabReachesThePagesControlsAndFocusIsSeen();
    void everyErrorSaysWhatToDoNextAndCanBeCopied();
    void wishesFindTheirLanguage();
    void pointAndCommaAreBothTheDecimalMark_data();
    void pointAndCommaAreBothTheDecimalMark();
    void theHeaderSaysWhatTheTextReallyGives();
    void aFileThatShrinksUnderTheWindowIsToldOfOnce();
    void aModelIsTheSameWithASlashBehindItsName();
    void theGlossaryExplainsEachWordOnceAndIsSearched();

private:
    void start(const QStringList& engineArguments = {});
    void fill();
    template <typename Widget>
    Widget* find(const char* name) const { return m_window->findChild<Widget*>(QLatin1String(name)); }
};

void MannersTest::init() {
    freshFolder();
    useLanguage(QStringLiteral("en"));
}

void MannersTest::cleanup() {
    m_ui.reset();
    m_window.reset();
    useLanguage(QStringLiteral("en"));
    closeWindow();
}

void MannersTest::start(const QStringList& engineArguments) {
    makeWindow(fakeEngine(engineArguments));
    useMadeSaliency(sampleDense(), GridOptions{});
    showWindow();
}

/// Model, saliency and a result: every page has something to show.
void MannersTest::fill() {
    m_window->openPath(Workflow::samplePath());
    QTRY_VERIFY(m_window->project().model() != nullptr);
    m_window->workflow().runSaliency();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->project().saliency() != nullptr, 20000);
    m_window->workflow().quantize();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->project().results().empty(), 20000);
}

void MannersTest::preferencesAreKeptAndTheThemeChangesAtOnce() {
    start();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    auto* dialog = find<PreferencesDialog>("preferences");
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!dialog->isModal());
    find<QComboBox>("preferTheme")->setCurrentIndex(2);
    find<QComboBox>("preferLanguage")->setCurrentIndex(find<QComboBox>("preferLanguage")->findData(QStringLiteral("de")));
    find<QComboBox>("preferScale")->setCurrentIndex(find<QComboBox>("preferScale")->findData(1.5));
    QVERIFY(m_ui->text("preferencesNote").contains(QLatin1String("next start")));
    QVERIFY(m_ui->click("preferencesApply"));
    QVERIFY(m_window->property(Theme::kDarkProperty).toBool());
    QVERIFY(m_ui->text("preferencesNote").startsWith(QLatin1String("Saved.")));
    const Preferences kept = Preferences::load();
    QCOMPARE(kept.theme, ThemeChoice::Dark);
    QCOMPARE(kept.language, QStringLiteral("de"));
    QCOMPARE(kept.scale, 1.5);
    QVERIFY(kept.engine.isEmpty());
    if (const QString folder = qEnvironmentVariable("TACQ_PICTURES"); !folder.isEmpty()) dialog->grab().save(folder + QStringLiteral("/preferences.png"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
    // What nobody would choose is not believed.
    QSettings().setValue(QStringLiteral("preferences/scale"), 17);
    QSettings().setValue(QStringLiteral("preferences/theme"), QStringLiteral("pink"));
    QCOMPARE(Preferences::load().scale, 0.0);
    QCOMPARE(Preferences::load().theme, ThemeChoice::System);
}

void MannersTest::anotherEngineTakesOverWhatRan() {
    start({QStringLiteral("--step"), QStringLiteral("200")});
    m_window->openPath(Workflow::samplePath());
    QTRY_VERIFY(m_window->project().model() != nullptr);
    EngineJob* job = m_window->workflow().runSaliency();
    QTRY_COMPARE(job->state(), JobState::Running);
    const qint64 before = m_window->engine().info().pid;
    m_window->showPreferences();
    find<QComboBox>("preferWhere")->setCurrentIndex(1);
    auto* line = find<QLineEdit>("preferEngine");
    QVERIFY(line->isEnabled());
    QVERIFY(m_ui->click("preferencesApply"));  // no command yet: nothing happens
    QVERIFY(Preferences::load().engine.isEmpty());
    QVERIFY(m_ui->text("preferencesNote").contains(QLatin1String("Type the command")));
    line->setText(QStringLiteral("\"%1\" --step 1").arg(builtProgram("fake_engine")));
    find<QLineEdit>("preferWorkspace")->setText(m_folder->path());
    QVERIFY(m_ui->click("preferencesApply"));
    QTRY_COMPARE_WITH_TIMEOUT(job->state(), JobState::Done, 20000);
    QVERIFY(m_window->engine().info().pid != before);
    QVERIFY(!m_ui->visible("banner"));
    QCOMPARE(Preferences::load().engineCommand().arguments, QStringList({QStringLiteral("--step"), QStringLiteral("1")}));
    QTRY_VERIFY(m_ui->text("chipText_engine").startsWith(QLatin1String("fake_engine")));
}

void MannersTest::theWindowSaysWhereWorkRuns() {
    const auto place = [](const char* command) { return EngineCommand::fromText(QLatin1String(command), {}).place(); };
    QCOMPARE(place("/usr/bin/tacq serve"), QString());
    QCOMPARE(place("ssh big.example tacq serve"), QStringLiteral("big.example"));
    QCOMPARE(place("ssh -p 2222 -C me@big tacq serve"), QStringLiteral("me@big"));
    QCOMPARE(place("\"/opt/my tools/wrap\" -x"), QStringLiteral("wrap"));
    QVERIFY(EngineCommand::local({}).place().isEmpty());
}

void MannersTest::splittersAndThePageAreRemembered() {
    start();
    QList<int> sizes;
    const auto splitters = m_window->findChildren<QSplitter*>();
    QVERIFY(!splitters.isEmpty());
    for (const QSplitter* splitter : splitters) QVERIFY2(!splitter->objectName().isEmpty(), "a splitter without a name is not remembered");
    fill();
    m_window->showPage(QStringLiteral("circuit"));
    auto* splitter = splitters.first();
    const QString name = splitter->objectName();
    QWidget* page = splitter;
    while (page && !page->objectName().startsWith(QLatin1String("page_"))) page = page->parentWidget();
    m_window->showPage(page->objectName().mid(5));
    QTest::qWait(50);
    sizes = splitter->sizes();
    sizes.first() += 60;
    sizes.last() -= 60;
    splitter->setSizes(sizes);
    sizes = splitter->sizes();
    m_window->showPage(QStringLiteral("runs"));
    m_ui.reset();
    m_window.reset();
    start();
    QCOMPARE(m_window->currentPage(), QStringLiteral("runs"));
    fill();
    m_window->showPage(page ? QStringLiteral("circuit") : QString());
    auto* again = m_window->findChild<QSplitter*>(name);
    m_window->showPage(QStringLiteral("circuit"));
    QTest::qWait(50);
    if (again->isVisible()) QVERIFY2(std::abs(again->sizes().first() - sizes.first()) <= 2, "the splitter did not come back");
}

void MannersTest::everyMenuEntryHasAKeyOrALetterOfItsOwn() {
    for (const Language& language : shippedLanguages()) {
        useLanguage(language.code);
        MainWindow window({builtProgram("fake_engine"), {}, m_folder->path()}, ThemeChoice::Light);
        const auto letters = [&](const QList<QAction*>& actions, const QByteArray& where, bool required) {
            QStringList seen;
            for (const QAction* action : actions) {
                if (action->isSeparator()) continue;
                const QKeySequence letter = QKeySequence::mnemonic(action->text());
                if (letter.isEmpty()) {
                    QVERIFY2(!required, (language.code.toUtf8() + ": no letter: " + action->text().toUtf8()).constData());
                    continue;
                }
                QVERIFY2(!seen.contains(letter.toString()), (language.code.toUtf8() + ", " + where + ": " + action->text().toUtf8() + " shares a letter").constData());
                seen << letter.toString();
            }
        };
        letters(window.menuBar()->actions(), "menu bar", true);
        for (const QMenu* menu : window.findChildren<QMenu*>())
            if (menu->objectName().startsWith(QLatin1String("menu_"))) letters(menu->actions(), menu->objectName().toUtf8(), menu->objectName() != QLatin1String("menu_go"));
        QStringList keys;
        for (const QAction* action : window.findChildren<QAction*>()) {
            if (action->shortcut().isEmpty() || !action->objectName().startsWith(QLatin1String("action_"))) continue;
            QVERIFY2(!keys.contains(action->shortcut().toString()), action->objectName().toUtf8().constData());
            keys << action->shortcut().toString();
        }
        QVERIFY(keys.size() >= 6);
    }
}

void MannersTest::menusDoWhatButtonsDo() {
    start({QStringLiteral("--step"), QStringLiteral("200")});
    find<QAction>("action_openSample")->trigger();
    QTRY_VERIFY(m_window->project().model() != nullptr);
    find<QAction>("action_go_model")->trigger();
    QCOMPARE(m_window->currentPage(), QStringLiteral("model"));
    m_window->showPage(QStringLiteral("task"));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    EngineJob* job = m_window->workflow().activeSaliency();
    QVERIFY(job);
    QTRY_COMPARE(job->state(), JobState::Running);
    QVERIFY(m_window->isRunning());
    QTest::keyClick(m_window.get(), Qt::Key_Period, Qt::ControlModifier);
    QTRY_COMPARE(job->state(), JobState::Cancelled);
    find<QAction>("action_themeDark")->trigger();
    QVERIFY(m_window->property(Theme::kDarkProperty).toBool());
    QCOMPARE(Preferences::load().theme, ThemeChoice::Dark);
    find<QAction>("action_keys")->trigger();
    QVERIFY(m_ui->visible("keys"));
    find<QAction>("action_about")->trigger();
    QVERIFY(m_ui->text("aboutText").contains(QLatin1String("Engine")));
    QVERIFY(m_ui->text("aboutText").contains(m_folder->path()) || m_ui->text("aboutText").contains(QLatin1String("Workspace")));
    if (const QString folder = qEnvironmentVariable("TACQ_PICTURES"); !folder.isEmpty()) {
        m_ui->find("keys")->grab().save(folder + QStringLiteral("/keys.png"));
        m_ui->find("about")->grab().save(folder + QStringLiteral("/about.png"));
        m_window->grab().save(folder + QStringLiteral("/menus.png"));
    }
}

void MannersTest::everythingThatTakesTheKeyboardHasANameAndATooltip() {
    start();
    fill();
    m_window->showPreferences();
    // Plain words whose meaning is their text.
    const QStringList plain{QStringLiteral("preferencesClose"), QStringLiteral("bannerClose"), QStringLiteral("bannerAction")};
    QStringList problems;
    for (QWidget* widget : m_window->findChildren<QWidget*>()) {
        const QString name = widget->objectName();
        const bool inner = name.startsWith(QLatin1String("qt_")) || widget->inherits("QScrollBar") || widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton") ||
                           widget->inherits("QComboBoxListView") || widget->inherits("QScrollArea") || widget->inherits("QMenu") || widget->inherits("QMenuBar");
        if (inner || widget->focusPolicy() == Qt::NoFocus || name == QLatin1String("central")) continue;
        if (const QWidget* parent = widget->parentWidget(); parent && (parent->inherits("QLineEdit") || parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox") ||
                                                                       parent->inherits("QComboBoxPrivateContainer"))) continue;
        if (widget->focusPolicy() == Qt::ClickFocus && !qobject_cast<QAbstractButton*>(widget)) continue;
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const QString what = QStringLiteral("%1 (%2, in %3)").arg(name, QLatin1String(widget->metaObject()->className()), widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
        if (name.isEmpty()) problems << QStringLiteral("no objectName: ") + what;
        if (widget->accessibleName().isEmpty() && !(button && !button->text().isEmpty())) problems << QStringLiteral("no accessible name: ") + what;
        const bool control = button || widget->inherits("QComboBox") || widget->inherits("QAbstractSpinBox") || widget->inherits("QAbstractSlider") || widget->inherits("QLineEdit");
        if (control && widget->toolTip().isEmpty() && !plain.contains(name)) problems << QStringLiteral("no tooltip: ") + what;
    }
    problems.removeDuplicates();
    QVERIFY2(problems.isEmpty(), problems.join(QLatin1Char('\n')).toUtf8().constData());
}

void MannersTest::tabReachesThePagesControlsAndFocusIsSeen() {
    start();
    fill();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    for (const PageEntry& entry : pageEntries()) {
        if (!entry.create) continue;
        m_window->showPage(entry.id);
        QTest::qWait(30);
        QSet<QWidget*> reached;
        for (int i = 0; i < 400; ++i) {
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), Qt::Key_Tab);
            QWidget* now = QApplication::focusWidget();
            QVERIFY(now);
            if (reached.contains(now) && now->objectName().startsWith(QLatin1String("rail_"))) break;
            reached.insert(now);
        }
        QStringList missed;
        for (const QAbstractButton* button : m_window->page(entry.id)->findChildren<QAbstractButton*>()) {
            const bool segment = button->isCheckable() && (button->autoExclusive() || (button->group() && button->group()->exclusive()));  // arrows move inside a group
            if (!button->isVisible() || !button->isEnabled() || segment || button->focusPolicy() == Qt::NoFocus || button->objectName().startsWith(QLatin1String("qt_")) ||
                button->inherits("QTableCornerButton") || button->parentWidget()->inherits("QLineEdit")) continue;
            if (!reached.contains(const_cast<QAbstractButton*>(button))) missed << button->objectName();
        }
        QVERIFY2(missed.isEmpty(), (entry.id + QLatin1String(": Tab does not reach ") + missed.join(QLatin1String(", "))).toUtf8().constData());
    }
    // A focused button looks different from the same one without.
    auto* button = find<QAbstractButton>("rail_start");
    button->clearFocus();
    const QImage before = button->grab().toImage();
    button->setFocus(Qt::TabFocusReason);
    QVERIFY(button->grab().toImage() != before);
}

void MannersTest::everyErrorSaysWhatToDoNextAndCanBeCopied() {
    for (const Language& language : shippedLanguages()) {
        useLanguage(language.code);
        for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
            const Error error{static_cast<ErrorCode>(i), "it did not work", "some/file", ""};
            Banner banner;
            banner.showError(error, {});
            const auto text = [&](const char* name) { return banner.findChild<QLabel*>(QLatin1String(name))->text(); };
            QVERIFY(!text("bannerTitle").isEmpty());
            QVERIFY(text("bannerDetail").contains(QLatin1String("some/file")));
            QVERIFY(text("bannerNext").size() > 4);
            QVERIFY(banner.findChild<QLabel*>(QStringLiteral("bannerDetail"))->textInteractionFlags() & Qt::TextSelectableByKeyboard);
            banner.findChild<QAbstractButton*>(QStringLiteral("bannerCopy"))->click();
            const QString copied = QApplication::clipboard()->text();
            QVERIFY2(copied.contains(QString::fromUtf8(errorName(error.code).data())), qPrintable(copied));
            QVERIFY(copied.contains(text("bannerTitle")));
        }
    }
}

void MannersTest::wishesFindTheirLanguage() {
    QCOMPARE(shippedLanguageFor({QStringLiteral("de-AT")}), QStringLiteral("de"));
    QCOMPARE(shippedLanguageFor({QStringLiteral("fr-FR"), QStringLiteral("de-DE"), QStringLiteral("en")}), QStringLiteral("de"));
    QCOMPARE(shippedLanguageFor({QStringLiteral("zh-Hans-SG")}), QStringLiteral("zh_CN"));
    QCOMPARE(shippedLanguageFor({QStringLiteral("zh-CN")}), QStringLiteral("zh_CN"));
    QCOMPARE(shippedLanguageFor({QStringLiteral("zh-TW"), QStringLiteral("en-US")}), QStringLiteral("en"));
    QCOMPARE(shippedLanguageFor({QStringLiteral("C")}), QStringLiteral("en"));
    QCOMPARE(useLanguage(QStringLiteral("tlh")), QStringLiteral("en"));
}

void MannersTest::pointAndCommaAreBothTheDecimalMark_data() {
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("value");
    for (const QLocale& locale : {QLocale(QLocale::English, QLocale::UnitedStates), QLocale(QLocale::German, QLocale::Germany), QLocale(QLocale::Chinese), QLocale(QLocale::German, QLocale::Switzerland)})
        for (const auto& [typed, value] : {std::pair{"0.5", 0.5}, std::pair{"0,5", 0.5}, std::pair{",35", 0.35}, std::pair{"12,25", 12.25}, std::pair{"1.0000", 1.0}, std::pair{"7", 7.0}})
            QTest::addRow("%s: %s", qPrintable(locale.name()), typed) << locale << QString::fromLatin1(typed) << value;
}

void MannersTest::pointAndCommaAreBothTheDecimalMark() {
    QFETCH(const QLocale, locale);
    QFETCH(const QString, typed);
    QFETCH(const double, value);
    const QLocale before;
    QLocale::setDefault(locale);
    const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });
    DecimalBox box;
    box.setDecimals(4);
    box.setRange(0, 100);
    box.setSuffix(QStringLiteral(" %"));
    for (const bool wholeText : {true, false}) {
        box.setValue(50);
        // Over all of it, and with the unit left standing.
        box.findChild<QLineEdit*>()->setSelection(0, wholeText ? 100 : static_cast<int>(box.cleanText().size()));
        QTest::keyClicks(&box, typed);
        QTest::keyClick(&box, Qt::Key_Return);
        QCOMPARE(box.value(), value);
    }
    // Two marks are no number: the second is not taken.
    box.findChild<QLineEdit*>()->selectAll();
    QTest::keyClicks(&box, QStringLiteral("1,5.5"));
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(box.value(), 1.55);
    // Below the least value a mark is no group separator either: 0,5 is refused, not made 5.
    box.setRange(1, 16);
    for (const char* below : {"0,5", "0.5"}) {
        box.setValue(3);
        box.findChild<QLineEdit*>()->selectAll();
        QTest::keyClicks(&box, QLatin1String(below));
        QTest::keyClick(&box, Qt::Key_Return);
        QCOMPARE(box.value(), 3.0);
    }
}

void MannersTest::theHeaderSaysWhatTheTextReallyGives() {
    start();
    fill();
    for (const QDoubleSpinBox* box : m_window->findChildren<QDoubleSpinBox*>()) QVERIFY2(qobject_cast<const DecimalBox*>(box), qPrintable(box->objectName()));
    const auto header = [this] { return find<QWidget>("chip_task")->accessibleName(); };
    Project& project = m_window->project();
    QVERIFY2(header().contains(QStringLiteral("up to 32 × 128")), qPrintable(header()));
    const double asked = forecastSaliencySeconds(project, {}, 1e9);
    TaskChoice task = project.task();
    task.samples = 100'000;
    task.tokens = 512;
    project.setTask(task);
    QVERIFY(forecastSaliencySeconds(project, {}, 1e9) > 1000 * asked);
    // Ten stories is all that the set has.
    QJsonObject answer{{QStringLiteral("split"), QStringLiteral("calibration")}, {QStringLiteral("sampleCount"), 10}, {QStringLiteral("tokenCount"), 2048}};
    emit m_window->workflow().previewReady(answer);
    QVERIFY2(header().contains(QStringLiteral("10 sample")) && header().contains(QStringLiteral("2,048 tokens")), qPrintable(header()));
    QVERIFY(forecastSaliencySeconds(project, usedText(answer), 1e9) < asked);
    QVERIFY2(m_ui->text("tokenTotal").contains(QStringLiteral("of the 100,000 asked for")), qPrintable(m_ui->text("tokenTotal")));
    QVERIFY(!m_ui->text("packingNote").isEmpty());
    // The text for measuring is another one, and of another choice nothing is known yet.
    answer.insert(QStringLiteral("split"), QStringLiteral("evaluation"));
    QVERIFY(!usedText(answer) && !usedText({}));
    task.samples = 12;
    project.setTask(task);
    QVERIFY2(header().contains(QStringLiteral("up to 12 × 512")), qPrintable(header()));
    QVERIFY(m_ui->text("tokenTotal").startsWith(QStringLiteral("up to")));
}

void MannersTest::aFileThatShrinksUnderTheWindowIsToldOfOnce() {
    start();
    const QString path = m_folder->filePath(QStringLiteral("mapped"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(100'000, 'x')) == 100'000);
    file.close();
    const auto mapped = MappedFile::open(path.toStdString());
    QVERIFY(mapped.ok());
    QVERIFY(QFile::resize(path, 0));
    QTest::qWait(1200);
    QVERIFY(!m_ui->visible("banner"));   // nobody read it
    const volatile std::byte* bytes = mapped.value().bytes().data();
    QCOMPARE(static_cast<int>(bytes[50'000]), 0);
    QTRY_VERIFY(m_ui->visible("banner"));
    QVERIFY(m_ui->text("bannerDetail").contains(path));
    QVERIFY(m_ui->text("bannerNext").contains(QLatin1String("may be wrong")));
    QVERIFY(m_ui->click("bannerClose"));
    QTest::qWait(1200);
    QVERIFY(!m_ui->visible("banner"));
}

void MannersTest::aModelIsTheSameWithASlashBehindItsName() {
    start();
    m_window->openPath(Workflow::samplePath() + QLatin1Char('/'));
    QTRY_VERIFY(m_window->project().model() != nullptr);
    QCOMPARE(m_window->project().model()->path, Workflow::samplePath());
    RunInfo info;
    info.command = "saliency";
    info.optionsJson = QStringLiteral(R"({"model":"%1/"})").arg(Workflow::samplePath()).toStdString();
    QCOMPARE(makeRunRecord(info).modelPath(), Workflow::samplePath());
}

void MannersTest::theGlossaryExplainsEachWordOnceAndIsSearched() {
    start();
    QVERIFY(m_ui->click("rail_glossary"));
    auto* table = m_ui->find<QTableView>("glossaryTable");
    const auto words = [&] {
        QStringList list;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            list << table->model()->index(row, 0).data().toString();
            if (table->model()->index(row, 1).data().toString().size() < 20) list << QStringLiteral("unexplained: ") + list.last();
        }
        return list;
    };
    const QStringList all = words();
    QVERIFY(all.size() > 30);
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
    QVERIFY(all.filter(QStringLiteral("unexplained")).isEmpty());
    QTest::qWait(50);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        // All of an explanation is seen.
        const QModelIndex at = table->model()->index(row, 1);
        const QRect room = table->visualRect(at);
        QVERIFY2(room.isEmpty() || table->fontMetrics().boundingRect(QRect(0, 0, room.width() - 8, 10'000), Qt::TextWordWrap, at.data().toString()).height() <= room.height(), qPrintable(all[row]));
    }
    picture("glossary");
    QVERIFY(m_ui->find("glossarySearch")->hasFocus());
    QTest::keyClicks(m_ui->find("glossarySearch"), QStringLiteral("perplex"));
    QCOMPARE(words(), QStringList{QStringLiteral("perplexity")});
    QTest::keyClicks(m_ui->find("glossarySearch"), QStringLiteral("qqq"));
    QVERIFY(words().isEmpty() && m_ui->visible("glossaryNothing"));
}

TACQ_UI_TEST_MAIN(MannersTest)
#include "test_ui_manners.moc"
