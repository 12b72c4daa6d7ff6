#pragma once
#include <QFrame>

class QMimeData;

namespace tacq::ui {

/// A place to drop a model on. The whole window takes drops too; this one shows it.
class DropArea : public QFrame {
    Q_OBJECT
public:
    explicit DropArea(QWidget* parent = nullptr);
    /// The local path of the first file or folder of a drop; empty if there is none.
    static QString pathOf(const QMimeData* data);

signals:
    void dropped(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void setOver(bool over);
};

}  // namespace tacq::ui
