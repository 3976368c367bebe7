#include "participants/wallet/server/auth_notices.h"

#include <fmt/format.h>

#include "participants/notice_intervals.h"
#include "participants/wallet/server/notify.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::wallet::server {
namespace {

using protocol::ResultStatus;

void send(State& state, std::string const& key, DocStep docStep, Context& context) {
  AuthNotice& notice = state.easyPay.notices.at(key);
  SequenceNo const sent = sendRequest(*state.endpoint, context, "authNotify",
                                      std::string(protocol::api("authNotify", protocol::Role::wallet).path),
                                      codec::encode(notice.request), docStep);
  state.easyPay.pendingNotices[sent] = key;
  auto const attempt = static_cast<std::size_t>(notice.attempts++);
  notice.timer = 0;
  if (attempt >= kNoticeIntervalsMs.size()) {
    context.note("This was the last attempt.", kSandboxChoice);
    return;
  }
  notice.timer = context.startTimer(kNoticeIntervalsMs[attempt], std::string(kAuthNoticeTimer), key);
  context.note(fmt::format("Without an answer, or on U, authNotify is sent again in {} minutes.",
                           kNoticeIntervalsMs[attempt] / kMinuteMs),
               docs::kEasyPay);
}

void stop(AuthNotice& notice, Context& context) {
  if (notice.timer != 0) context.cancelTimer(notice.timer);
  notice.timer = 0;
}

}  // namespace

void notifyOfAuthorization(State& state, protocol::AuthNotifyRequest request, DocStep docStep, Context& context) {
  std::string const key = request.authorizationNotifyType + " " + request.accessToken.value;
  state.easyPay.notices[key].request = std::move(request);
  send(state, key, docStep, context);
}

bool onAuthNotifyResponse(State& state, Envelope const& response, Context& context) {
  auto const pending = state.easyPay.pendingNotices.find(response.inReplyTo);
  if (pending == state.easyPay.pendingNotices.end()) return false;
  AuthNotice& notice = state.easyPay.notices.at(pending->second);
  state.easyPay.pendingNotices.erase(pending);
  auto const check = checkIncoming(*state.endpoint, context, response);
  auto const reply = codec::decode<protocol::AuthNotifyResponse>(response.message.body);
  if (!check.valid || !reply) {
    context.note("The answer cannot be trusted: it counts as none.", docs::kAuthNotify);
    return true;
  }
  protocol::ResultInfo const& result = reply->value.result;
  notice.lastAnswer = result.resultCode;
  if (result.resultStatus == ResultStatus::U) {
    context.note("U: the wallet should retry authNotify, and does.", docs::kEasyPay);
    return true;
  }
  notice.acknowledged = notice.acknowledged || result.success();
  context.note(result.success() ? "Alipay+ knows of the authorization."
                                : fmt::format("{} is F: sending it again would not help. Somebody has to look into it, "
                                              "or ask connect_support@service.alipay.com.",
                                              result.resultCode),
               docs::kEasyPay);
  stop(notice, context);
  return true;
}

void onAuthNoticeTimer(State& state, std::string const& key, Context& context) {
  auto const found = state.easyPay.notices.find(key);
  if (found == state.easyPay.notices.end() || found->second.timer == 0) return;
  context.note("authNotify was not answered with S or F in time.", docs::kEasyPay);
  send(state, key, {}, context);
}

}  // namespace aplus::wallet::server
