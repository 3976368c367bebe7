#pragma once

#include <array>
#include <cstdint>

#include "base/sim_time.h"

namespace aplus {

/// How long whoever notifies waits for an acknowledgement before each of the seven repetitions: 24 hours and
/// 22 minutes in all. Published for what Alipay+ tells acquirers of payments; for every other notification a
/// sandbox choice.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/faq_acq/integration
inline constexpr std::array<std::int64_t, 7> kNoticeIntervalsMs{
    2 * kMinuteMs, 10 * kMinuteMs, 10 * kMinuteMs, kHourMs, 2 * kHourMs, 6 * kHourMs, 15 * kHourMs};

}  // namespace aplus
