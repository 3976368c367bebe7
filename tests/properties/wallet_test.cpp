// Whatever order pay, its repetitions, inquiries, cancellations and refunds come in, the wallet's books add
// up and its answers stay what they were.

#include <map>

#include <gtest/gtest.h>

#include "base/rng.h"
#include "support/wallet_bench.h"

namespace aplus::test {
namespace {

using namespace protocol;

class Storm {
 public:
  explicit Storm(std::uint64_t seed) : rng_(seed) {
    auto& conduct = bench_.server().conduct;
    conduct.feeBasisPoints = std::int64_t(rng_.below(300));
    conduct.cashbackBasisPoints = std::int64_t(rng_.below(10001));
    if (rng_.below(2) == 0) conduct.limits.periods[Period::day] = {20000, 9};
    if (rng_.below(2) == 0) conduct.limits.perPaymentMinor = 9000;
    price_ = rng_.below(2) == 0 ? "10" : "0.3";
  }

  void step() {
    if (rng_.below(4) == 0) changeConduct();
    std::string const id = "p" + std::to_string(rng_.below(12));
    switch (rng_.below(6)) {
      case 0:
      case 1: pay(id); break;
      case 2: inquire(id); break;
      case 3: cancel(id); break;
      case 4: refund(id); break;
      default: bench_.pass(std::int64_t(rng_.below(std::uint64_t(8 * kHourMs)))); break;
    }
    checkBooks();
  }

 private:
  void changeConduct() {
    auto& processing = bench_.server().conduct.processing;
    processing.answer = wallet::server::Answer(rng_.below(3));
    processing.decideAfterMs = std::int64_t(rng_.below(std::uint64_t(5 * kMinuteMs)));
    bench_.account().status = wallet::server::AccountStatus(rng_.below(8) == 0 ? 1 : 0);
  }

  void pay(std::string const& id) {
    std::int64_t const yen = 1 + std::int64_t(rng_.below(1200));
    PayRequest request = bench_.payRequest(id, asked_.try_emplace(id, yen).first->second);
    request.paymentQuote->quotePrice = price_;
    auto const payTo = convert(*request.paymentAmount, *Decimal::parse(price_), "KRW");
    if (payTo->amountMinor == 0) return;
    request.payToAmount = *payTo;
    PayResponse const response = bench_.pay(request);
    if (response.result.resultStatus == ResultStatus::U) return;
    auto const [before, first] = answers_.try_emplace(id, response);
    EXPECT_EQ(before->second, response) << id;
  }

  void inquire(std::string const& id) {
    InquiryPaymentResponse const told = bench_.inquire(id);
    auto const answer = answers_.find(id);
    if (answer == answers_.end()) return;
    ASSERT_TRUE(told.paymentResult) << id;
    auto const& payment = bench_.server().payments.at(PaymentRequestId{id});
    EXPECT_EQ(told.paymentResult->resultCode,
              payment.cancelled ? "ORDER_IS_CLOSED" : answer->second.result.resultCode);
  }

  void cancel(std::string const& id) {
    std::string const code = bench_.cancelCode(id);
    EXPECT_TRUE(code == "SUCCESS" || code == "ORDER_NOT_EXIST" || code == "CANCEL_WINDOW_EXCEED") << code;
  }

  void refund(std::string const& id) {
    std::string const refundId = "r" + std::to_string(rng_.below(40));
    RefundRequest request = bench_.refundRequest(refundId, id, 1 + std::int64_t(rng_.below(500)));
    auto const payTo = convert(request.refundAmount, *Decimal::parse(price_), "KRW");
    if (payTo->amountMinor == 0) return;
    request.refundFromAmount = *payTo;
    auto const [sent, fresh] = refunds_.try_emplace(refundId, request);
    RefundResponse const response = bench_.refund(sent->second);
    if (response.result.resultStatus == ResultStatus::U || response.result.resultCode == "ORDER_NOT_EXIST") {
      refunds_.erase(sent);
      return;
    }
    auto const [before, first] = refunded_.try_emplace(refundId, response);
    EXPECT_EQ(before->second, response) << refundId;
  }

  /// Looks at what the records say and computes every balance from them alone.
  void checkBooks() {
    std::int64_t user = 50000, owed = 0, fees = 0, promotions = 0;
    for (auto const& [id, payment] : bench_.server().payments) {
      if (!payment.paid() || payment.cancelled) continue;
      std::int64_t back = 0, backInYen = 0;
      for (auto const& [refundId, refund] : bench_.server().refunds) {
        if (!refund.result.success() || !(refund.paymentRequestId == id)) continue;
        back += refund.refundFromAmount.amountMinor;
        backInYen += refund.refundAmount.amountMinor;
      }
      EXPECT_LE(back, payment.content.payToAmount.amountMinor) << id.value;
      EXPECT_LE(backInYen, payment.content.paymentAmount.amountMinor) << id.value;
      std::int64_t const fee = payment.fee.amountMinor - payment.feeReturned.amountMinor;
      std::int64_t const cashback = payment.cashback.amountMinor - payment.cashbackTaken.amountMinor;
      if (back == payment.content.payToAmount.amountMinor) {
        EXPECT_EQ(fee + cashback, 0) << id.value;
      }
      owed += payment.content.payToAmount.amountMinor - back;
      fees += fee;
      promotions -= cashback;
    }
    user -= owed + fees + promotions;
    EXPECT_EQ(bench_.balance("settlement:alipayplus"), owed);
    EXPECT_EQ(bench_.balance("fee:wallet"), fees);
    EXPECT_EQ(bench_.balance("promotion:wallet"), promotions);
    EXPECT_EQ(bench_.balance(), user);
    EXPECT_GE(bench_.balance(), 0) << "no user owes money";
  }

  Rng rng_;
  WalletBench bench_;
  std::string price_;
  std::map<std::string, std::int64_t> asked_;
  std::map<std::string, PayResponse> answers_;
  std::map<std::string, RefundRequest> refunds_;
  std::map<std::string, RefundResponse> refunded_;
};

// shows: upm-double-entry, upm-pay-idempotent, upm-refund-partial
TEST(WalletBooks, AddUpWhateverComesInWhateverOrder) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    Storm storm(seed);
    for (int i = 0; i < 60; ++i) {
      storm.step();
      if (HasFailure()) FAIL() << "seed " << seed << " step " << i;
    }
  }
}

}  // namespace
}  // namespace aplus::test
