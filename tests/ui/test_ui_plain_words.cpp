// Words of data sets, paths and other computers are shown as the letters that they are, wherever Qt would guess that they are HTML.
#include <QApplication>
#include <QDirIterator>
#include <QFileDialog>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QMessageBox>
#include <QSettings>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QToolTip>
#include <utility>

#include "widgets/plain_words.h"
#include "window_fixture.h"

using namespace tacq;
using namespace tacq::ui;

class PlainWordsTest : public QObject, protected WindowFixture {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init() { freshFolder(); }
    void cleanup() { closeWindow(); }
    void wordsAreShownAsTheLettersTheyAre();
    void toolTipsOfItemsAndHeadersAreLetters();
    void everyToolTipGoesThroughTheOneFunction();
};

namespace {

/// What reads a file for ever where it is taken for HTML.
const QString kHostile = QStringLiteral("<img src='/dev/zero'> & <b>bold</b>");

/// What a tool tip shows there now: its own window's text as that window takes it.
QString shownToolTip() {
    for (QWidget* window : QApplication::topLevelWidgets())
        if (auto* label = qobject_cast<QLabel*>(window); label && window->windowType() == Qt::ToolTip && window->isVisible()) return label->text();
    return {};
}

void point(QWidget& widget, const QPoint& at) {
    QHelpEvent help(QEvent::ToolTip, at, widget.mapToGlobal(at));
    QCoreApplication::sendEvent(&widget, &help);
}

}  // namespace

void PlainWordsTest::wordsAreShownAsTheLettersTheyAre() {
    makeWindow(fakeEngine());
    showWindow();
    MainWindow& window = *m_window;
    int labels = 0, toolTips = 0;
    const auto walk = [&](QWidget& root) {
        for (QWidget* widget : root.findChildren<QWidget*>()) {
            if (auto* label = qobject_cast<QLabel*>(widget); label && label->windowType() != Qt::ToolTip) {
                label->ensurePolished();
                QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(QStringLiteral("a label guesses: %1, \"%2\"").arg(label->objectName(), label->text())));
                ++labels;
            }
            const QString before = widget->toolTip();
            if (before.isEmpty()) continue;
            widget->setToolTip(kHostile);
            QToolTip::hideText();
            point(*widget, widget->rect().center());
            QVERIFY2(!QToolTip::text().contains(QLatin1Char('<') + QStringLiteral("img")) && !shownToolTip().contains(QStringLiteral("<img")), qPrintable(widget->objectName()));
            widget->setToolTip(before);
            ++toolTips;
        }
    };
    for (const char* page : {"start", "smaller", "model", "task", "saliency", "circuit", "matrix", "budget", "quantize", "generate", "export", "runs", "lessons"}) window.showPage(QString::fromLatin1(page));
    walk(window);
    QVERIFY(labels > 200 && toolTips > 100);
    // Boxes and dialogs that Qt makes: an overwritten file's name is in one of them.
    QMessageBox box(QMessageBox::Question, kHostile, kHostile, QMessageBox::Ok, &window);
    box.setInformativeText(kHostile);
    box.show();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    walk(box);
    QFileDialog dialog(&window, kHostile);
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    walk(dialog);
    QToolTip::hideText();
}

void PlainWordsTest::toolTipsOfItemsAndHeadersAreLetters() {
    PlainWords filter;
    qApp->installEventFilter(&filter);
    QStandardItemModel model;
    model.setItem(0, 0, new QStandardItem(QStringLiteral("x")));
    model.setData(model.index(0, 0), kHostile, Qt::ToolTipRole);
    model.setHeaderData(0, Qt::Horizontal, kHostile, Qt::ToolTipRole);
    QTableView table;
    table.setModel(&model);
    table.resize(300, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    for (const auto& [widget, at] : {std::pair(table.viewport(), table.visualRect(model.index(0, 0)).center()), std::pair(table.horizontalHeader()->viewport(), QPoint(4, 4))}) {
        QToolTip::hideText();
        point(*widget, at);
        QTRY_VERIFY(QToolTip::text().contains(QLatin1String("&lt;img src=")));
    }
    QToolTip::hideText();
    QCOMPARE(plainToolTip(QStringLiteral("a plain word")), QStringLiteral("a plain word"));
    QVERIFY(!plainToolTip(kHostile).contains(QLatin1String("<img")));
}

void PlainWordsTest::everyToolTipGoesThroughTheOneFunction() {
    const QString root = QFileInfo(qEnvironmentVariable("TACQ_RESOURCES")).path();
    if (!QFileInfo::exists(root + QStringLiteral("/ui"))) QSKIP("needs the sources");
    for (QDirIterator files(root + QStringLiteral("/ui"), {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray source = file.readAll();
        for (const char* guessing : {"QToolTip::showText(", "setWhatsThis(", "setHtml(", "Qt::RichText", "Qt::AutoText)"})
            if (!file.fileName().endsWith(QLatin1String("/plain_words.cpp"))) QVERIFY2(!source.contains(guessing), qPrintable(file.fileName() + QLatin1String(": ") + QLatin1String(guessing)));
    }
}

TACQ_UI_TEST_MAIN(PlainWordsTest)
#include "test_ui_plain_words.moc"
