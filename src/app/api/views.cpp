#include "app/api/views.h"

#include <optional>

#include <nlohmann/json.hpp>

#include "crypto/base64.h"
#include "inspect/desk.h"
#include "inspect/password_cover.h"
#include "inspect/pretty_json.h"
#include "inspect/state_json.h"
#include "ui/devices.h"
#include "ui/hands.h"
#include "ui/language.h"
#include "ui/lesson.h"
#include "ui/step_text.h"
#include "ui/world_words.h"

namespace aplus::app {
namespace {

using Json = nlohmann::ordered_json;
using timeline::StepRecord;

/// Whether the bytes can stand in JSON as they are.
bool isText(std::string const& bytes) {
  try {
    (void)Json(bytes).dump();
    return true;
  } catch (Json::exception const&) {
    return false;
  }
}

Json checks(std::vector<Check> const& found) {
  Json list = Json::array();
  for (Check const& one : found) list.push_back({{"subject", one.subject}, {"text", ui::tr(one.text)}, {"ok", one.ok}});
  return list;
}

Json rowJson(scenario::Playback const& run, StepRecord const& record) {
  Envelope const& envelope = record.envelope;
  Json row{{"n", record.n},
           {"time", formatIso8601(record.time, kChinaTime)},
           {"elapsed", ui::formatElapsed(record.time - run.scenario().setup.clock)},
           {"kind", name(envelope.kind)},
           {"kindWord", ui::kindWord(envelope)},
           {"phase", name(envelope.phase)},
           {"title", ui::stepTitle(record)},
           {"from", ui::tr(title(envelope.from))},
           {"to", ui::tr(title(envelope.to))},
           {"result", ui::resultCodeOf(envelope)},
           {"docStep", envelope.docStep.step},
           {"docSection", envelope.docStep.section}};
  row["signature"] = record.signature ? Json(record.signature->valid) : Json(nullptr);
  return row;
}

constexpr std::string_view tokenName(inspect::JsonToken token) {
  constexpr std::string_view kNames[] = {"key", "string", "number", "literal", "punctuation", ""};
  return kNames[static_cast<std::size_t>(token)];
}

/// The body laid out, in stretches of one kind; null when it is no JSON.
Json prettyParts(std::string const& body) {
  inspect::PrettyJson const pretty = inspect::prettyJson(body);
  if (!pretty.wellFormed) return nullptr;
  Json parts = Json::array();
  std::size_t at = 0;
  auto const put = [&](std::size_t end, std::string_view kind) {
    if (end > at) parts.push_back({kind, pretty.text.substr(at, end - at)});
    at = std::max(at, end);
  };
  for (inspect::JsonSpan const& span : pretty.spans) {
    put(span.begin, "");
    put(span.end, tokenName(span.token));
  }
  put(pretty.text.size(), "");
  return parts;
}

Json contentJson(std::vector<inspect::ContentPart> const& parts) {
  Json list = Json::array();
  for (inspect::ContentPart const& part : parts) list.push_back({{"origin", part.origin}, {"text", part.text}});
  return list;
}

Json signatureJson(Envelope const& envelope, protocol::SignatureCheck const& check) {
  Json json{{"valid", check.valid},       {"keyVersion", check.keyVersion}, {"signer", check.signer},
            {"code", check.code},         {"reason", ui::reasonWords(check.reason)},         {"receiver", ui::tr(title(envelope.to))}};
  bool const isResponse = envelope.phase == Phase::response;
  auto const parts = inspect::contentParts(
      {isResponse ? protocol::Direction::response : protocol::Direction::request, envelope.message, ""});
  json["content"] = check.content.empty() || !parts ? Json::array() : contentJson(*parts);
  std::string const* header = envelope.message.header("Signature");
  json["header"] = header == nullptr ? Json(nullptr) : Json(*header);
  return json;
}

Json screenJson(ui::ScreenText const& screen) {
  constexpr std::string_view kKinds[] = {"text", "large", "code", "problem"};
  Json lines = Json::array();
  for (ui::ScreenLine const& line : screen.lines) {
    lines.push_back({{"kind", kKinds[static_cast<std::size_t>(line.kind)]}, {"text", line.text}});
  }
  return {{"title", screen.title}, {"lines", std::move(lines)}};
}

Json handJson(ui::Hand const& hand) {
  Json arguments = Json::array();
  for (user::ArgumentSpec const& one : hand.spec->arguments) {
    auto const proposed = hand.proposal.arguments.find(std::string(one.name));
    arguments.push_back({{"name", one.name},
                         {"required", one.required},
                         {"meaning", ui::tr(one.meaning)},
                         {"value", proposed == hand.proposal.arguments.end() ? "" : proposed->second}});
    auto const choices = hand.choices.find(std::string(one.name));
    if (choices != hand.choices.end()) arguments.back()["choices"] = choices->second;
  }
  return {{"name", hand.spec->name},       {"label", hand.label},     {"screen", hand.screen},
          {"meaning", ui::tr(hand.spec->meaning)}, {"offered", hand.offered}, {"reason", hand.reason},
          {"arguments", std::move(arguments)}};
}

Json sentenceJson(ui::WalletSentence const& sentence) {
  return {{"text", sentence.text}, {"source", sentence.source}, {"ours", sentence.source == kSandboxChoice}};
}

Json yourWalletJson(scenario::Playback const& run, std::size_t part) {
  Json list = Json::array();
  for (ui::WalletSentence const& one : ui::yourWallet(run, part)) list.push_back(sentenceJson(one));
  return list;
}

Json questionJson(scenario::Question const& one) {
  Json answers = Json::array();
  for (std::string const& answer : one.answers) answers.push_back(ui::tr(answer));
  return {{"step", one.step},
          {"question", ui::tr(one.question)},
          {"answers", std::move(answers)},
          {"right", one.right},
          {"why", ui::tr(one.why)}};
}

}  // namespace

Json lessonJson(scenario::Playback const& run) {
  scenario::Scenario const& scenario = run.scenario();
  std::size_t const position = ui::scriptPosition(run);
  bool const begun = run.cursor() > 0;
  Json steps = Json::array();
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    bool const done = begun && (i < position || (i == position && run.finished()));
    bool const current = !done && i == position;
    steps.push_back({{"id", scenario.steps[i].id},
                     {"say", ui::tr(scenario.steps[i].say)},
                     {"yourWallet", yourWalletJson(run, i)},
                     {"progress", done ? "done" : current ? "current" : "ahead"},
                     {"begins", ui::firstStepOf(run, i)}});
  }
  Json expectations = Json::array();
  if (run.finished()) {
    expectations = checks(run.expectations());
  } else {
    for (scenario::Expectation const& one : scenario.expectations) {
      expectations.push_back({{"subject", one.step}, {"text", ui::tr(one.text)}, {"ok", nullptr}});
    }
  }
  return {{"id", scenario.id},
          {"title", ui::tr(scenario.title)},
          {"summary", ui::tr(scenario.summary)},
          {"integration", ui::integrationOf(scenario)},
          {"source", scenario.source},
          {"steps", std::move(steps)},
          {"expectations", std::move(expectations)},
          {"invariants", run.finished() ? checks(run.invariants()) : Json::array()},
          {"question", scenario.check ? questionJson(*scenario.check) : Json(nullptr)},
          {"stopped", ui::reasonWords(run.scriptStopped())}};
}

