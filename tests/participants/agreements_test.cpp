// Authorizations at the wallet server: by one-time password, signed while paying, paid with, ended.

#include <gtest/gtest.h>

#include "protocol/authorizations/auth_notify.h"
#include "protocol/authorizations/cancel_token.h"
#include "protocol/catalog.h"
#include "protocol/codec/codec.h"
#include "support/easy_pay_bench.h"

namespace aplus::test {
namespace {

using namespace protocol;

std::string linked(EasyPayBench& bench) {
  auto const prepared = bench.prepare(bench.prepareRequest());
  return bench.applyToken(bench.applyRequest(prepared, bench.password("agreement"))).accessToken.value;
}

ResultInfo cancelToken(EasyPayBench& bench, std::string token) {
  CancelTokenRequest request{AcquirerId{"a"}, bench.server().pspId, AccessToken{std::move(token)}, ""};
  std::string const body = bench.ask(std::string(api("cancelToken", Role::alipayplus).path), codec::encode(request));
  return codec::decode<CancelTokenResponse>(body)->value.result;
}

/// The last authNotify that was sent, if any.
std::optional<AuthNotifyRequest> lastAuthNotify(EasyPayBench const& bench) {
  for (auto sent = bench.context.sent.rbegin(); sent != bench.context.sent.rend(); ++sent) {
    if (sent->name == "authNotify") return codec::decode<AuthNotifyRequest>(sent->message.body)->value;
  }
  return std::nullopt;
}

// shows: ab-prepare-s, ab-apply-s, ep-refresh-token-life
TEST(AccountBinding, ExchangesAuthCodeAndPasswordForTokens) {
  EasyPayBench bench;
  auto const prepared = bench.prepare(bench.prepareRequest());
  EXPECT_EQ(prepared.result.resultCode, "SUCCESS");
  EXPECT_TRUE(prepared.authCode.value.starts_with("28100613")) << prepared.authCode.value;
  auto const tokens = bench.applyToken(bench.applyRequest(prepared, bench.password("agreement")));
  EXPECT_EQ(tokens.result.resultCode, "SUCCESS");
  EXPECT_EQ(tokens.userLoginId, "82-10****4321");
  EXPECT_EQ(tokens.customerId.value, "2160220000000001");
  EXPECT_GT(*parseIso8601(tokens.refreshTokenExpiryTime) - bench.context.time, 547 * kDayMs);
}

// shows: ab-prepare-f
TEST(AccountBinding, IsNotPreparedForEverybody) {
  EasyPayBench bench;
  PrepareRequest request = bench.prepareRequest();
  request.userLoginId = "82-9999999999";
  EXPECT_EQ(bench.prepare(request).result.resultCode, "USER_NOT_EXIST");
  request = bench.prepareRequest();
  request.userLoginId = "82-10****4321";
  EXPECT_EQ(pathIn(bench.prepare(request).result), "$.userLoginId");
  bench.account().status = wallet::server::AccountStatus::frozen;
  EXPECT_EQ(bench.prepare(bench.prepareRequest()).result.resultCode, "USER_STATUS_ABNORMAL");
  EXPECT_TRUE(bench.server().authCodes.empty());
}

// shows: ab-prepare-repeated
TEST(AccountBinding, IsPreparedOnce) {
  EasyPayBench bench;
  auto const first = bench.prepare(bench.prepareRequest());
  EXPECT_EQ(bench.prepare(bench.prepareRequest()), first);
  EXPECT_EQ(bench.server().easyPay.passwords.size(), 1u);
  PrepareRequest other = bench.prepareRequest();
  other.scopes = {"AGREEMENT_PAY", "BASE_USER_INFO"};
  EXPECT_EQ(bench.prepare(other).result.resultCode, "REPEAT_REQ_INCONSISTENT");
}

// shows: ab-prepare-u
TEST(AccountBinding, IsUnknownWhenThePasswordCannotBeSent) {
  EasyPayBench bench;
  bench.server().easyPay.otpRules.sending = wallet::server::SmsSending::fails;
  auto const prepared = bench.prepare(bench.prepareRequest());
  EXPECT_EQ(prepared.result.resultStatus, ResultStatus::U);
  EXPECT_FALSE(prepared.authCode.empty());
  bench.server().easyPay.otpRules.sending = wallet::server::SmsSending::works;
  auto const sent = bench.sendOtp(bench.sendOtpRequest("agreement"));
  EXPECT_EQ(sent.result.resultCode, "SUCCESS");
  ApplyTokenRequest apply = bench.applyRequest(prepared, bench.password("agreement"));
  apply.otpVerification->verifyRequestId = sent.verifyRequestId;
  EXPECT_EQ(bench.applyToken(apply).result.resultCode, "SUCCESS");
}

// shows: ab-apply-f
TEST(AccountBinding, GivesNothingForTheAuthCodeAlone) {
  EasyPayBench bench;
  auto const prepared = bench.prepare(bench.prepareRequest());
  ApplyTokenRequest plain = bench.applyRequest(prepared, "000000");
  plain.grantType = kGrantAuthorizationCode;
  plain.otpVerification.reset();
  EXPECT_EQ(bench.applyToken(plain).result.resultCode, "INVALID_AUTHCODE");
  ApplyTokenRequest foreign = bench.applyRequest(prepared, bench.password("agreement"));
  foreign.authClientId = ClientId{"another"};
  EXPECT_EQ(bench.applyToken(foreign).result.resultCode, "INVALID_AUTHCODE");
  bench.pass(10 * kMinuteMs);
  EXPECT_EQ(bench.applyToken(bench.applyRequest(prepared, bench.password("agreement"))).result.resultCode,
            "INVALID_AUTHCODE")
      << "too old";
  EXPECT_TRUE(bench.server().tokens.empty());
}

// shows: ab-apply-u, ab-apply-f
TEST(AccountBinding, AllowsThreeTries) {
  EasyPayBench bench;
  auto const prepared = bench.prepare(bench.prepareRequest());
  auto const code = [&](char const* typed) {
    return bench.applyToken(bench.applyRequest(prepared, typed)).result.resultCode;
  };
  EXPECT_EQ(code("000001"), "OTP_VERIFICATION_FAILED");
  EXPECT_EQ(code("000002"), "OTP_VERIFICATION_FAILED");
  EXPECT_EQ(code("000003"), "USER_PAYMENT_VERIFICATION_FAILED");
  EXPECT_EQ(code("000004"), "INVALID_AUTHCODE");
}

// shows: ab-apply-repeated
TEST(AccountBinding, RepeatsTheTokensWhenTheAnswerWasLost) {
  EasyPayBench bench;
  auto const prepared = bench.prepare(bench.prepareRequest());
  auto const request = bench.applyRequest(prepared, bench.password("agreement"));
  auto const first = bench.applyToken(request);
  EXPECT_EQ(bench.applyToken(request), first);
  ApplyTokenRequest other = request;
  other.otpVerification->verifyRequestId = "another";
  EXPECT_EQ(bench.applyToken(other).result.resultCode, "INVALID_AUTHCODE");
  EXPECT_EQ(bench.server().tokens.size(), 1u);
}

// shows: ep-auth-notify-fields
TEST(SigningWhilePaying, MakesATokenOnceItIsPaid) {
  EasyPayBench bench;
  bench.pay(bench.order());
  PayRequest third = bench.verification(bench.password());
  third.paymentFactor.isAuthorizationAndPay = true;
  third.authorizationInfo = AuthorizationInfo{ClientId{"client"}, "state", "agreement-of-the-order"};
  EXPECT_EQ(bench.payCode(third), "SUCCESS");
  auto const notice = lastAuthNotify(bench);
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->authorizationNotifyType, kTokenCreated);
  EXPECT_EQ(notice->authClientId.value, "client");
  EXPECT_EQ(notice->referenceAgreementId, "agreement-of-the-order");
  EXPECT_EQ(notice->authState, "state");
  EXPECT_EQ(notice->scopes, std::vector<std::string>{"AGREEMENT_PAY"});
  EXPECT_EQ(notice->userLoginId, "82-10****4321");
  EXPECT_TRUE(bench.server().tokens.contains(notice->accessToken));
  EXPECT_EQ(bench.payCode(third), "SUCCESS");
  EXPECT_FALSE(lastAuthNotify(bench)) << "a repeated call makes no other token";
}

// shows: ep-skip-authorization
TEST(SigningWhilePaying, NeedsBothTheFlagAndTheMoney) {
  EasyPayBench bench;
  bench.payWithPassword("unsigned");
  EXPECT_FALSE(lastAuthNotify(bench));
  bench.pay(bench.order("unpaid"));
  PayRequest third = bench.verification(bench.password("unpaid"), "unpaid");
  third.paymentFactor.isAuthorizationAndPay = true;
  third.authorizationInfo = AuthorizationInfo{ClientId{"client"}, "", "a"};
  bench.account().riskSuspected = true;
  EXPECT_EQ(bench.payCode(third), "RISK_REJECT");
  EXPECT_FALSE(lastAuthNotify(bench));
  EXPECT_TRUE(bench.server().tokens.empty());
}

// shows: ep-token-pay, ep-token-expired, ep-token-refresh
TEST(PayingWithAToken, NeedsOneThatHolds) {
  EasyPayBench bench;
  std::string const token = linked(bench);
  EXPECT_EQ(bench.payCode(bench.withToken(token, "p1")), "SUCCESS");
  EXPECT_EQ(bench.balance(), 49000);
  RefreshToken const refresh = bench.server().tokens.at(AccessToken{token}).refreshToken;
  bench.pass(30 * kDayMs);
  EXPECT_EQ(bench.payCode(bench.withToken(token, "p2")), "EXPIRED_ACCESS_TOKEN");
  ApplyTokenRequest apply;
  apply.acquirerId = AcquirerId{"a"};
  apply.pspId = bench.server().pspId;
  apply.grantType = kGrantRefreshToken;
  apply.refreshToken = refresh;
  std::string const next = bench.applyToken(apply).accessToken.value;
  EXPECT_EQ(bench.payCode(bench.withToken(next, "p3")), "SUCCESS") << "the scopes stay with it";
  EXPECT_EQ(bench.payCode(bench.withToken("nobody's", "p4")), "INVALID_TOKEN");
  EXPECT_EQ(bench.balance(), 48000);
}

// shows: ep-token-scope
TEST(PayingWithAToken, NeedsTheScope) {
  EasyPayBench bench;
  PrepareRequest request = bench.prepareRequest();
  request.scopes = {"BASE_USER_INFO"};
  auto const prepared = bench.prepare(request);
  std::string const token =
      bench.applyToken(bench.applyRequest(prepared, bench.password("agreement"))).accessToken.value;
  EXPECT_EQ(bench.payCode(bench.withToken(token, "p")), "INVALID_TOKEN");
  EXPECT_EQ(bench.balance(), 50000);
}

// shows: ep-token-cancelled, ep-cancel-token
TEST(CancelToken, EndsAccessAndRefreshToken) {
  EasyPayBench bench;
  std::string const token = linked(bench);
  RefreshToken const refresh = bench.server().tokens.at(AccessToken{token}).refreshToken;
  EXPECT_EQ(cancelToken(bench, "nobody's").resultCode, "INVALID_TOKEN");
  EXPECT_EQ(cancelToken(bench, token).resultCode, "SUCCESS");
  EXPECT_EQ(cancelToken(bench, token).resultCode, "SUCCESS");
  EXPECT_EQ(bench.payCode(bench.withToken(token, "p")), "INVALID_TOKEN");
  ApplyTokenRequest apply;
  apply.acquirerId = AcquirerId{"a"};
  apply.pspId = bench.server().pspId;
  apply.grantType = kGrantRefreshToken;
  apply.refreshToken = refresh;
  EXPECT_EQ(bench.applyToken(apply).result.resultCode, "INVALID_REFRESH_TOKEN");
}

TEST(CancelToken, EndsWhatWasRefreshedAsWell) {
  EasyPayBench bench;
  std::string const token = linked(bench);
  ApplyTokenRequest apply;
  apply.acquirerId = AcquirerId{"a"};
  apply.pspId = bench.server().pspId;
  apply.grantType = kGrantRefreshToken;
  apply.refreshToken = bench.server().tokens.at(AccessToken{token}).refreshToken;
  std::string const next = bench.applyToken(apply).accessToken.value;
  cancelToken(bench, token);
  EXPECT_EQ(bench.payCode(bench.withToken(next, "p")), "INVALID_TOKEN");
  EXPECT_EQ(bench.applyToken(apply).result.resultCode, "INVALID_REFRESH_TOKEN");
}

}  // namespace
}  // namespace aplus::test
