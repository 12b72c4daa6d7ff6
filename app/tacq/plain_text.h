#pragma once
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>

namespace tacq::app {

/// Keep: line ends and tabs stay. Escape: for what must stay on one line, such as a name in a table.
enum class Lines { Keep, Escape };

/// Text that a terminal only shows, whatever a file name, a model, a data set or another machine put into it: control characters (ESC among them),
/// line separators and overrides of the writing direction come out spelt, as `\u001b`, and bytes that are no UTF-8 as `\xff`. In JSON, such
/// characters stand inside strings only, where the spelling means the same. All that this program writes to a terminal goes through here.
std::string plainText(std::string_view text, Lines lines = Lines::Escape);

/// What is written here comes out of `to` as plainText() with its line ends. A character may come in pieces.
class PlainStream final : public std::ostream {
public:
    explicit PlainStream(std::ostream& to) : std::ostream(nullptr), m_buffer(to) { rdbuf(&m_buffer); }

private:
    class Buffer final : public std::streambuf {
    public:
        explicit Buffer(std::ostream& to) : m_to(to) {}
        ~Buffer() override;

    private:
        int_type overflow(int_type c) override;
        std::streamsize xsputn(const char* text, std::streamsize count) override;
        int sync() override;
        std::ostream& m_to;
        std::string m_begun;   ///< the first bytes of a character whose rest has not come
    };
    Buffer m_buffer;
};

}  // namespace tacq::app
