#include "class_reader.h"

#include <cctype>
#include <regex>

namespace {

bool isWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Where the comment, literal or preprocessor line that begins at `i` ends; `i` itself where none does.
std::size_t pastNoise(const std::string& text, std::size_t i) {
    const auto after = [&](const std::string& end) {
        const std::size_t at = text.find(end, i + 1);
        return at == std::string::npos ? text.size() : at + end.size();
    };
    if (text.compare(i, 2, "//") == 0 || text[i] == '#') return after("\n");
    if (text.compare(i, 2, "/*") == 0) return after("*/");
    if (text.compare(i, 3, "R\"(") == 0) return after(")\"");
    // 1'000 is one number.
    if (text[i] != '"' && (text[i] != '\'' || (i > 0 && isWord(text[i - 1])))) return i;
    for (std::size_t end = i + 1; end < text.size(); ++end) {
        if (text[end] == '\\') ++end;
        else if (text[end] == text[i]) return end + 1;
    }
    return text.size();
}

/// Comments, literals and template arguments left out: what stands in them declares nothing.
std::string bare(const std::string& text) {
    std::string plain, out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t past = pastNoise(text, i);
        plain += past == i ? text[i] : ' ';
        i = past == i ? i + 1 : past;
    }
    for (std::size_t i = 0; i < plain.size(); ++i) {
        // `name<…>`, those within it too. A comparison in a body has a space before it.
        std::size_t end = i;
        if (plain[i] == '<' && !out.empty() && isWord(out.back()) && !out.ends_with("operator")) {
            int depth = 0;
            for (; end < plain.size() && plain[end] != ';'; ++end) {
                if (plain[end] == '<') ++depth;
                if (plain[end] == '>' && plain[end - 1] != '-' && --depth == 0) break;
            }
            if (end == plain.size() || plain[end] == ';') end = i;
        }
        if (end == i) out += plain[i];
        else i = end;
    }
    return out;
}

std::size_t closing(const std::string& text, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        if (text[i] == '{') ++depth;
        if (text[i] == '}' && --depth == 0) return i;
    }
    return text.size();
}

/// What every class has: made, copied, gone.
bool isSpecial(const std::string& statement, const std::string& className) {
    const std::size_t call = statement.find('(');
    std::size_t end = call;
    while (end > 0 && std::isspace(static_cast<unsigned char>(statement[end - 1])) != 0) --end;
    std::size_t begin = end;
    while (begin > 0 && isWord(statement[begin - 1])) --begin;
    return statement.substr(begin, end - begin) == className || statement.find("operator=(") < call;
}

bool declaresFunction(const std::string& statement) {
    static const std::regex other(R"(^\s*(?:using|typedef|friend|enum|class|struct|static_assert|Q_[A-Z_]+)\b)");
    if (std::regex_search(statement, other)) return false;
    const std::size_t call = statement.find('('), value = statement.find('=');
    return call != std::string::npos && (value > call || statement.find("operator") < call);
}

/// Takes the last label (`public:`, `signals:`) off the statement, with the macros before it.
void takeLabel(std::string& statement, std::string& access) {
    static const std::regex label(R"(\b(public|protected|private|signals)(?:\s+slots)?\s*:(?!:))");
    for (std::smatch match; std::regex_search(statement, match, label);) {
        access = match[1].str();
        statement = match.suffix().str();
    }
}

int publicFunctions(const std::string& body, const std::string& className, bool isStruct) {
    static const std::regex type(R"(^\s*(?:class|struct|enum|union)\b)");
    int count = 0, round = 0;
    std::string access = isStruct ? "public" : "private", statement;
    const auto take = [&] {
        takeLabel(statement, access);
        if (access == "public" && declaresFunction(statement) && !isSpecial(statement, className)) ++count;
        statement.clear();
    };
    for (std::size_t i = 0; i < body.size(); ++i) {
        const char c = body[i];
        if (c == '(') ++round;
        if (c == ')') --round;
        if (c == '{') {
            i = closing(body, i);
            // Of a default argument or a member's value the declaration goes on; the body of a function ends it.
            takeLabel(statement, access);
            if (round == 0 && statement.find('(') != std::string::npos && !std::regex_search(statement, type)) take();
        } else if (c == ';' && round == 0) {
            take();
        } else {
            statement += c;
        }
    }
    return count;
}

}  // namespace

std::vector<ClassOutline> classesOf(const std::string& header) {
    static const std::regex head(R"(\b(enum\s+)?(class|struct)\s+([A-Za-z_]\w*)(?:\s+final)?\s*(?::[^:;{(][^;{(]*)?\{)");
    const std::string text = bare(header);
    std::vector<ClassOutline> found;
    for (std::sregex_iterator it(text.begin(), text.end(), head), last; it != last; ++it) {
        if ((*it)[1].matched) continue;
        const auto open = static_cast<std::size_t>(it->position(0) + it->length(0) - 1);
        found.push_back({(*it)[3].str(), publicFunctions(text.substr(open + 1, closing(text, open) - open - 1), (*it)[3].str(), (*it)[2].str() == "struct")});
    }
    return found;
}
