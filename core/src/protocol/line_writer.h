#pragma once
// Private to the protocol: whole JSON lines from several threads.
#include <mutex>
#include <ostream>

#include "base/json.h"

namespace tacq {

class LineWriter {
public:
    explicit LineWriter(std::ostream& out) : m_out(out) {}
    void send(const Json& object) {
        const std::string line = dumpJson(object) + "\n";
        const std::scoped_lock lock(m_mutex);
        m_out << line << std::flush;
    }

private:
    std::mutex m_mutex;
    std::ostream& m_out;
};

inline Json errorJson(const Error& error) {
    return {{"code", std::string(errorName(error.code))}, {"message", error.message}, {"context", error.context}, {"hint", error.hint}};
}

}  // namespace tacq
