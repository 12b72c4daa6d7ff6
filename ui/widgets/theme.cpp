#include "widgets/theme.h"

#include <QGuiApplication>
#include <QWidget>
#include <array>

#include "models/budget/ledger_model.h"

namespace tacq::ui {

const Theme& Theme::light() {
    static const Theme theme{false, 0xF4F5F7, 0xFFFFFF, 0xDFE3E8, 0x1B2330, 0x5A6675, 0x8A94A3, 0x2563EB, 0xE8EFFE, 0xFFFFFF, 0xD55E00, 0x1A7F4B, 0xB45309};
    return theme;
}

const Theme& Theme::darkTheme() {
    static const Theme theme{true, 0x14171C, 0x1C2027, 0x2C323B, 0xE8EBF0, 0xA3ADBA, 0x737E8C, 0x6C9BFF, 0x22304D, 0x0C1220, 0xFF8A3D, 0x4CC38A, 0xF0A04B};
    return theme;
}

const Theme& Theme::of(const QWidget* widget) {
    // Style sheets overwrite palettes below the window, so the window says it; a widget without one goes by its palette.
    const QVariant dark = widget->window()->property(kDarkProperty);
    const bool isDark = dark.isValid() ? dark.toBool() : widget->palette().color(QPalette::Window).lightness() < 128;
    return isDark ? darkTheme() : light();
}

const Theme& Theme::forChoice(ThemeChoice choice) {
    if (choice != ThemeChoice::System) return choice == ThemeChoice::Dark ? darkTheme() : light();
    // Qt 6.4 has no colour-scheme hint: a dark system palette is the sign.
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128 ? darkTheme() : light();
}

QPalette Theme::palette() const {
    QPalette p;
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const QColor& ink = group == QPalette::Disabled ? faint : text;
        p.setColor(group, QPalette::Window, page);
        p.setColor(group, QPalette::Base, card);
        p.setColor(group, QPalette::AlternateBase, page);
        p.setColor(group, QPalette::Button, card);
        p.setColor(group, QPalette::Mid, hairline);
        p.setColor(group, QPalette::WindowText, ink);
        p.setColor(group, QPalette::Text, ink);
        p.setColor(group, QPalette::ButtonText, ink);
        p.setColor(group, QPalette::PlaceholderText, secondary);
        p.setColor(group, QPalette::ToolTipBase, card);
        p.setColor(group, QPalette::ToolTipText, text);
        p.setColor(group, QPalette::Highlight, accentTint);
        p.setColor(group, QPalette::HighlightedText, text);
        p.setColor(group, QPalette::Link, accent);
    }
    return p;
}

QColor Theme::ledgerColour(int line) const {
    static const std::array<QColor, LedgerModel::LineCount> others{QColor(), 0x56B4E9, 0x0E8FA8, QColor(), 0xE69F00, 0x8A94A3, 0xA9B1BD, 0xC2C8D0, 0xD5DAE0};
    if (line == LedgerModel::Codes) return accent;
    if (line == LedgerModel::KeptValues) return kept;
    // Lines of parts that only some models have.
    if (line >= LedgerModel::LineCount) return QColor(0xCC79A7);
    return others[static_cast<std::size_t>(line)];
}

