#include "task/items.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/json_integer.h"
#include "tacq/base/run_context.h"
#include "task/chat.h"

namespace tacq {
namespace {

const Json* fieldOf(const Json& fields, const std::string& name) {
    const auto found = fields.find(name);
    return found == fields.end() || found->is_null() ? nullptr : &*found;
}

Result<std::string> textField(const Json& fields, const std::string& name, const std::string& where) {
    const Json* value = fieldOf(fields, name);
    if (value == nullptr) return taskError("field `" + name + "` is missing", where);
    if (value->is_string()) return value->get<std::string>();
    if (value->is_number()) return value->dump();
    return taskError("field `" + name + "` is neither a text nor a number", where);
}

Result<void> addDerived(Record& record, const TaskSpec& spec, const std::string& where) {
    for (const auto& rule : spec.derived) {
        TACQ_TRY(const std::string source, textField(record.fields, rule.from, where));
        const auto mark = source.rfind(rule.after);
        if (mark == std::string::npos) return taskError("field `" + rule.from + "` holds no \"" + rule.after + "\"", where);
        record.fields[rule.name] = std::string(trimmed(std::string_view(source).substr(mark + rule.after.size())));
    }
    return {};
}

/// Text of a correct choice: an index from 0, or the choice's own text.
Result<std::string> goldChoice(const Json& fields, const std::string& where) {
    const Json* choices = fieldOf(fields, "choices");
    const Json* answer = fieldOf(fields, "answer");
    if (choices == nullptr || !choices->is_array() || choices->empty() || answer == nullptr)
        return taskError("`choices` is not a list with entries, or `answer` is missing", where);
    for (const Json& choice : *choices)
        if (!choice.is_string()) return taskError("a choice is not a text", where);
    if (answer->is_string()) {
        const std::string text = answer->get<std::string>();
        for (const Json& choice : *choices)
            if (choice == text) return text;
        // CSV has no numbers: digits alone are an index.
        if (text.empty() || text.size() > 4 || text.find_first_not_of("0123456789") != std::string::npos)
            return taskError("`answer` is none of the choices", where);
        const auto index = static_cast<std::size_t>(std::stoul(text));
        if (index < choices->size()) return (*choices)[index].get<std::string>();
    } else if (answer->is_number_integer()) {
        if (const auto index = wholeOf(*answer, 0, static_cast<std::int64_t>(choices->size()) - 1)) return (*choices)[static_cast<std::size_t>(*index)].get<std::string>();
    }
    return taskError("`answer` is not an index into the " + std::to_string(choices->size()) + " choices", where);
}

TaskItem joinParts(const std::string& prompt, const std::string& completion, std::string origin) {
    return {prompt + completion, completion.empty() ? 0 : prompt.size(), prompt.size() + completion.size(), std::move(origin)};
}

Result<TaskItem> byTemplate(const Record& record, const PromptTemplate& pattern, const std::string& where) {
    TACQ_TRY(const std::string prompt, fillTemplate(pattern.prompt, record.fields, where));
    TACQ_TRY(const std::string completion, fillTemplate(pattern.completion, record.fields, where));
    return joinParts(prompt, completion, where);
}

Result<TaskItem> recognised(const Record& record, const std::string& where, const Tokenizer& tokenizer) {
    const Json& fields = record.fields;
    if (fieldOf(fields, "messages") != nullptr) return chatItem(fields["messages"], where, tokenizer);
    if (fieldOf(fields, "choices") != nullptr) {
        TACQ_TRY(const std::string gold, goldChoice(fields, where));
        TACQ_TRY(const std::string question, textField(fields, "question", where));
        std::string context;
        if (fieldOf(fields, "context") != nullptr) {
            TACQ_TRY(context, textField(fields, "context", where));
            if (!context.empty()) context += "\n";
        }
        return joinParts(context + "Question: " + question + "\nAnswer:", " " + gold, where);
    }
    if (fieldOf(fields, "prompt") != nullptr || fieldOf(fields, "completion") != nullptr)
        return byTemplate(record, {"{prompt}", "{completion}"}, where);
    if (fieldOf(fields, "text") != nullptr) return byTemplate(record, {"{text}", ""}, where);
    std::string names;
    for (const auto& [name, value] : fields.items()) names += (names.empty() ? "" : ", ") + name.substr(0, 40);
    return taskError("none of the field sets is there: text | prompt, completion | question, choices, answer | messages; the row has " +
                         (names.empty() ? "no fields" : names.substr(0, 200)),
                     where, "rename a field to `text`, or say in NAME.task.json beside the file how an item is made: {\"template\": \"{" +
                                (names.empty() ? std::string("field") : fields.begin().key().substr(0, 40)) + "}\"}");
}

/// A row whose maker had nothing to say: one of the fields that make an item is there, but null.
bool isNullRow(const Record& record, const TaskSpec& spec) {
    if (record.fields.is_null()) return true;
    const auto isNull = [&](const std::string& name) {
        const auto found = record.fields.find(name);
        return found != record.fields.end() && found->is_null();
    };
    const std::string pattern = spec.pattern.prompt + spec.pattern.completion;
    for (const auto& [name, value] : record.fields.items())
        if (value.is_null() && pattern.find("{" + name + "}") != std::string::npos) return true;
    if (std::any_of(spec.derived.begin(), spec.derived.end(), [&](const DerivedField& rule) { return isNull(rule.from); })) return true;
    if (!spec.pattern.empty()) return false;
    for (const char* name : {"text", "prompt", "completion", "question", "choices", "answer", "messages"})
        if (isNull(name)) return true;
    return false;
}

Result<TaskItem> oneItem(Record& record, const TaskSpec& spec, const std::string& where, const Tokenizer& tokenizer) {
    if (record.fields.is_null()) return taskError("the row is null", where);
    TACQ_CHECK(addDerived(record, spec, where));
    return spec.pattern.empty() ? recognised(record, where, tokenizer) : byTemplate(record, spec.pattern, where);
}

/// "examples, then item", each separated by the task's separator.
Result<std::string> header(const TaskSpec& spec, SampleGenerator& generator) {
    std::string text;
    const auto& examples = spec.fewShot->examples;
    std::vector<std::size_t> order(examples.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    if (spec.fewShot->shuffle) order = permutation(examples.size(), generator);
    for (const std::size_t i : order) {
        TACQ_TRY(const TaskItem example, byTemplate({examples[i], 0}, spec.fewShot->pattern, "fewShot example " + std::to_string(i + 1)));
        text += example.text + spec.separator;
    }
    return text;
}

}  // namespace

Result<std::string> fillTemplate(const std::string& pattern, const Json& fields, const std::string& where) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        if ((c == '{' || c == '}') && i + 1 < pattern.size() && pattern[i + 1] == c) {
            out += c;
            ++i;
        } else if (c == '{') {
            const auto end = pattern.find('}', i);
            if (end == std::string::npos) return taskError("the template has a brace that is not closed", where);
            TACQ_TRY(const std::string value, textField(fields, pattern.substr(i + 1, end - i - 1), where));
            out += value;
            i = end;
        } else {
            out += c;
        }
    }
    return out;
}

