#include "models/matrix/matrix_tiles.h"

#include <QThread>
#include <algorithm>
#include <cmath>
#include <utility>

#include "models/shared/async.h"

namespace tacq::ui {

Result<MatrixTiles::Tile> loadTile(const SaliencySource& source, const MatrixTiles::Key& key) {
    const LinearInfo& linear = source.meta().linears[key.matrix];
    const std::int64_t begin = key.band * MatrixTiles::kBandRows, end = std::min(begin + MatrixTiles::kBandRows, linear.rows);
    if (begin >= end) return Error{ErrorCode::Internal, "a tile outside its matrix", linear.name, ""};
    std::vector<float> rows(static_cast<std::size_t>((end - begin) * linear.columns));
    TACQ_CHECK(source.readRows(key.matrix, key.layer, begin, end, rows));
    const std::int64_t side = std::int64_t{1} << key.log2;
    MatrixTiles::Tile tile;
    tile.rows = (end - begin + side - 1) / side;
    tile.columns = (linear.columns + side - 1) / side;
    tile.values.assign(static_cast<std::size_t>(tile.rows * tile.columns), 0.0f);
    for (std::int64_t r = 0; r < end - begin; ++r) {
        const float* in = rows.data() + r * linear.columns;
        float* out = tile.values.data() + (r >> key.log2) * tile.columns;
        for (std::int64_t c = 0; c < linear.columns; ++c) out[c >> key.log2] = std::max(out[c >> key.log2], std::fabs(in[c]));
    }
    return tile;
}

MatrixTiles::MatrixTiles(QObject* parent, std::size_t limitBytes) : QObject(parent), m_limitBytes(limitBytes) {}

void MatrixTiles::setSource(SaliencyPointer source) {
    m_source = std::move(source);
    m_tiles.clear();
    m_order.clear();
    m_asked.clear();
    m_waiting.clear();
    ++m_generation;
    m_bytes = 0;
    m_failed = false;
}

std::shared_ptr<const MatrixTiles::Tile> MatrixTiles::get(const Key& key) {
    if (const auto found = m_tiles.find(key); found != m_tiles.end()) {
        m_order.splice(m_order.begin(), m_order, found->second.used);
        return found->second.tile;
    }
    if (!m_source || m_failed || !m_asked.insert(key).second) return nullptr;
    m_waiting.push_back(key);
    readNext();
    return nullptr;
}

void MatrixTiles::forgetWaiting() {
    for (const Key& key : m_waiting) m_asked.erase(key);
    m_waiting.clear();
}

void MatrixTiles::readNext() {
    // Half of the cores: whoever moves the view needs the others to draw it.
    const auto most = static_cast<std::size_t>(std::max(1, QThread::idealThreadCount() / 2));
    if (m_reading >= most || m_waiting.empty()) return;
    ++m_reading;
    const Key key = m_waiting.front();
    m_waiting.pop_front();
    runAsync(this, [source = m_source, key] { return loadTile(*source, key); },
             [this, key, generation = m_generation](auto loaded) {
                 --m_reading;
                 if (generation != m_generation) return readNext();
                 m_asked.erase(key);
                 if (!loaded.ok()) {
                     // Once is enough: the coarse levels still show, and every tile would fail alike.
                     forgetWaiting();
                     if (!std::exchange(m_failed, true)) emit failed(loaded.error());
                     return;
                 }
                 readNext();
                 insert(key, std::make_shared<const Tile>(std::move(loaded).value()));
                 emit ready();
             });
}

void MatrixTiles::insert(const Key& key, std::shared_ptr<const Tile> tile) {
    m_bytes += tile->values.size() * sizeof(float);
    m_order.push_front(key);
    m_tiles[key] = {std::move(tile), m_order.begin()};
    while (m_bytes > m_limitBytes && m_order.size() > 1) {
        const auto oldest = m_tiles.find(m_order.back());
        m_bytes -= oldest->second.tile->values.size() * sizeof(float);
        m_tiles.erase(oldest);
        m_order.pop_back();
    }
}

}  // namespace tacq::ui
