#include "widgets/svg_device.h"

#include <QBuffer>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace tacq::ui {
namespace {

constexpr int kDotsPerInch = 96;
constexpr double kInchesPerMetre = 1000 / 25.4;

QString number(double value) { return QString::number(value, 'g', 7); }

QString transformOf(const QTransform& t) {
    if (t.isIdentity()) return {};
    return QStringLiteral(" transform=\"matrix(%1 %2 %3 %4 %5 %6)\"").arg(number(t.m11()), number(t.m12()), number(t.m21()), number(t.m22()), number(t.dx()), number(t.dy()));
}

QString pathData(const QPainterPath& path) {
    QString data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element e = path.elementAt(i);
        const char* verb = e.type == QPainterPath::MoveToElement ? "M" : e.type == QPainterPath::LineToElement ? "L" : e.type == QPainterPath::CurveToElement ? "C" : "";
        data += QLatin1String(verb) + number(e.x) + QLatin1Char(' ') + number(e.y) + QLatin1Char(' ');
    }
    return data.trimmed();
}

QString paintOf(const char* what, const QColor& colour) {
    QString text = QStringLiteral(" %1=\"%2\"").arg(QLatin1String(what), colour.name());
    if (colour.alpha() < 255) text += QStringLiteral(" %1-opacity=\"%2\"").arg(QLatin1String(what), number(static_cast<double>(colour.alphaF())));
    return text;
}

}  // namespace

class SvgDevice::Engine : public QPaintEngine {
public:
    // Gradients, patterns and clips to anything but rectangles are left to QPainter, which hands over pictures instead.
    Engine() : QPaintEngine(PrimitiveTransform | PixmapTransform | PainterPaths | Antialiasing | AlphaBlend | PaintOutsidePaintEvent) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState&) override {}

    void drawPath(const QPainterPath& path) override {
        const QPen& pen = painter()->pen();
        const QBrush& brush = painter()->brush();
        QString style = brush.style() == Qt::NoBrush ? QStringLiteral(" fill=\"none\"") : paintOf("fill", fillOf(brush));
        if (path.fillRule() == Qt::OddEvenFill) style += QLatin1String(" fill-rule=\"evenodd\"");
        if (pen.style() != Qt::NoPen) style += paintOf("stroke", pen.color()) + QStringLiteral(" stroke-width=\"%1\"").arg(number(pen.widthF() > 0 ? pen.widthF() : 1));
        add(QStringLiteral("<path d=\"%1\"%2").arg(pathData(path), style));
    }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
        QPainterPath path;
        path.addPolygon(QPolygonF(QVector<QPointF>(points, points + count)));
        if (mode != PolylineMode) return path.closeSubpath(), drawPath(path);
        const QBrush brush = painter()->brush();
        painter()->setBrush(Qt::NoBrush);
        drawPath(path);
        painter()->setBrush(brush);
    }
    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        const QFont font = item.font();
        const double size = font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * kDotsPerInch / 72;
        add(QStringLiteral("<text x=\"%1\" y=\"%2\" font-family=\"%3\" font-size=\"%4\" font-weight=\"%5\" textLength=\"%6\"%7").arg(
                number(at.x()), number(at.y()), font.family().toHtmlEscaped(), number(size), QString::number(font.weight()), number(item.width()),
                paintOf("fill", painter()->pen().color())),
            item.text().toHtmlEscaped(), QStringLiteral("text"));
    }
    void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override { drawImage(target, pixmap.toImage(), source, {}); }
    void drawImage(const QRectF& target, const QImage& image, const QRectF& source, Qt::ImageConversionFlags) override {
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.copy(source.toRect()).save(&buffer, "PNG");
        add(QStringLiteral("<image x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" preserveAspectRatio=\"none\" image-rendering=\"pixelated\" href=\"data:image/png;base64,%5\"")
                .arg(number(target.x()), number(target.y()), number(target.width()), number(target.height()), QString::fromLatin1(png.toBase64())));
    }
    const QString& body() const { return m_body; }

private:
    /// A gradient or pattern stands for its colour: the middle of a gradient.
    static QColor fillOf(const QBrush& brush) {
        const QGradient* gradient = brush.gradient();
        return gradient && !gradient->stops().isEmpty() ? gradient->stops().at(gradient->stops().size() / 2).second : brush.color();
    }
    void add(const QString& element, const QString& content = {}, const QString& name = {}) {
        QString attributes = transformOf(painter()->combinedTransform());
        if (painter()->opacity() < 1) attributes += QStringLiteral(" opacity=\"%1\"").arg(number(painter()->opacity()));
        const QString text = element + attributes + (name.isEmpty() ? QStringLiteral("/>") : QStringLiteral(">%1</%2>").arg(content, name));
        if (!painter()->hasClipping()) {
            m_body += text + QLatin1Char('\n');
            return;
        }
        const QRectF clip = painter()->transform().mapRect(painter()->clipBoundingRect());
        m_body += QStringLiteral("<clipPath id=\"c%1\"><rect x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\"/></clipPath><g clip-path=\"url(#c%1)\">%6</g>\n")
                      .arg(QString::number(++m_clips), number(clip.x()), number(clip.y()), number(clip.width()), number(clip.height()), text);
    }
    QString m_body;
    int m_clips = 0;
};

SvgDevice::SvgDevice(const QSize& size) : m_size(size), m_engine(std::make_unique<Engine>()) {}
SvgDevice::~SvgDevice() = default;
QPaintEngine* SvgDevice::paintEngine() const { return m_engine.get(); }

int SvgDevice::metric(PaintDeviceMetric metric) const {
    switch (metric) {
        case PdmWidth: return m_size.width();
        case PdmHeight: return m_size.height();
        case PdmWidthMM: return static_cast<int>(m_size.width() / kDotsPerInch / kInchesPerMetre * 1000);
        case PdmHeightMM: return static_cast<int>(m_size.height() / kDotsPerInch / kInchesPerMetre * 1000);
        case PdmDpiX: case PdmDpiY: case PdmPhysicalDpiX: case PdmPhysicalDpiY: return kDotsPerInch;
        case PdmNumColors: return 1 << 24;
        case PdmDepth: return 24;
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
        default: return 0;
    }
}

QByteArray SvgDevice::svg(const QString& title) const {
    return QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" viewBox=\"0 0 %1 %2\">\n<title>%3</title>\n%4</svg>\n")
        .arg(QString::number(m_size.width()), QString::number(m_size.height()), title.toHtmlEscaped(), m_engine->body()).toUtf8();
}

}  // namespace tacq::ui
