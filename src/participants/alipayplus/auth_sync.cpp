#include "participants/alipayplus/auth_sync.h"

#include <fmt/format.h>

#include "participants/alipayplus/agreements.h"
#include "participants/notice_intervals.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/doc_pages.h"

namespace aplus::alipayplus {
namespace {

using namespace protocol;

constexpr std::string_view kSyncTimer = "repeatAuthNotify";

void send(State& state, std::string const& key, DocStep docStep, Context& context) {
  AgreementNotice& notice = state.easyPay.notices.at(key);
  SequenceNo const sent = sendRequest(*state.acquirerEndpoint, context, "authNotify",
                                      std::string(api("authNotify", Role::alipayplus).path),
                                      codec::encode(notice.request), docStep);
  state.easyPay.pendingNotices[sent] = key;
  auto const attempt = static_cast<std::size_t>(notice.attempts++);
  notice.timer = 0;
  if (attempt < kNoticeIntervalsMs.size()) notice.timer = context.startTimer(kNoticeIntervalsMs[attempt], std::string(kSyncTimer), key);
}

}  // namespace

void tellOfAgreement(State& state, AccessToken const& acquirerToken, std::string_view type, DocStep docStep,
                     Context& context) {
  Agreement const& agreement = state.easyPay.agreements.at(acquirerToken);
  AuthNotifyRequest request;
  request.authorizationNotifyType = std::string(type);
  request.authClientId = agreement.authClientId;
  request.referenceMerchantId = agreement.referenceMerchantId;
  request.referenceAgreementId = agreement.referenceAgreementId;
  request.accessToken = acquirerToken;
  if (type == kTokenCreated) {
    request.accessTokenExpiryTime = formatIso8601Seconds(agreement.accessTokenExpiresAt, kChinaTime);
    request.scopes = agreement.scopes;
    request.customerId = agreement.customerId;
    request.userLoginId = agreement.userLoginId;
    request.walletForAccountBinding = WalletForAccountBinding{state.wallet.walletName, state.wallet.walletBrandName};
    context.note("The acquirer gets the access token only: Alipay+ refreshes it by itself.", kSandboxChoice);
  }
  std::string const key = fmt::format("{} {}", type, acquirerToken.value);
  state.easyPay.notices[key].request = std::move(request);
  send(state, key, docStep, context);
}

bool onAuthSyncAnswered(State& state, Envelope const& response, Context& context) {
  auto const pending = state.easyPay.pendingNotices.find(response.inReplyTo);
  if (pending == state.easyPay.pendingNotices.end()) return false;
  AgreementNotice& notice = state.easyPay.notices.at(pending->second);
  state.easyPay.pendingNotices.erase(pending);
  auto const check = checkIncoming(*state.acquirerEndpoint, context, response);
  auto const reply = codec::decode<AuthNotifyResponse>(response.message.body);
  bool const unknown = !check.valid || !reply || reply->value.result.resultStatus == ResultStatus::U;
  if (unknown) {
    context.note("That is no answer to rely on: the acquirer is told again later.", kSandboxChoice);
    return true;
  }
  notice.acknowledged = notice.acknowledged || reply->value.result.success();
  if (notice.timer != 0) context.cancelTimer(notice.timer);
  notice.timer = 0;
  return true;
}

bool onAuthSyncTimer(State& state, Timer const& timer, Context& context) {
  if (timer.name != kSyncTimer) return false;
  auto const found = state.easyPay.notices.find(timer.subject);
  if (found != state.easyPay.notices.end() && found->second.timer == timer.id) send(state, timer.subject, {}, context);
  return true;
}

}  // namespace aplus::alipayplus
