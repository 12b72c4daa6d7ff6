// Where things stand: nothing over anything else in small windows, nothing that moves under the pointer, Tab from top to bottom.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QTreeView>
#include <cmath>

#include "models/runs/run_record.h"
#include "models/shared/fact_table_model.h"
#include "plot/tick_labels.h"
#include "sample_window.h"
#include "widgets/elided_label.h"
#include "widgets/theme.h"

using namespace tacq;
using namespace tacq::ui;

class LayoutTest : public QObject, protected SampleWindow {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init() { freshFolder(); }
    void cleanup() { closeWindow(); }
    void nothingLiesOverAnythingInASmallWindow();
    void theSliderStaysWhereItIsWhileItIsDragged();
    void theWizardsButtonStaysWhereItIs();
    void tabGoesThroughTheBudgetFromTopToBottom();
    void narrowWindowsKeepTheNamesInTheHeader();
    void tensorsKeepTheirNamesInANarrowWindow();
    void labelsOfALegendDoNotTouch();
    void popupsShowWholeNamesInTheThemesColours();
    void aMixedRunsDetailsStayInSight();

private:
    /// Model, saliency and a result.
    void fill() {
        openSample();
        m_window->workflow().runSaliency();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->project().saliency() != nullptr, 20000);
        m_window->workflow().quantize();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->project().results().empty() && !m_window->isRunning(), 40000);
    }
    QStringList pages() const {
        QStringList ids;
        for (const PageEntry& entry : pageEntries())
            if (entry.create) ids << entry.id;
        return ids;
    }
    /// Widgets that share a parent and a place.
    static QStringList overlaps(const QWidget* parent) {
        QStringList found;
        QList<QWidget*> shown;
        for (QObject* child : parent->children())
            if (auto* widget = qobject_cast<QWidget*>(child); widget && widget->isVisible() && !widget->isWindow() && !widget->testAttribute(Qt::WA_TransparentForMouseEvents)) shown << widget;
        const bool stacks = parent->inherits("QSplitter") || parent->inherits("QAbstractScrollArea") || parent->inherits("QAbstractItemView") || parent->inherits("QComboBox") || parent->inherits("QAbstractSpinBox");
        for (qsizetype i = 0; i < shown.size(); ++i) {
            for (qsizetype j = i + 1; !stacks && j < shown.size(); ++j) {
                const QRect both = shown[i]->geometry().intersected(shown[j]->geometry());
                if (both.width() > 1 && both.height() > 1)
                    found << QStringLiteral("%1 over %2 in %3").arg(shown[i]->objectName(), shown[j]->objectName(), parent->objectName());
            }
            found << overlaps(shown[i]);
        }
        return found;
    }
    /// Words that do not fit: a label that may wrap or be shortened says so itself.
    static QStringList cut(const QWidget* page) {
        QStringList found;
        for (const QLabel* label : page->findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty() || dynamic_cast<const ElidedLabel*>(label)) continue;
            const int need = label->wordWrap() ? label->heightForWidth(label->width()) : label->fontMetrics().horizontalAdvance(label->text());
            if (label->wordWrap() ? label->height() + 2 < need : label->width() + 2 < need) found << QStringLiteral("%1 is cut: %2").arg(label->objectName(), label->text());
        }
        for (const auto* button : page->findChildren<QPushButton*>())
            if (button->isVisible() && !button->text().isEmpty() && button->width() < button->fontMetrics().horizontalAdvance(button->text()))
                found << QStringLiteral("%1 is cut: %2").arg(button->objectName(), button->text());
        return found;
    }
};

void LayoutTest::nothingLiesOverAnythingInASmallWindow() {
    start();
    fill();
    QStringList found;
    // The last two: 1366 x 728 and 1440 x 900 at 150 %.
    for (const QSize& size : {QSize(1440, 900), QSize(1366, 728), QSize(1024, 700), QSize(910, 485), QSize(960, 600)}) {
        m_window->resize(size);
        for (const QString& id : pages()) {
            m_window->showPage(id);
            // A text that has just come is laid out in a moment.
            QStringList wrong;
            for (int i = 0; i < 20; ++i) {
                QTest::qWait(60);
                wrong = overlaps(m_window->centralWidget()) + cut(m_window->centralWidget());
                if (wrong.isEmpty()) break;
            }
            for (const QString& one : wrong) found << QStringLiteral("%1x%2 %3: %4").arg(size.width()).arg(size.height()).arg(id, one);
            picture(QStringLiteral("%1-%2x%3").arg(id).arg(size.width()).arg(size.height()).toLatin1().constData());
        }
    }
    found.removeDuplicates();
    QVERIFY2(found.isEmpty(), found.join(QLatin1Char('\n')).toUtf8().constData());
}

