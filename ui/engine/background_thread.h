#pragma once

namespace tacq::ui {

/// How far work gives way on a busy machine, in the system's steps of niceness: the window first, then what it computes beside itself, then the engine.
constexpr int kBackgroundNiceness = 3, kEngineNiceness = 5;

/// The calling thread gives way to the window's from now on. Does nothing where the system has no niceness per thread (only Linux has).
void giveWayToWindow();

}  // namespace tacq::ui
