#pragma once

/// Where the tests' files lie. Known to one source file only, so that the others compile to the same in every clone and come from the compiler cache.
namespace tacq::paths {
const char* testData();     ///< tests/data
const char* resources();    ///< resources
const char* sharedData();   ///< data beside the repository; may not be there
}  // namespace tacq::paths
