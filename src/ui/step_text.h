#pragma once

#include <string>
#include <string_view>

#include "base/sim_time.h"
#include "timeline/step_record.h"

namespace aplus::ui {

/// `+0.340 s`, `+1:02.500`, `+2 h 03:00`.
std::string formatElapsed(std::int64_t ms);
/// `60 s`, `2 min`, `3 h`: how much time was jumped over.
std::string formatJump(std::int64_t ms);
/// `1:05` until something ends; `0:00` when it has.
std::string formatCountdown(std::int64_t ms);

/// The short name of a participant where there is little room.
std::string_view shortTitle(Party party);

/// `pay request`, `getPaymentCode callback`.
std::string stepTitle(timeline::StepRecord const& record);
/// `request`, `callback`: what the message is to the one before it.
std::string_view phaseWord(Envelope const& envelope);

/// How the message travels: `HTTP`, `Touch`.
std::string_view kindWord(Envelope const& envelope);
/// Why a message carries no signature.
std::string_view notSignedBecause(Envelope const& envelope);

/// The result code in a response's body, read without parsing; empty when there is none.
std::string_view resultCodeOf(Envelope const& envelope);

/// One sentence for tooltips and screen readers.
std::string stepSentence(timeline::StepRecord const& record);

}  // namespace aplus::ui
