#pragma once

#include <nlohmann/json_fwd.hpp>

#include "base/error.h"
#include "ui/controller.h"

namespace aplus::app {

/// Does one act on the signing desk: `{"act": "verify"}`, `{"act": "edit", "field": "body", "text": "…"}`.
/// Error `INVALID_ARGUMENT` names the acts or fields that exist.
Result<void> actOnDesk(ui::Controller& controller, nlohmann::ordered_json const& args);

}  // namespace aplus::app
