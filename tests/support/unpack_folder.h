#pragma once
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "tacq/base/file_io.h"

namespace tacq::test {

/// Lays out what tests/support/pack_folder.py put into one file.
inline void unpackFolder(const std::filesystem::path& file, const std::filesystem::path& folder) {
    const std::string packed = readText(file).value();
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        std::memcpy(&value, packed.data() + at, sizeof value);
        return value;
    };
    for (std::size_t at = 0; at < packed.size();) {
        const std::size_t line = packed.find('\n', at), space = packed.rfind(' ', line);
        const std::filesystem::path path = folder / packed.substr(at, space - at);
        const std::size_t bytes = std::stoul(packed.substr(space + 1, line - space - 1));
        std::string content;
        at = line + 1;
        do {
            if (at + 8 > packed.size()) throw std::runtime_error("the packed folder is cut short");
            const std::uint32_t given = number(at), zeros = number(at + 4);
            content.append(packed, at + 8, given).append(zeros, '\0');
            at += 8 + given;
        } while (content.size() < bytes);
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << content;
    }
}

}  // namespace tacq::test
