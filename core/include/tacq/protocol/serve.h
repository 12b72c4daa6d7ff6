#pragma once
#include <istream>
#include <ostream>

#include "tacq/base/result.h"
#include "tacq/pipeline/commands.h"

namespace tacq {

/// The engine process: JSON lines in, JSON lines out (protocol version 1). Every line is one object.
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
///            {"id":7,"event":"text","text":"…"}                generated text
/// End        {"id":7,"result":{…}}  or  {"id":7,"error":{"code":"invalid-file","message":"…","context":"…","hint":"…"}}
///
/// Progress events come at most 20 a second per job, the last of a stage always. Params that environment options override: `workspace`, `device`,
/// `threads`, `dtype`, `seed`, `data`. A line that is no request is answered with {"error":{…}} and the loop goes on. Ends at end of input
/// (the running job is cancelled and leaves a resumable state) or `shutdown`.
Result<void> serve(std::istream& in, std::ostream& out, const CommandEnvironment& environment);

}  // namespace tacq
