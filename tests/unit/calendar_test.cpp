#include "base/calendar.h"

#include <gtest/gtest.h>

namespace aplus {
namespace {

TEST(Calendar, PeriodsBeginAndEndAtMidnightOfTheZone) {
  struct Row {
    Period period;
    char const* time;
    UtcOffset zone;
    char const* start;
    char const* end;
  };
  Row const rows[] = {
      {Period::day, "2025-01-15T09:00:00+08:00", kChinaTime, "2025-01-15T00:00:00+08:00", "2025-01-16T00:00:00+08:00"},
      {Period::day, "2025-01-15T00:00:00+08:00", kChinaTime, "2025-01-15T00:00:00+08:00", "2025-01-16T00:00:00+08:00"},
      {Period::day, "2025-01-14T23:59:59+08:00", kChinaTime, "2025-01-14T00:00:00+08:00", "2025-01-15T00:00:00+08:00"},
      {Period::day, "2025-01-15T20:00:00Z", kChinaTime, "2025-01-16T00:00:00+08:00", "2025-01-17T00:00:00+08:00"},
      {Period::day, "2025-01-15T02:00:00Z", UtcOffset{-300}, "2025-01-14T00:00:00-05:00", "2025-01-15T00:00:00-05:00"},
      {Period::month, "2024-02-29T12:00:00Z", UtcOffset{0}, "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"},
      {Period::month, "2024-12-31T23:59:59Z", UtcOffset{0}, "2024-12-01T00:00:00Z", "2025-01-01T00:00:00Z"},
      {Period::year, "2024-12-31T20:00:00Z", kChinaTime, "2025-01-01T00:00:00+08:00", "2026-01-01T00:00:00+08:00"},
      {Period::year, "1969-06-01T00:00:00Z", UtcOffset{0}, "1969-01-01T00:00:00Z", "1970-01-01T00:00:00Z"},
  };
  for (Row const& row : rows) {
    SimTime const time = *parseIso8601(row.time);
    EXPECT_EQ(startOf(row.period, time, row.zone), *parseIso8601(row.start)) << row.time;
    EXPECT_EQ(endOf(row.period, time, row.zone), *parseIso8601(row.end)) << row.time;
  }
}

}  // namespace
}  // namespace aplus
