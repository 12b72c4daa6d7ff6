#pragma once
#include <QPlainTextEdit>
#include <functional>
#include <vector>

#include "models/shared/tint_scale.h"
#include "models/shared/written_text.h"

namespace tacq::ui {

struct Theme;

/// The colours of KL divergence behind text.
TintScale divergenceTint(const Theme& theme);

/// Text that a model wrote after a prompt, each piece tinted by its divergence. Read-only; can be selected and walked through with the arrow keys.
class TintedText : public QPlainTextEdit {
    Q_OBJECT
public:
    TintedText(const QString& objectName, const QString& accessibleName, QWidget* parent);

    /// Forgets what was written and shows the prompt in the secondary colour.
    void restart(const QString& prompt);
    void append(const WrittenPiece& piece);
    const std::vector<WrittenPiece>& pieces() const { return m_pieces; }
    void setTinted(bool tinted);
    /// What a piece's tool tip says.
    void setDescription(std::function<QString(const WrittenPiece&)> describe) { m_describe = std::move(describe); }
    /// The piece under a point of the viewport; −1: none.
    int pieceAt(const QPoint& point) const;
    /// The background that a piece is drawn on.
    QColor tintOf(int piece) const;

signals:
    /// The pointer or the caret is at this piece; −1: at none.
    void pointed(int piece);

protected:
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int pieceAtCharacter(int position) const;
    void recolour();
    QTextCharFormat formatOf(const WrittenPiece& piece) const;

    std::vector<WrittenPiece> m_pieces;
    std::vector<int> m_ends;   ///< character after each piece
    int m_begin = 0;           ///< character after the prompt
    bool m_tinted = true;
    std::function<QString(const WrittenPiece&)> m_describe;
};

}  // namespace tacq::ui
