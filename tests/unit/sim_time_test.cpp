#include "base/sim_time.h"

#include <gtest/gtest.h>

namespace aplus {
namespace {

constexpr SimTime kNine{1736902800000};  // 2025-01-15T09:00:00+08:00

TEST(SimTime, IsWrittenInTheZoneThatIsAskedFor) {
  EXPECT_EQ(formatIso8601(kNine, kChinaTime), "2025-01-15T09:00:00.000+08:00");
  EXPECT_EQ(formatIso8601(kNine + 90, UtcOffset{0}), "2025-01-15T01:00:00.090+00:00");
  EXPECT_EQ(formatIso8601Seconds(kNine, UtcOffset{-570}), "2025-01-14T15:30:00-09:30");
  EXPECT_EQ(formatDate(kNine, UtcOffset{-570}), "20250114");
}

TEST(SimTime, ReadsWhatTheDocumentsShow) {
  EXPECT_EQ(parseIso8601("2025-01-15T09:00:00+08:00"), kNine);
  EXPECT_EQ(parseIso8601("2025-01-15T01:00:00Z"), kNine);
  EXPECT_EQ(parseIso8601("2025-01-15T01:00:00.09Z"), kNine + 90);
  EXPECT_EQ(parseIso8601("2025-01-15T01:00:00.0909999Z"), kNine + 90) << "milliseconds are kept";
  EXPECT_EQ(parseIso8601("2020-02-29T00:00:00Z").has_value(), true);
  EXPECT_EQ(parseIso8601("1969-12-31T23:59:59.999Z"), SimTime{-1});
}

TEST(SimTime, ReadsBackWhatItWrites) {
  for (std::int64_t ms : {0LL, 1LL, 1736902800000LL, 951782399999LL, 4102444800000LL}) {
    for (int offset : {0, 480, 540, -570, 840}) {
      EXPECT_EQ(parseIso8601(formatIso8601({ms}, {offset})), SimTime{ms});
    }
  }
}

TEST(SimTime, RefusesWhatIsNoTime) {
  for (char const* wrong :
       {"", "2025-01-15", "2025-01-15T09:00:00", "2025-1-15T09:00:00Z", "2025-02-29T09:00:00Z",
        "2025-13-01T09:00:00Z", "2025-01-15T24:00:00Z", "2025-01-15T09:60:00Z",
        "2025-01-15T09:00:00+8:00", "2025-01-15T09:00:00+15:00", "2025-01-15T09:00:00Zx",
        "2025-01-15T09:00:00.Z", "2025-01-15 09:00:00Z", "1736902800000"}) {
    EXPECT_EQ(parseIso8601(wrong).has_value(), false) << wrong;
  }
}

TEST(Duration, TakesANumberAndAUnit) {
  EXPECT_EQ(parseDurationMs("500ms"), 500);
  EXPECT_EQ(parseDurationMs("61s"), 61'000);
  EXPECT_EQ(parseDurationMs("30min"), 1'800'000);
  EXPECT_EQ(parseDurationMs("360h"), 1'296'000'000);
  EXPECT_EQ(parseDurationMs("2d"), 172'800'000);
  for (char const* wrong : {"", "s", "61", "6.5s", "-1s", "61 s", "1234567890s"}) {
    EXPECT_FALSE(parseDurationMs(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace aplus
