// What the inspector shows: paths and notes of fields, the chain of a signature, differences, where values come from.
#include <algorithm>

#include <gtest/gtest.h>

#include "inspect/field_notes.h"
#include "inspect/message_diff.h"
#include "inspect/pretty_json.h"
#include "inspect/provenance.h"
#include "inspect/signature_chain.h"
#include "protocol/catalog.h"
#include "scenario/playback.h"
#include "support/sample_messages.h"

namespace aplus::test {
namespace {

using namespace inspect;

scenario::Playback wholeRun(std::string_view id) {
  auto playback = *scenario::Playback::load(*scenario::findBuiltin(id), 1);
  playback.runToEnd();
  return playback;
}

timeline::StepRecord const& firstOf(timeline::Timeline const& run, std::string_view name, Phase phase, Party to) {
  for (std::size_t n = 1; n <= run.length(); ++n) {
    Envelope const& envelope = run.record(n).envelope;
    if (envelope.name == name && envelope.phase == phase && envelope.to == to && envelope.kind == Kind::http) return run.record(n);
  }
  ADD_FAILURE() << "no such message: " << name;
  return run.record(1);
}

TEST(JsonFields, haveThePathsThatErrorsUse) {
  auto const json = prettyJson(R"({"a":{"b":[1,{"c":"x\/y"}]},"odd name":true,"e":[]})");
  std::vector<std::string> paths;
  for (JsonField const& field : json.fields) paths.push_back(field.path);
  EXPECT_EQ(paths, (std::vector<std::string>{"$", "$.a", "$.a.b", "$.a.b[0]", "$.a.b[1]", "$.a.b[1].c", "$[\"odd name\"]", "$.e"}));
  JsonField const* c = json.find("$.a.b[1].c");
  ASSERT_NE(c, nullptr);
  EXPECT_EQ(json.token(*c), R"("x\/y")");
  EXPECT_EQ(valueOfToken(json.token(*c)), "x/y");
  EXPECT_EQ(json.fieldAt(c->begin)->path, c->path) << "the key belongs to its field";
  EXPECT_EQ(json.fieldAt(c->valueBegin + 1)->path, c->path);
  EXPECT_EQ(json.fieldAt(0)->path, "$");
  EXPECT_EQ(jsonLeaves(R"({"a":[1,"2",null]})"),
            (std::vector<JsonLeaf>{{"$.a[0]", "1"}, {"$.a[1]", "2"}, {"$.a[2]", "null"}}));
  EXPECT_TRUE(jsonLeaves("{\"a\":").empty());
}

TEST(FieldNotes, everyFieldOfEveryApiHasOne) {
  auto const partyOf = [](protocol::Role role) {
    return role == protocol::Role::wallet ? Party::walletServer : role == protocol::Role::acquirer ? Party::acquirer : Party::alipayplus;
  };
  for (SampleExchange const& sample : sampleMessages()) {
    Envelope request;
    request.name = std::string(sample.api->name);
    request.from = partyOf(sample.api->caller);
    request.to = partyOf(sample.api->callee);
    Envelope response = request;
    response.phase = Phase::response;
    std::swap(response.from, response.to);
    for (JsonLeaf const& leaf : jsonLeaves(sample.request)) EXPECT_TRUE(fieldNote(request, leaf.path)) << sample.api->name << leaf.path;
    for (JsonLeaf const& leaf : jsonLeaves(sample.response)) EXPECT_TRUE(fieldNote(response, leaf.path)) << sample.api->name << leaf.path;
  }
}

TEST(FieldNotes, sayWhatTheTablesSay) {
  auto const run = wholeRun("upm-pay");
  Envelope const& pay = firstOf(run.timeline(), "pay", Phase::request, Party::walletServer).envelope;
  auto const note = fieldNote(pay, "$.paymentRequestId");
  ASSERT_TRUE(note);
  EXPECT_EQ(note->presence, "required");
  EXPECT_EQ(note->type, "String, at most 64 characters");
  EXPECT_FALSE(note->meaning.empty());
  EXPECT_NE(note->source.find("docs.alipayplus.com"), std::string::npos);
  EXPECT_FALSE(fieldNote(pay, "$.nonsense"));
  EXPECT_FALSE(fieldNote(pay, "$.paymentRequestId.deeper"));
  EXPECT_FALSE(fieldNote(pay, ""));
  EXPECT_TRUE(headerNote("client-id"));
  EXPECT_FALSE(headerNote("X-Other"));
}

TEST(FieldNotes, knowTheCallsOfTheClientSdk) {
  for (std::string_view id : {"upm-pay", "mpm-entry-code"}) {
    auto const run = wholeRun(id);
    for (std::size_t n = 1; n <= run.length(); ++n) {
      Envelope const& envelope = run.timeline().record(n).envelope;
      if (envelope.kind != Kind::sdk) continue;
      for (JsonLeaf const& leaf : jsonLeaves(envelope.message.body)) {
        EXPECT_TRUE(fieldNote(envelope, leaf.path)) << envelope.name << ' ' << leaf.path;
      }
    }
  }
}

std::string states(std::vector<ChainLink> const& links) {
  std::string out;
  for (ChainLink const& link : links) out += link.state == ChainLink::State::good ? '+' : link.state == ChainLink::State::bad ? '-' : '.';
  return out;
}

TEST(SignatureChain, holdsForEverySignedMessageOfARun) {
  auto const run = wholeRun("upm-pay");
  auto const& keys = run.world().walletServer.endpoint->trustedKeys;
  auto const& record = firstOf(run.timeline(), "pay", Phase::request, Party::walletServer);
  auto const links = signatureChain(record.envelope.message, protocol::Direction::request, keys);
  EXPECT_EQ(states(links), "++++++");
  EXPECT_NE(links[1].text.find(record.signature->signer), std::string::npos) << links[1].text;
  EXPECT_EQ(links[3].value, links[4].value);
}

TEST(SignatureChain, breaksWhereTheMessageIsWrong) {
  auto const run = wholeRun("upm-pay");
  auto const& keys = run.world().walletServer.endpoint->trustedKeys;
  protocol::HttpMessage const right = firstOf(run.timeline(), "pay", Phase::request, Party::walletServer).envelope.message;
  auto const chain = [&](protocol::HttpMessage const& message) {
    return states(signatureChain(message, protocol::Direction::request, keys));
  };
  auto const withHeader = [&](std::string_view name, std::string value) {
    protocol::HttpMessage message = right;
    for (auto& header : message.headers) {
      if (header.name == name) header.value = value;
    }
    return message;
  };
  protocol::HttpMessage altered = right;
  altered.body.back() = ' ';
  EXPECT_EQ(chain(altered), "+++++-");
  EXPECT_EQ(chain(withHeader("Client-Id", "somebody")), "+-+.+.");
  EXPECT_EQ(chain(withHeader("Signature", "signature=x")), "-+..+.");
  EXPECT_EQ(chain(withHeader("Signature", "algorithm=RSA256,keyVersion=9,signature=AAAA")), "+-+.+.");
  EXPECT_EQ(chain(withHeader("Signature", "algorithm=RSA256,keyVersion=1,signature=AAAA")), "++--+.");
  protocol::HttpMessage none = right;
  none.headers.clear();
  EXPECT_EQ(chain(none), "--..-.");
  // A signature by another key of the run.
  protocol::HttpMessage const other = firstOf(run.timeline(), "pay", Phase::response, Party::alipayplus).envelope.message;
  EXPECT_EQ(chain(withHeader("Signature", *other.header("Signature"))), "+++-+.");
}

TEST(MessageDiff, listsEveryPlaceOfBothInOrder) {
  Envelope left, right;
  left.message = {"POST", "/a", {{"X", "1"}, {"Y", "2"}}, R"({"a":"1","b":{"c":"2"},"e":"5"})"};
  right.message = {"POST", "/b", {{"X", "1"}, {"Z", "3"}}, R"({"a":"1","n":"new","b":{"c":"3","d":"4"}})"};
  auto const rows = diffFields(left, right);
  using S = std::optional<std::string>;
  std::vector<FieldDiff> const expected{
      {"Method", S("POST"), S("POST")}, {"URI", S("/a"), S("/b")},      {"X", S("1"), S("1")},
      {"Z", S(), S("3")},               {"Y", S("2"), S()},             {"$.a", S("1"), S("1")},
      {"$.n", S(), S("new")},           {"$.b.c", S("2"), S("3")},      {"$.b.d", S(), S("4")},
      {"$.e", S("5"), S()}};
  ASSERT_EQ(rows.size(), expected.size());
  for (FieldDiff const& row : expected) EXPECT_NE(std::find(rows.begin(), rows.end(), row), rows.end()) << row.place;
  auto const at = [&](std::string_view place) {
    return std::find_if(rows.begin(), rows.end(), [&](FieldDiff const& row) { return row.place == place; }) - rows.begin();
  };
  EXPECT_LT(at("$.a"), at("$.n"));
  EXPECT_LT(at("$.n"), at("$.b.c"));
  EXPECT_LT(at("$.b.c"), at("$.b.d"));
}

TEST(MessageDiff, comparesBodiesThatAreNoJsonAsAWhole) {
  Envelope left, right;
  left.kind = right.kind = Kind::sdk;
  left.message.body = "{broken";
  right.message.body = R"({"a":"1"})";
  auto const rows = diffFields(left, right);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].place == "Body" ? rows[0].left : rows[1].left, std::optional<std::string>("{broken"));
  EXPECT_TRUE(diffFields({}, {}).size() == 2 && diffFields({}, {})[0].same());
}

