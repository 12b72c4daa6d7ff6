#pragma once
#include <optional>
#include <utility>

#include "pages/shared/page.h"

class QDoubleSpinBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace tacq::ui {

class Choice;
class Tick;
class TintLegend;
class WritingCard;
struct WrittenPiece;

/// Two models write side by side: the original, and a smaller one whose words are tinted by how differently the original would have chosen.
class GeneratePage : public Page {
    Q_OBJECT
public:
    explicit GeneratePage(PageContext context, QWidget* parent = nullptr);
    StepState railState() const override { return doneIf(m_context.project.model() && wasSeen()); }
    Action primaryAction() const override;
    void triggerPrimary() override { write(); }
    void shown() override;

private:
    QWidget* buildControls();
    QWidget* buildColumns();
    QWidget* buildComparison();
    void addLegend();
    void fillModels();
    void modelActivated(int index);
    void chooseOther();
    /// A beginning from the task's evaluation texts: what the model was calibrated on says little about it.
    void wishPrompt();
    void suggestPrompt(const QString& sample);
    void rememberPrompt(const QString& prompt);
    void fillEarlier();
    void takeEarlier(int index);
    void keepLength(int length);
    void keepTemperature(double temperature);
    void write();
    void stop();
    bool isRunning() const;
    void forget();
    void refresh();
    void showComparison();
    void showPiece(int piece);
    static QString pieceText(const WrittenPiece& piece);

    QPlainTextEdit* m_prompt = nullptr;
    Choice* m_earlier = nullptr;   ///< prompts that were written from before
    Tick* m_chat = nullptr;
    QSpinBox* m_length = nullptr;
    QDoubleSpinBox* m_temperature = nullptr;
    QPushButton* m_stop = nullptr;
    WritingCard *m_original, *m_other;
    Choice* m_model = nullptr;
    Tick* m_tint = nullptr;
    TintLegend* m_legend = nullptr;
    QLabel *m_headline = nullptr, *m_words = nullptr, *m_probe = nullptr;
    QStringList m_opened;        ///< folders and files chosen with "Open another …"
    QString m_suggested;         ///< prompt that was put in without being asked for
    QString m_writer;            ///< the other model whose text is on show
    int m_lastLength = 64;
    double m_lastTemperature = 0;
    bool m_chosenByHand = false;
    std::optional<std::pair<QString, QString>> m_suggestedFor;   ///< model and text that the suggestion is of
};

}  // namespace tacq::ui
