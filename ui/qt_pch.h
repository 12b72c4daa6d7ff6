#pragma once
// What is precompiled for the window's rooms. A file still includes what it uses.
#include <QtCore/QtCore>
#include <QtWidgets/QtWidgets>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>
