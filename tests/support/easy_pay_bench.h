#pragma once

#include <string>

#include "protocol/authorizations/apply_token.h"
#include "protocol/authorizations/prepare.h"
#include "protocol/authorizations/send_otp.h"
#include "support/wallet_bench.h"

namespace aplus::test {

/// The wallet server of WalletBench with a customer who logs in with 82-1012344321 and pays online, in won.
class EasyPayBench : public WalletBench {
 public:
  static constexpr char kLoginId[] = "82-1012344321";

  /// The three calls. The first has an id of its own.
  protocol::PayRequest evaluation(std::string id = "evaluation", std::int64_t minor = 1000) const;
  protocol::PayRequest order(std::string id = "order", std::int64_t minor = 1000) const;
  protocol::PayRequest verification(std::string const& code, std::string id = "order") const;
  protocol::PayRequest withToken(std::string token, std::string id, std::int64_t minor = 1000) const;

  protocol::SendOtpRequest sendOtpRequest(std::string id = "order") const;
  protocol::SendOtpResponse sendOtp(protocol::SendOtpRequest const& request);
  protocol::PrepareRequest prepareRequest(std::string id = "agreement") const;
  protocol::PrepareResponse prepare(protocol::PrepareRequest const& request);
  protocol::ApplyTokenResponse applyToken(protocol::ApplyTokenRequest const& request);
  protocol::ApplyTokenRequest applyRequest(protocol::PrepareResponse const& prepared, std::string code) const;

  /// The password that holds for an order or an authorization, and what names it.
  std::string password(std::string const& id = "order");
  std::string verifyRequestId(std::string const& id = "order") const;

  /// Orders, types the right password, and returns the answer.
  protocol::PayResponse payWithPassword(std::string const& id = "order", std::int64_t minor = 1000);
};

}  // namespace aplus::test
