#pragma once
#include <QPaintDevice>
#include <QSize>
#include <QString>
#include <memory>

namespace tacq::ui {

/// Paint on it, then take svg(): shapes and text stay shapes and text, pictures become embedded PNG. Enough for plots and tables; gradients are
/// drawn as pictures.
///
/// Why not Qt's own QSvgGenerator: to build with it takes the headers of one more module (qt6-svg-dev), for this one use, and it opens a group with all of pen,
/// brush and font at every change of the painter's state, which a map of ten thousand cells makes at every cell. What is written here is one element a shape.
class SvgDevice : public QPaintDevice {
public:
    explicit SvgDevice(const QSize& size);
    ~SvgDevice() override;
    QPaintEngine* paintEngine() const override;
    QByteArray svg(const QString& title) const;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    QSize m_size;
    std::unique_ptr<Engine> m_engine;
};

}  // namespace tacq::ui
