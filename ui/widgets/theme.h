#pragma once
#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

class QWidget;

namespace tacq::ui {

enum class ThemeChoice { System, Light, Dark };

/// The colours of the design (UI page, "Look"): one accent for what can be acted on, one colour for "kept in 16 bit".
struct Theme {
    bool dark = false;
    QColor page, card, hairline, text, secondary, faint, accent, accentTint, onAccent, kept, done, warning;

    static const Theme& light();
    static const Theme& darkTheme();
    /// Property of a window: whether its theme is the dark one.
    static constexpr const char* kDarkProperty = "tacqDark";
    /// The theme a widget is drawn in.
    static const Theme& of(const QWidget* widget);
    static const Theme& forChoice(ThemeChoice choice);

    QPalette palette() const;
    QString styleSheet() const;
    /// Colours of the ledger's lines, in LedgerModel's order.
    QColor ledgerColour(int line) const;
};

/// Of the labels in plots and maps: the widget's own, 11 px high.
QFont labelFont(const QWidget* widget);

}  // namespace tacq::ui