TEST(Provenance, findsTheBirthAndEveryUse) {
  auto const run = wholeRun("upm-pay");
  timeline::Timeline const& timeline = run.timeline();
  Envelope const& pay = firstOf(timeline, "pay", Phase::request, Party::walletServer).envelope;
  auto const leaves = jsonLeaves(pay.message.body);
  auto const code = std::find_if(leaves.begin(), leaves.end(), [](JsonLeaf const& leaf) { return leaf.path == "$.paymentMethod.paymentMethodId"; });
  ASSERT_NE(code, leaves.end());
  Provenance const found = traceValue(timeline, code->value, run.length());
  EXPECT_EQ(found.refused, "");
  ASSERT_GE(found.seen.size(), 2U);
  // Every sighting is true, and none is missing: a plain search agrees.
  std::size_t mentioned = 0;
  for (std::size_t n = 1; n <= run.length(); ++n) {
    bool const here = timeline.record(n).envelope.message.body.find('"' + code->value + '"') != std::string::npos;
    bool const listed = std::any_of(found.seen.begin(), found.seen.end(), [&](Sighting const& s) { return s.step == n; });
    EXPECT_EQ(here, listed) << n;
    mentioned += here ? 1 : 0;
  }
  EXPECT_GE(mentioned, 2U);
  EXPECT_EQ(found.seen.front().party, timeline.record(found.seen.front().step).envelope.from);
  EXPECT_FALSE(found.kept.empty());
  // Before it was born it is nowhere.
  EXPECT_TRUE(traceValue(timeline, code->value, found.seen.front().step - 1).seen.empty());
}

