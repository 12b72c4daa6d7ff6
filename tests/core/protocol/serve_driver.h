#pragma once
// Drives serve() as a window would: holds its input open, reads lines and frames as they come.
#include <doctest/doctest.h>

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <iostream>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "base/json.h"
#include "command_environment.h"
#include "scratch.h"
#include "tacq/protocol/serve.h"
#include "test_paths.h"

namespace tacq::test {

/// A line, and the bytes of the frame it announces.
struct Answer {
    Json line;
    std::string bytes;
};

/// A stream buffer that blocks until lines come: standard input as a GUI would hold it open.
class Pipe : public std::streambuf {
public:
    void push(const std::string& text) {
        const std::scoped_lock lock(m_mutex);
        m_text += text;
        m_changed.notify_all();
    }
    void close() {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }

protected:
    int underflow() override {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || m_at < m_text.size(); });
        if (m_at == m_text.size()) return traits_type::eof();
        m_current = m_text[m_at++];
        setg(&m_current, &m_current, &m_current + 1);
        return traits_type::to_int_type(m_current);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::string m_text;
    std::size_t m_at = 0;
    char m_current = 0;
    bool m_closed = false;
};

/// Hands each line (with its frame) on as it comes.
class AnswerSink : public std::streambuf {
public:
    explicit AnswerSink(std::function<void(const Answer&)> onAnswer) : m_onAnswer(std::move(onAnswer)) {}

protected:
    int overflow(int c) override {
        if (m_wanted > 0) {
            m_answer.bytes += static_cast<char>(c);
            if (--m_wanted == 0) hand();
            return c;
        }
        if (c != '\n') {
            m_line += static_cast<char>(c);
            return c;
        }
        m_answer = {Json::parse(m_line), {}};
        m_line.clear();
        if (m_answer.line.value("event", "") == "frame") m_wanted = m_answer.line.at("bytes").get<std::size_t>();
        if (m_wanted == 0) hand();
        return c;
    }

private:
    void hand() { m_onAnswer(m_answer); }
    std::function<void(const Answer&)> m_onAnswer;
    std::string m_line;
    Answer m_answer;
    std::size_t m_wanted = 0;
};

/// One engine with a conversation: `onAnswer` may send more through `say`, and ends the input with `hangUp`.
class Conversation {
public:
    using OnAnswer = std::function<void(Conversation&, const Json&)>;
    explicit Conversation(OnAnswer onAnswer = {}) : m_onAnswer(std::move(onAnswer)) {}

    void say(const std::string& request) { m_pipe.push(request + "\n"); }
    void hangUp() { m_pipe.close(); }
    /// Runs the engine to its end.
    void run(const std::filesystem::path& workspace) {
        AnswerSink sink([this](const Answer& answer) {
            answers.push_back(answer);
            if (m_onAnswer) m_onAnswer(*this, answer.line);
        });
        std::istream in(&m_pipe);
        std::ostream out(&sink);
        CHECK(serve(in, out, commandEnvironment(workspace)).ok());
    }
    /// The result or error of a request; null if there is none.
    Json end(int id) const {
        for (const Answer& answer : answers)
            if (answer.line.value("id", 0) == id && !answer.line.contains("event")) return answer.line;
        return {};
    }
    std::size_t events(int id, const std::string& name) const {
        return static_cast<std::size_t>(std::count_if(answers.begin(), answers.end(), [&](const Answer& a) { return a.line.value("id", 0) == id && a.line.value("event", "") == name; }));
    }

    std::vector<Answer> answers;

private:
    OnAnswer m_onAnswer;
    Pipe m_pipe;
};

/// `{"id":ID,"method":"METHOD","params":PARAMS}`, with a token where one is given.
inline std::string request(int id, const std::string& method, const Json& params = Json::object(), const std::string& token = {}) {
    Json object{{"id", id}, {"method", method}, {"params", params}};
    if (!token.empty()) object["token"] = token;
    return object.dump();
}

/// A saliency of the bundled sample; 400 samples take long enough to do something meanwhile.
inline Json saliencyParams(int samples, int tokens) { return {{"model", kSample}, {"task", "tinystories"}, {"samples", samples}, {"tokens", tokens}}; }

}  // namespace tacq::test
