#include "base/rng.h"

#include <gtest/gtest.h>

namespace aplus {
namespace {

TEST(Rng, GivesTheSameNumbersEverywhere) {
  // The published outputs of SplitMix64 for the seed 1234567.
  Rng rng(1234567);
  EXPECT_EQ(rng.next(), 6457827717110365317u);
  EXPECT_EQ(rng.next(), 3203168211198807973u);
  EXPECT_EQ(rng.next(), 9817491932198370423u);
}

TEST(Rng, StaysBelowItsBound) {
  Rng rng(1);
  int counts[6] = {};
  for (int i = 0; i < 6000; ++i) ++counts[rng.below(6)];
  for (int const count : counts) EXPECT_NEAR(count, 1000, 150);
}

TEST(Rng, MakesTextsOfItsAlphabet) {
  Rng rng(7);
  EXPECT_EQ(rng.digits(16).find_first_not_of("0123456789"), std::string::npos);
  EXPECT_EQ(rng.alphanumeric(32).size(), 32u);
}

TEST(Rng, CopyingItCopiesTheFuture) {
  Rng rng(7);
  rng.next();
  Rng copy = rng;
  EXPECT_EQ(copy, rng);
  EXPECT_EQ(copy.digits(20), rng.digits(20));
}

}  // namespace
}  // namespace aplus
