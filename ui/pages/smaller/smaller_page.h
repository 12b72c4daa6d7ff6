#pragma once
#include <QTimer>
#include <optional>

#include "models/shared/machine_probe.h"
#include "models/smaller/smaller_choices.h"
#include "models/task/own_examples.h"
#include "pages/shared/page.h"
#include "work/smaller_run.h"

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace tacq::ui {

class Card;
class RadioList;
class Segmented;

/// "Make it smaller", for everyone: four questions, a forecast before anything heavy, one button, one answer in plain words.
class SmallerPage : public Page {
    Q_OBJECT
public:
    explicit SmallerPage(PageContext context, QWidget* parent = nullptr);
    void shown() override;

private:
    QWidget* buildQuestions();
    QWidget* buildModel();
    QWidget* buildPurpose();
    QWidget* buildPlace();
    QWidget* buildSize();
    QWidget* buildTime();
    QWidget* buildAnswers();
    QWidget* buildForecast();
    QWidget* buildRun();
    QWidget* buildResult();
    QWidget* buildSamples();
    void connectAll();

    void fillModel();
    void fillTasks();
    void fillPlaces();
    void fillPresets();
    void proposeFolder();
    void replan();
    void refresh();
    void refreshForecast();
    void refreshRun();
    void refreshResult();
    void refreshSamples();
    void refreshOffers();
    void probeOnce();
    void probe();
    void chooseOwnFile();
    /// Empty: the pasted text counts.
    void useOwnFile(const QString& path);
    void choose(const QString& title, bool folder, const QString& filter);
    void go();
    void handOver(const TaskChoice& task, const OwnExamples& own);
    void begin(const TaskChoice& task);
    /// Task and budget of what was made, on the pages for experts.
    void showRun();
    /// What was answered, for the next time this window is opened.
    void remember() const;
    void recall();

    QString taskValue() const;      ///< name of the built-in task; empty: own examples
    QString taskTitle() const;
    QString format() const;
    bool hasText() const;
    bool othersRun() const;
    QString whyNot() const;         ///< empty: the button can be pressed
    /// Runs of the model for the purpose chosen here; none where the pages for experts are about another one.
    MeasuredRuns measuredRuns() const;
    QString warning(const std::optional<MachineProbe>& probe) const;        ///< what to know before pressing it

    SmallerRun* m_run;
    std::optional<SmallerPlan> m_plan;
    Error m_planError;
    quint64 m_smallest = 0;
    std::vector<SizeOffer> m_offers;
    QString m_ownFile, m_ownTask, m_unwritable;   ///< m_ownTask: what the person's examples are called as a task, once made
    Error m_ownError;
    bool m_heldOut = true, m_preparing = false, m_folderEdited = false, m_taskChosen = false;
    EngineJob* m_probe = nullptr;
    QTimer m_clock;

    QLabel* m_placeNote = nullptr;
    QPushButton* m_ownClear = nullptr;
    QLabel *m_modelName = nullptr, *m_modelFacts = nullptr;
    RadioList *m_task = nullptr, *m_place = nullptr;
    QWidget* m_own = nullptr;
    QPlainTextEdit* m_ownText = nullptr;
    QLabel* m_ownNote = nullptr;
    QDoubleSpinBox* m_size = nullptr;
    QLabel* m_sizeLabel = nullptr;
    RadioList* m_presets = nullptr;
    QLabel* m_presetNote = nullptr;
    Segmented* m_minutes = nullptr;
    QLabel *m_bytes = nullptr, *m_recipe = nullptr, *m_reading = nullptr, *m_time = nullptr, *m_memory = nullptr, *m_quality = nullptr, *m_note = nullptr;
    QLineEdit* m_folder = nullptr;
    QPushButton *m_go = nullptr, *m_measure = nullptr, *m_cancel = nullptr, *m_resume = nullptr, *m_open = nullptr;
    Card *m_runCard = nullptr, *m_resultCard = nullptr;
    QLabel *m_progress = nullptr, *m_verdict = nullptr, *m_headline = nullptr, *m_measured = nullptr, *m_meaning = nullptr, *m_lies = nullptr;
    QProgressBar* m_bar = nullptr;
    struct SampleLabels {
        QLabel *prompt = nullptr, *before = nullptr, *after = nullptr;
    };
    std::vector<SampleLabels> m_samples;
    QWidget* m_samplesBox = nullptr;
};

}  // namespace tacq::ui
