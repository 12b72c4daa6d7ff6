#pragma once
#include <QWidget>

class QGridLayout;
class QLabel;

namespace tacq::ui {

/// Name–value lines; the value's objectName is given, so that tests can read it.
class Facts : public QWidget {
    Q_OBJECT
public:
    explicit Facts(QWidget* parent = nullptr);
    QLabel* add(const QString& name, const QString& objectName, const QString& toolTip);

private:
    QGridLayout* m_grid;
};

}  // namespace tacq::ui
