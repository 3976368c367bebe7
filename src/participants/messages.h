#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "participants/context.h"

namespace aplus {

// The messages that are not signed HTTP, made the same way everywhere.

/// A call into another part of the phone, or of the SDK to Alipay+. `body` is JSON.
SequenceNo sendCall(Context& context, Party from, Party to, std::string name, std::string body,
                    DocStep docStep);

/// The answer to a call: its callback or return. `name` may differ from the call's, as
/// `onPaymentCodeUpdated` does from `getPaymentCode`.
void sendCallback(Context& context, Envelope const& call, std::string name, std::string body,
                  DocStep docStep);

/// What a screen shows to the user, as a flat object of texts.
void show(Context& context, Party from, std::string name,
          std::vector<std::pair<std::string_view, std::string_view>> const& texts,
          DocStep docStep = {});

using PageTexts = std::vector<std::pair<std::string_view, std::string_view>>;

// What the user's browser and the short messages on the phone are fed with.
inline constexpr std::string_view kShowWebPage = "showWebPage";
inline constexpr std::string_view kUpdateWebPage = "updateWebPage";
inline constexpr std::string_view kRedirectBrowser = "redirectBrowser";
inline constexpr std::string_view kOpenWebPage = "openWebPage";  ///< from the browser to a host
inline constexpr std::string_view kSendSms = "sendSms";

/// Sends the user's browser on to an address of another host, which gets `openWebPage`.
void redirectBrowser(Context& context, Party from, Party host, std::string_view url, DocStep docStep = {});

}  // namespace aplus
