#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace aplus {

/// An instant of the simulation in milliseconds since 1970-01-01T00:00:00Z. It has no zone; a zone
/// is chosen where it is written down.
struct SimTime {
  std::int64_t ms = 0;

  bool operator==(SimTime const&) const = default;
  bool operator<(SimTime other) const { return ms < other.ms; }
  bool operator<=(SimTime other) const { return ms <= other.ms; }
  bool operator>(SimTime other) const { return ms > other.ms; }
  bool operator>=(SimTime other) const { return ms >= other.ms; }
  SimTime operator+(std::int64_t deltaMs) const { return {ms + deltaMs}; }
  std::int64_t operator-(SimTime other) const { return ms - other.ms; }
};

inline constexpr std::int64_t kSecondMs = 1000;
inline constexpr std::int64_t kMinuteMs = 60 * kSecondMs;
inline constexpr std::int64_t kHourMs = 60 * kMinuteMs;
inline constexpr std::int64_t kDayMs = 24 * kHourMs;

/// Minutes east of UTC: 480 is +08:00.
struct UtcOffset {
  std::int32_t minutes = 0;

  bool operator==(UtcOffset const&) const = default;
};

inline constexpr UtcOffset kChinaTime{480};

/// ISO 8601 with offset and milliseconds: `2025-01-15T09:00:00.000+08:00`.
std::string formatIso8601(SimTime time, UtcOffset offset);

/// ISO 8601 with offset and whole seconds, as the published samples write it:
/// `2025-01-15T09:00:00+08:00`.
std::string formatIso8601Seconds(SimTime time, UtcOffset offset);

/// `20250115` in the given zone; ids of the protocol begin with it.
std::string formatDate(SimTime time, UtcOffset offset);

/// Reads ISO 8601 with an offset (`+08:00`, `Z`) and an optional fraction, of which milliseconds
/// are kept. Error `INVALID_TIME`.
Result<SimTime> parseIso8601(std::string_view text);

/// Reads a length of time such as `61s`, `500ms`, `30min`, `360h`, `2d`. Error `INVALID_DURATION`.
Result<std::int64_t> parseDurationMs(std::string_view text);

}  // namespace aplus
