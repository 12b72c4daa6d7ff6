#include "models/saliency/remote_saliency.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThread>
#include <array>
#include <chrono>
#include <cstring>
#include <future>
#include <map>
#include <vector>

#include "engine/background_pool.h"
#include "models/shared/artifact_source.h"
#include "text/window_error.h"

namespace tacq::ui {
namespace {

constexpr std::array kLayers{"gradient", "delta", "weight", "score"};
constexpr std::size_t kRowBytes = 4u << 20;   // of one request
constexpr auto kLook = std::chrono::milliseconds(100);

class RemoteSource final : public ArtifactSource, public std::enable_shared_from_this<RemoteSource> {
public:
    RemoteSource(SaliencyArtifact artifact, const std::filesystem::path& folder, SaliencyLink link) : ArtifactSource(std::move(artifact), folder), m_link(std::move(link)) {}

    bool want(std::size_t matrix, QObject* context, std::function<void()> brought) const override {
        if (artifact().hasMatrix(matrix)) return true;
        const bool asked = m_wanted.count(matrix) > 0;
        m_wanted[matrix].push_back({context, std::move(brought)});
        if (!asked)
            m_link.bringMatrix(matrix, [weak = weak_from_this(), matrix](const Result<void>& arrived) {
                if (const auto self = weak.lock()) self->mapMatrix(matrix, arrived.ok());
            });
        return artifact().hasMatrix(matrix);
    }

    Result<void> readRows(std::size_t matrix, MatrixLayer layer, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out) const override {
        const std::int64_t columns = meta().linears[matrix].columns;
        if (rowBegin < 0 || rowEnd < rowBegin || rowEnd > meta().linears[matrix].rows || out.size() != static_cast<std::size_t>((rowEnd - rowBegin) * columns))
            return windowError(ErrorCode::InvalidArgument, WindowErrors::tr("rows outside the matrix, or a buffer of another size"), QString::fromStdString(meta().linears[matrix].name));
        const std::int64_t most = std::max<std::int64_t>(1, static_cast<std::int64_t>(kRowBytes / sizeof(float)) / columns);
        for (std::int64_t row = rowBegin; row < rowEnd; row += most) {
            const std::int64_t end = std::min(rowEnd, row + most);
            TACQ_CHECK(readPiece(matrix, layer, row, end, out.subspan(static_cast<std::size_t>((row - rowBegin) * columns), static_cast<std::size_t>((end - row) * columns))));
        }
        return {};
    }

private:
    struct Waiter {
        QPointer<QObject> context;
        std::function<void()> brought;
    };

    void mapMatrix(std::size_t matrix, bool arrived) const {
        const auto waiting = std::exchange(m_wanted[matrix], {});
        m_wanted.erase(matrix);
        if (!arrived || !artifact().mapMatrix(matrix).ok()) return;
        for (const Waiter& waiter : waiting)
            if (waiter.context) waiter.brought();
    }

    /// Asks on the GUI thread and waits here: only threads that may wait come by.
    Result<void> readPiece(std::size_t matrix, MatrixLayer layer, std::int64_t begin, std::int64_t end, std::span<float> out) const {
        using Bytes = Result<QByteArray>;
        const std::string& name = meta().linears[matrix].name;
        QCoreApplication* const application = QCoreApplication::instance();
        if (!application || BackgroundPool::shared().isEnding()) return windowError(ErrorCode::Cancelled, WindowErrors::tr("the window is closed"), QString::fromStdString(name));
        if (QThread::currentThread() == application->thread()) return windowError(ErrorCode::Busy, WindowErrors::tr("single weights are on another computer"), QString::fromStdString(name), WindowErrors::tr("wait until they have come"));
        auto promise = std::make_shared<std::promise<Bytes>>();
        std::future<Bytes> answer = promise->get_future();
        const QString part = QStringLiteral("rows/%1/%2/%3-%4").arg(QLatin1String(kLayers[static_cast<std::size_t>(layer)])).arg(matrix).arg(begin).arg(end);
        QMetaObject::invokeMethod(application, [ask = m_link.bringRows, part, promise = std::move(promise)]() mutable {
            // A job that is lost and resumed answers twice; the first answer counts.
            ask(part, [once = std::move(promise)](const Bytes& bytes) mutable {
                if (const auto first = std::exchange(once, nullptr)) first->set_value(bytes);
            });
        }, Qt::QueuedConnection);
        while (answer.wait_for(kLook) != std::future_status::ready)
            if (BackgroundPool::shared().isEnding()) return windowError(ErrorCode::Cancelled, WindowErrors::tr("the window is closed"), QString::fromStdString(name));
        try {
            TACQ_TRY(const QByteArray bytes, answer.get());
            if (static_cast<std::size_t>(bytes.size()) != out.size_bytes()) return windowError(ErrorCode::InvalidFile, WindowErrors::tr("the engine sent another number of weights"), QString::fromStdString(name));
            std::memcpy(out.data(), bytes.constData(), out.size_bytes());
            return {};
        } catch (const std::future_error&) {
            return windowError(ErrorCode::EngineLost, WindowErrors::tr("the engine went away"), QString::fromStdString(name));
        }
    }

    SaliencyLink m_link;
    mutable std::map<std::size_t, std::vector<Waiter>> m_wanted;   ///< GUI thread only
};

}  // namespace

QStringList sketchParts(std::size_t matrices) {
    QStringList parts{QStringLiteral("meta.json"), QStringLiteral("histograms.safetensors")};
    for (std::size_t m = 0; m < matrices; ++m) parts << QString::fromStdString(SaliencyArtifact::tailFile(m));
    return parts;
}

Result<SaliencyPointer> openRemoteSaliency(const std::filesystem::path& folder, SaliencyLink link) {
    TACQ_TRY(SaliencyArtifact artifact, SaliencyArtifact::openPartial(folder));
    return SaliencyPointer(std::make_shared<RemoteSource>(std::move(artifact), folder, std::move(link)));
}

}  // namespace tacq::ui
