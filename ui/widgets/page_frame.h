#pragma once
#include <QScrollArea>

namespace tacq::ui {

/// Shows a page as large as the room there is, and scrolls it where that is less than the page needs at least: on small screens, at large scales.
/// (QScrollArea's own resizing asks for the height that a page would like, and would scroll it far too early.)
class PageFrame : public QScrollArea {
    Q_OBJECT
public:
    explicit PageFrame(QWidget* page, QWidget* parent = nullptr);
    QSize minimumSizeHint() const override { return {0, 0}; }
    QSize sizeHint() const override { return widget()->sizeHint(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
};

}  // namespace tacq::ui
