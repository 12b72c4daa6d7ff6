#include "widgets/export_menu.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPdfWriter>
#include <QPointer>
#include <QSaveFile>
#include <QTableView>
#include <utility>

#include "models/shared/table_roles.h"
#include "widgets/file_dialog.h"
#include "widgets/plain_words.h"
#include "widgets/slide.h"
#include "widgets/status_line.h"
#include "widgets/svg_device.h"
#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr int kPictureScale = 2, kPdfDotsPerInch = 96;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ExportMenu)
};

/// While a picture is made nobody in it has the keyboard: the frame that shows who has it belongs to the window.
class WithoutFocus {
public:
    explicit WithoutFocus(QWidget* plot) : m_was(plot->window()->focusWidget()) {
        if (!m_was || !m_was->hasFocus() || (m_was != plot && !plot->isAncestorOf(m_was))) m_was = nullptr;
        if (m_was) m_was->clearFocus();
    }
    ~WithoutFocus() {
        if (m_was) m_was->setFocus(Qt::OtherFocusReason);
    }
    WithoutFocus(const WithoutFocus&) = delete;
    WithoutFocus& operator=(const WithoutFocus&) = delete;

private:
    QPointer<QWidget> m_was;
};

void paint(QWidget* plot, QPaintDevice* device, const PlotPainter& painter) {
    const WithoutFocus without(plot);
    if (painter) return painter(device);
    QPainter direct(device);
    direct.fillRect(QRect(QPoint(), plot->size()), Theme::of(plot).card);   // text of the dark theme needs its ground
    plot->render(&direct, QPoint(), QRegion(), QWidget::DrawChildren);   // the page behind it stays behind
}

QImage picture(QWidget* plot, const PlotPainter& painter) { return plotPicture(plot, painter, kPictureScale); }

bool writeAll(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

QString plainName(QString name) {
    for (QChar& c : name)
        if (!c.isLetterOrNumber() && !QStringLiteral("-_. ").contains(c)) c = QLatin1Char('_');
    return name;
}

/// Asks for a file without stopping anything else, writes it, and says where a failure shows: at the widget.
void askAndSave(QWidget* parent, const QString& name, const QString& suffix, std::function<bool(const QString&)> save) {
    QFileDialog* dialog = makeFileDialog(parent, Words::tr("Save as"), QStringLiteral("exportDialog"), Pick::Save, QStringLiteral("pictures"));
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(Words::tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->selectFile(fileNameOf(name, suffix));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, save = std::move(save)](const QString& path) {
        tellSaved(parent, path, save(path));
    });
    dialog->open();
}

QAction* add(QMenu* menu, const char* objectName, const QString& text, const std::function<void()>& act) {
    QAction* action = menu->addAction(text);
    action->setObjectName(QLatin1String(objectName));
    QObject::connect(action, &QAction::triggered, menu, act);
    return action;
}

void buildPlotMenu(QMenu* menu, QWidget* plot, const QString& name, const PlotPainter& painter) {
    add(menu, "copyPlot", Words::tr("Copy picture"), [plot, painter] { QGuiApplication::clipboard()->setImage(picture(plot, painter)); });
    menu->addSeparator();
    const auto offer = [=](const char* action, const QString& text, const QString& suffix) {
        add(menu, action, text, [=] { askAndSave(plot, name, suffix, [=](const QString& path) { return savePlot(plot, path, painter); }); });
    };
    offer("savePng", Words::tr("Save as PNG …"), QStringLiteral("png"));
    offer("saveSvg", Words::tr("Save as SVG …"), QStringLiteral("svg"));
    offer("savePdf", Words::tr("Save as PDF …"), QStringLiteral("pdf"));
    menu->addSeparator();
    add(menu, "saveSlide", Words::tr("For a slide …"), [=] { openSlideDialog(plot, name, painter); });
}

/// `row` of the table that is copied by itself; below 0: none is chosen.
void buildTableMenu(QMenu* menu, QWidget* widget, const QAbstractItemModel& model, int row, const QString& name) {
    const auto copy = [&model](int which) { QGuiApplication::clipboard()->setText(tableText(model, QLatin1Char('\t'), which)); };
    if (qobject_cast<QTableView*>(widget)) add(menu, "copyRow", Words::tr("Copy row"), [copy, row] { copy(row); })->setEnabled(row >= 0);
    add(menu, "copyTable", Words::tr("Copy table"), [copy] { copy(-1); });
    menu->addSeparator();
    add(menu, "saveCsv", Words::tr("Save as CSV …"), [widget, &model, name] {
        askAndSave(widget, name, QStringLiteral("csv"), [&model](const QString& path) { return saveTable(model, path); });
    });
}

