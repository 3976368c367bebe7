#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/strong_id.h"
#include "participants/context.h"
#include "participants/state_writer.h"
#include "protocol/client_sdk/action_payload.h"

namespace aplus::client_sdk {

struct State;

/// What the SDK shows above the wallet's app.
enum class Page : std::uint8_t {
  none,
  loading,   ///< the merchant's page is being fetched
  merchant,  ///< the merchant's page
  decoding,  ///< an order code was met; the app works on it
  error,     ///< the error page of Alipay+
  problem,   ///< something was wrong with what the app brought
};

std::string_view name(Page page);

/// The web view with the merchant's page, and what it waits for.
struct WebView {
  Page page = Page::none;
  std::string url;
  std::string content;  ///< of the merchant's page: one of protocol::kMerchantPages
  std::string merchantName;
  std::string message;
  std::string decodeConfig;
  SequenceNo launchCall = 0;  ///< the app's call, answered when the page is there
  SequenceNo openCall = 0;    ///< ours to the merchant
  SequenceNo openTimer = 0;
  SequenceNo decodeCall = 0;  ///< ours to the app; 0 once its callback came
  std::optional<protocol::ActionPayload> error;

  bool operator==(WebView const&) const = default;
};

/// A call of the app that has to do with codes that merchants show. False when it is another one.
bool onMerchantPresentedCall(State& state, Envelope const& call, Context& context);

/// The merchant's page has something to say: it was fetched, has changed, or goes on to another address.
void onMerchantMessage(State& state, Envelope const& message, Context& context);

/// The app executes decode's callback.
void onDecodeCallback(State& state, Envelope const& message, Context& context);

/// The user has logged out: no page of theirs stays open.
void closePage(State& state, Context& context);

/// The user closes the page.
void onPageTap(State& state, Context& context);

/// The merchant's page does not come. False when the timer is for something else.
bool onPageTimer(State& state, Timer const& timer, Context& context);

/// The error page's words: title, reason and what the user may do.
struct ErrorText {
  std::string title;
  std::string text;
};
ErrorText errorText(protocol::ActionPayload const& payload);

void describePage(State const& state, StateWriter& out);

}  // namespace aplus::client_sdk
