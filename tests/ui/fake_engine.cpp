// An engine that computes nothing: it speaks the protocol with scripted progress, errors and crashes, so that tests of the window need no model run.
//
//   fake_engine [--step MILLISECONDS] [--crash METHOD MARKER] [--fail METHOD CODE] [--deaf] [--protocol N]
//               [--apart] [--fetch good|hash|short|gap|huge|path|more] [--attach found|lost|unknown] [--log FILE]
//
// --crash: dies in the middle of METHOD unless the file MARKER exists (which it then makes): the next try succeeds. --deaf: cancel is not answered.
// --apart: no shared files. --fetch: how parts are sent (hash: a wrong one; short: the last frame is missing; gap: an offset is wrong; huge: a frame beyond
// the limit; path: a folder of the listener's computer, --victim, instead of parts; more: a part that nobody asked for). --workspace: what it says that it works in.
// --mute: generate ends with its first token. --metric NAME TITLE: a figure of its own in the greeting. --attach: whether a job that was lost is found again. --log: every request that came is written there.
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>

namespace {

struct Script {
    int step = 4, protocol = 1;
    QString metricTitle;
    QString crashMethod, crashMarker, failMethod, failCode, log, metric;
    QString fetch = "good", attach = "unknown";
    QString victim, workspace;
    bool deaf = false, apart = false;
    bool mute = false;   ///< generate ends at once
};

struct Request {
    qint64 id = 0;
    QString method;
    QJsonObject params;
};

class FakeEngine {
public:
    explicit FakeEngine(Script script) : m_script(std::move(script)) {}

    int run() {
        std::thread worker([this] { work(); });
        for (std::string line; std::getline(std::cin, line);) {
            const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
            if (QFile log(m_script.log); !m_script.log.isEmpty() && log.open(QIODevice::Append)) log.write(QByteArray::fromStdString(line) + '\n');
            if (!accept({object["id"].toInteger(), object["method"].toString(), object["params"].toObject()})) break;
        }
        {
            const std::lock_guard lock(m_mutex);
            m_over = true;
        }
        m_ending = true;
        m_wake.notify_all();
        worker.join();
        return 0;
    }

private:
    QJsonArray metrics(QJsonArray list) const {
        if (!m_script.metric.isEmpty()) list.append(QJsonObject{{"name", m_script.metric}, {"title", m_script.metricTitle}, {"description", "As the script says"}, {"lowerIsBetter", false}});
        return list;
    }

    bool accept(const Request& request) {
        if (request.method == "shutdown") return false;
        if (request.method == "hello") {
            const QString workspace = m_script.workspace.isEmpty() ? qEnvironmentVariable("TACQ_WORKSPACE", QDir::tempPath()) : m_script.workspace;
            reply(request.id, {{"protocol", m_script.protocol}, {"version", "fake"}, {"pid", QCoreApplication::applicationPid()}, {"workspace", workspace},
                               {"threads", 2}, {"memoryBytes", 8e9}, {"availableMemoryBytes", 6e9}, {"sharedFiles", !m_script.apart}, {"sample", "/there/sample"}, {"gpus", QJsonArray()},
                               {"exportFormats", QJsonArray{QJsonObject{{"name", "hf"}, {"title", "Hugging Face"}, {"description", "A folder that others load"}, {"lowBit", false}},
                                                            QJsonObject{{"name", "tacq"}, {"title", "TaCQ checkpoint"}, {"description", "The compact folder"}, {"lowBit", true}}}},
                               {"metrics", metrics({QJsonObject{{"name", "perplexity"}, {"title", "Perplexity"}, {"description", "On unseen text"}, {"lowerIsBetter", true}},
                                                      QJsonObject{{"name", "top1"}, {"title", "Same first choice"}, {"description", "Share"}, {"lowerIsBetter", false}}})}});
        } else if (request.method == "cancel") {
            if (!m_script.deaf) stop(request.params["id"].toInteger());
            reply(request.id, {});
        } else if (request.method == "acknowledge") {
            reply(request.id, {});
        } else {
            const std::lock_guard lock(m_mutex);
            m_queue.push_back(request);
            m_wake.notify_all();
        }
        return true;
    }