/// Opens a fresh menu where the person asked for one.
void offer(QWidget* widget, const std::function<void(QMenu*)>& build) {
    widget->setContextMenuPolicy(Qt::CustomContextMenu);
    // QCustomPlot keeps mouse events to itself, and with them the wish for a menu.
    for (QWidget* part : widget->findChildren<QWidget*>()) part->setAttribute(Qt::WA_NoMousePropagation, false);
    QObject::connect(widget, &QWidget::customContextMenuRequested, widget, [widget, build](const QPoint& at) {
        auto* menu = new QMenu(widget);
        menu->setObjectName(widget->objectName() + QLatin1String("Menu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        build(menu);
        menu->popup(widget->mapToGlobal(at));
    });
}

/// A spreadsheet takes text that begins so for a formula, whoever wrote it (a file's name, a data set); an apostrophe makes it text. Numbers stay.
QString harmless(const QString& text) {
    bool isNumber = false;
    text.toDouble(&isNumber);
    return !isNumber && !text.isEmpty() && QLatin1String("=+-@\t\r\n").contains(text.front()) ? QLatin1Char('\'') + text : text;
}

QString quoted(const QString& cell, QChar separator) {
    QString text = harmless(cell);
    if (!text.contains(separator) && !text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r'))) return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

}  // namespace

QImage plotPicture(QWidget* plot, const PlotPainter& painter, double scale) {
    QImage image((QSizeF(plot->size()) * scale).toSize().expandedTo(QSize(1, 1)), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(plot->palette().color(QPalette::Base));
    paint(plot, &image, painter);
    return image;
}

QString fileNameOf(const QString& words, const QString& suffix) { return plainName(words) + QLatin1Char('.') + suffix; }

void tellSaved(QWidget* plot, const QString& path, bool saved) {
    const QString said = saved ? Words::tr("Saved: %1").arg(path) : Words::tr("%1 cannot be written. Choose another folder.").arg(path);
    auto* line = plot->window()->findChild<StatusLine*>();
    if (saved && line) line->tell(said);
    else showToolTip(plot->mapToGlobal(QPoint(8, 8)), said, plot, {}, 6000);
}

bool savePdf(const QString& path, const QString& title, const QSize& size, const PlotPainter& draw) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return false;
    {
        QPdfWriter pdf(&file);
        pdf.setResolution(kPdfDotsPerInch);
        pdf.setTitle(title);
        pdf.setPageMargins(QMarginsF());
        pdf.setPageSize(QPageSize(QSizeF(size) * 72 / kPdfDotsPerInch, QPageSize::Point));
        draw(&pdf);
    }
    return file.commit();
}

bool savePlot(QWidget* plot, const QString& path, const PlotPainter& painter) {
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        SvgDevice device(plot->size());
        paint(plot, &device, painter);
        return writeAll(path, device.svg(plot->accessibleName()));
    }
    if (!path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) return picture(plot, painter).save(path);
    return savePdf(path, plot->accessibleName(), plot->size(), [&](QPaintDevice* page) { paint(plot, page, painter); });
}

QString tableText(const QAbstractItemModel& model, QChar separator, int row) {
    const auto line = [&](const std::function<QString(int)>& cell) {
        QStringList cells;
        for (int c = 0; c < model.columnCount(); ++c) cells << quoted(cell(c), separator);
        return cells.join(separator) + QLatin1Char('\n');
    };
    const auto ofRow = [&](int r) {
        return line([&](int c) {
            const QVariant exact = model.index(r, c).data(kExportRole);
            if (!exact.isValid()) return model.index(r, c).data(Qt::DisplayRole).toString();
            return exact.userType() == QMetaType::Double || exact.userType() == QMetaType::Float ? QString::number(exact.toDouble(), 'g', 9) : exact.toString();
        });
    };
    if (row >= 0) return ofRow(row);
    QString text = line([&](int c) { return model.headerData(c, Qt::Horizontal, Qt::DisplayRole).toString(); });
    for (int r = 0; r < model.rowCount(); ++r) text += ofRow(r);
    return text;
}

bool saveTable(const QAbstractItemModel& model, const QString& path) { return writeAll(path, tableText(model, QLatin1Char(',')).toUtf8()); }

void offerPlotExport(QWidget* plot, std::function<QString()> fileName, PlotPainter painter) {
    offer(plot, [=](QMenu* menu) { buildPlotMenu(menu, plot, fileName(), painter); });
}
void offerPlotExport(QWidget* plot, const QString& fileName, PlotPainter painter) {
    offerPlotExport(plot, [fileName] { return fileName; }, std::move(painter));
}
void offerTableExport(QTableView* table, std::function<QString()> fileName) {
    offer(table, [=](QMenu* menu) { buildTableMenu(menu, table, *table->model(), table->currentIndex().row(), fileName()); });
}
void offerTableExport(QWidget* widget, const QAbstractItemModel& model, const QString& fileName) {
    offer(widget, [=, &model](QMenu* menu) { buildTableMenu(menu, widget, model, -1, fileName); });
}
void offerTableExport(QTableView* table, const QString& fileName) {
    offerTableExport(table, [fileName] { return fileName; });
}

}  // namespace tacq::ui
