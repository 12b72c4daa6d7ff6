#pragma once
#include <QImage>
#include <QString>
#include <functional>

class QAbstractItemModel;
class QMenu;
class QPaintDevice;
class QTableView;
class QWidget;

namespace tacq::ui {

/// Draws a plot on a picture, a PDF page or an SVG of the widget's size.
using PlotPainter = std::function<void(QPaintDevice*)>;

/// The plot as it stands, drawn larger or smaller, with nobody in it having the keyboard.
QImage plotPicture(QWidget* plot, const PlotPainter& painter, double scale);
/// A file's name from words; says where a picture was saved, or that it could not be.
QString fileNameOf(const QString& words, const QString& suffix);
void tellSaved(QWidget* plot, const QString& path, bool saved);

/// Gives a plot a context menu (right click, or the keyboard's menu key): copy it, save it as PNG, SVG or PDF. The menu's objectName is
/// `<widget's objectName>Menu`, its actions `copyPlot`, `savePng`, `saveSvg`, `savePdf`, `saveSlide` (slide.h). `fileName`: what the file is called unless the person
/// says otherwise. Without a painter the widget draws itself.
void offerPlotExport(QWidget* plot, const QString& fileName, PlotPainter painter = {});
/// The same for a table: copy the chosen row or the whole table (tab-separated), save it as CSV (`copyRow`, `copyTable`, `saveCsv`).
void offerTableExport(QTableView* table, const QString& fileName);
/// For a widget that paints a model's rows itself: the whole table only.
void offerTableExport(QWidget* widget, const QAbstractItemModel& model, const QString& fileName);
/// As above, with a name that is asked for when the menu opens.
void offerPlotExport(QWidget* plot, std::function<QString()> fileName, PlotPainter painter = {});
void offerTableExport(QTableView* table, std::function<QString()> fileName);

/// One page of this size (96 dots an inch), by rename. False: the file could not be written.
bool savePdf(const QString& path, const QString& title, const QSize& size, const PlotPainter& draw);
/// Writes a plot by the ending of `path`: .png (twice the size), .svg or .pdf. False: the file could not be written.
bool savePlot(QWidget* plot, const QString& path, const PlotPainter& painter = {});
/// The table as people see it (exact values where the model has them: kExportRole), header first: RFC 4180 with ',' or tab-separated. `row` ≥ 0: that row only, without header.
QString tableText(const QAbstractItemModel& model, QChar separator, int row = -1);
bool saveTable(const QAbstractItemModel& model, const QString& path);

}  // namespace tacq::ui