Result<std::vector<TaskItem>> makeItems(std::vector<Record> records, const TaskSpec& spec, const std::string& fileName,
                                        const Tokenizer& tokenizer, SampleGenerator& generator, std::vector<std::string>& notes,
                                        const std::stop_token& stop) {
    std::vector<TaskItem> items;
    items.reserve(records.size());
    std::size_t empty = 0, firstEmpty = 0;
    for (Record& record : records) {
        if (stop.stop_requested()) return RunContext{stop, {}, {}}.checkpoint().error();
        const std::string where = lineOrigin(fileName, record.line);
        auto made = oneItem(record, spec, where, tokenizer);
        if (!made.ok() && !isNullRow(record, spec)) return made.error();
        if (!made.ok() || made.value().text.empty()) {
            if (empty++ == 0) firstEmpty = record.line;
            continue;
        }
        TaskItem item = std::move(made).value();
        if (spec.fewShot) {
            TACQ_TRY(const std::string before, header(spec, generator));
            item.text.insert(0, before);
            item.lossBegin += before.size();
            item.lossEnd += before.size();
        }
        if (item.text.find_first_not_of(" \t\r\n") == std::string::npos) return taskError("the item has no text", where);
        items.push_back(std::move(item));
    }
    const std::string count = std::to_string(empty) + (empty == 1 ? " row" : " rows");
    if (items.empty()) return taskError("no row has text: " + count + " null or empty", fileName, "name a file with text in it");
    if (empty > 0) notes.push_back(count + " without text left out (" + (empty == 1 ? "" : "first ") + lineOrigin(fileName, firstEmpty) + ")");
    return items;
}

}  // namespace tacq
