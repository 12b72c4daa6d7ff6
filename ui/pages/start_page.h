#pragma once
#include "pages/page.h"

class QVBoxLayout;
class QLabel;

namespace tacq::ui {

/// Drop or open a model, the sample in one click, what was opened before.
class StartPage : public Page {
    Q_OBJECT
public:
    explicit StartPage(PageContext context, QWidget* parent = nullptr);
    Action primaryAction() const override;
    void triggerPrimary() override;
    void shown() override;

private:
    QWidget* buildDrop();
    QWidget* buildRecent();
    QWidget* buildSteps();
    void chooseFolder();
    void chooseFile();
    void open(const QString& path);
    QVBoxLayout* m_recent = nullptr;
    QLabel* m_noRecent = nullptr;
};

}  // namespace tacq::ui
