#pragma once
#include <QObject>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "models/saliency/saliency_source.h"

namespace tacq::ui {

/// Magnitudes of a band of rows at one, two or four weights a cell (max-pooled), read off the GUI thread and kept under a byte limit, least
/// recently used first out.
class MatrixTiles : public QObject {
    Q_OBJECT
public:
    static constexpr std::int64_t kBandRows = 64;
    static constexpr int kScales = 3;   ///< 2^0, 2^1, 2^2 weights a cell side

    struct Tile {
        std::int64_t rows = 0, columns = 0;   ///< in cells
        std::vector<float> values;            ///< row-major maxima of magnitudes; empty: could not be read
    };
    struct Key {
        std::size_t matrix = 0;
        MatrixLayer layer = MatrixLayer::Score;
        int log2 = 0;
        std::int64_t band = 0;
        auto operator<=>(const Key&) const = default;
    };

    explicit MatrixTiles(QObject* parent = nullptr, std::size_t limitBytes = 72u << 20);
    /// Forgets everything, failures too.
    void setSource(SaliencyPointer source);
    /// The tile if it is here; otherwise it is asked for and ready() comes later. Few are read at a time, the others wait their turn.
    std::shared_ptr<const Tile> get(const Key& key);
    /// A new picture begins: what still waits is forgotten, so that only what is in view is read. The picture asks again for what it needs.
    void forgetWaiting();
    std::size_t bytes() const { return m_bytes; }
    bool isLoading() const { return !m_asked.empty(); }

signals:
    void ready();
    void failed(const Error& error);

private:
    struct Entry {
        std::shared_ptr<const Tile> tile;
        std::list<Key>::iterator used;
    };
    void insert(const Key& key, std::shared_ptr<const Tile> tile);
    void readNext();

    SaliencyPointer m_source;
    std::map<Key, Entry> m_tiles;
    std::list<Key> m_order;     ///< most recently used first
    std::set<Key> m_asked;      ///< being read, or waiting
    std::deque<Key> m_waiting;
    std::size_t m_reading = 0;
    std::size_t m_limitBytes, m_bytes = 0;
    unsigned m_generation = 0;  ///< of m_asked: an answer to an earlier one is of no use, even if the source is the same
    bool m_failed = false;
};

/// Reads and pools one band. Exposed for tests.
Result<MatrixTiles::Tile> loadTile(const SaliencySource& source, const MatrixTiles::Key& key);

}  // namespace tacq::ui
