#include "base/sim_time.h"

#include <array>
#include <chrono>

#include <date/date.h>
#include <fmt/format.h>

namespace aplus {
namespace {

struct Fields {
  int year;
  unsigned month, day;
  std::int64_t hour, minute, second, millisecond;
};

Fields split(SimTime time, UtcOffset offset) {
  auto const local = date::sys_time<std::chrono::milliseconds>(
      std::chrono::milliseconds(time.ms + offset.minutes * kMinuteMs));
  auto const days = date::floor<date::days>(local);
  date::year_month_day const calendar(days);
  std::int64_t const ofDay = (local - days).count();
  return {int(calendar.year()),       unsigned(calendar.month()),        unsigned(calendar.day()),
          ofDay / kHourMs,            ofDay / kMinuteMs % 60,            ofDay / kSecondMs % 60,
          ofDay % kSecondMs};
}

std::string formatOffset(UtcOffset offset) {
  int const minutes = offset.minutes < 0 ? -offset.minutes : offset.minutes;
  return fmt::format("{}{:02}:{:02}", offset.minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/// Takes digits from the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool number(std::size_t digits, int low, int high, int& out) {
    if (rest_.size() < digits) return false;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (rest_[i] < '0' || rest_[i] > '9') return false;
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(digits);
    out = value;
    return value >= low && value <= high;
  }

  bool literal(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// A fraction of any length; three digits are kept.
  bool fraction(int& ms) {
    ms = 0;
    int digits = 0;
    for (; !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; ++digits) {
      if (digits < 3) ms = ms * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    for (int i = digits; i < 3; ++i) ms *= 10;
    return digits > 0;
  }

  bool atEnd() const { return rest_.empty(); }
  bool next(char c) const { return !rest_.empty() && rest_.front() == c; }

 private:
  std::string_view rest_;
};

}  // namespace

std::string formatIso8601(SimTime time, UtcOffset offset) {
  Fields const f = split(time, offset);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}{}", f.year, f.month, f.day, f.hour,
                     f.minute, f.second, f.millisecond, formatOffset(offset));
}

std::string formatIso8601Seconds(SimTime time, UtcOffset offset) {
  Fields const f = split(time, offset);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}", f.year, f.month, f.day, f.hour,
                     f.minute, f.second, formatOffset(offset));
}

std::string formatDate(SimTime time, UtcOffset offset) {
  Fields const f = split(time, offset);
  return fmt::format("{:04}{:02}{:02}", f.year, f.month, f.day);
}

Result<SimTime> parseIso8601(std::string_view text) {
  auto const wrong = [&] {
    return fail("INVALID_TIME", "",
                fmt::format("'{}' is no ISO 8601 time with an offset, such as "
                            "2025-01-15T09:00:00+08:00 or 2025-01-15T01:00:00Z",
                            text.substr(0, 64)));
  };
  Scanner in(text);
  int year, month, day, hour, minute, second, ms = 0;
  if (!in.number(4, 1, 9999, year) || !in.literal('-') || !in.number(2, 1, 12, month) ||
      !in.literal('-') || !in.number(2, 1, 31, day) || !in.literal('T') ||
      !in.number(2, 0, 23, hour) || !in.literal(':') || !in.number(2, 0, 59, minute) ||
      !in.literal(':') || !in.number(2, 0, 59, second)) {
    return wrong();
  }
  if (in.literal('.') && !in.fraction(ms)) return wrong();
  int offsetMinutes = 0;
  if (!in.literal('Z')) {
    bool const east = in.next('+');
    int hours, minutes;
    if (!(in.literal('+') || in.literal('-')) || !in.number(2, 0, 14, hours) || !in.literal(':') ||
        !in.number(2, 0, 59, minutes)) {
      return wrong();
    }
    offsetMinutes = (hours * 60 + minutes) * (east ? 1 : -1);
  }
  date::year_month_day const calendar{date::year(year), date::month(unsigned(month)),
                                      date::day(unsigned(day))};
  if (!in.atEnd() || !calendar.ok()) return wrong();
  std::int64_t const days = date::sys_days(calendar).time_since_epoch().count();
  return SimTime{days * kDayMs + hour * kHourMs + (minute - offsetMinutes) * kMinuteMs +
                 second * kSecondMs + ms};
}

Result<std::int64_t> parseDurationMs(std::string_view text) {
  struct Unit {
    std::string_view name;
    std::int64_t ms;
  };
  static constexpr std::array<Unit, 5> kUnits{{
      {"ms", 1}, {"s", kSecondMs}, {"min", kMinuteMs}, {"h", kHourMs}, {"d", kDayMs}}};
  std::size_t digits = 0;
  std::int64_t count = 0;
  while (digits < text.size() && digits < 9 && text[digits] >= '0' && text[digits] <= '9') {
    count = count * 10 + (text[digits++] - '0');
  }
  for (Unit const& unit : kUnits) {
    if (digits > 0 && text.substr(digits) == unit.name) return count * unit.ms;
  }
  return fail("INVALID_DURATION", "",
              fmt::format("'{}' is no length of time; write a whole number and a unit: 500ms, 61s, "
                          "30min, 360h or 2d",
                          text.substr(0, 64)));
}

}  // namespace aplus
