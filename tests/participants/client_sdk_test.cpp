// What the client SDK answers to single calls of the app, and what it does when Alipay+ is silent.

#include <gtest/gtest.h>

#include "protocol/client_sdk/calls.h"
#include "protocol/codec/codec.h"
#include "participants/client_sdk/client_sdk.h"
#include "support/fake_context.h"

namespace aplus {
namespace {

using namespace protocol;

class ClientSdkCalls : public testing::Test {
 protected:
  void call(std::string name, std::string body) {
    Envelope envelope;
    envelope.id = ++callId_;
    envelope.kind = Kind::sdk;
    envelope.phase = Phase::call;
    envelope.from = Party::walletApp;
    envelope.to = Party::clientSdk;
    envelope.name = std::move(name);
    envelope.message.body = std::move(body);
    context_.sent.clear();
    client_sdk::onMessage(state_, envelope, context_);
  }

  void init() { call("init", codec::encode(InitCall{ClientId{"client"}, "PROD"})); }

  void getPaymentCode(std::string region = "JP") {
    call("getPaymentCode", codec::encode(GetPaymentCodeCall{std::move(region)}));
  }

  /// Answers the SDK's last call.
  template <class Reply>
  void answer(Reply const& reply) {
    Envelope const asked = context_.sent.back();
    Envelope envelope;
    envelope.id = ++callId_;
    envelope.inReplyTo = asked.id;
    envelope.kind = Kind::sdk;
    envelope.phase = Phase::callback;
    envelope.from = asked.to;
    envelope.to = Party::clientSdk;
    envelope.name = asked.name;
    envelope.message.body = codec::encode(reply);
    context_.sent.clear();
    client_sdk::onMessage(state_, envelope, context_);
  }

  static CreateSessionReply sessionUntil(SimTime session, SimTime login) {
    return {makeResult("SUCCESS"), SessionId{"s"}, formatIso8601(session, kChinaTime), AuthLoginId{"l"},
            formatIso8601(login, kChinaTime)};
  }

  void openSession() {
    init();
    getPaymentCode();
    answer(AuthCodeGranted{AuthCode{"28100613A"}, {"BASE_USER_INFO"}});
    answer(sessionUntil(context_.time + 30 * kMinuteMs, context_.time + 360 * kHourMs));
  }

  std::string sentName() const { return context_.sent.empty() ? "" : context_.sent.back().name; }
  SdkFailure failure() const { return codec::decode<SdkFailure>(context_.sent.back().message.body)->value; }

  client_sdk::State state_;
  test::FakeContext context_;
  SequenceNo callId_ = 0;
};

// shows: upm-init, upm-code-callbacks
TEST_F(ClientSdkCalls, DoesNothingBeforeInit) {
  getPaymentCode();
  EXPECT_EQ(sentName(), "onPaymentCodeUpdateFailed");
  EXPECT_EQ(failure().errorCode, "1003");
  call("init", R"({"clientId":"c","envType":"TEST"})");
  getPaymentCode();
  EXPECT_EQ(sentName(), "onPaymentCodeUpdateFailed") << "TEST is no environment";
  init();
  getPaymentCode();
  EXPECT_EQ(sentName(), "getAuthCode");
}

TEST_F(ClientSdkCalls, RefusesAWrongRegion) {
  init();
  getPaymentCode("Japan");
  EXPECT_EQ(failure().errorCode, "1001");
}

// shows: upm-code-session-skipped
TEST_F(ClientSdkCalls, UsesASessionWhileItHolds) {
  openSession();
  EXPECT_EQ(sentName(), "requestPaymentCode");
  getPaymentCode();
  EXPECT_EQ(sentName(), "requestPaymentCode");
  context_.time = context_.time + 30 * kMinuteMs;
  getPaymentCode();
  EXPECT_EQ(sentName(), "createSession") << "of the login, which still holds";
  context_.time = context_.time + 360 * kHourMs;
  getPaymentCode();
  EXPECT_EQ(sentName(), "getAuthCode");
}

// shows: upm-session-30min
TEST_F(ClientSdkCalls, MakesASessionAnewOnceWhenAlipayplusSaysThatItHasEnded) {
  openSession();
  getPaymentCode();
  answer(RequestPaymentCodeReply{makeResult("ACCESS_DENIED"), {}, ""});
  EXPECT_EQ(sentName(), "createSession");
  answer(sessionUntil(context_.time + kMinuteMs, context_.time + kHourMs));
  answer(RequestPaymentCodeReply{makeResult("ACCESS_DENIED"), {}, ""});
  EXPECT_EQ(sentName(), "onPaymentCodeUpdateFailed") << "not for ever";
}

// shows: upm-logout
TEST_F(ClientSdkCalls, ForgetsEverythingWhenTheAppClears) {
  openSession();
  call("clear", codec::encode(ClearCall{}));
  bool told = false;
  for (Envelope const& sent : context_.sent) told = told || (sent.name == "endLogin" && sent.to == Party::alipayplus);
  EXPECT_TRUE(told);
  EXPECT_FALSE(state_.session);
  EXPECT_FALSE(state_.login);
  EXPECT_TRUE(state_.pending.empty()) << "what was under way is over";
  getPaymentCode();
  EXPECT_EQ(sentName(), "getAuthCode");
}

TEST_F(ClientSdkCalls, ReportsTheNetworkWhenAlipayplusIsSilent) {
  openSession();
  SequenceNo const timer = state_.pending.begin()->second.timer;
  context_.sent.clear();
  client_sdk::onTimer(state_, {timer, Party::clientSdk, "", ""}, context_);
  EXPECT_EQ(failure().errorCode, "1002");
  EXPECT_TRUE(state_.pending.empty());
}

TEST_F(ClientSdkCalls, HandsOnThatTheAppHasNoAuthCode) {
  init();
  getPaymentCode();
  answer(SdkFailure{"1003", "Nobody is logged in."});
  EXPECT_EQ(failure().errorMessage, "Nobody is logged in.");
}

}  // namespace
}  // namespace aplus
