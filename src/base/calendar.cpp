#include "base/calendar.h"

#include <chrono>

#include <date/date.h>

namespace aplus {
namespace {

date::year_month_day firstDay(Period period, date::year_month_day day) {
  switch (period) {
    case Period::day: return day;
    case Period::month: return day.year() / day.month() / 1;
    case Period::year: return day.year() / date::January / 1;
  }
  return day;
}

date::year_month_day localDay(SimTime time, UtcOffset zone) {
  auto const local = date::sys_time<std::chrono::milliseconds>(
      std::chrono::milliseconds(time.ms + zone.minutes * kMinuteMs));
  return date::floor<date::days>(local);
}

SimTime midnight(date::sys_days day, UtcOffset zone) {
  return {std::int64_t(day.time_since_epoch().count()) * kDayMs - zone.minutes * kMinuteMs};
}

}  // namespace

std::string_view name(Period period) {
  static constexpr std::array<std::string_view, 3> kNames{"day", "month", "year"};
  return kNames[static_cast<std::size_t>(period)];
}

SimTime startOf(Period period, SimTime time, UtcOffset zone) {
  return midnight(firstDay(period, localDay(time, zone)), zone);
}

SimTime endOf(Period period, SimTime time, UtcOffset zone) {
  date::year_month_day const first = firstDay(period, localDay(time, zone));
  switch (period) {
    case Period::day: return midnight(date::sys_days(first) + date::days(1), zone);
    case Period::month: return midnight(first + date::months(1), zone);
    case Period::year: return midnight(first + date::years(1), zone);
  }
  return time;
}

}  // namespace aplus
