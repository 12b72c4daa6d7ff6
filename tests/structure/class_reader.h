#pragma once
// What can be learnt of classes from their headers without a compiler.
#include <string>
#include <vector>

struct ClassOutline {
    std::string name;
    int publicFunctions = 0;   ///< overloads and operators each count; constructors, destructor, assignment and signals do not
};

/// The classes and structs that `header` (the text of a file) defines, nested ones too.
std::vector<ClassOutline> classesOf(const std::string& header);
