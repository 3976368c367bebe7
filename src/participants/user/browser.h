#pragma once

#include "participants/user/user.h"

namespace aplus::user {

// The user's browser and the short messages on the phone: what they show, and what can be touched there.

/// A page, a redirect or a short message. False when it is something else.
bool onWebMessage(State& state, Envelope const& message, Context& context);

/// Whether the browser shows what the command touches. Error `NOT_POSSIBLE`.
Result<void> checkBrowser(State const& state, std::string_view command);

/// Fills in what the user knows or reads from the phone: their login id, the one-time password.
/// Error `NOT_POSSIBLE` when there is none to be read.
Result<void> completeWebArguments(State const& state, std::string_view command,
                                  std::map<std::string, std::string>& arguments);

/// The step of the official document that a tap in the browser is.
DocStep webStepOf(State const& state, std::string_view command, std::map<std::string, std::string> const& arguments);

/// The code that is there to be scanned: on the page in the browser, or else at the merchant's. Empty: none.
std::string visibleCode(State const& state);

void describeBrowser(State const& state, SimTime now, StateWriter& out);

}  // namespace aplus::user
