#pragma once
#include <QWidget>
#include <vector>

#include "models/budget/ledger_model.h"

namespace tacq::ui {

/// The five quantized lines of the ledger as one bar: how much of a weight's bits is code, and how much is overhead.
class LedgerBar : public QWidget {
    Q_OBJECT
public:
    LedgerBar(LedgerModel& model, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {200, 10}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    LedgerModel& m_model;
};

/// The ledger as lines: swatch, name, bits, bytes.
class LedgerTable : public QWidget {
    Q_OBJECT
public:
    LedgerTable(LedgerModel& model, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// The five quantized lines always, of the rest those that hold something.
    std::vector<int> shownLines() const;
    void fitLines();
    static constexpr int kLineHeight = 18, kHeaderHeight = 18;
    LedgerModel& m_model;
};

}  // namespace tacq::ui
