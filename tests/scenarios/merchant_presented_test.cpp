// What the scenarios of merchant-presented payment have in common: every step of the document is seen, and
// what a person may do at any moment is answered in a way that makes sense.
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "protocol/client_sdk/calls.h"
#include "protocol/client_sdk/merchant_presented_calls.h"
#include "protocol/codec/codec.h"
#include "scenario/playback.h"
#include "support/fake_context.h"

namespace aplus::scenario {
namespace {

Playback played(std::string_view id) {
  auto playback = *Playback::load(*findBuiltin(id), 1);
  playback.runToEnd();
  return playback;
}

/// Step of the document -> who did it, for one flow: senders of messages, and who noted an act.
std::map<int, Party> stepsOf(std::string_view id, std::string_view section) {
  Playback const run = played(id);
  std::map<int, Party> steps;
  for (std::size_t n = 1; n <= run.length(); ++n) {
    timeline::StepRecord const& record = run.timeline().record(n);
    Envelope const& envelope = record.envelope;
    if (envelope.docStep.section == section) {
      steps.emplace(std::stoi(std::string(envelope.docStep.step)), envelope.from);
    }
    for (Note const& note : record.notes) {
      if (note.docStep.section == section) steps.emplace(std::stoi(std::string(note.docStep.step)), envelope.to);
    }
  }
  return steps;
}

std::set<int> numbers(std::map<int, Party> const& steps) {
  std::set<int> all;
  for (auto const& [step, party] : steps) all.insert(step);
  return all;
}

std::set<int> fromTo(int from, int to, std::set<int> const& without) {
  std::set<int> all;
  for (int i = from; i <= to; ++i) {
    if (without.count(i) == 0) all.insert(i);
  }
  return all;
}

TEST(DocumentSteps, OfAnEntryCodeAreAllSeen) {
  auto const within = stepsOf("mpm-entry-code", "Entry code");
  auto const over = stepsOf("mpm-entry-code-over-limit", "Entry code");
  EXPECT_EQ(numbers(within), fromTo(1, 29, {19, 20, 24, 25, 26}));
  EXPECT_EQ(numbers(over), fromTo(1, 26, {21, 22}));
  using enum Party;
  std::map<int, Party> const who{{1, acquirer},     {2, user},         {3, walletApp},     {4, walletServer},
                                 {5, walletServer}, {6, walletApp},    {7, clientSdk},     {8, acquirer},
                                 {9, user},         {10, acquirer},    {11, alipayplus},   {12, alipayplus},
                                 {13, acquirer},    {14, clientSdk},   {15, clientSdk},    {16, walletApp},
                                 {17, walletServer}, {18, alipayplus}, {23, alipayplus}};
  for (auto const& [step, party] : who) EXPECT_EQ(name(within.at(step)), name(party)) << step;
  EXPECT_EQ(over.at(19), alipayplus);
  EXPECT_EQ(over.at(24), walletServer);
  EXPECT_EQ(over.at(25), walletApp);
  EXPECT_EQ(over.at(26), clientSdk);
  EXPECT_EQ(within.at(27), walletServer);
  EXPECT_EQ(within.at(28), walletServer);
  EXPECT_EQ(within.at(29), walletApp);
}

TEST(DocumentSteps, OfAnOrderCodeAreAllSeen) {
  auto const within = stepsOf("mpm-order-code", "Order code");
  auto const over = stepsOf("mpm-order-code-over-limit", "Order code");
  EXPECT_EQ(numbers(within), fromTo(1, 20, {9, 10, 15, 16, 17}));
  EXPECT_EQ(numbers(over), fromTo(1, 17, {11, 12}));
  EXPECT_EQ(over.at(16), Party::walletApp);
  EXPECT_EQ(over.at(17), Party::clientSdk);
}

TEST(MerchantPresented, EveryMessageBetweenServersIsSigned) {
  for (char const* id : {"mpm-entry-code", "mpm-private-order-code"}) {
    Playback const run = played(id);
    for (std::size_t n = 1; n <= run.length(); ++n) {
      timeline::StepRecord const& step = run.timeline().record(n);
      bool const ownLine = step.envelope.from == Party::walletApp || step.envelope.to == Party::walletApp;
      if (step.envelope.kind != Kind::http || ownLine) continue;
      ASSERT_TRUE(step.signature) << step.envelope.name;
      EXPECT_TRUE(step.signature->valid) << step.envelope.name;
    }
  }
}

TEST(MerchantPresented, ThePayloadReachesTheSdkByteForByte) {
  for (char const* id : {"mpm-entry-code-over-limit", "mpm-order-code-over-limit"}) {
    Playback const run = played(id);
    std::set<std::string> payloads;
    int messages = 0;
    for (std::size_t n = 1; n <= run.length(); ++n) {
      std::string const& body = run.timeline().record(n).envelope.message.body;
      auto const at = body.find("\"sdkActionPayload\":\"");
      if (at == body.npos) continue;
      auto const from = at + 20;
      payloads.insert(body.substr(from, body.find('"', from) - from));
      ++messages;
    }
    EXPECT_EQ(payloads.size(), 1u) << id;
    EXPECT_EQ(messages, 3) << "Alipay+, the wallet server and the app each pass it on";
  }
}

/// What becomes of an order whose answer to userInitiatedPay Alipay+ writes wrong, and signs.
Playback scannedWith(std::string find, std::string replace) {
  Scenario scenario = *findBuiltin("mpm-order-code");
  network::FaultRule wrong;
  wrong.match = {Party::alipayplus, Party::walletServer, "userInitiatedPay", Phase::response};
  wrong.find = std::move(find);
  wrong.replace = std::move(replace);
  wrong.bySender = true;
  scenario.setup.faults = {wrong};
  std::erase_if(scenario.steps, [](ScriptStep const& step) {
    auto const* command = std::get_if<user::Command>(&step.action);
    return command != nullptr && command->name == "confirmPayment";
  });
  auto run = *Playback::load(std::move(scenario), 1);
  run.runToEnd();
  return run;
}

TEST(MerchantPresented, NobodyIsAskedToPayAmountsThatDoNotAgree) {
  struct Row {
    char const* find;
    char const* replace;
    char const* why;
  };
  for (Row const& row : {Row{R"("payToAmount":{"value":"2375")", R"("payToAmount":{"value":"2376")", "payToAmount must be"},
                         Row{R"("paymentAmount":{"value":"1250")", R"("paymentAmount":{"value":"1251")", "paymentAmount must be"},
                         Row{R"("value":"2375","currency":"KRW")", R"("value":"2375","currency":"JPY")", "no account is in"},
                         Row{R"("quotePrice":"190.0000")", R"("quotePrice":"190.1000")", "payToAmount must be"}}) {
    Playback const run = scannedWith(row.find, row.replace);
    std::string notes;
    for (std::size_t n = 1; n <= run.length(); ++n) {
      for (Note const& note : run.timeline().record(n).notes) notes += note.text;
    }
    EXPECT_NE(notes.find("The order's amounts do not agree: "), notes.npos) << row.replace;
    EXPECT_NE(notes.find(row.why), notes.npos) << row.replace;
    EXPECT_TRUE(run.world().walletServer.payments.empty()) << row.replace;
    ASSERT_EQ(run.world().walletApp.screen, wallet::app::Screen::paymentResult) << row.replace;
    EXPECT_EQ(run.world().walletApp.receipt->resultCode, "PROCESS_FAIL") << row.replace;
  }
}

/// A run of which a person takes over at the end.
class Person : public testing::Test {
 protected:
  void start(std::string_view id) { run_.emplace(played(id)); }
  Result<void> act(user::Command const& command) {
    auto const done = run_->command(command);
    run_->runToEnd();
    return done;
  }
  timeline::World const& world() const { return run_->world(); }
  std::int64_t balance() const {
    return world().walletServer.ledger.balance("user:2160220000000001").amountMinor;
  }

