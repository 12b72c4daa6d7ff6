#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "test_paths.h"

namespace tacq::paths {

const char* testData() { return TACQ_SOURCE_DIR "/tests/data"; }
const char* resources() { return TACQ_SOURCE_DIR "/resources"; }
const char* sharedData() { return TACQ_SOURCE_DIR "/../shared/data"; }

}  // namespace tacq::paths