Json rowsJson(scenario::Playback const& run, std::size_t from) {
  Json rows = Json::array();
  for (std::size_t n = std::max<std::size_t>(from, 1); n <= run.cursor(); ++n) {
    rows.push_back(rowJson(run, run.timeline().record(n)));
  }
  return rows;
}

Json detailsJson(scenario::Playback const& run, std::size_t n) {
  StepRecord record = run.timeline().record(n);
  Envelope& envelope = record.envelope;
  protocol::HttpMessage& message = envelope.message;
  inspect::PasswordCover const passwords(run.timeline());
  bool const covered = passwords.covers(record);
  if (covered) message.body = passwords.cover(record, std::move(message.body));
  Json json = rowJson(run, record);
  json["sentence"] = ui::stepSentence(record);
  json["method"] = message.method;
  json["uri"] = message.uri;
  Json& headers = json["headers"] = Json::array();
  for (protocol::Header const& header : message.headers) headers.push_back({{"name", header.name}, {"value", header.value}});
  json["body"] = message.body;
  if (!isText(message.body)) json["bodyBase64"] = crypto::encodeBase64(message.body);
  json["bodyBytes"] = message.body.size();
  json["pretty"] = prettyParts(message.body);
  json["covered"] = covered ? Json(ui::tr("A one-time password is covered here: the phone does not show it at this step.")) : Json(nullptr);
  if (record.signature) json["check"] = signatureJson(envelope, *record.signature);
  else json["notSigned"] = ui::notSignedBecause(envelope);
  auto const duty = ui::walletSentence(inspect::walletDuty(record.envelope));
  json["yourWallet"] = duty ? sentenceJson(*duty) : Json(nullptr);
  Json& notes = json["notes"] = Json::array();
  for (Note const& note : record.notes) {
    notes.push_back({{"text", ui::worldWords(passwords.cover(record, note.text))},
                     {"source", note.source},
                     {"ours", note.source == kSandboxChoice},
                     {"docSection", note.docStep.section},
                     {"docStep", note.docStep.step}});
  }
  return json;
}

Json screensJson(scenario::Playback const& run) {
  acquirer::Merchant const& shop = run.world().acquirer.merchant;
  ui::Devices const shown = ui::devices(run);
  Json list = Json::array();
  for (ui::Hand const& hand : ui::hands(run)) list.push_back(handJson(hand));
  return {{"clock", formatIso8601(run.world().now, kChinaTime)},
          {"phone", screenJson(ui::phoneText(run.world()))},
          {"sms", screenJson(ui::smsText(run.world()))},
          {"till", shown.till ? screenJson(ui::tillText(run.world())) : Json()},
          {"browser", shown.browser ? screenJson(ui::browserText(run.world())) : Json()},
          {"shop", shop.storeName.empty() ? shop.merchantName : shop.storeName},
          {"hands", std::move(list)}};
}

Json statesJson(scenario::Playback const& run) {
  Json list = Json::array();
  for (Party const party : kParties) {
    list.push_back({{"party", name(party)}, {"title", ui::tr(title(party))}, {"state", inspect::stateJson(run.world(), party)}});
  }
  return list;
}

Json branchesJson(scenario::Playback const& run) {
  timeline::Timeline const& timeline = run.timeline();
  Json list = Json::array();
  for (std::size_t i = 0; i < timeline.branchCount(); ++i) {
    list.push_back({{"name", timeline.branchName(i)},
                    {"forkedAt", timeline.branchForkedAt(i)},
                    {"current", i == timeline.currentBranch()}});
  }
  return list;
}

}  // namespace aplus::app
