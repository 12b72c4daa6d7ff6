#pragma once
#include <QObject>
#include <vector>

#include "models/matrix/top_weights_model.h"

namespace tacq::ui {

/// Reads the weight under the pointer, from one saliency or from several, off the GUI thread. While one is read only the newest wish is remembered.
class WeightProbe : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    struct Place {
        SaliencyPointer source;
        std::size_t matrix = 0;
        std::uint32_t position = 0;
        bool operator==(const Place&) const = default;
    };
    void ask(std::vector<Place> places);
    /// Forgets what is on its way, and what was asked last, so that the same place can be asked for again.
    void clear() { m_wanted.clear(); }

    using Row = WeightRow;

signals:
    void told(const std::vector<WeightFacts>& facts);   ///< one per place asked for
    void rowTold(const Place& place, const Row& row);   ///< of the first; right after told()

private:
    void read();
    std::vector<Place> m_wanted;
    bool m_reading = false;
};

}  // namespace tacq::ui
