#pragma once
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace tacq::test {

/// A page taken apart by a reader stricter than a browser: every element closed in order, attributes quoted and unique, ids unique, only the
/// entities we write, no element or attribute that could load or run anything.
struct HtmlReader {
    struct Element {
        std::string tag, text, inside;                 ///< text: of itself and below; inside: ids around it, separated by spaces
        std::map<std::string, std::string> attributes;
    };
    std::vector<Element> elements;
    std::vector<std::string> problems;

    explicit HtmlReader(const std::string& page) {
        std::vector<std::size_t> open;
        std::set<std::string> ids;
        std::size_t at = page.find('\n');  // behind the doctype
        if (!page.starts_with("<!DOCTYPE html>\n")) problems.push_back("no doctype");
        while (at < page.size()) {
            if (page[at] != '<') {
                const std::size_t end = std::min(page.find('<', at), page.size());
                const std::string text = decoded(page.substr(at, end - at));
                for (const std::size_t i : open) elements[i].text += text;
                at = end;
                continue;
            }
            const std::size_t end = tagEnd(page, at);
            if (end == std::string::npos) {
                problems.push_back("a tag does not end");
                return;
            }
            const std::string tag = page.substr(at + 1, end - at - 1);
            at = end + 1;
            if (tag.starts_with("/")) {
                if (open.empty() || elements[open.back()].tag != tag.substr(1)) problems.push_back("</" + tag.substr(1) + "> closes nothing");
                else open.pop_back();
                continue;
            }
            Element element = read(tag);
            for (const std::size_t i : open)
                if (elements[i].attributes.contains("id")) element.inside += elements[i].attributes["id"] + " ";
            if (element.attributes.contains("id") && !ids.insert(element.attributes["id"]).second) problems.push_back("id " + element.attributes["id"] + " appears twice");
            elements.push_back(element);
            if (element.tag == "style") {  // raw text
                at = page.find("</style>", at);
                open.push_back(elements.size() - 1);
                continue;
            }
            const bool isVoid = element.tag == "meta" || element.tag == "br";
            if (!isVoid && !tag.ends_with("/")) open.push_back(elements.size() - 1);
        }
        if (!open.empty()) problems.push_back("<" + elements[open.back()].tag + "> is not closed");
    }

    std::vector<Element> all(const std::string& tag, const std::string& inside = {}) const {
        std::vector<Element> found;
        for (const Element& element : elements)
            if (element.tag == tag && (inside.empty() || element.inside.find(inside + " ") != std::string::npos)) found.push_back(element);
        return found;
    }
    /// Exact values of the `<data>` elements in a part.
    std::set<std::string> values(const std::string& inside) const {
        std::set<std::string> found;
        for (const Element& element : all("data", inside)) found.insert(element.attributes.at("value"));
        return found;
    }
    std::string textOf(const std::string& id) const {
        for (const Element& element : elements)
            if (element.attributes.contains("id") && element.attributes.at("id") == id) return element.text;
        return {};
    }

private:
    static std::size_t tagEnd(const std::string& page, std::size_t at) {
        bool quoted = false;
        for (; at < page.size(); ++at) {
            if (page[at] == '"') quoted = !quoted;
            if (page[at] == '>' && !quoted) return at;
        }
        return std::string::npos;
    }
    std::string decoded(const std::string& text) {
        static const std::map<std::string, std::string> known{{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"#39", "'"}};
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '>') problems.push_back("a bare > in text");
            if (text[i] != '&') {
                out += text[i];
                continue;
            }
            const std::size_t end = text.find(';', i);
            const auto entity = known.find(end == std::string::npos ? std::string() : text.substr(i + 1, end - i - 1));
            if (entity == known.end()) problems.push_back("a bare & in: " + text.substr(i, 20));
            else {
                out += entity->second;
                i = end;
            }
        }
        return out;
    }
    Element read(std::string tag) {
        if (tag.ends_with("/")) tag.pop_back();
        Element element;
        element.tag = tag.substr(0, tag.find(' '));
        if (element.tag.empty() || element.tag.find_first_not_of("abcdefghijklmnopqrstuvwxyzG0123456789") != std::string::npos) problems.push_back("strange tag <" + tag + ">");
        for (const char* active : {"script", "iframe", "object", "embed", "link", "img", "a", "form", "base"})
            if (element.tag == active) problems.push_back("an element that loads or runs: " + tag);
        for (std::size_t at = tag.find(' '); at != std::string::npos && at < tag.size();) {
            at = tag.find_first_not_of(" \n", at);
            if (at == std::string::npos) break;
            const std::size_t equals = tag.find("=\"", at), end = equals == std::string::npos ? equals : tag.find('"', equals + 2);
            if (end == std::string::npos) {
                problems.push_back("an attribute without quotes in <" + tag + ">");
                break;
            }
            const std::string name = tag.substr(at, equals - at);
            if (name.starts_with("on") || name == "src" || name == "href") problems.push_back("an attribute that loads or runs: " + name);
            if (!element.attributes.emplace(name, decoded(tag.substr(equals + 2, end - equals - 2))).second) problems.push_back("attribute twice: " + name);
            at = end + 1;
        }
        return element;
    }
};

}  // namespace tacq::test
