#pragma once
// Private to the protocol: whole JSON lines and frames from several threads.
#include <mutex>
#include <ostream>
#include <span>
#include <string>

#include "base/json.h"

namespace tacq {

class LineWriter {
public:
    explicit LineWriter(std::ostream& out) : m_out(out) {}
    void send(const Json& object) { sendLine(dumpJson(object), {}); }
    /// A line and, right after it, raw bytes.
    void send(const Json& object, std::span<const std::byte> bytes) { sendLine(dumpJson(object), bytes); }
    /// A line that is JSON already, without its end.
    void sendLine(const std::string& line, std::span<const std::byte> bytes = {}) {
        const std::scoped_lock lock(m_mutex);
        m_out << line << '\n';
        if (!bytes.empty()) m_out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        m_out << std::flush;
    }

private:
    std::mutex m_mutex;
    std::ostream& m_out;
};

inline Json errorJson(const Error& error) {
    return {{"code", std::string(errorName(error.code))}, {"message", error.message}, {"context", error.context}, {"hint", error.hint}};
}
inline Json eventJson(const Json& id, const char* name) { return {{"id", id}, {"event", name}}; }
inline Json endJson(const Json& id, const Error& error) { return {{"id", id}, {"error", errorJson(error)}}; }

}  // namespace tacq