    /// Two jobs may be cancelled before the first of them notices.
    void stop(qint64 id) {
        const std::lock_guard lock(m_mutex);
        m_stopped.push_back(id);
    }
    bool isStopped(qint64 id) {
        const std::lock_guard lock(m_mutex);
        return std::find(m_stopped.begin(), m_stopped.end(), id) != m_stopped.end();
    }

    void work() {
        for (;;) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_over || !m_queue.empty(); });
            if (m_over) return;
            const Request request = m_queue.front();
            m_queue.pop_front();
            lock.unlock();
            perform(request);
        }
    }

    void fail(qint64 id, const QString& code) {
        say({{"id", id}, {"error", QJsonObject{{"code", code}, {"message", "the script wants it so"}, {"context", "script"}, {"hint", "write another script"}}}});
    }

    /// A job that went on while nobody listened.
    void attach(const Request& request) {
        if (m_script.attach != "found") return fail(request.id, m_script.attach == "lost" ? "engine-lost" : "not-found");
        say({{"id", request.id}, {"event", "started"}});
        say({{"id", request.id}, {"event", "progress"}, {"stage", "gradient"}, {"done", 20}, {"total", 25}, {"fraction", 0.8}});
        reply(request.id, {{"artifact", "taken_up_again"}});
    }

    /// Content of a part: its name over and over, or what lies in the folder TACQ_FAKE_FILES.
    static QByteArray contentOf(const QString& part) {
        if (QFile file(qEnvironmentVariable("TACQ_FAKE_FILES") + "/" + part); file.open(QIODevice::ReadOnly)) return file.readAll();
        return (part.toUtf8() + '\n').repeated(part == "big" ? 400'000 : 1);
    }

    void fetch(const Request& request) {
        constexpr qsizetype kFrame = 1 << 20;
        say({{"id", request.id}, {"event", "started"}});
        if (m_script.fetch == "path") return reply(request.id, {{"path", m_script.victim}});
        QJsonArray parts, asked = request.params["parts"].toArray();
        if (m_script.fetch == "more") asked.append("nobody-asked");
        for (const QJsonValue& value : asked) {
            const QString part = value.toString();
            const QByteArray content = contentOf(part);
            for (qsizetype at = 0; at < content.size(); at += kFrame) {
                if (m_script.fetch == "short" && at + kFrame >= content.size()) break;
                const QByteArray bytes = content.mid(at, kFrame);
                const qint64 said = m_script.fetch == "huge" ? 2 * kFrame : bytes.size();
                const std::lock_guard lock(m_speech);
                std::cout << QJsonDocument(QJsonObject{{"id", request.id}, {"event", "frame"}, {"part", part}, {"offset", at + (m_script.fetch == "gap" ? 1 : 0)}, {"bytes", said},
                                                       {"total", content.size() + (m_script.fetch == "gap" ? 1 : 0)}})
                                 .toJson(QJsonDocument::Compact).constData() << "\n";
                std::cout.write(bytes.constData(), bytes.size());
                std::cout.flush();
            }
            const QByteArray hash = QCryptographicHash::hash(m_script.fetch == "hash" ? content + '!' : content, QCryptographicHash::Sha256).toHex();
            parts.append(QJsonObject{{"part", part}, {"bytes", content.size()}, {"sha256", QString::fromLatin1(hash)}});
        }
        reply(request.id, {{"parts", parts}});
    }

    void perform(const Request& request) {
        if (request.method == "attach") return attach(request);
        if (request.method == "fetch") return fetch(request);
        say({{"id", request.id}, {"event", "started"}});
        const bool quick = request.method == "task-show";
        const int steps = quick ? 1 : 25;
        for (int i = 1; i <= steps; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(quick ? 0 : m_script.step));
            if (isStopped(request.id) || m_ending) {
                say({{"id", request.id}, {"error", QJsonObject{{"code", "cancelled"}, {"message", "stopped as asked"}, {"context", ""}, {"hint", ""}}}});
                return;
            }
            if (i == 3 && request.method == m_script.crashMethod && !QFile::exists(m_script.crashMarker)) {
                QFile(m_script.crashMarker).open(QIODevice::WriteOnly);
                std::cerr << "out of memory, says the script" << std::endl;
                std::_Exit(9);
            }
            // A quantize pass names the sample's 35 matrices in turn (as far as the steps go), each with its squared error.
            say({{"id", request.id}, {"event", "progress"}, {"stage", request.method == "saliency" ? "gradient" : "quantize"}, {"done", i}, {"total", steps},
                 {"unit", "samples"}, {"detail", request.method == "quantize" ? linearName(i - 1) : "model.layers.0.self_attn.q_proj"}, {"value", 0.1 * i}, {"fraction", static_cast<double>(i) / steps},
                 {"rate", 25.0}, {"secondsLeft", (steps - i) / 25.0}});
            if (request.method == "generate" && !m_script.mute) writeWord(request, i);
        }
        if (request.method == m_script.failMethod) fail(request.id, m_script.failCode);
        else if (request.method == "generate" && m_script.mute) reply(request.id, {{"ids", QJsonArray{2}}, {"pieces", QJsonArray{""}}, {"klMean", 0.0}, {"kl", QJsonArray{0.0}}});
        else
            reply(request.id, result(request));
    }

    static QString linearName(int index) {
        static const QStringList kinds{"self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.o_proj", "mlp.gate_proj", "mlp.up_proj", "mlp.down_proj"};
        return QString("model.layers.%1.%2.weight").arg(index / 7).arg(kinds[index % 7]);
    }

    /// Words 1 … 25; whoever is compared with another model goes its own way from the tenth on, and is further from it with every word.
    static QString word(const Request& request, int i) { return QString(request.params.contains("against") && i >= 10 ? " other%1" : " word%1").arg(i); }
    static double divergence(int i) { return 0.01 * i * i; }
    void writeWord(const Request& request, int i) {
        QJsonObject event{{"id", request.id}, {"event", "text"}, {"text", word(request, i)}};
        if (request.params.contains("against")) event["kl"] = divergence(i);
        say(event);
    }
    static QJsonObject written(const Request& request) {
        QJsonArray ids, pieces, kl;
        double sum = 0;
        for (int i = 1; i <= 25; ++i) {
            ids.append(request.params.contains("against") && i >= 10 ? 100 + i : i);
            pieces.append(word(request, i));
            kl.append(divergence(i));
            sum += divergence(i);
        }
        QJsonObject object{{"ids", ids}, {"pieces", pieces}, {"text", "and so on"}};
        if (request.params.contains("against")) {
            object["kl"] = kl;
            object["klMean"] = sum / 25;
        }
        return object;
    }

    static QJsonObject result(const Request& request) {
        const QJsonObject& p = request.params;
        if (request.method == "task-show")
            // Each part of a task has a text of its own.
            return {{"samples", QJsonArray{QJsonObject{{"text", p["split"] == "evaluation" ? "Once upon a time there was a fake engine." : "Far away a fake engine was fitted to this."}, {"tokens", 9}, {"lossTokens", 8}}}}};
        if (request.method == "saliency")
            return {{"artifact", QString("made_%1_%2").arg(p["bits"].toInt()).arg(p["groupSize"].toInt(-1))},
                    {"stages", QJsonArray{QJsonObject{{"name", "simulate"}, {"seconds", 3.0}}}}};
        if (request.method == "circuit-score") return {{"artifact", "made_3_-1"}};
        if (request.method == "budget")
            return {{"kept", 640}, {"modelBytes", 300000}, {"ledger", QJsonObject{{"total", 3.9}}},
                    {"recipe", QJsonObject{{"format", "tacq-recipe"}, {"version", 1}, {"tensors", QJsonObject{{"model.layers.0.self_attn.q_proj.weight", QJsonObject{{"bits", 8}}}}}}},
                    {"mixed", QJsonObject{{"firstOrder", 0.5}, {"uniformBits", 3}, {"uniformFirstOrder", 0.75}, {"optimal", true}, {"estimates", 2}, {"notes", QJsonArray{"a note of the engine"}}}}};
        if (request.method == "quantize") {
            QJsonArray tensors;
            for (int i = 0; i < 35; ++i) tensors.append(QJsonObject{{"name", linearName(i)}, {"squaredError", 0.1 * (i + 1)}});
            return {{"kept", 640}, {"modelBytes", 300000}, {"ledger", QJsonObject{{"total", 3.321}}}, {"perTensor", tensors}, {"stages", QJsonArray{}}};
        }
        if (request.method == "compare")
            return {{"klMean", 0.125}, {"klMedian", 0.03}, {"klP99", 1.5}, {"top1Agreement", 0.875}, {"meanNllA", 1.70}, {"meanNllB", 1.87}, {"tokens", 4064}, {"windows", 32}};
        if (request.method == "evaluate")
            return {{"metric", p["metric"]}, {"value", 0.5}, {"low", 0.4}, {"high", 0.6}, {"items", 80}};
        if (request.method == "report") {
            QFile file(p["out"].toString());
            if (file.open(QIODevice::WriteOnly)) file.write("<!doctype html>");
            return {{"run", p["run"]}, {"path", p["out"]}, {"bytes", 15}};
        }
        if (request.method == "perplexity") {
            const bool made = p["model"].toString().contains("/models/");
            // The text's file is named after its task: another text is harder.
            if (p["tokensFile"].toString().contains("gsm8k-"))
                return {{"perplexity", made ? 19.5 : 18.0}, {"meanNll", made ? 2.97 : 2.89}, {"standardError", 0.03}, {"tokens", 2016}, {"windows", 32}};
            return {{"perplexity", made ? 6.5 : 5.5}, {"meanNll", made ? 1.87 : 1.70}, {"standardError", 0.02}, {"tokens", 4064}, {"windows", 32}};
        }
        if (request.method == "workspace-gc") {
            // Older than a year there is nothing.
            const bool some = p["olderThanDays"].toInt() < 365;
            return {{"artifacts", 12}, {"bytes", 3'000'000'000.0}, {"freeBytes", 5e10}, {p["dryRun"].toBool() ? "removable" : "removed", QJsonObject{{"artifacts", some ? 4 : 0}, {"bytes", some ? 250'000'000.0 : 0.0}}}};
        }
        if (request.method == "probe")
            return {{"gemmFlops", QJsonObject{{"f32", 5e10}, {"bf16", QJsonValue()}}}, {"dtype", "f32"}, {"bytesPerSecond", 1e10}, {"threads", 2}, {"memoryBytes", 8e9},
                    {"availableMemoryBytes", 6e9}};
        if (request.method == "generate") return written(request);
        if (request.method == "put") return {{"path", qEnvironmentVariable("TACQ_WORKSPACE") + "/incoming/" + p["name"].toString()}};
        if (request.method == "export") {
            QDir().mkpath(p["out"].toString());
            QFile file(p["out"].toString() + "/model.safetensors");
            if (file.open(QIODevice::WriteOnly)) file.write("fake");
            return {{"files", QJsonArray{QJsonObject{{"path", "model.safetensors"}, {"bytes", 4}, {"sha256", ""}}}}, {"readback", QJsonObject{{"maxAbsDiff", 0.0}, {"klMean", 0.0}}}};
        }
        return {};
    }

    void reply(qint64 id, const QJsonObject& result) { say({{"id", id}, {"result", result}}); }
    void say(const QJsonObject& message) {
        const std::lock_guard lock(m_speech);
        std::cout << QJsonDocument(message).toJson(QJsonDocument::Compact).constData() << std::endl;
    }

    Script m_script;
    std::mutex m_mutex, m_speech;
    std::condition_variable m_wake;
    std::deque<Request> m_queue;
    std::deque<qint64> m_stopped;
    std::atomic<bool> m_ending{false};
    bool m_over = false;
};

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    Script script;
    const QStringList words = QCoreApplication::arguments();
    for (qsizetype i = 1; i < words.size(); ++i) {
        const auto next = [&] { return ++i < words.size() ? words[i] : QString(); };
        if (words[i] == "--step") script.step = next().toInt();
        else if (words[i] == "--protocol") script.protocol = next().toInt();
        else if (words[i] == "--metric") {
            script.metric = next();
            script.metricTitle = next();
        }
        else if (words[i] == "--deaf") script.deaf = true;
        else if (words[i] == "--apart") script.apart = true;
        else if (words[i] == "--mute") script.mute = true;
        else if (words[i] == "--fetch") script.fetch = next();
        else if (words[i] == "--victim") script.victim = next();
        else if (words[i] == "--workspace") script.workspace = next();
        else if (words[i] == "--attach") script.attach = next();
        else if (words[i] == "--log") script.log = next();
        else if (words[i] == "--crash") {
            script.crashMethod = next();
            script.crashMarker = next();
        } else if (words[i] == "--fail") {
            script.failMethod = next();
            script.failCode = next();
        }
    }
    return FakeEngine(script).run();
}
