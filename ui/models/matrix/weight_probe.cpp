#include "models/matrix/weight_probe.h"

#include <array>
#include <tuple>
#include <utility>

#include "models/shared/async.h"

namespace tacq::ui {
namespace {

WeightProbe::Row readRow(const WeightProbe::Place& place) {
    const auto columns = static_cast<std::size_t>(place.source->meta().linears[place.matrix].columns);
    const auto row = static_cast<std::int64_t>(place.position / columns);
    WeightProbe::Row values{std::vector<float>(columns), std::vector<float>(columns)};
    const bool read = place.source->readRows(place.matrix, MatrixLayer::Weight, row, row + 1, values.weight).ok() && place.source->readRows(place.matrix, MatrixLayer::Delta, row, row + 1, values.delta).ok();
    return read ? values : WeightProbe::Row{};
}

}  // namespace

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
                 return std::tuple{places, std::move(facts), places.empty() ? Row{} : readRow(places.front())};
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
