#pragma once

#include "participants/alipayplus/alipayplus.h"

namespace aplus::alipayplus {

// The pages that Alipay+ shows to users: the authorization and payment page of Easy Pay, and the authorization page of
// account binding.

/// A tap on one of them, or a browser that opens one.
void onPageTap(State& state, Envelope const& tap, Context& context);

/// A page as it can be reached.
HostedPage makePage(State const& state, std::string_view kind, std::string const& backTo, Context& context);

/// Brings the page in the user's browser up to date.
void updatePage(State const& state, Payment const& payment, DocStep docStep, Context& context);
void updatePage(Binding const& binding, DocStep docStep, Context& context);

/// Sends the browsers of payments that have ended back to their merchants.
void sendBack(State& state, Context& context);
void sendBack(Binding& binding, Context& context);

/// What the user typed is a login id of theirs.
void setLoginId(HostedPage& page, std::string loginId);

/// The wallet has sent a password, or has not.
void passwordSent(State const& state, HostedPage& page, std::string verifyRequestId, Context& context);

}  // namespace aplus::alipayplus
