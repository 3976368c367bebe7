#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "protocol/payments/cancel_payment.h"
#include "protocol/payments/inquiry_payment.h"
#include "protocol/payments/notify_payment.h"
#include "protocol/payments/pay.h"
#include "protocol/payments/refund.h"
#include "support/fake_context.h"
#include "timeline/world.h"

namespace aplus::test {

/// A wallet server of the sandbox, alone on a table: signed requests go in as Alipay+ would send them,
/// what comes out lies in `context`. The wallet is in won and its user has 50000 of them; yen are 10.
class WalletBench {
 public:
  WalletBench();

  wallet::server::State& server() { return world_.walletServer; }
  wallet::server::State const& server() const { return world_.walletServer; }
  wallet::server::Account& account() { return server().accounts.begin()->second; }
  Endpoint const& alipayplus() const { return *world_.alipayplus.walletEndpoint; }

  /// A payment of `yen` that a wallet has nothing to say against.
  protocol::PayRequest payRequest(std::string id = "request-1", std::int64_t yen = 100) const;
  /// A payment of an amount that is in the wallet's own currency, so that there is no quote.
  protocol::PayRequest ownCurrencyRequest(std::string id, std::int64_t minor) const;
  /// A refund of a part of a payment that succeeded, at its rate.
  protocol::RefundRequest refundRequest(std::string refundId, std::string paymentId, std::int64_t yen);

  protocol::PayResponse pay(protocol::PayRequest const& request);
  protocol::InquiryPaymentResponse inquire(std::string const& id);
  protocol::ResultInfo cancel(std::string const& id);
  protocol::RefundResponse refund(protocol::RefundRequest const& request);

  /// Result codes, and nothing else.
  std::string payCode(protocol::PayRequest const& request) { return pay(request).result.resultCode; }
  std::string cancelCode(std::string const& id) { return cancel(id).resultCode; }
  std::string refundCode(protocol::RefundRequest const& request) {
    return refund(request).result.resultCode;
  }

  /// Signs a request as Alipay+ would and returns the body of the server's answer.
  std::string ask(std::string const& uri, std::string const& body);

  /// Time goes on; timers that are due run out on the way, in their order.
  void pass(std::int64_t ms);

  /// What was sent to Alipay+ so far, oldest first.
  std::vector<Envelope> const& notifications() const { return notifications_; }
  protocol::NotifyPaymentRequest lastNotification() const;
  /// Answers the last notification as Alipay+ would.
  void answerNotification(std::string_view code);

  std::int64_t balance(std::string const& account = "user:2160220000000001") {
    return server().ledger.balance(account).amountMinor;
  }

  FakeContext context;

 private:
  void collect();

  timeline::World world_;
  SequenceNo requestId_ = 0;
  std::vector<Envelope> notifications_;
};

/// The path that a refusal names, such as `$.pspId`.
std::string pathIn(protocol::ResultInfo const& result);

}  // namespace aplus::test
