#pragma once
#include "models/tensor_table_model.h"
#include "pages/page.h"

class QLabel;
class QSortFilterProxyModel;

namespace tacq::ui {

/// Architecture card and table of tensors.
class ModelPage : public Page {
    Q_OBJECT
public:
    explicit ModelPage(PageContext context, QWidget* parent = nullptr);
    Action primaryAction() const override;
    void triggerPrimary() override;

private:
    QWidget* buildFacts();
    QWidget* buildTable();
    void refresh();
    TensorTableModel* m_tensors;
    QSortFilterProxyModel* m_sorted;
    QLabel *m_name, *m_architecture, *m_parameters, *m_layers, *m_width, *m_heads, *m_contextLength, *m_vocabulary, *m_size, *m_path;
};

}  // namespace tacq::ui