  std::optional<Playback> run_;
};

TEST_F(Person, TouchesTheWholeEntryCodeFlow) {
  start("mpm-unknown-code");
  ASSERT_TRUE(act({"showEntryCode", {}}));
  ASSERT_TRUE(act({"openScanner", {}}));
  EXPECT_EQ(world().walletApp.screen, wallet::app::Screen::camera);
  ASSERT_TRUE(act({"scanCode", {}}));
  EXPECT_EQ(world().walletApp.screen, wallet::app::Screen::sdkPage);
  ASSERT_TRUE(act({"enterAmount", {{"amount", "12.5"}}}));
  EXPECT_EQ(world().walletApp.scan.order->paymentAmount, (Money{1250, "CNY"}));
  ASSERT_TRUE(act({"confirmPayment", {}}));
  EXPECT_EQ(world().walletApp.screen, wallet::app::Screen::paymentResult);
  EXPECT_EQ(balance(), 20'000'000 - 2375);
  ASSERT_TRUE(act({"closePaymentPage", {}}));
  ASSERT_TRUE(act({"scanCode", {}})) << "the shop's own code still stands there";
  EXPECT_EQ(world().clientSdk.webView.content, "amount");
}

TEST_F(Person, CanOnlyTouchWhatIsShown) {
  start("mpm-unknown-code");
  EXPECT_FALSE(act({"confirmPayment", {}}));
  EXPECT_FALSE(act({"enterAmount", {{"amount", "1"}}}));
  EXPECT_FALSE(act({"closeSdkPage", {}}));
  EXPECT_FALSE(act({"scanCode", {}})) << "there is no code yet";
  EXPECT_TRUE(act({"goBack", {}}));
}

TEST_F(Person, ConfirmsOnceHoweverOftenTheyTap) {
  start("mpm-order-code");
  ASSERT_TRUE(act({"placeOrder", {{"value", "100"}, {"currency", "CNY"}}}));
  ASSERT_TRUE(act({"scanCode", {}}));
  std::int64_t const before = balance();
  ASSERT_TRUE(run_->command({"confirmPayment", {}}));
  EXPECT_TRUE(run_->command({"confirmPayment", {}})) << "the second tap comes before the page is gone";
  run_->runToEnd();
  EXPECT_EQ(balance(), before - 190);
  for (Check const& check : run_->invariants()) EXPECT_TRUE(check.ok) << check.subject << " " << check.text;
}

TEST_F(Person, ConfirmsAfterTheOrdersExpiryAndNothingIsTaken) {
  start("mpm-order-code");
  ASSERT_TRUE(act({"placeOrder", {{"value", "100"}, {"currency", "CNY"}}}));
  ASSERT_TRUE(act({"scanCode", {}}));
  PaymentRequestId const id = world().walletApp.scan.order->paymentRequestId;
  std::int64_t const before = balance();
  for (int i = 0; i < 60 && world().walletServer.payments.at(id).inProcess(); ++i) {
    ASSERT_TRUE(run_->advanceToNextDeadline());
    run_->runToEnd();
  }
  EXPECT_EQ(world().walletServer.payments.at(id).result.resultCode, "ORDER_IS_CLOSED") << "the timer has closed it";
  ASSERT_TRUE(act({"confirmPayment", {}})) << "the page is still on the phone";
  EXPECT_EQ(balance(), before);
  EXPECT_FALSE(world().walletApp.receipt->paid);
  for (Check const& check : run_->invariants()) EXPECT_TRUE(check.ok) << check.subject << " " << check.text;
}

TEST_F(Person, GoesBackFromAnOrderCodeAndScansItAgain) {
  start("mpm-order-code");
  ASSERT_TRUE(act({"placeOrder", {{"value", "100"}, {"currency", "CNY"}}}));
  ASSERT_TRUE(act({"scanCode", {}}));
  ASSERT_TRUE(act({"goBack", {}}));
  EXPECT_EQ(world().walletApp.screen, wallet::app::Screen::home);
  std::size_t const payments = world().walletServer.payments.size();
  ASSERT_TRUE(act({"scanCode", {}}));
  EXPECT_EQ(world().walletApp.screen, wallet::app::Screen::confirmPayment);
  EXPECT_EQ(world().walletServer.payments.size(), payments) << "still one payment";
  ASSERT_TRUE(act({"confirmPayment", {}}));
  EXPECT_EQ(balance(), 20'000'000 - 2375 - 190);
}

TEST_F(Person, GoesBackToTheMerchantsPageAndTypesAnotherAmount) {
  start("mpm-unknown-code");
  ASSERT_TRUE(act({"showEntryCode", {}}));
  ASSERT_TRUE(act({"scanCode", {}}));
  ASSERT_TRUE(act({"enterAmount", {{"amount", "400"}}}));
  ASSERT_TRUE(act({"goBack", {}}));
  EXPECT_EQ(world().clientSdk.webView.content, "amount");
  ASSERT_TRUE(act({"enterAmount", {{"amount", "4"}}}));
  ASSERT_EQ(world().walletApp.screen, wallet::app::Screen::confirmPayment);
  ASSERT_TRUE(act({"confirmPayment", {}}));
  EXPECT_EQ(balance(), 20'000'000 - 760);
}

TEST_F(Person, GoesBackWhileTheOrderIsFetched) {
  start("mpm-unknown-code");
  ASSERT_TRUE(act({"showEntryCode", {}}));
  ASSERT_TRUE(act({"scanCode", {}}));
  ASSERT_TRUE(run_->command({"enterAmount", {{"amount", "4"}}}));
  while (world().walletApp.scan.decodeCall == 0) ASSERT_TRUE(run_->step());
  ASSERT_TRUE(act({"goBack", {}}));
  EXPECT_EQ(world().walletApp.screen, wallet::app::Screen::sdkPage) << "the late answer opens nothing";
  EXPECT_EQ(world().clientSdk.webView.decodeCall, 0) << "decode's callback was executed";
  EXPECT_EQ(world().clientSdk.webView.content, "amount");
}

TEST_F(Person, LogsOutInTheMiddleOfEverything) {
  for (int taps = 0; taps < 60; ++taps) {
    start("mpm-unknown-code");
    ASSERT_TRUE(act({"showEntryCode", {}}));
    ASSERT_TRUE(act({"scanCode", {}}));
    ASSERT_TRUE(run_->command({"enterAmount", {{"amount", "4"}}}));
    for (int i = 0; i < taps && run_->step(); ++i) {}
    ASSERT_TRUE(act({"logOut", {}}));
    EXPECT_EQ(world().walletApp.screen, wallet::app::Screen::loggedOut) << taps;
    EXPECT_EQ(world().walletApp.scan, wallet::app::Scan{}) << taps;
    EXPECT_EQ(world().clientSdk.webView.decodeCall, 0) << "decode's callback is owed whatever the user does, " << taps;
    EXPECT_EQ(world().clientSdk.webView.page, client_sdk::Page::none) << "no page of theirs stays open, " << taps;
    EXPECT_EQ(balance(), 20'000'000) << "nobody has confirmed, " << taps;
  }
}

/// The client SDK alone.
class Sdk : public testing::Test {
 protected:
  Sdk() { state.authClientId = ClientId{"c"}; }

