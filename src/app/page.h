#pragma once

#include "ui/controller.h"

namespace aplus::app {

/// The controller of the page: what the panels and the JavaScript API both act on.
ui::Controller& pageController();

}  // namespace aplus::app
