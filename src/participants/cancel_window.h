#pragma once

#include "base/calendar.h"

namespace aplus {

/// An acquirer may cancel until a quarter past midnight China time of the day after the payment.
inline SimTime acquirerCancelWindowEnd(SimTime paid) { return endOf(Period::day, paid, kChinaTime) + 15 * kMinuteMs; }

}  // namespace aplus
