// An engine that computes nothing: it speaks the protocol with scripted progress, errors and crashes, so that tests of the window need no model run.
//
//   fake_engine [--step MILLISECONDS] [--crash METHOD MARKER] [--fail METHOD CODE] [--deaf] [--protocol N]
//
// --crash: dies in the middle of METHOD unless the file MARKER exists (which it then makes): the next try succeeds. --deaf: cancel is not answered.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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
    QString crashMethod, crashMarker, failMethod, failCode;
    bool deaf = false;
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
            if (!accept({object["id"].toInteger(), object["method"].toString(), object["params"].toObject()})) break;
        }
        {
            const std::lock_guard lock(m_mutex);
            m_over = true;
        }
        m_cancelled = -2;
        m_wake.notify_all();
        worker.join();
        return 0;
    }

private:
    bool accept(const Request& request) {
        if (request.method == "shutdown") return false;
        if (request.method == "hello") {
            const QString workspace = qEnvironmentVariable("TACQ_WORKSPACE", QDir::tempPath());
            reply(request.id, {{"protocol", m_script.protocol}, {"version", "fake"}, {"pid", QCoreApplication::applicationPid()}, {"workspace", workspace},
                               {"threads", 2}, {"memoryBytes", 8e9}, {"availableMemoryBytes", 6e9}, {"sharedFiles", true}, {"gpus", QJsonArray()},
                               {"exportFormats", QJsonArray{QJsonObject{{"name", "hf"}, {"title", "Hugging Face"}, {"description", "A folder that others load"}, {"lowBit", false}},
                                                            QJsonObject{{"name", "tacq"}, {"title", "TaCQ checkpoint"}, {"description", "The compact folder"}, {"lowBit", true}}}},
                               {"metrics", QJsonArray{QJsonObject{{"name", "perplexity"}, {"title", "Perplexity"}, {"description", "On unseen text"}, {"lowerIsBetter", true}},
                                                      QJsonObject{{"name", "top1"}, {"title", "Same first choice"}, {"description", "Share"}, {"lowerIsBetter", false}}}}});
        } else if (request.method == "cancel") {
            if (!m_script.deaf) m_cancelled = request.params["id"].toInteger();
            reply(request.id, {});
        } else {
            const std::lock_guard lock(m_mutex);
            m_queue.push_back(request);
            m_wake.notify_all();
        }
        return true;
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

    void perform(const Request& request) {
        say({{"id", request.id}, {"event", "started"}});
        const bool quick = request.method == "task-show";
        const int steps = quick ? 1 : 25;
        for (int i = 1; i <= steps; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(quick ? 0 : m_script.step));
            if (m_cancelled == request.id || m_cancelled == -2) {
                say({{"id", request.id}, {"error", QJsonObject{{"code", "cancelled"}, {"message", "stopped as asked"}, {"context", ""}, {"hint", ""}}}});
                return;
            }
            if (i == 3 && request.method == m_script.crashMethod && !QFile::exists(m_script.crashMarker)) {
                QFile(m_script.crashMarker).open(QIODevice::WriteOnly);
                std::cerr << "out of memory, says the script" << std::endl;
                std::_Exit(9);
            }
            say({{"id", request.id}, {"event", "progress"}, {"stage", request.method == "saliency" ? "gradient" : "quantize"}, {"done", i}, {"total", steps},
                 {"unit", "samples"}, {"detail", "model.layers.0.self_attn.q_proj"}, {"value", 0.1}, {"fraction", static_cast<double>(i) / steps},
                 {"rate", 25.0}, {"secondsLeft", (steps - i) / 25.0}});
        }
        if (request.method == m_script.failMethod)
            say({{"id", request.id}, {"error", QJsonObject{{"code", m_script.failCode}, {"message", "the script wants it so"}, {"context", "script"}, {"hint", "write another script"}}}});
        else
            reply(request.id, result(request));
    }

    static QJsonObject result(const Request& request) {
        const QJsonObject& p = request.params;
        if (request.method == "task-show")
            return {{"samples", QJsonArray{QJsonObject{{"text", "Once upon a time there was a fake engine."}, {"tokens", 9}, {"lossTokens", 8}}}}};
        if (request.method == "saliency")
            return {{"artifact", QString("made_%1_%2").arg(p["bits"].toInt()).arg(p["groupSize"].toInt(-1))},
                    {"stages", QJsonArray{QJsonObject{{"name", "simulate"}, {"seconds", 3.0}}}}};
        if (request.method == "quantize")
            return {{"kept", 640}, {"modelBytes", 300000}, {"ledger", QJsonObject{{"total", 3.321}}}, {"perTensor", QJsonArray{}}, {"stages", QJsonArray{}}};
        if (request.method == "perplexity") {
            const bool made = p["model"].toString().contains("/models/");
            return {{"perplexity", made ? 6.5 : 5.5}, {"meanNll", made ? 1.87 : 1.70}, {"standardError", 0.02}, {"tokens", 4064}, {"windows", 32}};
        }
        if (request.method == "probe")
            return {{"gemmFlops", QJsonObject{{"f32", 5e10}, {"bf16", QJsonValue()}}}, {"dtype", "f32"}, {"bytesPerSecond", 1e10}, {"threads", 2}, {"memoryBytes", 8e9},
                    {"availableMemoryBytes", 6e9}};
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
    std::atomic<qint64> m_cancelled{-1};
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
        else if (words[i] == "--deaf") script.deaf = true;
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
