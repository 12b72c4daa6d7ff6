#pragma once
// Private to the engine: the one place where exceptions of LibTorch and the allocator become Errors.
#include <torch/torch.h>

#include <exception>
#include <new>
#include <string>
#include <utility>

#include "tacq/base/result.h"

namespace tacq {

Error outOfMemory(const std::string& what);
Error fromTorch(const c10::Error& error, const std::string& what);

/// Runs a stage's body; its Result, or the Error its exception stands for. `what` names the stage in the context.
template <typename Body>
auto guarded(const std::string& what, Body&& body) -> decltype(body()) {
    try {
        return std::forward<Body>(body)();
    } catch (const c10::OutOfMemoryError&) {
        return outOfMemory(what);
    } catch (const c10::Error& error) {
        return fromTorch(error, what);
    } catch (const std::bad_alloc&) {
        return outOfMemory(what);
    } catch (const std::exception& error) {
        return Error{ErrorCode::Internal, error.what(), what, "this is a defect: please report it with the command that led here"};
    }
}

}  // namespace tacq
