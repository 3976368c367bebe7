#pragma once

#include "participants/acquirer/acquirer.h"

namespace aplus::acquirer {

// Authorizations that the merchant's customers give: asked for, told of by Alipay+, ended.

/// Asks Alipay+ for an authorization by account binding; the browser goes on to its page.
void askForAgreement(State& state, std::string const& loginId, Context& context);
void onPrepared(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void onPrepareSilence(State& state, PendingCall const& pending, Context& context);

/// Alipay+ tells that an authorization was given, or has ended.
void onAuthNotified(State& state, Envelope const& request, Context& context);

/// The customer wants no more of it.
void endAgreement(State& state, Context& context);
void onTokenCancelled(State& state, PendingCall const& pending, Envelope const& response, Context& context);
void cancelTokenLater(State& state, PendingCall const& pending, Context& context);
void onAgreementTimer(State& state, Timer const& timer, Context& context);

/// The customer did not get the one-time password.
void askForAnotherOtp(State& state, Context& context);
void onOtpSent(State& state, Envelope const& response, Context& context);

/// Whether the authorization of this id was made by account binding.
bool madeByBinding(State const& state, std::string const& referenceAgreementId);

inline constexpr std::string_view kAgreementTimer = "agreementStillThere";

}  // namespace aplus::acquirer
