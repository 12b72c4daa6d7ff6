#pragma once
#include <QPlainTextEdit>
#include <vector>

#include "models/task/task_preview.h"

namespace tacq::ui {

/// Samples token by token: those whose prediction counts are tinted; pointing at one shows its id.
class TokenView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit TokenView(QWidget* parent = nullptr);
    void setSamples(std::vector<PreviewSample> samples);
    /// The token drawn at a place of the text, or null.
    const PreviewToken* tokenAt(int position) const;
    QString toolTipAt(int position) const;
    /// Is the text at this place tinted?
    bool isTinted(int position) const;

protected:
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void render();
    struct Place { int begin = 0, end = 0; std::size_t sample = 0, token = 0; };
    std::vector<PreviewSample> m_samples;
    std::vector<Place> m_places;   ///< by position
    bool m_rendering = false;
};

/// A small square in the colour of a kind of token, for the legend.
class TokenSwatch : public QWidget {
    Q_OBJECT
public:
    TokenSwatch(bool loss, const QString& objectName, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_loss;
};

}  // namespace tacq::ui
