#pragma once
#include "pages/shared/page.h"

class QLabel;

namespace tacq::ui {

/// What stands in place of a page that shows a saliency while there is none: how to get one, or that it is on its way.
class NoSaliency : public QWidget {
    Q_OBJECT
public:
    /// `words`: what the page shows once there is one.
    NoSaliency(PageContext context, const QString& prefix, const QString& words, QWidget* parent);

private:
    void refresh();

    PageContext m_context;
    QString m_wordsBefore;
    QLabel *m_title, *m_words;
};

}  // namespace tacq::ui
