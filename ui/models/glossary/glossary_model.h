#pragma once
#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <vector>

namespace tacq::ui {

/// The words of these pages, in the order in which the work meets them.
class GlossaryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TermColumn, MeaningColumn, ColumnCount };
    explicit GlossaryModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry {
        QString term, meaning;
    };
    std::vector<Entry> m_entries;
};

/// Shows the entries in whose term or meaning every word occurs.
class GlossaryFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setSearch(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
};

}  // namespace tacq::ui
