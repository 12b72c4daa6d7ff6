#pragma once
#include <map>

#include "models/export/export_formats_model.h"
#include "pages/shared/page.h"

class QLabel;
class QLineEdit;
class QTableView;

namespace tacq::ui {

class Choice;
class Tick;

/// Where will it run? Then size, quality, programs and files of the answer, and one click that writes, reads back and says so.
class ExportPage : public Page {
    Q_OBJECT
public:
    explicit ExportPage(PageContext context, QWidget* parent = nullptr);
    StepState railState() const override;
    Action primaryAction() const override;
    void triggerPrimary() override;
    void shown() override;

private:
    QWidget* buildQuestion();
    QWidget* buildFacts(QWidget* parent);
    QWidget* buildTarget(QWidget* parent);
    void chooseFolder();
    void fillFormats();
    void loadRuns();
    void fillSources();
    void chosen();
    void measureSizes();
    QString sizesKey(const ExportSource& source) const;
    void suggestFolder();
    void refresh();
    const ExportFormatWords* format() const;
    const ExportSource* source() const;
    QString qualityText(const ExportSource& source, const ExportFormatWords& as) const;

    ExportFormatsModel* m_formats;
    std::vector<ExportSource> m_runs, m_sources;   ///< of the workspace; and all on offer, in the choice's order
    std::map<QString, ExportSizes> m_sizes;        ///< by sizesKey()
    QString m_suggested;                           ///< folder that was put in without being asked for
    Choice* m_source = nullptr;
    QTableView* m_table = nullptr;
    QLineEdit* m_folder = nullptr;
    Tick *m_verify = nullptr, *m_replace = nullptr;
    QLabel *m_words = nullptr, *m_size = nullptr, *m_quality = nullptr, *m_programs = nullptr, *m_files = nullptr;
};

}  // namespace tacq::ui
