#include "widgets/slide.h"

#include <QClipboard>
#include <QDialog>
#include <QFileDialog>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <algorithm>
#include <utility>

#include "widgets/choice.h"
#include "widgets/file_dialog.h"
#include "widgets/parts.h"
#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr double kMargin = 0.04, kTitleHeight = 0.055, kAxesHeight = 0.032, kLine = 1.35;   // of the slide's height
constexpr int kPreviewWidth = 480;

QFont fontOf(double pixels, QFont::Weight weight) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(8, qRound(pixels)));
    font.setWeight(weight);
    return font;
}

/// Room for a text in lines of this font; nothing for none.
double heightOf(const QString& text, const QFont& font, double width) {
    if (text.isEmpty()) return 0;
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, text).height() * kLine;
}

/// What a plot says of itself to those who cannot see it is what its axes mean.
QString axesOf(const QWidget* plot) {
    const QString described = plot->accessibleDescription().isEmpty() ? plot->toolTip() : plot->accessibleDescription();
    return described.section(QLatin1Char('\n'), 0, 0);
}

class SlideDialog : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(SlideDialog)
public:
    SlideDialog(QWidget* plot, QString name, PlotPainter painter) : QDialog(plot->window()), m_plot(plot), m_name(std::move(name)), m_painter(std::move(painter)) {
        setObjectName(QStringLiteral("slideDialog"));
        setAttribute(Qt::WA_DeleteOnClose);
        setWindowTitle(tr("A picture for a slide"));
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(12);
        m_title = addLine(grid, QStringLiteral("slideTitle"), tr("Title"), tr("Stands above the picture; empty: none."), plot->accessibleName().isEmpty() ? m_name : plot->accessibleName());
        m_axes = addLine(grid, QStringLiteral("slideAxes"), tr("Axes and units"), tr("Stands below the picture: what goes to the right, what goes up, and in which unit; empty: nothing."), axesOf(plot));
        m_size = new Choice(QStringLiteral("slideSize"), tr("Size in pixels"), this);
        m_size->setToolTip(tr("As large as the screen or the page that it will be shown on."));
        for (const QSize& size : {QSize(1920, 1080), QSize(1280, 720), QSize(1600, 1200), QSize(3840, 2160)}) m_size->addItem(QStringLiteral("%1 × %2").arg(size.width()).arg(size.height()), size);
        addRow(grid, tr("Size in pixels"), m_size);
        m_preview = makeLabel({}, TextRole::Plain, QStringLiteral("slidePreview"), this);
        m_preview->setAccessibleName(tr("How the slide will look"));
        m_preview->setToolTip(tr("How the slide will look"));
        auto* save = makeButton(tr("Save …"), ButtonRole::Primary, QStringLiteral("slideSave"), this);
        save->setToolTip(tr("As PNG or PDF, by the ending of the name."));
        auto* copy = makeButton(tr("Copy picture"), ButtonRole::Normal, QStringLiteral("slideCopy"), this);
        copy->setToolTip(tr("Puts the picture on the clipboard."));
        auto* close = makeButton(tr("Close"), ButtonRole::Flat, QStringLiteral("slideClose"), this);
        auto* buttons = new QHBoxLayout;
        buttons->addStretch(1);
        for (QPushButton* button : {close, copy, save}) buttons->addWidget(button);
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(16, 16, 16, 16);
        layout->setSpacing(12);
        layout->addWidget(m_preview, 0, Qt::AlignHCenter);
        layout->addLayout(grid);
        layout->addLayout(buttons);
        for (QLineEdit* line : {m_title, m_axes}) connect(line, &QLineEdit::textChanged, this, [this] { refresh(); });
        connect(m_size, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
        connect(close, &QPushButton::clicked, this, &QDialog::close);
        connect(copy, &QPushButton::clicked, this, [this] {
            if (m_plot) QGuiApplication::clipboard()->setImage(slidePicture(m_plot, slide(), m_painter));
        });
        connect(save, &QPushButton::clicked, this, [this] { this->save(); });
        connect(plot, &QObject::destroyed, this, &QDialog::close);
        refresh();
    }

private:
    void addRow(QGridLayout* grid, const QString& text, QWidget* control) {
        auto* label = makeLabel(text, TextRole::Secondary, control->objectName() + QLatin1String("Label"), this);
        label->setBuddy(control);
        label->setToolTip(control->toolTip());
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(control, row, 1);
    }
    QLineEdit* addLine(QGridLayout* grid, const QString& objectName, const QString& text, const QString& tip, const QString& value) {
        auto* line = new QLineEdit(value, this);
        line->setObjectName(objectName);
        line->setAccessibleName(text);
        line->setToolTip(tip);
        addRow(grid, text, line);
        return line;
    }
    Slide slide() const { return {m_title->text().trimmed(), m_axes->text().trimmed(), m_size->currentData().toSize()}; }
    void refresh() {
        if (!m_plot) return;
        // Drawn as it will be, then made small: small letters stay where they will stand.
        m_preview->setPixmap(QPixmap::fromImage(slidePicture(m_plot, slide(), m_painter).scaledToWidth(kPreviewWidth, Qt::SmoothTransformation)));
    }
    void save() {
        QFileDialog* dialog = makeFileDialog(this, tr("Save as"), QStringLiteral("slideFileDialog"), Pick::Save, QStringLiteral("pictures"));
        dialog->setDefaultSuffix(QStringLiteral("png"));
        dialog->setNameFilters({tr("%1 files (*.%2)").arg(QStringLiteral("PNG"), QStringLiteral("png")), tr("%1 files (*.%2)").arg(QStringLiteral("PDF"), QStringLiteral("pdf"))});
        dialog->selectFile(fileNameOf(m_name, QStringLiteral("png")));
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
            if (!m_plot) return;
            const bool saved = saveSlide(m_plot, slide(), path, m_painter);
            tellSaved(m_plot, path, saved);
            if (saved) close();
        });
        dialog->open();
    }

    QPointer<QWidget> m_plot;
    QString m_name;
    PlotPainter m_painter;
    QLineEdit *m_title, *m_axes;
    Choice* m_size;
    QLabel* m_preview;
};

}  // namespace

