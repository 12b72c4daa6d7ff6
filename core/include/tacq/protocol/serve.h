#pragma once
#include <istream>
#include <ostream>

#include "tacq/base/result.h"
#include "tacq/pipeline/commands.h"

namespace tacq {

/// The engine process: JSON lines in, JSON lines out (protocol version 1). Every line is one object; raw bytes follow a `frame` line only.
///
/// Requests   {"id":7,"method":"quantize","params":{…}}         a command of runCommand(); jobs run one after another, in order
///            {"id":8,"method":"cancel","params":{"id":7}}      answered at once; job 7 then ends with error `cancelled`
///            {"id":9,"method":"hello"}                         → {"protocol":1,"version":"0.1.0","pid":…,"workspace":"…","threads":2,"memoryBytes":…,"availableMemoryBytes":…,
///                                                                 "gpus":[{"name":"…","memoryBytes":…}],"exportFormats":[{"name":"hf","title":"…","description":"…","lowBit":false}],
///                                                                 "metrics":[{"name":"kl","title":"…","description":"…","lowerIsBetter":true}],"sharedFiles":true}
///            {"id":10,"method":"jobs"} {"id":11,"method":"ping"} {"id":12,"method":"shutdown"}
/// Events     {"id":7,"event":"queued"} {"id":7,"event":"started"}
///            {"id":7,"event":"progress","stage":"gradient","done":3,"total":16,"unit":"samples","detail":"…","value":0.1,"fraction":0.19,"rate":0.25,"secondsLeft":52}
///            {"id":7,"event":"log","level":"warning","text":"…"}
///            {"id":7,"event":"artifact","key":"…","kind":"gradient"}
///            {"id":7,"event":"text","text":"…","kl":0.12}      generated text; kl (nats, only with `against`): the largest of its tokens'
/// End        {"id":7,"result":{…}}  or  {"id":7,"error":{"code":"invalid-file","message":"…","context":"…","hint":"…"}}
///
/// At most 1,000 jobs wait in each worker's line and 64 are followed from elsewhere (`attach`): one more is `busy`. Progress events come at most 20 a second per job, the last of a stage always. Params that environment options override: `workspace`, `device`,
/// `threads`, `dtype`, `seed`, `data`. A line that is no request is answered with {"error":{…}} and the loop goes on.
///
/// Two jobs at a time: what only reads and is soon done (`runs-list`, `runs-show`, `runs-diff`, `runs-command`, `task-list`, `task-show`,
/// `workspace-info`, `inspect`, `tokenize`, `report`, `fetch`, `put`, and `budget` without `mixed`) has a worker of its own and does not wait for
/// the others. Each worker keeps to the order of its requests.
///
/// Files      {"id":1,"method":"hello","params":{"witness":{"path":"/tmp/w","token":"…"}}}   `sharedFiles` says whether the engine reads this very token in
///            the file at that path, i.e. whether both sides see the same files. Without a witness they are taken to.
///            {"id":2,"method":"fetch","params":{"artifact":"KEY","parts":["meta.json","rows/score/3/0-64"]}}
///            Files shared: → {"path":"…/artifacts/KEY"}. Else every part comes in order, cut into frames of at most 1 MiB:
///            {"id":2,"event":"frame","part":"meta.json","offset":0,"bytes":812,"total":812}, a line end, and exactly `bytes` raw bytes;
///            then → {"parts":[{"part":"meta.json","bytes":812,"sha256":"…"}]}. An empty file has no frame. A part is a file name inside the artifact's
///            folder, or rows/LAYER/MATRIX/BEGIN-END: float32 little-endian rows of a saliency (SaliencyArtifact::readRows), LAYER one of
///            gradient, delta, weight, score, MATRIX its index in model order, at most 4 MiB of rows a request. A line of another job may stand
///            between two frames, never inside one.
///            {"id":3,"method":"put","params":{"name":"mine.jsonl","text":"…"}} → {"path":"…/uploads/SHA256/mine.jsonl","bytes":…}; at most 64 MiB;
///            `base64` in the place of `text` for what is no text
///
/// The end of the input without `shutdown` may be a lost connection: the engine finishes the jobs it has, then ends; answers that nobody can read are
/// dropped. `shutdown` is answered, cancels all jobs (each leaves a resumable state) and ends the engine.
///
/// Lost jobs  {"id":7,"method":"quantize","params":{…},"token":"T"}   T (8 to 64 letters, digits, dashes) is the job's name for later: its lines are kept in
///            <workspace>/jobs/T.jsonl (progress at most one a second). `busy` if a job with this token lives.
///            {"id":8,"method":"attach","params":{"token":"T"}}        to any engine on that workspace: repeats the job's lines under id 8 (of its progress
///            the last) and goes on with them to the job's result or error. `not-found`: nobody knows T. `engine-lost`: the engine that ran it died.
///            Cancelling 8 cancels the job itself, so does `shutdown`.
///            {"id":9,"method":"acknowledge","params":{"token":"T"}}   the end was received: the engine forgets T. It does so by itself after 7 days.
///
/// Example:
///     std::istringstream requests(R"({"id":1,"method":"inspect","params":{"model":"resources/sample/stories260K"}})" "\n" R"({"id":2,"method":"shutdown"})" "\n");
///     std::ostringstream answers;
///     TACQ_CHECK(serve(requests, answers, {}));
Result<void> serve(std::istream& in, std::ostream& out, const CommandEnvironment& environment);

}  // namespace tacq
