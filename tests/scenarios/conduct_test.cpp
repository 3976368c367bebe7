// Rules of single participants that a whole run shows too rarely: what they answer to one message.

#include <gtest/gtest.h>

#include "participants/wallet/own_api.h"
#include "protocol/authorizations/apply_token.h"
#include "protocol/codec/codec.h"
#include "protocol/payments/pay.h"
#include "scenario/playback.h"
#include "support/fake_context.h"

namespace aplus {
namespace {

using protocol::ApplyTokenRequest;
using protocol::ApplyTokenResponse;
using protocol::PayRequest;

/// A wallet server of the sandbox and the line on which Alipay+ speaks to it.
class WalletServer : public testing::Test {
 protected:
  WalletServer() : world_(scenario::makeWorld(*scenario::findBuiltin("upm-pay"), 1)) {
    context_.time = world_.now;
  }

  wallet::server::State& server() { return world_.walletServer; }

  /// Signs a request as Alipay+ would and returns the server's answer.
  std::string ask(std::string const& uri, std::string const& body) {
    test::FakeContext line;
    line.time = context_.time;
    sendRequest(*world_.alipayplus.walletEndpoint, line, "test", uri, body, {});
    line.sent.back().id = ++requestId_;
    context_.sent.clear();
    wallet::server::onMessage(server(), line.sent.back(), context_);
    for (Envelope const& sent : context_.sent) {
      if (sent.phase == Phase::response) return sent.message.body;
    }
    ADD_FAILURE() << "no answer";
    return "";
  }

  ApplyTokenResponse applyToken(ApplyTokenRequest request) {
    if (request.pspId.empty()) request.pspId = server().pspId;
    request.acquirerId = AcquirerId{"2052666000000000"};
    return codec::decode<ApplyTokenResponse>(
               ask("/aps/api/v1/authorizations/applyToken", codec::encode(request)))
        ->value;
  }

  ApplyTokenResponse withAuthCode(AuthCode code) {
    ApplyTokenRequest request;
    request.authCode = std::move(code);
    request.grantType = "AUTHORIZATION_CODE";
    return applyToken(request);
  }

  ApplyTokenResponse withRefreshToken(RefreshToken token) {
    ApplyTokenRequest request;
    request.refreshToken = std::move(token);
    request.grantType = "REFRESH_TOKEN";
    return applyToken(request);
  }

  AuthCode newAuthCode(std::string const& appToken = "app-login-2160220000000001") {
    Envelope request;
    request.kind = Kind::http;
    request.phase = Phase::request;
    request.from = Party::walletApp;
    request.to = Party::walletServer;
    request.message.headers = {{"Authorization", "Bearer " + appToken}};
    request.message.body = codec::encode(wallet::CreateAuthCodeRequest{ClientId{"c"}, {"BASE_USER_INFO"}});
    context_.sent.clear();
    wallet::server::onMessage(server(), request, context_);
    return codec::decode<wallet::CreateAuthCodeResponse>(context_.sent.at(0).message.body)->value.authCode;
  }

  PayRequest payRequest() const {
    PayRequest request;
    protocol::Order& order = request.order.emplace();
    order.referenceOrderId = "order";
    order.orderDescription = "SHOES";
    order.orderAmount = {100, "JPY"};
    order.merchant.referenceMerchantId = "M1";
    order.merchant.merchantMCC = "1405";
    order.merchant.merchantName = "UGG";
    order.merchant.store.emplace().referenceStoreId = "S1";
    request.acquirerId = AcquirerId{"a"};
    request.pspId = world_.walletServer.pspId;
    request.paymentRequestId = PaymentRequestId{"request-1"};
    request.paymentAmount = Money{100, "JPY"};
    request.paymentMethod.paymentMethodType = "CONNECT_WALLET";
    request.paymentMethod.paymentMethodId = "281006021234567890123456";
    request.paymentMethod.customerId = CustomerId{"2160220000000001"};
    request.payToAmount = Money{1000, "KRW"};
    protocol::PaymentQuote& quote = request.paymentQuote.emplace();
    quote.quoteId = QuoteId{"q"};
    quote.quoteCurrencyPair = "JPY/KRW";
    quote.quotePrice = "10.0000";
    request.paymentFactor.isInStorePayment = true;
    return request;
  }

  std::int64_t balance() { return server().ledger.balance("user:2160220000000001").amountMinor; }

