#include <algorithm>

#include <fmt/format.h>

#include "base/sim_time.h"
#include "inspect/doctor/mistake.h"
#include "inspect/doctor/text_tools.h"
#include "protocol/percent_encoding.h"

namespace aplus::inspect {
namespace {

using enum FaqCheck;

/// A time taken apart so that it can be written in another way: `2025-01-15T09:00:00` `.000` `+08:00`.
struct Notation {
  SimTime instant;
  std::string fraction;  ///< with its dot; empty when there is none
  std::string offset;
  UtcOffset zone;

  std::string write() const {
    // formatIso8601Seconds ends in the offset, whose own spelling is kept.
    std::string const text = formatIso8601Seconds(instant, zone);
    return text.substr(0, 19) + fraction + offset;
  }
};

std::optional<Notation> readNotation(std::string const& text) {
  auto const instant = parseIso8601(text);
  if (!instant || text.size() < 20) return std::nullopt;
  Notation notation{*instant, "", "", {}};
  auto const offset = text.find_first_of("Z+-", 19);
  notation.fraction = text.substr(19, offset - 19);
  notation.offset = text.substr(offset);
  if (notation.offset.size() == 6) {
    int const minutes = std::stoi(notation.offset.substr(1, 2)) * 60 + std::stoi(notation.offset.substr(4, 2));
    notation.zone.minutes = notation.offset[0] == '-' ? -minutes : minutes;
  }
  return notation;
}

std::string offsetText(int minutes) {
  int const size = std::abs(minutes);
  return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

/// Every offset that is in use somewhere.
constexpr int kOffsetsMinutes[] = {0,   480, 540, 420, 330, 60,  120, 180, 210, 240, 270, 300,  345,  360,
                                   390, 525, 570, 600, 630, 660, 720, 765, 780, 840, -60, -120, -150, -180,
                                   -210, -240, -300, -360, -420, -480, -540, -570, -600, -660, -720};

HeadVariants withTimes(Head const& head, std::vector<std::string> const& times) {
  HeadVariants variants;
  for (std::string const& time : times) {
    if (time == head.time) continue;
    variants.push_back({head, shown(time)});
    variants.back().head.time = time;
  }
  return variants;
}

HeadVariants otherHeader(Head const& head, DoctorInput const& input) {
  return input.requestTime.empty() ? HeadVariants{} : withTimes(head, {input.requestTime});
}

HeadVariants otherMessage(Head const& head, DoctorInput const& input) {
  std::vector<std::string> times;
  for (OtherMessage const& other : input.others) {
    if (other.time != input.requestTime) times.push_back(other.time);
  }
  return withTimes(head, times);
}

HeadVariants missing(Head const& head, DoctorInput const&) {
  HeadVariants variants = withTimes(head, {"", "null", "undefined", "None"});
  if (!head.time.empty()) {
    Head bare = head;
    bare.time.clear();
    bare.dot2.clear();
    variants.push_back({bare, "nothing, and no dot"});
  }
  return variants;
}

HeadVariants zone(Head const& head, DoctorInput const&) {
  auto const notation = readNotation(head.time);
  if (!notation) return {};
  std::vector<std::string> times;
  for (int const minutes : kOffsetsMinutes) {
    Notation other = *notation;
    other.zone.minutes = minutes;
    other.offset = offsetText(minutes);
    if (other.zone == notation->zone) continue;
    if (minutes == 0) {
      other.offset = "Z";
      times.push_back(other.write());
      other.offset = "+00:00";
    }
    times.push_back(other.write());
  }
  return withTimes(head, times);
}

HeadVariants utcLetter(Head const& head, DoctorInput const&) {
  auto notation = readNotation(head.time);
  if (!notation || notation->zone.minutes != 0) return {};
  std::vector<std::string> times;
  for (char const* offset : {"Z", "+00:00", "-00:00", "z"}) {
    notation->offset = offset;
    times.push_back(notation->write());
  }
  return withTimes(head, times);
}

HeadVariants fraction(Head const& head, DoctorInput const&) {
  auto const notation = readNotation(head.time);
  if (!notation) return {};
  std::string const digits = notation->fraction.empty() ? "" : notation->fraction.substr(1);
  std::vector<std::string> fractions{"", "." + trimmed(digits)};
  std::string shortest = digits;
  while (!shortest.empty() && shortest.back() == '0') shortest.pop_back();
  fractions.push_back(shortest.empty() ? "" : "." + shortest);
  for (std::size_t length : {3u, 6u, 9u, 1u, 2u, 7u}) {
    std::string const padded = (digits + "000000000").substr(0, length);
    fractions.push_back("." + padded);
    fractions.push_back("," + padded);
  }
  std::vector<std::string> times;
  for (std::string const& text : fractions) {
    Notation other = *notation;
    other.fraction = text;
    times.push_back(other.write());
  }
  return withTimes(head, times);
}

HeadVariants offsetNotation(Head const& head, DoctorInput const&) {
  auto notation = readNotation(head.time);
  if (!notation) return {};
  std::string const offset = notation->offset == "Z" ? "+00:00" : notation->offset;
  std::vector<std::string> times;
  for (std::string const& text : {replaced(offset, ":", ""), offset.substr(0, 3), " " + offset, " " + replaced(offset, ":", ""),
                                  std::string(" UTC"), std::string(" GMT"), "GMT" + offset, "UTC" + offset}) {
    notation->offset = text;
    times.push_back(notation->write());
  }
  return withTimes(head, times);
}

HeadVariants withoutZone(Head const& head, DoctorInput const&) {
  auto notation = readNotation(head.time);
  if (!notation) return {};
  notation->offset.clear();
  return withTimes(head, {notation->write(), replaced(notation->write(), "T", " ")});
}

HeadVariants blankForT(Head const& head, DoctorInput const&) {
  return withTimes(head, {replaced(head.time, "T", " "), replaced(head.time, "T", "t"), replaced(head.time, "T", "")});
}

HeadVariants epochMs(Head const& head, DoctorInput const&) {
  auto const notation = readNotation(head.time);
  return notation ? withTimes(head, {std::to_string(notation->instant.ms)}) : HeadVariants{};
}

HeadVariants epochSeconds(Head const& head, DoctorInput const&) {
  auto const notation = readNotation(head.time);
  if (!notation) return {};
  std::int64_t const ms = notation->instant.ms;
  return withTimes(head, {std::to_string(ms / 1000), fmt::format("{}.{:03}", ms / 1000, ms % 1000)});
}

HeadVariants compact(Head const& head, DoctorInput const&) {
  auto const notation = readNotation(head.time);
  if (!notation) return {};
  std::string const day = replaced(head.time.substr(0, 10), "-", "");
  std::string const clock = replaced(head.time.substr(11, 8), ":", "");
  std::string const ms = fmt::format("{:03}", notation->instant.ms % 1000);
  std::string const offset = replaced(notation->offset, ":", "");
  return withTimes(head, {day + clock, day + clock + ms, day + "T" + clock + offset, day + "T" + clock,
                          day + "T" + clock + "." + ms + offset});
}

HeadVariants httpDate(Head const& head, DoctorInput const&) {
  auto const notation = readNotation(head.time);
  if (!notation) return {};
  static constexpr char const* kDays[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
  static constexpr char const* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::string const utc = formatIso8601Seconds(notation->instant, {0});
  std::int64_t const day = (notation->instant.ms % kDayMs + kDayMs) % kDayMs;
  std::int64_t const week = ((notation->instant.ms - day) / kDayMs % 7 + 7) % 7;
  std::size_t const month = std::size_t(std::stoi(utc.substr(5, 2)) - 1);
  std::string const text = fmt::format("{}, {} {} {} {}", kDays[week], utc.substr(8, 2), kMonths[month], utc.substr(0, 4), utc.substr(11, 8));
  return withTimes(head, {text + " GMT", text + " +0000"});
}

HeadVariants encoded(Head const& head, DoctorInput const&) {
  std::vector<std::string> times{protocol::percentEncode(head.time), replaced(head.time, ":", "%3A"),
                                 replaced(head.time, "+", "%2B"), replaced(head.time, "+", " ")};
  if (auto const decoded = protocol::percentDecode(head.time)) times.push_back(*decoded);
  return withTimes(head, times);
}

HeadVariants blanks(Head const& head, DoctorInput const&) {
  return withTimes(head, {trimmed(head.time), " " + head.time, head.time + " ", head.time + "\n", "\"" + head.time + "\"",
                          "Request-Time: " + head.time, "Response-Time: " + head.time});
}

/// The clock of a zone, written as if it were that of another: whole hours apart.
HeadVariants shiftedZone(Head const& head, DoctorInput const&) {
  auto const notation = readNotation(head.time);
  if (!notation) return {};
  std::vector<std::string> times;
  for (int const minutes : kOffsetsMinutes) {
    for (int const sign : {1, -1}) {
      Notation other = *notation;
      other.instant = notation->instant + sign * minutes * kMinuteMs;
      times.push_back(other.write());
    }
  }
  return withTimes(head, times);
}

/// Two looks at the clock: one for the header, one for what is signed.
HeadVariants takenTwice(Head const& head, DoctorInput const&) {
  constexpr std::int64_t kMostMs = 2000;
  constexpr std::int64_t kMostSeconds = 300;
  auto const notation = readNotation(head.time);
  if (!notation) return {};
  HeadVariants variants;
  auto const add = [&](std::int64_t deltaMs) {
    Notation other = *notation;
    other.instant = notation->instant + deltaMs;
    if (other.fraction.size() == 4) other.fraction = fmt::format(".{:03}", other.instant.ms % 1000);
    variants.push_back({head, fmt::format("'{}', {} ms {}", other.write(), std::abs(deltaMs), deltaMs < 0 ? "before" : "after")});
    variants.back().head.time = other.write();
  };
  if (notation->fraction.size() == 4 && notation->instant.ms > kMostMs) {
    for (std::int64_t ms = 1; ms <= kMostMs; ++ms) {
      add(-ms);
      add(ms);
    }
  }
  for (std::int64_t seconds = 1; seconds <= kMostSeconds; ++seconds) {
    add(-seconds * kSecondMs);
    add(seconds * kSecondMs);
  }
  return variants;
}

}  // namespace

std::vector<Mistake> const& timeMistakes() {
  constexpr std::string_view kAsInHeader = "Write the time once, as text, and use that same text for the header and for what is signed.";
  constexpr std::string_view kIso = "Write the time as ISO 8601 with an offset, such as 2019-05-28T12:12:12+08:00, the same in header and content.";
  static std::vector<Mistake> const rows{
      {"time-other-header", content, piece::time, "The time of another header was signed: {}.",
       "Sign Request-Time in a request and Response-Time in a response.", otherHeader},
      {"time-other-message", content, piece::time, "The time of another message of this run was signed: {}.", kAsInHeader, otherMessage},
      {"time-missing", content, piece::time, "The time is missing from what was signed; in its place stands {}.",
       "Sign the value of the time header between Client-Id and body.", missing},
      {"time-utc-letter", content, piece::timeZone, "UTC was written in another way in what was signed: {}.", kAsInHeader, utcLetter},
      {"time-zone", content, piece::timeZone, "The same instant was signed in another zone: {}.", kAsInHeader, zone},
      {"time-fraction", content, piece::timeFraction, "The same instant was signed with other fractions of a second: {}.", kAsInHeader, fraction},
      {"time-offset-notation", content, piece::timeNotation | piece::timeZone, "The offset was written in another way in what was signed: {}.", kIso, offsetNotation},
      {"time-without-zone", content, piece::timeNotation | piece::timeZone, "The time was signed without its zone: {}.", kIso, withoutZone},
      {"time-blank-for-t", content, piece::timeNotation, "Date and clock were joined in another way in what was signed: {}.", kIso, blankForT},
      {"time-epoch-ms", content, piece::time, "The time was signed as milliseconds since 1970: {}.", kIso, epochMs},
      {"time-epoch-seconds", content, piece::time, "The time was signed as seconds since 1970: {}.", kIso, epochSeconds},
      {"time-compact", content, piece::time, "The time was signed without separators: {}.", kIso, compact},
      {"time-http-date", content, piece::time, "The time was signed in the form of the header Date: {}.", kIso, httpDate},
      {"time-encoded", content, piece::timeNotation, "The time was signed in another percent-encoding: {}.", kAsInHeader, encoded},
      {"time-blanks", content, piece::timeNotation, "The time was signed with blanks, quotes or a name: {}.", kAsInHeader, blanks},
      {"time-shifted-zone", content, piece::time, "The clock of another zone was signed under this zone's offset: {}.",
       "Convert the clock when the offset is changed, or write both from one instant.", shiftedZone},
      {"time-taken-twice", content, piece::time, "The clock was read twice; this was signed: {}.", kAsInHeader, takenTwice, nullptr, nullptr, true},
  };
  return rows;
}

}  // namespace aplus::inspect
