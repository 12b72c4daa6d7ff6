#pragma once
#include "models/runs/run_record.h"
#include "widgets/card.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace tacq::ui {

class FactTableModel;

/// Everything about one run: what the person calls it, command, error, options, metrics with intervals, stages, artifacts and files with hashes.
class RunDetailCard : public Card {
    Q_OBJECT
public:
    explicit RunDetailCard(QWidget* parent = nullptr);
    void setRun(const RunRecord& run);

signals:
    /// The person wrote something else on the run that was shown.
    void labelled(const RunRecord& run, const RunLabel& label);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLabel();
    void tellLabel();
    FactTableModel* addTable(class QHBoxLayout* into, const QString& objectName, const QString& accessibleName, int stretch);
    QPlainTextEdit *m_command, *m_error;
    QLineEdit *m_called = nullptr, *m_tags = nullptr;
    QPlainTextEdit* m_note = nullptr;
    RunRecord m_run;
    QWidget* m_errorLine;
    FactTableModel *m_options, *m_figures, *m_provenance;
    QString m_name;
};

}  // namespace tacq::ui
