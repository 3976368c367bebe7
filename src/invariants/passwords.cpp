#include <map>

#include <fmt/format.h>

#include "invariants/invariants.h"
#include "protocol/codec/codec.h"
#include "protocol/payments/pay.h"

namespace aplus::invariants {
namespace {

using timeline::Timeline;

/// The verified pay requests that brought a password, by their number.
std::map<SequenceNo, protocol::PayRequest> verifications(Timeline const& run) {
  std::map<SequenceNo, protocol::PayRequest> found;
  for (std::size_t n = 1; n <= run.cursor(); ++n) {
    timeline::StepRecord const& step = run.record(n);
    Envelope const& e = step.envelope;
    bool const meant = e.kind == Kind::http && e.phase == Phase::request && e.name == "pay" &&
                       e.to == Party::walletServer && step.signature && step.signature->valid;
    if (!meant) continue;
    auto request = codec::decode<protocol::PayRequest>(e.message.body);
    bool const verifies = request && request->value.paymentFactor.isVerificationAndPay == true;
    if (verifies) found.emplace(e.id, std::move(request->value));
  }
  return found;
}

}  // namespace

Check passwordsGoFirst(Timeline const& run) {
  static constexpr char kName[] = "a password goes before the money";
  auto const& server = run.world().walletServer;
  if (server.easyPay.orders.empty()) return {kName, "", true};
  auto const brought = verifications(run);
  for (auto const& movement : server.ledger.movements()) {
    bool const easyPay = server.easyPay.orders.contains(movement.paymentRequestId);
    if (!easyPay || movement.purpose != wallet::server::Purpose::payment) continue;
    std::string const& id = movement.paymentRequestId.value;
    auto const request = brought.find(movement.cause);
    if (request == brought.end()) return {kName, fmt::format("{} was paid without a password", id), false};
    auto const otp = server.easyPay.passwords.find(request->second.otpVerification->verifyRequestId);
    bool const right = otp != server.easyPay.passwords.end() && otp->second.purpose == id &&
                       otp->second.code == request->second.otpVerification->otpCode;
    if (!right) return {kName, fmt::format("{} was paid with a wrong password", id), false};
  }
  return {kName, "", true};
}

}  // namespace aplus::invariants
