#include "participants/alipayplus/alipayplus.h"

#include <array>

#include "participants/alipayplus/acquirer_notices.h"
#include "participants/alipayplus/agreements.h"
#include "participants/alipayplus/auto_debit.h"
#include "participants/alipayplus/binding.h"
#include "participants/alipayplus/cancel.h"
#include "participants/alipayplus/cashier.h"
#include "participants/alipayplus/codes.h"
#include "participants/alipayplus/inquiry.h"
#include "participants/alipayplus/notification.h"
#include "participants/alipayplus/order_codes.h"
#include "participants/alipayplus/outcome.h"
#include "participants/alipayplus/pages.h"
#include "participants/alipayplus/payment.h"
#include "participants/alipayplus/refund.h"
#include "participants/alipayplus/session.h"
#include "participants/alipayplus/user_initiated_pay.h"
#include "participants/alipayplus/wallet_line.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "protocol/payments/notify_payment.h"

namespace aplus::alipayplus {
namespace {

using protocol::Role;

using Handler = void (*)(State&, Envelope const&, Context&);

struct Entry {
  std::string_view api;
  Handler handler;
};

/// The handler of the API at the request's path; null when there is none.
Handler handlerFor(Envelope const& request, Role caller, std::initializer_list<Entry> apis) {
  for (Entry const& entry : apis) {
    if (request.message.uri == protocol::api(entry.api, caller).path) return entry.handler;
  }
  return nullptr;
}

/// Nothing is known of the path, so the signature comes first and then the refusal.
void refuseUnknownApi(Endpoint const& endpoint, Envelope const& request, Context& context) {
  auto const check = checkIncoming(endpoint, context, request);
  protocol::NotifyPaymentResponse response;  // a result and nothing else
  response.result = protocol::makeResult(check.valid ? "NO_INTERFACE_DEF" : check.code);
  sendResponse(endpoint, context, request, codec::encode(response), {});
}

void onRequest(State& state, Envelope const& request, Context& context) {
  bool const acquirer = request.from == Party::acquirer;
  Handler const handler = acquirer ? handlerFor(request, Role::acquirer,
                                                {{"pay", &onAcquirerPay},
                                                 {"inquiryPayment", &onAcquirerInquiry},
                                                 {"cancelPayment", &onAcquirerCancel},
                                                 {"refund", &onAcquirerRefund},
                                                 {"applyToken", &onAcquirerApplyToken},
                                                 {"prepare", &onAcquirerPrepare},
                                                 {"sendOTP", &onAcquirerSendOtp},
                                                 {"cancelToken", &onAcquirerCancelToken}})
                                   : handlerFor(request, Role::wallet,
                                                {{"getPaymentCode", &onGetPaymentCode},
                                                 {"inquiryCodeRules", &onInquiryCodeRules},
                                                 {"userInitiatedPay", &onUserInitiatedPay},
                                                 {"notifyPayment", &onNotifyPayment},
                                                 {"authNotify", &onAuthNotify},
                                                 {"consultUnbinding", &onConsultUnbinding}});
  if (handler != nullptr) handler(state, request, context);
  else refuseUnknownApi(acquirer ? *state.acquirerEndpoint : *state.walletEndpoint, request, context);
}

/// The user touches a page of Alipay+, or the browser asks for one.
void onBrowser(State& state, Envelope const& message, Context& context) {
  bool const done = onOpenCashier(state, message, context) || onReturnFromWallet(state, message, context);
  if (!done) onPageTap(state, message, context);
}

void onSdkCall(State& state, Envelope const& call, Context& context) {
  if (call.name == "createSession") onCreateSession(state, call, context);
  else if (call.name == "endLogin") onEndLogin(state, call, context);
  else onRequestPaymentCode(state, call, context);
}

}  // namespace

std::string_view name(Stage stage) {
  static constexpr std::array<std::string_view, 5> kNames{"open", "paying", "inquiring", "cancelling", "done"};
  return kNames[static_cast<std::size_t>(stage)];
}

void onMessage(State& state, Envelope const& message, Context& context) {
  if (message.kind == Kind::ui) onBrowser(state, message, context);
  else if (message.phase == Phase::request) onRequest(state, message, context);
  else if (message.phase != Phase::response) onSdkCall(state, message, context);
  else if (message.from != Party::acquirer) onWalletResponse(state, message, context);
  else if (!onAuthSyncAnswered(state, message, context)) onAcquirerResponse(state, message, context);
  sendBack(state, context);
  turnCashierPages(state, context);
  tellOfEndedPayments(state, context);
}

void onTimer(State& state, Timer const& timer, Context& context) {
  if (timer.name == kWalletTimeout) onWalletTimeout(state, timer, context);
  else if (timer.name == kPaymentTimer) onPaymentTimer(state, timer, context);
  else if (timer.name == kRefundTimer) onRefundTimer(state, timer, context);
  else if (onBindingTimer(state, timer, context) || onAuthSyncTimer(state, timer, context)) return;
  else if (!onOrderTimer(state, timer, context) && !onPrivateCodeTimeout(state, timer, context)) {
    onNoticeTimer(state, timer, context);
  }
  sendBack(state, context);
  turnCashierPages(state, context);
  tellOfEndedPayments(state, context);
}

}  // namespace aplus::alipayplus
