// The one heavy header, compiled once: every engine module and engine test reuses it.
#pragma once
#include <torch/torch.h>
