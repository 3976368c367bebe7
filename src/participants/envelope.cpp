#include "participants/envelope.h"

#include <array>

namespace aplus {

std::string_view name(Kind kind) {
  static constexpr std::array<std::string_view, 5> kNames{"http", "sdk", "ui", "timer", "fault"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name(Phase phase) {
  static constexpr std::array<std::string_view, 5> kNames{"request", "response", "call", "callback",
                                                          "event"};
  return kNames[static_cast<std::size_t>(phase)];
}

}  // namespace aplus
