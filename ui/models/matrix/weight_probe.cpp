#include "models/matrix/weight_probe.h"

#include <array>
#include <tuple>
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
                 Row row;   // of the first place
                 for (const Place& place : places) facts.push_back(readWeights(*place.source, place.matrix, std::array{place.position}, facts.empty() ? &row : nullptr).front());
                 return std::tuple{places, std::move(facts), std::move(row)};
             },
             [this](auto read) {
                 m_reading = false;
                 const auto& [places, facts, row] = read;
                 if (places == m_wanted) {
                     emit told(facts);
                     if (!places.empty()) emit rowTold(places.front(), row);
                 } else if (!m_wanted.empty()) {
                     this->read();
                 }
             });
}

}  // namespace tacq::ui