  timeline::World world_;
  test::FakeContext context_;
  SequenceNo requestId_ = 0;
};

// shows: upm-token-authcode-format
TEST_F(WalletServer, AnAuthCodeHasThePublishedForm) {
  std::string const code = newAuthCode().value;
  EXPECT_LE(code.size(), 32u);
  EXPECT_EQ(code.substr(0, 3), "281");
  EXPECT_EQ(code.substr(6, 2), "13");
}

TEST_F(WalletServer, GivesAuthCodesOnlyToItsOwnApp) {
  EXPECT_TRUE(newAuthCode("somebody").empty());
}

// shows: upm-token-authcode-once, upm-token-required, upm-token-length, upm-token-access-10min, upm-token-refresh-1.5y
TEST_F(WalletServer, ExchangesAnAuthCodeOnce) {
  AuthCode const code = newAuthCode();
  ApplyTokenResponse const first = withAuthCode(code);
  EXPECT_EQ(first.result.resultCode, "SUCCESS");
  EXPECT_EQ(first.customerId.value, "2160220000000001");
  EXPECT_LE(first.accessToken.value.size(), 128u);
  EXPECT_LE(first.refreshToken.value.size(), 128u);
  EXPECT_GT(*parseIso8601(first.accessTokenExpiryTime) - context_.time, 10 * kMinuteMs);
  EXPECT_GT(*parseIso8601(first.refreshTokenExpiryTime) - context_.time, 547 * kDayMs);
  EXPECT_EQ(withAuthCode(code).result.resultCode, "INVALID_AUTHCODE");
}

// shows: upm-token-authcode-expired, upm-token-grant
TEST_F(WalletServer, RefusesAnAuthCodeThatIsOldOrUnknown) {
  AuthCode const code = newAuthCode();
  context_.time = context_.time + 10 * kMinuteMs;
  EXPECT_EQ(withAuthCode(code).result.resultCode, "INVALID_AUTHCODE");
  EXPECT_EQ(withAuthCode(AuthCode{"28100613NEVERISSUED"}).result.resultCode, "INVALID_AUTHCODE");
  EXPECT_EQ(withAuthCode(AuthCode{}).result.resultCode, "PARAM_ILLEGAL");
}

// shows: upm-token-refresh-idempotent
TEST_F(WalletServer, TheSameRefreshTokenGivesTheSameValues) {
  ApplyTokenResponse const first = withAuthCode(newAuthCode());
  ApplyTokenResponse const second = withRefreshToken(first.refreshToken);
  EXPECT_EQ(second.result.resultCode, "SUCCESS");
  EXPECT_NE(second.accessToken, first.accessToken);
  context_.time = context_.time + kHourMs;
  ApplyTokenResponse const again = withRefreshToken(first.refreshToken);
  EXPECT_EQ(again, second);
}

// shows: upm-token-refresh-invalid, upm-token-refresh-expired
TEST_F(WalletServer, RefusesARefreshTokenThatIsOldOrUnknown) {
  ApplyTokenResponse const first = withAuthCode(newAuthCode());
  EXPECT_EQ(withRefreshToken(RefreshToken{"x"}).result.resultCode, "INVALID_REFRESH_TOKEN");
  EXPECT_EQ(withRefreshToken(RefreshToken{}).result.resultCode, "PARAM_ILLEGAL");
  context_.time = context_.time + server().lifetimes.refreshTokenMs;
  EXPECT_EQ(withRefreshToken(first.refreshToken).result.resultCode, "EXPIRED_REFRESH_TOKEN");
}

TEST_F(WalletServer, RefusesATokenRequestForAnotherWalletOrGrant) {
  ApplyTokenRequest request;
  request.authCode = newAuthCode();
  request.grantType = "PASSWORD";
  EXPECT_EQ(applyToken(request).result.resultCode, "PARAM_ILLEGAL");
  request.grantType = "AUTHORIZATION_CODE";
  request.pspId = PspId{"another"};
  EXPECT_EQ(applyToken(request).result.resultCode, "PARAM_ILLEGAL");
}

TEST_F(WalletServer, KnowsNoOtherApi) {
  EXPECT_NE(ask("/aps/api/v1/payments/unknown", "{}").find("NO_INTERFACE_DEF"), std::string::npos);
}

TEST_F(WalletServer, SignsEvenTheRefusalOfARequestThatItCannotVerify) {
  test::FakeContext line;
  sendRequest(*world_.alipayplus.walletEndpoint, line, "pay", "/aps/api/v1/payments/pay",
              codec::encode(payRequest()), {});
  Envelope& request = line.sent.back();
  request.message.body[10] = 'X';
  wallet::server::onMessage(server(), request, context_);
  ASSERT_EQ(context_.sent.size(), 1u);
  EXPECT_NE(context_.sent[0].message.body.find("INVALID_SIGNATURE"), std::string::npos);
  EXPECT_TRUE(checkSignature(context_.sent[0].message, protocol::Direction::response,
                             world_.alipayplus.walletEndpoint->trustedKeys)
                  .valid);
  EXPECT_EQ(balance(), 50000);
}

/// A run up to the moment at which a code is on the phone.
scenario::Playback withCode() {
  auto playback = *scenario::Playback::load(*scenario::findBuiltin("upm-pay"), 1);
  while (!playback.world().user.codeOnPhone) EXPECT_TRUE(playback.step());
  return playback;
}

TEST(Till, RefusesWhatIsNoPaymentCode) {
  for (char const* wrong : {"123", "281006021234567X", "3110060212345678", "2410060212345678",
                            "2810060212345678901234567"}) {
    auto playback = withCode();
    ASSERT_TRUE(playback.command({"presentPaymentCode", {{"paymentCode", wrong}}}));
    EXPECT_TRUE(playback.world().acquirer.orders.empty()) << wrong;
  }
  for (char const* right : {"2510060212345678", "309999999999999999999999"}) {
    auto playback = withCode();
    ASSERT_TRUE(playback.command({"presentPaymentCode", {{"paymentCode", right}}}));
    EXPECT_EQ(playback.world().acquirer.orders.size(), 1u) << right;
  }
}

TEST(Till, WantsAnAmountFirst) {
  auto playback = withCode();
  playback.runToEnd();
  ASSERT_TRUE(playback.command({"presentPaymentCode", {{"paymentCode", "281006021234567890123456"}}}));
  playback.runToEnd();
  EXPECT_EQ(playback.world().acquirer.orders.size(), 1u) << "the one of the script";
  EXPECT_EQ(playback.world().user.tillSays, "Enter an amount first");
}

TEST(Till, TakesOnlyAmounts) {
  for (char const* wrong : {"0", "-5", "1.5", "1234567890123456", "ten"}) {
    auto playback = withCode();
    ASSERT_TRUE(playback.command({"ringUp", {{"value", wrong}, {"currency", "JPY"}}}));
    EXPECT_EQ(playback.world().acquirer.sale->amount, (Money{100, "JPY"})) << wrong;
  }
}

/// The result code of a payment with a code, tried by a person after the script has ended.
std::string payWith(scenario::Playback& playback, std::string const& code) {
  EXPECT_TRUE(playback.command({"ringUp", {{"value", "100"}, {"currency", "JPY"}}}));
  playback.runToEnd();
  EXPECT_TRUE(playback.command({"presentPaymentCode", {{"paymentCode", code}}}));
  playback.runToEnd();
  return playback.world().acquirer.orders.at(*playback.world().acquirer.lastPaymentRequestId).result.resultCode;
}

TEST(Alipayplus, TakesACodeOnceAndOnlyItsOwn) {
  auto playback = withCode();
  std::string const used = playback.world().user.codeOnPhone->value;
  playback.runToEnd();
  EXPECT_EQ(payWith(playback, used), "INVALID_CODE");
  EXPECT_EQ(payWith(playback, "281006021234567890123456"), "UNKNOWN_EXCEPTION") << "no wallet has shown it";
}

TEST(Alipayplus, TakesACodeForAMinute) {
  auto scenario = *scenario::findBuiltin("upm-second-code");
  auto playback = *scenario::Playback::load(scenario, 1);
  while (!playback.world().user.codeOnPhone) ASSERT_TRUE(playback.step());
  std::string const first = playback.world().user.codeOnPhone->value;
  playback.runToEnd();  // more than a minute later
  EXPECT_EQ(payWith(playback, first), "EXPIRED_CODE");
}

// shows: upm-session-30min, upm-login-360h
TEST(ClientSdk, MakesANewSessionOfTheSameLoginWhenTheOldOneHasEnded) {
  auto scenario = *scenario::findBuiltin("upm-second-code");
  scenario.steps.back().action = scenario::RunFor{31 * kMinuteMs};
  auto playback = *scenario::Playback::load(scenario, 1);
  playback.runToEnd();
  EXPECT_EQ(playback.world().alipayplus.sessions.size(), 2u);
  EXPECT_EQ(playback.world().walletServer.authCodes.size(), 1u) << "the login still holds";
  for (Check const& check : playback.invariants()) EXPECT_TRUE(check.ok) << check.subject;
}

}  // namespace
}  // namespace aplus
