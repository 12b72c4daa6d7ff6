#pragma once
#include <ostream>
#include <string>
#include <vector>

#include "command.h"

namespace tacq::app {

/// Rows of text in aligned columns; columns whose cells are all figures are right-aligned.
class Table {
public:
    explicit Table(std::vector<std::string> header) { add(std::move(header)); }
    /// Each cell stays on its line.
    void add(std::vector<std::string> row);
    void print(std::ostream& out) const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

/// `name   value` lines.
void printFields(std::ostream& out, const std::vector<std::pair<std::string, std::string>>& fields);

std::string number(double value, int digits = 4);
std::string bytesText(double bytes);
/// A member as text: numbers short, null as `–`, missing as empty.
std::string text(const Json& object, const char* key);
double real(const Json& object, const char* key);
/// `stages[]` as one line a stage.
void printStages(const Json& answer, std::ostream& out);

}  // namespace tacq::app