QString Theme::styleSheet() const {
    QString css = QStringLiteral(R"(
* { font-size: 13px; }
QMainWindow, QWidget#page, QScrollArea, QWidget#scrolled { background: @page; }
QWidget#central { background: @page; }
QFrame#rail, QFrame#header, QFrame#statusLine { background: @card; border: 0px solid @hairline; }
QFrame#rail { border-right-width: 1px; }
QFrame#header { border-bottom-width: 1px; }
QFrame#statusLine { border-top-width: 1px; }
QFrame[card="true"] { background: @card; border: 1px solid @hairline; border-radius: 10px; }
QFrame[banner="true"] { margin-top: 12px; background: @card; border: 1px solid @warning; border-left: 4px solid @warning; border-radius: 8px; }
QFrame[lesson="true"] { background: @card; border: 1px solid @hairline; border-left: 4px solid @accent; border-radius: 8px; }
QFrame[line="true"] { background: @hairline; border: none; max-height: 1px; min-height: 1px; }
QFrame[drop="true"] { background: @card; border: 2px dashed @hairline; border-radius: 10px; }
QFrame[drop="true"][over="true"] { border-color: @accent; background: @tint; }
QLabel { color: @text; background: transparent; }
QLabel[role="title"] { font-size: 14px; font-weight: 600; }
QLabel[role="product"] { font-size: 14px; font-weight: 600; }
QLabel[role="headline"] { font-size: 20px; font-weight: 600; }
QLabel[role="secondary"] { color: @secondary; }
QLabel[role="small"] { color: @secondary; font-size: 11px; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="kept"] { color: @kept; font-size: 12px; }
QLabel[role="done"] { color: @done; }
QLabel[role="warning"] { color: @warning; }
QLabel[role="mono"] { font-family: monospace; font-size: 12px; color: @secondary; }
QPushButton, QToolButton { color: @text; background: @card; border: 1px solid @hairline; border-radius: 7px; padding: 6px 14px; font-weight: 500; }
QPushButton:hover, QToolButton:hover { border-color: @faint; }
QPushButton:pressed, QToolButton:pressed { background: @tint; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 5px 13px; outline: none; }
QFileDialog QToolButton { padding: 3px; }
QFileDialog QToolButton:focus { padding: 2px; }
QPushButton:disabled, QToolButton:disabled { color: @faint; }
QPushButton[primary="true"] { color: @onAccent; background: @accent; border-color: @accent; font-weight: 600; padding: 6px 20px; }
QPushButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:focus { border: 2px solid @text; padding: 5px 19px; }
QPushButton[primary="true"]:disabled { background: @hairline; border-color: @hairline; color: @faint; }
QPushButton[flat="true"] { border-color: transparent; background: transparent; color: @accent; padding: 4px 8px; }
QPushButton[flat="true"]:hover { background: @tint; }
QPushButton[flat="true"]:disabled { color: @faint; }
QPushButton[flat="true"]:focus { border: 2px solid @accent; padding: 3px 7px; }
QPushButton[segment="true"] { padding: 5px 8px; }
QPushButton[segment="true"]:focus { padding: 4px 7px; }
QPushButton[segment="true"]:checked { background: @tint; border-color: @accent; color: @accent; }
QPushButton[chip="true"] { background: @page; border: 1px solid @hairline; border-radius: 7px; text-align: left; padding: 0px; }
QPushButton[chip="true"]:hover { border-color: @faint; }
QPushButton[chip="true"]:focus { border: 2px solid @accent; }
QPushButton[rail="true"] { border: none; border-radius: 6px; text-align: left; padding: 8px 10px 8px 10px; background: transparent; font-weight: 400; }
QPushButton[rail="true"]:hover { background: @page; }
QPushButton[rail="true"]:checked { background: @tint; font-weight: 600; }
QPushButton[rail="true"]:focus { border: 2px solid @accent; padding: 6px 8px; }
QPushButton[rail="true"]:disabled { color: @faint; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit { color: @text; background: @card; border: 1px solid @hairline; border-radius: 6px; padding: 4px 8px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus { border: 2px solid @accent; padding: 3px 7px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0px; border: none; }
QComboBox { padding-right: 26px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView { background: @card; color: @text; border: 1px solid @hairline; padding: 4px; selection-background-color: @tint; selection-color: @text; }
QComboBox QAbstractItemView::item { min-height: 20px; padding: 3px 10px; border-radius: 4px; }
QPlainTextEdit[readOnly="true"], QPlainTextEdit[readOnly="true"]:focus { border: none; padding: 0px; }
QCheckBox { spacing: 8px; color: @text; }
QAbstractItemView { background: @card; color: @text; border: none; outline: none; selection-background-color: @tint; selection-color: @text; }
QAbstractItemView::item { padding: 3px 6px; border: none; background: transparent; }
QAbstractItemView::item:selected { background: @tint; color: @text; }
QAbstractItemView::item:disabled { color: @faint; }
QTableView { gridline-color: transparent; }
QHeaderView { background: @card; border: none; }
QHeaderView::section { background: @card; color: @secondary; border: none; border-bottom: 1px solid @hairline; padding: 3px 6px; font-size: 11px; font-weight: 400; }
QTableCornerButton::section { background: @card; border: none; }
QProgressBar { background: @hairline; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QProgressBar[done="true"]::chunk { background: @done; }
QProgressBar[stopped="true"]::chunk { background: @faint; }
QSlider::groove:horizontal { height: 4px; background: @hairline; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { background: @card; border: 2px solid @accent; width: 12px; height: 12px; margin: -6px 0; border-radius: 8px; }
QSlider::handle:horizontal:hover { background: @tint; }
QSlider:focus { border: 1px solid @accent; border-radius: 6px; }
QScrollArea { border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::handle { background: @hairline; border-radius: 3px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none; width: 0px; height: 0px; }
QSplitter::handle { background: transparent; }
QToolTip { color: @text; background: @card; border: 1px solid @hairline; padding: 5px 8px; font-size: 12px; }
QMenuBar { background: @card; color: @text; border-bottom: 1px solid @hairline; padding: 1px 6px; }
QMenuBar::item { background: transparent; color: @text; padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @tint; }
QMenu::separator { height: 1px; background: @hairline; margin: 4px 8px; }
QMenu::item:disabled { color: @faint; }
QDialog { background: @page; }
QMenu { background: @card; color: @text; border: 1px solid @hairline; padding: 4px; }
QMenu::item { padding: 5px 16px; border-radius: 4px; }
QMenu::item:selected { background: @tint; }
)");
    // Longer names first: "@accent" is the beginning of "@accentHover".
    const std::pair<const char*, QColor> roles[]{
        {"@accentHover", dark ? accent.lighter(110) : accent.darker(112)}, {"@onAccent", onAccent}, {"@accent", accent}, {"@secondary", secondary},
        {"@hairline", hairline}, {"@warning", warning}, {"@page", page}, {"@card", card}, {"@tint", accentTint}, {"@text", text}, {"@faint", faint},
        {"@kept", kept}, {"@done", done}};
    for (const auto& [name, colour] : roles) css.replace(QLatin1String(name), colour.name());
    return css;
}

QFont labelFont(const QWidget* widget) {
    QFont font = widget->font();
    font.setPixelSize(11);
    return font;
}

}  // namespace tacq::ui
