#pragma once
#include <QPaintDevice>
#include <QSize>
#include <QString>
#include <memory>

namespace tacq::ui {

/// Paint on it, then take svg(): shapes and text stay shapes and text, pictures become embedded PNG. Enough for plots and tables; gradients are
/// drawn as pictures. (Qt's own generator is in a module of its own, which this program does without.)
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
