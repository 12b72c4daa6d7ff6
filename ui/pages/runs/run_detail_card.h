#pragma once
#include "models/runs/run_record.h"
#include "widgets/card.h"

class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace tacq::ui {

class FactTableModel;

/// Everything about one run: command, error, options, metrics with intervals, stages, artifacts and files with hashes.
class RunDetailCard : public Card {
    Q_OBJECT
public:
    explicit RunDetailCard(QWidget* parent = nullptr);
    void setRun(const RunRecord& run);

private:
    FactTableModel* addTable(class QHBoxLayout* into, const QString& objectName, const QString& accessibleName, int stretch);
    QPlainTextEdit *m_command, *m_error;
    QWidget* m_errorLine;
    FactTableModel *m_options, *m_figures, *m_provenance;
    QString m_name;
};

}  // namespace tacq::ui
