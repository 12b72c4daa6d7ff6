#pragma once
#include "pages/shared/page.h"

class QLabel;
class QPushButton;
class QSpinBox;

namespace tacq::ui {

/// How large the workspace is, what of it nobody needs any more, and the button that frees it. Asks the engine first what would go.
class CleanupLine : public QWidget {
    Q_OBJECT
public:
    CleanupLine(PageContext context, QWidget* parent);
    /// Comes to the front and asks anew.
    void open();

private:
    void ask();
    void clean();
    void send(bool dryRun);
    void take(const QJsonObject& answer);

    PageContext m_context;
    QLabel *m_words, *m_before, *m_after;
    QSpinBox* m_days;
    QPushButton* m_free;
    QString m_counted;            ///< the workspace that was asked about
    EngineJob* m_job = nullptr;   ///< the newest: what older ones answer is dropped
};

}  // namespace tacq::ui
