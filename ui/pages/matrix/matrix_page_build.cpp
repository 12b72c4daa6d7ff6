#include <QLabel>
#include <QPushButton>

#include "pages/circuit/saliency_choice.h"
#include "pages/matrix/matrix_page.h"
#include "pages/matrix/matrix_pane.h"
#include "plot/matrix_view.h"
#include "widgets/card.h"
#include "widgets/choice.h"
#include "widgets/elided_label.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"
#include "widgets/tick.h"

// What the matrix page is made of: the lines of controls above and below the views.
namespace tacq::ui {

QWidget* MatrixPage::buildControls() {
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("matrixControls"));
    m_quantity = new Segmented(QStringLiteral("pageQuantity"), tr("Shown in the matrix"), row);
    const auto quantity = [this](const char* name, const QString& text, MatrixQuantity value, const QString& tip) {
        m_quantity->addChoice(QLatin1String(name), text, static_cast<int>(value), tip);
    };
    quantity("saliency", tr("Saliency"), MatrixQuantity::Score, tr("|gradient · ΔW · W| of each weight; the highest are kept in 16 bit."));
    quantity("gradient", tr("Gradient"), MatrixQuantity::Gradient, tr("Σ |∂L/∂W|: how strongly the task's loss reacts to each weight."));
    quantity("delta", tr("ΔW"), MatrixQuantity::Delta, tr("What the simulated quantization changes: |W − Ŵ|."));
    quantity("weight", tr("|W|"), MatrixQuantity::Weight, tr("Size of each weight before quantization."));
    quantity("kept", tr("Kept"), MatrixQuantity::Kept, tr("Which weights the present budget keeps: their share under each pixel."));
    m_quantity->setValue(static_cast<int>(MatrixQuantity::Score));
    m_mode = new Segmented(QStringLiteral("pageMode"), tr("Comparison"), row);
    const auto mode = [this](const char* name, const QString& text, Mode value, const QString& tip) { m_mode->addChoice(QLatin1String(name), text, static_cast<int>(value), tip); };
    mode("one", tr("One"), Mode::One, tr("One matrix."));
    mode("beside", tr("Side by side"), Mode::SideBySide, tr("Two matrices, or the same matrix of two runs, with colours on one scale."));
    mode("difference", tr("Difference"), Mode::Difference, tr("This run minus another: orange where this one is stronger, purple where the other is, white where they agree."));
    m_mode->setValue(static_cast<int>(Mode::One));
    m_other = new SaliencyChoice(m_context, tr("this run"), QStringLiteral("otherRun"), tr("Run to compare with"), this);
    m_other->hide();
    m_other->setToolTip(tr("Another saliency of this model: of another task, width or seed, from this session or the workspace."));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(m_quantity);
    line->addStretch(1);
    line->addWidget(m_mode);
    connect(m_quantity, &Segmented::chosen, this, [this](const QVariant& value) {
        for (MatrixPane* pane : {m_first, m_second}) pane->view()->setQuantity(static_cast<MatrixQuantity>(value.toInt()));
        applyRange();
        refreshCaption();
    });
    connect(m_mode, &Segmented::chosen, this, [this](const QVariant& value) { setMode(static_cast<Mode>(value.toInt())); });
    connect(m_other, &SaliencyChoice::sourceChosen, this, [this] {
        if (m_shownMode == Mode::One && m_other->source()) m_shownMode = Mode::Difference;
        applyMode();
    });
    return row;
}

QWidget* MatrixPage::buildScale() {
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("matrixScale"));
    m_caption = new ElidedLabel(Qt::ElideRight, QStringLiteral("matrixCaption"), row);
    m_caption->setProperty("role", "small");
    m_linked = new Tick(tr("move together"), QStringLiteral("linkCameras"), row);
    m_linked->setAccessibleName(tr("Both views move together"));
    m_linked->setToolTip(tr("Panning and zooming one view moves the other to the same part of its matrix."));
    m_linked->setChecked(true);
    m_log = new Tick(tr("log"), QStringLiteral("pageLogScale"), row);
    m_log->setAccessibleName(tr("Logarithmic colours"));
    m_log->setToolTip(tr("Equal steps of colour are equal ratios of value. Off: equal differences."));
    m_log->setChecked(true);
    m_map = new Choice(QStringLiteral("pageColourMap"), tr("Colour map"), row);
    m_map->setToolTip(tr("Both maps read the same for colour-blind eyes; cividis is the safest. Differences have a map of their own."));
    m_map->addItem(tr("viridis"), static_cast<int>(ColourMap::Viridis));
    m_map->addItem(tr("cividis"), static_cast<int>(ColourMap::Cividis));
    auto* fit = makeButton(tr("Show all"), ButtonRole::Flat, QStringLiteral("pageFit"), row);
    fit->setToolTip(tr("The whole matrix again (key 0)."));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(m_caption, 1);
    line->addWidget(m_linked);
    line->addWidget(m_log);
    line->addWidget(m_map);
    line->addWidget(fit);
    connect(m_log, &QAbstractButton::toggled, this, [this](bool on) {
        for (MatrixPane* pane : {m_first, m_second}) pane->view()->setScaleKind(on ? ScaleKind::Log : ScaleKind::Linear);
    });
    connect(m_map, &QComboBox::currentIndexChanged, this, [this] {
        for (MatrixPane* pane : {m_first, m_second}) pane->view()->setColourMap(static_cast<ColourMap>(m_map->currentData().toInt()));
    });
    connect(fit, &QPushButton::clicked, this, [this] {
        for (MatrixPane* pane : {m_first, m_second}) pane->view()->showAll();
    });
    connect(m_linked, &QAbstractButton::toggled, this, [this](bool on) {
        if (on) m_second->view()->setViewport(m_first->view()->viewport());
    });
    return row;
}

}  // namespace tacq::ui
