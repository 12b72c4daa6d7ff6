#include "models/matrix/weight_probe.h"

#include <array>
#include <utility>

#include "models/shared/async.h"

namespace tacq::ui {

void WeightProbe::ask(std::vector<Place> places) {
    if (places == m_wanted) return;
    m_wanted = std::move(places);
    if (!m_wanted.empty() && !m_reading) read();
}

void WeightProbe::read() {
    m_reading = true;
    runAsync(this,
             [places = m_wanted] {
                 std::vector<WeightFacts> facts;
                 for (const Place& place : places) facts.push_back(readWeights(*place.source, place.matrix, std::array{place.position}).front());
                 return std::pair{places, std::move(facts)};
             },
             [this](auto read) {
                 m_reading = false;
                 if (read.first == m_wanted) emit told(read.second);
                 else if (!m_wanted.empty()) this->read();
             });
}

}  // namespace tacq::ui
