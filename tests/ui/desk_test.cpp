// What a person does at the signing desk, and what comes of it.
#include <gtest/gtest.h>

#include "scenario/sandbox_keys.h"
#include "support/ui_page.h"

namespace aplus::test {
namespace {

using protocol::Direction;
using ui::DeskField;

scenario::SandboxKey const& walletKey() { return scenario::sandboxKey(Party::walletServer, Party::alipayplus); }

/// A raw HTTP request whose signature is over `signedBody`.
std::string rawRequest(std::string const& body, std::string const& signedBody) {
  protocol::HttpMessage message{"POST", "/aps/api/v1/payments/pay", {}, signedBody};
  protocol::sign(message, Direction::request, "2026-01-01T09:00:00+09:00", walletKey().signing);
  std::string out = "POST /aps/api/v1/payments/pay HTTP/1.1\r\nHost: example.com\r\n";
  for (protocol::Header const& header : message.headers) out += header.name + ": " + header.value + "\r\n";
  return out + "\r\n" + body;
}

struct DeskBench : UiBench {
  using UiBench::UiBench;

  ui::Desk const& desk() { return page.controller.desk(); }

  void openDesk() {
    click("desk");
    ASSERT_TRUE(page.state.deskOpen);
  }
  void paste(std::string_view into, std::string const& text) {
    click(into);
    host.press(ImGuiKey_A, ImGuiMod_Ctrl);
    host.clipboard() = text;
    host.press(ImGuiKey_V, ImGuiMod_Ctrl);
    host.frames(2);
  }
  /// A message on the desk, and the key that verifies it.
  void openWith(std::string const& body, std::string const& signedBody) {
    openDesk();
    paste("desk-pasted", rawRequest(body, signedBody));
    click("desk-tab-keys");
    click("desk-key-0");
  }
  std::string label(std::string_view id) {
    host.frames(2);
    ui::Item const* item = page.find(id);
    return item == nullptr ? "" : item->label;
  }
  void examine() {
    for (int i = 0; i < 5000 && desk().examining(); ++i) host.frame();
    ASSERT_FALSE(desk().examining());
  }
};

TEST(SigningDesk, opensFromTheTopBarByKeyAndClosesByEscape) {
  DeskBench bench;
  bench.open("upm-pay");
  bench.host.type("d");
  EXPECT_TRUE(bench.page.state.deskOpen);
  bench.host.press(ImGuiKey_RightArrow);
  EXPECT_EQ(bench.cursor(), 0U) << "the run rests meanwhile";
  bench.host.press(ImGuiKey_Escape);
  EXPECT_FALSE(bench.page.state.deskOpen);
  bench.click("desk");
  EXPECT_TRUE(bench.page.state.deskOpen);
  bench.click("desk");
  EXPECT_FALSE(bench.page.state.deskOpen);
}

TEST(SigningDesk, standsInItsPlaceFromTheFirstFrame) {
  DeskBench bench;
  bench.host.frames(2);
  ui::Rect const button = bench.page.find("desk")->rect;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(button.x + 5.0F, button.y + 5.0F);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  std::optional<ui::Rect> first;
  for (int i = 0; i < 5; ++i) {
    bench.host.frame();
    ui::Item const* field = bench.page.find("desk-pasted");
    if (field == nullptr) continue;
    if (!first) first = field->rect;
    EXPECT_EQ(field->rect.x, first->x);
    EXPECT_EQ(field->rect.y, first->y);
  }
  EXPECT_TRUE(first);
}

TEST(SigningDesk, takesAPasteApartWithItsExactBytes) {
  DeskBench bench;
  bench.openDesk();
  bench.paste("desk-pasted", rawRequest("{\"a\":\t1}\r\n", "{}"));
  EXPECT_TRUE(bench.page.state.deskFields);
  EXPECT_EQ(bench.desk().text(DeskField::body), "{\"a\":\t1}\r\n");
  EXPECT_EQ(bench.desk().text(DeskField::clientId), walletKey().signing.clientId.value);
  EXPECT_EQ(bench.desk().message().host, "example.com");
}

TEST(SigningDesk, worksByKeysAlone) {
  DeskBench bench;
  bench.host.type("d");
  bench.host.clipboard() = rawRequest("{}", "{}\n");
  bench.host.press(ImGuiKey_V, ImGuiMod_Ctrl);
  ASSERT_EQ(bench.desk().text(DeskField::body), "{}");
  bench.page.controller.apply({ui::intent::DeskKey{ui::intent::KeyAct::choose, 0}});
  bench.host.type("v");
  EXPECT_EQ(bench.label("desk-verdict"), "not valid");
  bench.host.type("w");
  bench.examine();
  EXPECT_EQ(bench.label("desk-diagnosis"), "One cause, proven");
}

TEST(SigningDesk, aQuickClickOpensAnEditor) {
  DeskBench bench;
  bench.openDesk();
  bench.host.frames(2);
  ui::Rect const rect = bench.page.find("desk-pasted")->rect;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(rect.x + 50.0F, rect.y + 50.0F);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  bench.host.frames(8);
  EXPECT_TRUE(io.WantTextInput);
  EXPECT_EQ(bench.page.state.editing, "desk-pasted");
}

TEST(SigningDesk, takesACurlCommandApart) {
  DeskBench bench;
  bench.openDesk();
  bench.paste("desk-pasted", "curl -X POST https://example.com/aps/api/v1/payments/pay -H 'Client-Id: C1' "
                             "-H 'Request-Time: 2026-01-01T09:00:00Z' -d '{\"a\":1}'");
  EXPECT_EQ(bench.desk().text(DeskField::uri), "/aps/api/v1/payments/pay");
  EXPECT_EQ(bench.desk().content(), "POST /aps/api/v1/payments/pay\nC1.2026-01-01T09:00:00Z.{\"a\":1}");
}

TEST(SigningDesk, saysWhatIsWrongWithAPasteAndKeepsIt) {
  DeskBench bench;
  bench.openDesk();
  std::string const text = "POST /x HTTP/1.1\nno header\n\n{}";
  bench.paste("desk-pasted", text);
  EXPECT_FALSE(bench.page.state.deskFields);
  EXPECT_EQ(bench.desk().text(DeskField::pasted), text);
  std::string const complaint = bench.label("desk-pasted-complaint");
  EXPECT_NE(complaint.find("Line 2"), complaint.npos) << complaint;
  EXPECT_NE(complaint.find("Name: value"), complaint.npos) << complaint;
}

TEST(SigningDesk, verifiesAndWithdrawsTheVerdictWithTheNextEdit) {
  DeskBench bench;
  bench.openWith("{}", "{}");
  bench.click("desk-verify");
  EXPECT_EQ(bench.label("desk-verdict"), "valid");
  std::string const signature = bench.desk().text(DeskField::signature);
  bench.click("desk-tab-message");
  bench.click("desk-body");
  bench.host.type("x");
  EXPECT_EQ(bench.desk().text(DeskField::body), "{}x");
  EXPECT_EQ(bench.label("desk-verdict"), "stale");
  EXPECT_EQ(bench.desk().text(DeskField::signature), signature) << "an edit never signs";
  bench.click("desk-verify");
  EXPECT_EQ(bench.label("desk-verdict"), "not valid");
}

TEST(SigningDesk, tampersOneCharacterAndPutsItBack) {
  DeskBench bench;
  bench.openWith("{\"a\":5}", "{\"a\":5}");
  inspect::DeskMessage const before = bench.desk().message();
  bench.click("desk-tamper-body");
  EXPECT_EQ(bench.desk().text(DeskField::body), "{\"a\":6}");
  EXPECT_EQ(bench.desk().text(DeskField::signature), *before.message.header("Signature"));
  bench.click("desk-verify");
  EXPECT_EQ(bench.label("desk-verdict"), "not valid");
  bench.click("desk-undo");
  EXPECT_EQ(bench.desk().message(), before);
  EXPECT_EQ(bench.label("desk-verdict"), "stale") << "nothing is verified by itself";
  bench.click("desk-verify");
  EXPECT_EQ(bench.label("desk-verdict"), "valid");
}

TEST(SigningDesk, everyPartCanBeTamperedWith) {
  for (char const* part : {"method", "uri", "Client-Id", "Request-Time", "body", "Signature"}) {
    DeskBench bench;
    bench.openWith("{\"a\":5}", "{\"a\":5}");
    bench.click(std::string("desk-tamper-") + part);
    bench.click("desk-verify");
    EXPECT_EQ(bench.label("desk-verdict"), "not valid") << part;
  }
}

TEST(SigningDesk, signsOnlyWhenAsked) {
  DeskBench bench;
  bench.openWith("{\"a\":5}", "something else");
  bench.click("desk-sign");
  EXPECT_FALSE(bench.desk().whyNotSign().empty()) << "there is no private key yet";
  bench.click("desk-key-0-sign");
  std::string const before = bench.desk().text(DeskField::signature);
  bench.click("desk-verify");
  EXPECT_EQ(bench.label("desk-verdict"), "not valid");
  bench.click("desk-sign");
  EXPECT_NE(bench.desk().text(DeskField::signature), before);
  EXPECT_EQ(bench.label("desk-verdict"), "stale") << "signing verifies nothing";
  bench.click("desk-verify");
  EXPECT_EQ(bench.label("desk-verdict"), "valid");
}

TEST(SigningDesk, diagnosesALineEndTooMany) {
  DeskBench bench;
  bench.openWith("{\"a\":5}", "{\"a\":5}\r\n");
  bench.click("desk-diagnose");
  bench.examine();
  std::string const cause = bench.label("desk-cause-0");
  EXPECT_FALSE(cause.empty());
  EXPECT_NE(cause.find("CR"), cause.npos) << cause;
  EXPECT_FALSE(bench.desk().diagnosis()->difference.empty()) << "drawn below the five checks";
  EXPECT_EQ(bench.desk().diagnosis()->found.signedBy, bench.desk().keys()[0].title());
}

TEST(SigningDesk, showsTheFivePublishedChecks) {
  DeskBench bench;
  bench.openWith("{\"a\":5}", "{\"a\":5}\r\n");
  bench.click("desk-diagnose");
  bench.examine();
  std::string kept;
  for (char const n : {'0', '1', '2', '3', '4'}) {
    std::string const label = bench.label(std::string("desk-check-") + n);
    kept += label.substr(0, label.find(':')) + " ";
  }
  EXPECT_EQ(kept, "kept kept broken kept kept ") << "the content was put together in another way";
}

// shows: acq-entry-rules, acq-payment-code-rules
TEST(SigningDesk, saysWhichRuleAPastedCodeBreaks) {
  DeskBench bench;
  bench.openDesk();
  bench.paste("desk-pasted", "http://pay.merchant.example/shop/42");
  EXPECT_EQ(bench.label("desk-rule-0").substr(0, 4), "kept");
  EXPECT_EQ(bench.label("desk-rule-2"), "broken: It is opened by http.");
  EXPECT_EQ(bench.desk().complaint(DeskField::pasted), "");
  bench.paste("desk-pasted", "241006020123456789012345\n");
  EXPECT_EQ(bench.label("desk-rule-2"), "broken: It begins with '24'.");
  EXPECT_EQ(bench.label("desk-rule-3").substr(0, 4), "open");
}

TEST(SigningDesk, diagnosesInSlicesAndCanBeStopped) {
  DeskBench bench;
  bench.openWith("{\"a\":5}", "what nobody would guess");
  bench.click("desk-diagnose");
  ASSERT_TRUE(bench.desk().examining());
  EXPECT_EQ(bench.host.wakeInMs(), 0.0) << "it goes on by itself";
  float const progress = bench.desk().progress();
  bench.host.frames(3);
  EXPECT_GT(bench.desk().progress(), progress);
  EXPECT_NE(bench.page.find("desk-progress"), nullptr);
  bench.click("desk-cancel");
  EXPECT_FALSE(bench.desk().examining());
  EXPECT_EQ(bench.label("desk-diagnosis"), "Stopped");
  bench.host.frames(5);
  EXPECT_LT(bench.host.wakeInMs(), 0.0) << "an idle desk wants no frames";
}

TEST(SigningDesk, saysWhatItRuledOutWhenNothingExplains) {
  DeskBench bench;
  bench.openWith("{\"a\":5}", "what nobody would guess");
  bench.click("desk-diagnose");
  bench.examine();
  EXPECT_EQ(bench.label("desk-diagnosis"), "Not explained");
  EXPECT_FALSE(bench.desk().diagnosis()->found.ruledOut.empty());
}

TEST(SigningDesk, anEditStopsTheExamination) {
  DeskBench bench;
  bench.openWith("{\"a\":5}", "what nobody would guess");
  bench.click("desk-diagnose");
  ASSERT_TRUE(bench.desk().examining());
  bench.click("desk-tamper-body");
  EXPECT_FALSE(bench.desk().examining());
}

TEST(SigningDesk, takesAMessageOfTheRunWithItsKeys) {
  DeskBench bench;
  bench.open("upm-pay");
  auto const& run = bench.page.controller.playback()->timeline();
  std::size_t n = 1;
  while (!run.record(n).signature) ++n;
  ASSERT_TRUE(bench.page.controller.seek(n));
  bench.click("inspector-signature");
  bench.click("to-desk");
  ASSERT_TRUE(bench.page.state.deskOpen);
  auto const& record = bench.page.controller.playback()->timeline().record(n);
  EXPECT_EQ(bench.desk().message().message, record.envelope.message);
  EXPECT_EQ(bench.desk().content(), record.signature->content);
  bench.click("desk-verify");
  EXPECT_EQ(bench.label("desk-verdict"), "valid");
}

TEST(SigningDesk, readsNamedPublicKeysAndRefusesOthersWithASentence) {
  DeskBench bench;
  bench.openDesk();
  bench.click("desk-tab-keys");
  bench.click("desk-new-key");
  bench.paste("desk-key-text", walletKey().signing.key.pem());
  bench.click("desk-add-key");
  std::string const complaint = bench.label("desk-key-text-complaint");
  EXPECT_NE(complaint.find("private half"), complaint.npos) << complaint;
  EXPECT_FALSE(bench.desk().text(DeskField::keyText).empty()) << "nothing typed is lost";
  std::string const pem = crypto::PrivateKey::generate().publicKey().pem();
  bench.paste("desk-key-text", pem);
  bench.paste("desk-key-name", "Mine\n");
  bench.click("desk-add-key");
  EXPECT_EQ(bench.desk().keys().back().name, "Mine");
  EXPECT_EQ(bench.desk().chosenKey(), bench.desk().keys().size() - 1);
  bench.click("desk-new-key");
  bench.paste("desk-key-text", pem);
  bench.click("desk-add-key");
  EXPECT_NE(bench.label("desk-key-text-complaint").find("already"), std::string::npos);
}

TEST(SigningDesk, makesAKeyPairThatSignsAndVerifies) {
  DeskBench bench;
  bench.openWith("{}", "else");
  bench.click("desk-make-pair");
  ASSERT_TRUE(bench.desk().privateKey());
  EXPECT_FALSE(bench.desk().makingKeys());
  bench.click("desk-key-5");
  bench.click("desk-sign");
  bench.click("desk-verify");
  EXPECT_EQ(bench.label("desk-verdict"), "valid");
}

TEST(SigningDesk, aPairThatCannotBeMadeIsExplained) {
  DeskBench bench;
  bench.openDesk();
  bench.click("desk-tab-keys");
  bench.page.answersWishes = false;
  bench.click("desk-make-pair");
  EXPECT_TRUE(bench.desk().makingKeys());
  bench.host.frames(3);
  EXPECT_LT(bench.host.wakeInMs(), 0.0) << "waiting needs no frames";
  bench.page.controller.changeDesk().keyPairFailed("Not here.");
  EXPECT_EQ(bench.label("desk-private-complaint"), "Not here.");
}

TEST(SigningDesk, aPrivateKeyThatWasReadIsNotShownAgain) {
  DeskBench bench;
  bench.openDesk();
  bench.click("desk-tab-keys");
  bench.paste("desk-private", walletKey().signing.key.pem());
  bench.click("desk-use-private");
  ASSERT_TRUE(bench.desk().privateKey());
  EXPECT_EQ(bench.desk().text(DeskField::privateKey), "");
  for (ui::Item const& item : bench.page.state.items) EXPECT_EQ(item.label.find("PRIVATE KEY"), item.label.npos);
  bench.click("desk-forget");
  EXPECT_FALSE(bench.desk().privateKey());
}

TEST(SigningDesk, escapeLeavesAFieldAndKeepsWhatWasTyped) {
  DeskBench bench;
  bench.openWith("{}", "{}");
  bench.click("desk-tab-message");
  bench.click("desk-body");
  bench.host.type("typed");
  bench.host.press(ImGuiKey_Escape);
  EXPECT_EQ(bench.desk().text(DeskField::body), "{}typed");
  EXPECT_TRUE(bench.page.state.deskOpen) << "the first Escape only leaves the field";
}

class HostileDesk : public testing::TestWithParam<float> {};

TEST_P(HostileDesk, survivesWhateverIsPasted) {
  std::string const big(1 << 20, 'x');
  std::string const texts[] = {big, "POST /" + big + " HTTP/1.1\n\n", "POST / HTTP/1.1\n\n" + big, std::string("a\0b", 3),
                               "\xFF\xFE\x80", std::string(1 << 20, '\n'), "curl 'x' -d '" + big + "'", "curl -d $'\\x00\\xff' /x",
                               "HTTP/1.1 200 OK\n\n", "\xEF\xBB\xBFPOST / HTTP/1.1\n\n{}", ""};
  DeskBench bench(GetParam(), 800.0F);
  bench.openDesk();
  for (std::string const& text : texts) {
    for (auto field : {DeskField::pasted, DeskField::method, DeskField::uri, DeskField::clientId, DeskField::time, DeskField::signature,
                       DeskField::body, DeskField::keyName, DeskField::keyText, DeskField::privateKey, DeskField::keyVersion}) {
      bench.page.controller.apply({ui::intent::DeskEdit{field, text}});
    }
    EXPECT_EQ(bench.desk().text(DeskField::body), text);
    using enum ui::intent::DeskAct;
    for (auto act : {readPasted, verify, diagnose, addKey, usePrivateKey, sign}) {
      bench.page.controller.apply({ui::intent::Desk{act}});
      for (auto tab : {ui::DeskTab::message, ui::DeskTab::keys, ui::DeskTab::check}) {
        bench.page.state.deskTab = tab;
        bench.page.state.deskFields = tab != ui::DeskTab::message || act == sign;
        bench.host.frames(2);
      }
    }
    bench.page.controller.apply({ui::intent::Desk{cancel}, ui::intent::DeskKey{ui::intent::KeyAct::choose, 1}});
    for (char const* part : {"method", "uri", "Client-Id", "Request-Time", "body", "Signature", "no part"}) {
      bench.page.controller.apply({ui::intent::DeskTamper{part}});
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Everywhere, HostileDesk, testing::Values(390.0F, 820.0F, 1920.0F));

}  // namespace
}  // namespace aplus::test
