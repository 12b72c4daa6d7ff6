#pragma once
#include "pages/page.h"

class QLabel;
class QLineEdit;

namespace tacq::ui {

class Choice;
class Segmented;
class Tick;

/// Where will it run? Then format, folder, one click that writes, reads back and says so.
class ExportPage : public Page {
    Q_OBJECT
public:
    explicit ExportPage(PageContext context, QWidget* parent = nullptr);
    Action primaryAction() const override;
    void triggerPrimary() override;

private:
    QWidget* buildQuestion();
    QWidget* buildOutcome();
    void chooseFolder();
    void fillSources();
    void refresh();
    void showExported(const QJsonObject& result, const QString& folder);
    QString format() const;

    Choice* m_source = nullptr;
    Segmented* m_format = nullptr;
    QLineEdit* m_folder = nullptr;
    Tick* m_verify = nullptr;
    Tick* m_replace = nullptr;
    QLabel* m_formatWords = nullptr;
    QLabel* m_outcome = nullptr;
    QLabel* m_verified = nullptr;
    QLabel* m_files = nullptr;
};

}  // namespace tacq::ui
