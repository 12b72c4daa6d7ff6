#pragma once
#include <QPointer>
#include <vector>

#include "models/saliency/saliency_catalogue.h"
#include "pages/shared/page.h"
#include "widgets/choice.h"

namespace tacq::ui {

class EngineJob;

/// Chooses another saliency of the same model: those of this session, and those in the workspace. Opens it off the GUI thread.
class SaliencyChoice : public Choice {
    Q_OBJECT
public:
    /// `none` is the first entry, which stands for no other saliency.
    SaliencyChoice(PageContext context, const QString& none, const QString& objectName, const QString& accessibleName, QWidget* parent);
    /// Lists the other scores of the run on show too: one that nobody asked for yet is made by the engine when it is chosen.
    void offerScores() { m_offersScores = true; }
    /// Looks again at what there is; what is chosen stays chosen if it is still there.
    void refresh();
    const SaliencyPointer& source() const { return m_source; }
    void chooseFirst();
    /// Opens this saliency of the workspace and chooses it, also where it was not listed.
    void chooseKey(const QString& key);
    /// The first whose title begins like this. False: there is none (yet; what is in the workspace is listed later, see entriesChanged()).
    bool chooseTitled(const QString& beginning);
    bool hasOthers() const { return !m_entries.empty(); }
    /// Another one is chosen than source(), and on its way.
    bool isOpening() const { return !m_opening.isEmpty(); }

signals:
    void sourceChosen();      ///< source() is another one, or none
    void openingChanged();
    void entriesChanged();

private:
    /// What is in the workspace, behind what is open.
    void addListed(const SaliencyPointer& shown, std::vector<SaliencyEntry> open, const std::vector<SaliencyEntry>& listed);
    /// `more`: what is in the workspace is still to come, so that a choice which is only there stays.
    void fill(std::vector<SaliencyEntry> entries, bool more = false);
    void choose(int index);
    /// What is on its way is not wanted any more; a score that is being made for it is cancelled.
    void forgetOpening();
    QString chosenMark() const;               ///< of what is on its way, else of source(); empty: none
    int placeOf(const QString& mark) const;   ///< in this list; 0: not there
    void takeOpened(const QString& mark, const Result<SaliencyPointer>& opened);
    /// What is chosen can stay although nobody lists it.
    bool staysComparable() const;
    void adopt(const SaliencyPointer& opened);
    void setSource(SaliencyPointer source);

    PageContext m_context;
    QString m_none;
    std::vector<SaliencyEntry> m_entries;
    SaliencyPointer m_source;
    QString m_opening;                        ///< mark of what is on its way
    QPointer<EngineJob> m_making;
    bool m_offersScores = false;
};

}  // namespace tacq::ui
