#pragma once
#include "models/model/tensor_tree_model.h"
#include "pages/shared/page.h"

class QLabel;
class QSortFilterProxyModel;
class QTreeView;

namespace tacq::ui {

class HistogramView;

/// Architecture card, tree of layers and tensors, and the weight histogram of the chosen one. A matrix chosen here is chosen on every page.
class ModelPage : public Page {
    Q_OBJECT
public:
    explicit ModelPage(PageContext context, QWidget* parent = nullptr);
    StepState railState() const override { return doneIf(m_context.project.model() != nullptr); }
    Action primaryAction() const override;
    void triggerPrimary() override;

private:
    QWidget* buildFacts();
    QWidget* buildTree();
    QWidget* buildHistogram();
    void refresh();
    void chooseTensor(const QString& name, int matrix);
    void showMatrix(int matrix);
    TensorTreeModel* m_tensors;
    QSortFilterProxyModel* m_sorted;
    QTreeView* m_tree;
    HistogramView* m_histogram;
    QString m_wanted;
    bool m_following = false;
    QLabel *m_tensorName, *m_tensorFacts;
    QLabel *m_name, *m_architecture, *m_parameters, *m_layers, *m_width, *m_heads, *m_contextLength, *m_vocabulary, *m_size, *m_path, *m_notes;
};

}  // namespace tacq::ui