TEST(Provenance, knowsWhatWasThereBeforeTheFirstStep) {
  auto const run = wholeRun("upm-pay");
  Provenance const found = traceValue(run.timeline(), "2160220000000001", run.length());
  ASSERT_FALSE(found.seen.empty());
  EXPECT_EQ(found.seen.front().step, 0U);
  EXPECT_TRUE(std::any_of(found.seen.begin(), found.seen.end(), [](Sighting const& s) {
    return s.step == 0 && s.party == Party::walletServer && s.place.find("accounts") != std::string::npos;
  }));
}

TEST(Provenance, findsHeadersAndEscapedStrings) {
  auto const run = wholeRun("upm-pay");
  Envelope const& pay = firstOf(run.timeline(), "pay", Phase::request, Party::walletServer).envelope;
  auto const found = traceValue(run.timeline(), *pay.message.header("Client-Id"), run.length());
  EXPECT_TRUE(std::any_of(found.seen.begin(), found.seen.end(), [](Sighting const& s) { return s.place == "header Client-Id"; }));
}

TEST(Provenance, refusesWhatStandsEverywhere) {
  for (std::string_view value : {"", "true", "false", "null", "JPY", "SUCCESS", "100", "S", "1405", "50000"}) {
    EXPECT_FALSE(whyNotTraceable(value).empty()) << value;
  }
  for (std::string_view value : {"1234567", "2160220000000001", "UGG-2", "SHOES"}) EXPECT_TRUE(whyNotTraceable(value).empty()) << value;
  auto const run = wholeRun("upm-pay");
  EXPECT_TRUE(traceValue(run.timeline(), "JPY", run.length()).seen.empty());
}

}  // namespace
}  // namespace aplus::test