void LayoutTest::theSliderStaysWhereItIsWhileItIsDragged() {
    start();
    fill();
    for (const QSize& size : {QSize(1440, 900), QSize(1024, 700)}) {
        m_window->resize(size);
        for (const auto& [page, name] : {std::pair{"circuit", "fractionSlider"}, std::pair{"budget", "set_fractionSlider"}}) {
            m_window->showPage(QLatin1String(page));
            QTest::qWait(60);
            QSlider* slider = nullptr;
            for (auto* one : m_window->findChildren<QSlider*>())
                if (one->isVisible() && one->objectName().endsWith(QLatin1String("ractionSlider"))) slider = one;
            QVERIFY2(slider, name);
            for (const bool simulated : {true, false}) {
                m_window->budget().setBits(simulated ? 3 : 4);
                QTest::qWait(60);
                const QRect there(slider->mapTo(m_window.get(), QPoint()), slider->size());
                for (int step = slider->minimum(); step <= slider->maximum(); step += 37) {
                    slider->setValue(step);
                    m_window->budget().flush();
                    QCoreApplication::processEvents();
                    QCOMPARE(QRect(slider->mapTo(m_window.get(), QPoint()), slider->size()), there);
                }
            }
            m_window->budget().setBits(3);
        }
    }
}

void LayoutTest::theWizardsButtonStaysWhereItIs() {
    start();
    openSample();
    m_window->resize(1366, 728);
    m_window->showPage(QStringLiteral("smaller"));
    QTRY_VERIFY(m_ui->visible("smallerTask_tinystories"));
    QTest::qWait(100);
    const auto* go = m_ui->find<QAbstractButton>("smallerGo");
    const QRect before(go->mapTo(m_window.get(), QPoint()), go->size());
    for (const char* choice : {"smallerPlace_hf", "smallerMinutes_30", "smallerMinutes_1", "smallerPlace_here"}) {
        m_ui->find<QAbstractButton>(choice)->click();
        QTest::qWait(60);
        QCOMPARE(QRect(go->mapTo(m_window.get(), QPoint()), go->size()), before);
    }
    m_ui->find<QLineEdit>("smallerFolder")->clear();
    emit m_ui->find<QLineEdit>("smallerFolder")->textEdited({});
    QTest::qWait(60);
    QVERIFY(!m_ui->text("smallerNote").isEmpty());
    QCOMPARE(QRect(go->mapTo(m_window.get(), QPoint()), go->size()), before);
}

void LayoutTest::narrowWindowsKeepTheNamesInTheHeader() {
    start();
    fill();
    m_window->resize(1024, 700);
    QTest::qWait(60);
    for (const char* name : {"chipText_model", "chipText_run"}) {
        const auto* label = m_ui->find<QLabel>(name);
        QVERIFY2(label->width() >= label->fontMetrics().horizontalAdvance(label->text()), qPrintable(label->text()));
    }
}

void LayoutTest::tensorsKeepTheirNamesInANarrowWindow() {
    start();
    openSample();
    m_window->showPage(QStringLiteral("model"));
    for (const QSize& size : {QSize(1440, 900), QSize(1024, 700), QSize(910, 485)}) {
        m_window->resize(size);
        QTest::qWait(60);
        const auto* tree = m_ui->find<QTreeView>("tensorTree");
        QVERIFY2(tree->columnWidth(0) >= 140, qPrintable(QString::number(tree->columnWidth(0))));
    }
}

void LayoutTest::labelsOfALegendDoNotTouch() {
    using Places = std::vector<std::optional<int>>;
    QCOMPARE(placeLabels({0, 50, 100}, {20, 20, 20}, 0, 100), Places({0, 40, 80}));
    QCOMPARE(placeLabels({0, 30, 60}, {30, 30, 30}, 0, 60), Places({0, std::nullopt, std::nullopt}));   // not even the ends
    const auto places = placeLabels({0, 25, 50, 75, 100}, {30, 30, 30, 30, 30}, 0, 100);
    for (std::size_t i = 0; i < places.size(); ++i)
        for (std::size_t j = i + 1; j < places.size(); ++j) QVERIFY(!places[i] || !places[j] || *places[i] + 30 < *places[j]);
    QVERIFY(places.front() && places.back());
}

