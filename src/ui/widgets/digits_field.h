#pragma once

#include <string>
#include <string_view>

#include "ui/ui.h"

namespace aplus::ui {

/// A large field for a one-time password: digits only, whether typed, pasted or composed; whatever stands between them is
/// left out. The label stands in it while it is empty. True when the person is done with it (Enter).
bool digitsField(Ui const& ui, std::string_view id, std::string_view label, std::string& digits, float width);

}  // namespace aplus::ui
