#pragma once
#include <QAbstractTableModel>
#include <functional>

#include "models/quantize/metric_registry.h"
#include "models/shared/project.h"

namespace tacq::ui {

class EngineJob;

/// Before and after: the original in the first row, then what was made from it. After the columns below comes one for each further metric of the registry.
class ResultsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, BitsColumn, KeptColumn, SizeColumn, PerplexityColumn, ChangeColumn, FirstMetricColumn };
    enum Role { FolderRole = Qt::UserRole };
    /// The job that measures a metric of a model; null: none was asked for.
    using JobLookup = std::function<EngineJob*(const QString& folder, const QString& metric)>;
    ResultsModel(Project& project, QObject* parent);

    void setMetrics(const std::vector<Metric>& metrics);
    void setJobs(JobLookup jobs) { m_jobs = std::move(jobs); }
    /// Jobs have changed: what is on its way says so.
    void refreshPending();
    int rowOf(const QString& folder) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// A row can be dragged out of the window: the model's folder, as files.
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

private:
    QVariant original(int column) const;
    QVariant result(const QuantizedResult& result, int column) const;
    QString folderOf(int row) const;
    QString pendingText(const QString& folder, const QString& metric, const QString& otherwise) const;
    QString metricText(int row, const Metric& metric) const;
    QString toolTip(int row, int column) const;
    QVariant exact(int row, int column) const;
    const Metric* metricAt(int column) const;
    void reset();
    Project& m_project;
    ModelPointer m_model;
    std::optional<PerplexityFigure> m_base;
    std::vector<QuantizedResult> m_results;
    std::vector<Metric> m_metrics;   ///< without the perplexity that has a column of its own
    JobLookup m_jobs;
};

}  // namespace tacq::ui
