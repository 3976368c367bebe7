#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/sim_time.h"

namespace aplus {

/// A stretch of the calendar, as people count it in their own zone.
enum class Period : std::uint8_t { day, month, year };

inline constexpr std::array<Period, 3> kPeriods{Period::day, Period::month, Period::year};

std::string_view name(Period period);

/// The midnight with which the day, month or year of `time` begins in the zone.
SimTime startOf(Period period, SimTime time, UtcOffset zone);

/// The midnight with which the next one begins.
SimTime endOf(Period period, SimTime time, UtcOffset zone);

}  // namespace aplus