  void call(std::string name, std::string body) {
    Envelope message;
    message.id = ++id_;
    message.kind = Kind::sdk;
    message.phase = Phase::call;
    message.from = Party::walletApp;
    message.to = Party::clientSdk;
    message.name = std::move(name);
    message.message.body = std::move(body);
    context.sent.clear();
    client_sdk::onMessage(state, message, context);
  }

  std::string errorCode() {
    auto const failure = codec::decode<protocol::SdkFailure>(context.sent.at(0).message.body);
    return failure ? failure->value.errorCode : "";
  }

  client_sdk::State state;
  test::FakeContext context;

 private:
  SequenceNo id_ = 0;
};

// shows: mpm-launch-https
TEST_F(Sdk, LaunchesHttpsOnly) {
  for (char const* wrong : {"http://page.acquirer.example/", "ftp://a.b/", "javascript:alert(1)", "https://", "a.b/c",
                            "https://a b.example/"}) {
    call("launch", codec::encode(protocol::LaunchCall{wrong, "AlipayConnect", ""}));
    EXPECT_EQ(errorCode(), "1001") << wrong;
    EXPECT_EQ(state.webView.page, client_sdk::Page::none);
  }
  call("launch", codec::encode(protocol::LaunchCall{"https://a.example/", "AlipayConnect", ""}));
  EXPECT_EQ(context.sent.at(0).name, "openPage");
}

TEST_F(Sdk, DoesNothingBeforeInit) {
  state.authClientId = {};
  call("launch", codec::encode(protocol::LaunchCall{"https://a.example/", "", ""}));
  EXPECT_EQ(errorCode(), "1003");
  call("handleAction", codec::encode(protocol::HandleActionCall{"x"}));
  EXPECT_TRUE(context.sent.empty());
}

TEST_F(Sdk, ExplainsEveryReasonInPlainWords) {
  for (std::string_view const reason : protocol::kLimitReasons) {
    protocol::ActionPayload payload;
    payload.v = protocol::kPayloadVersion;
    payload.type = protocol::kOpenErrorPage;
    payload.reason = reason;
    payload.limit = {50'000, "CNY"};
    payload.amount = {50'001, "CNY"};
    call("handleAction", codec::encode(protocol::HandleActionCall{protocol::encodeActionPayload(payload)}));
    EXPECT_EQ(state.webView.page, client_sdk::Page::error) << reason;
    client_sdk::ErrorText const words = client_sdk::errorText(payload);
    EXPECT_NE(words.text.find("500.00 CNY"), std::string::npos) << words.text;
    EXPECT_NE(words.text.find("Nothing was paid"), std::string::npos);
  }
}

}  // namespace
}  // namespace aplus::scenario