QImage slidePicture(QWidget* plot, const Slide& slide, const PlotPainter& painter) {
    const Theme& theme = Theme::of(plot);
    QImage image(slide.size, QImage::Format_RGB32);
    image.fill(theme.card);
    QPainter paint(&image);
    const double height = slide.size.height(), margin = kMargin * height;
    const QFont title = fontOf(kTitleHeight * height, QFont::DemiBold), axes = fontOf(kAxesHeight * height, QFont::Normal);
    QRectF room = QRectF(QPointF(), slide.size).adjusted(margin, margin, -margin, -margin);
    const auto write = [&](const QString& text, const QFont& font, const QColor& colour, const QRectF& where) {
        paint.setFont(font);
        paint.setPen(colour);
        paint.drawText(where, Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextWordWrap, text);
    };
    if (const double needed = std::min(heightOf(slide.title, title, room.width()), room.height() / 3); needed > 0) {
        write(slide.title, title, theme.text, QRectF(room.topLeft(), QSizeF(room.width(), needed)));
        room.setTop(room.top() + needed);
    }
    if (const double needed = std::min(heightOf(slide.axes, axes, room.width()), room.height() / 3); needed > 0) {
        write(slide.axes, axes, theme.secondary, QRectF(QPointF(room.left(), room.bottom() - needed), QSizeF(room.width(), needed)));
        room.setBottom(room.bottom() - needed);
    }
    const QSizeF plotted = QSizeF(plot->size()).scaled(room.size(), Qt::KeepAspectRatio);
    const double scale = plotted.width() / std::max(1, plot->width());
    const QImage drawn = plotPicture(plot, painter, scale);
    paint.drawImage(QRectF(room.center() - QPointF(plotted.width() / 2, plotted.height() / 2), plotted), drawn, QRectF(QPointF(), QSizeF(drawn.size())));
    return image;
}

bool saveSlide(QWidget* plot, const Slide& slide, const QString& path, const PlotPainter& painter) {
    const QImage image = slidePicture(plot, slide, painter);
    if (!path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) return image.save(path);
    return savePdf(path, slide.title.isEmpty() ? plot->accessibleName() : slide.title, slide.size,
                   [&](QPaintDevice* page) { QPainter(page).drawImage(QRect(QPoint(), slide.size), image); });
}

void openSlideDialog(QWidget* plot, const QString& name, const PlotPainter& painter) { (new SlideDialog(plot, name, painter))->show(); }

}  // namespace tacq::ui
