#pragma once
#include <QDialog>

#include "dialogs/preferences.h"

class QGridLayout;
class QLabel;
class QLineEdit;

namespace tacq::ui {

class Choice;

/// Preferences beside the window, never in its way: Apply saves and tells the window; what needs a new start says so.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    /// `defaultWorkspace` is shown where none is set.
    PreferencesDialog(const QString& defaultWorkspace, QWidget* parent);

    void show(const Preferences& preferences);
    Preferences entered() const;

signals:
    void applied(const Preferences& preferences);

private:
    void buildLook(QGridLayout* grid);
    void buildEngine(QGridLayout* grid);
    void addRow(QGridLayout* grid, const QString& name, QWidget* control, const QString& toolTip);
    void refresh();
    void apply();

    Choice* m_theme;
    Choice* m_language;
    Choice* m_scale;
    Choice* m_where;
    QLineEdit* m_engine;
    QLineEdit* m_workspace;
    QLabel* m_note;
    Preferences m_saved;
};

}  // namespace tacq::ui
