#pragma once
#include <QImage>
#include <QSize>
#include <QString>

#include "widgets/export_menu.h"

namespace tacq::ui {

/// A plot as it is shown to a room: a title above it, what its axes mean below it, all of it large enough for the size asked for.
struct Slide {
    QString title, axes;   ///< either may be empty
    QSize size{1920, 1080};   ///< pixels
};

/// The slide in the plot's own theme. The plot keeps its proportions.
QImage slidePicture(QWidget* plot, const Slide& slide, const PlotPainter& painter = {});
/// By the ending of `path`: .png or .pdf. False: the file could not be written.
bool saveSlide(QWidget* plot, const Slide& slide, const QString& path, const PlotPainter& painter = {});

/// Asks for title, axes and size beside a preview, and saves or copies. Stops nothing else. `name`: what the file is called unless the person says otherwise.
void openSlideDialog(QWidget* plot, const QString& name, const PlotPainter& painter);

}  // namespace tacq::ui
