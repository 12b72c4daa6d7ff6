#pragma once
#include "pages/shared/page.h"

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tacq::ui {

class LogSlider;
class Segmented;
class Tick;

/// `<prefix>_<name>`, or the name alone without a prefix: the same control on two pages needs two objectNames.
QString prefixed(const QString& prefix, const char* name);

/// How many weights stay in 16 bit: a slider of equal ratios, a number, and how many that makes.
class FractionControl : public QWidget {
    Q_OBJECT
public:
    FractionControl(PageContext context, const QString& prefix, QWidget* parent);

private:
    void showSettings();
    void showState();

    PageContext m_context;
    LogSlider* m_slider;
    QDoubleSpinBox* m_percent;
    QLabel* m_kept;
};

/// How the other weights are stored: base bits and group size; with `all` also symmetry and the embeddings. Says when this grid was not simulated yet,
/// and simulates it.
class GridControl : public QWidget {
    Q_OBJECT
public:
    GridControl(PageContext context, const QString& prefix, bool all, QWidget* parent);

private:
    void addLine(const QString& text, const char* name, const QString& tip, QWidget* control);
    void buildBits();
    void buildGroup();
    void buildRest();
    void buildSimulate();
    void showSettings();
    void showSimulate();

    PageContext m_context;
    QString m_prefix;
    QVBoxLayout* m_layout;
    Segmented *m_bits = nullptr, *m_group = nullptr, *m_embeddings = nullptr;
    Tick* m_symmetric = nullptr;
    QLabel* m_notSimulated = nullptr;
    QPushButton* m_simulate = nullptr;
};

}  // namespace tacq::ui