void LayoutTest::popupsShowWholeNamesInTheThemesColours() {
    start();
    fill();
    m_window->showPage(QStringLiteral("quantize"));
    auto* choice = m_ui->find<QComboBox>("measureWhat");
    choice->setFixedWidth(90);   // a field that is too narrow for its entries
    choice->showPopup();
    QTRY_VERIFY(choice->view()->isVisible());
    QWidget* popup = choice->view()->window();
    QVERIFY(popup != m_window.get());
    QVERIFY2(choice->view()->sizeHintForColumn(0) <= choice->view()->viewport()->width(), qPrintable(QString::number(choice->view()->viewport()->width())));
    const QImage shown = popup->grab().toImage();
    if (const QString folder = qEnvironmentVariable("TACQ_PICTURES"); !folder.isEmpty()) shown.save(folder + QStringLiteral("/popup.png"));
    // A hairline around a card, and nothing of the platform's style.
    QCOMPARE(QColor(shown.pixel(shown.width() / 2, 0)), Theme::light().hairline);
    QCOMPARE(QColor(shown.pixel(3, shown.height() / 2)), Theme::light().card);
    choice->hidePopup();
}

void LayoutTest::tabGoesThroughTheBudgetFromTopToBottom() {
    start();
    fill();
    m_window->resize(1440, 900);
    QStringList wrong;
    for (const QString& id : {QStringLiteral("budget")}) {
        m_window->showPage(id);
        QTest::qWait(60);
        Page* page = m_window->page(id);
        // Within a card: the next one stands lower, or in the same line further right. From card to card: never back up and to the left.
        const auto cardOf = [](const QWidget* widget) {
            while (widget && !widget->property("card").toBool()) widget = widget->parentWidget();
            return widget;
        };
        QList<QWidget*> order;
        for (QWidget* widget = page->nextInFocusChain(); widget && widget != page; widget = widget->nextInFocusChain())
            if (page->isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy()) order << widget;
        for (qsizetype i = 1; i < order.size(); ++i) {
            const QRect before(order[i - 1]->mapTo(page, QPoint()), order[i - 1]->size()), now(order[i]->mapTo(page, QPoint()), order[i]->size());
            const bool sameCard = cardOf(order[i - 1]) == cardOf(order[i]);
            const bool sameLine = before.top() < now.bottom() && now.top() < before.bottom();
            const bool fine = sameLine ? now.left() >= before.left() : sameCard ? now.top() >= before.bottom() : now.top() >= before.bottom() || now.left() >= before.right();
            if (!fine) wrong << QStringLiteral("%1: %2 after %3").arg(id, order[i]->objectName(), order[i - 1]->objectName());
        }
    }
    QVERIFY2(wrong.isEmpty(), wrong.join(QLatin1Char('\n')).toUtf8().constData());
}

void LayoutTest::aMixedRunsDetailsStayInSight() {
    QString tensors;
    for (int layer = 0; layer < 30; ++layer)
        tensors += QStringLiteral("%1\"model.layers.%2.self_attn.q_proj.weight\":{\"bits\":%3}").arg(layer ? QStringLiteral(",") : QString()).arg(layer).arg(layer < 10 ? 2 : 4);
    RunInfo info;
    info.command = "quantize";
    info.optionsJson = QStringLiteral(R"({"bits":3,"recipe":{"format":"tacq-recipe","version":1,"tensors":{%1}},"samples":16,"task":"gsm8k"})").arg(tensors).toStdString();
    const FactTableModel::Table table = optionTable(makeRunRecord(info));
    QVERIFY2(table.rows.size() <= 5, qPrintable(QString::number(table.rows.size())));
    QCOMPARE(table.rows.back()[0].text, QStringLiteral("recipe"));
    QVERIFY2(table.rows.back()[1].text.contains(QLatin1String("30")) && table.rows.back()[1].text.contains(QLatin1String("10 of 2 bit")), qPrintable(table.rows.back()[1].text));
    for (const auto& row : table.rows) QVERIFY(row[0].text.size() < 20);
}

TACQ_UI_TEST_MAIN(LayoutTest)
#include "test_ui_layout.moc"
