#pragma once

#include "participants/acquirer/acquirer.h"

namespace aplus::acquirer {

// Authorizations that the merchant's customers give: asked for, told of by Alipay+, ended.

/// How the customer will agree.
enum class AskFor : std::uint8_t {
  password,    ///< by a one-time password on the page of Alipay+
  walletPage,  ///< on the wallet's own page
};

/// Asks Alipay+ for an authorization; the browser goes on to the page where the customer agrees.
void askForAgreement(State& state, AskFor how, std::string const& loginId, Context& context);
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
