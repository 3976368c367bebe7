// The signing desk as verbs: what lies on it as JSON, and acts by their names.
#include "app/api/desk_verbs.h"

#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/api/views.h"
#include "ui/desk/desk_text.h"
#include "ui/language.h"
#include "ui/world_words.h"

namespace aplus::app {
namespace {

using Json = nlohmann::ordered_json;
using ui::DeskField;
using ui::intent::DeskAct;
using ui::intent::KeyAct;

template <class T>
using Names = std::map<std::string_view, T>;

Names<DeskField> const& fields() {
  using enum DeskField;
  static Names<DeskField> const all{{"pasted", pasted},       {"method", method},   {"uri", uri},
                                    {"clientId", clientId},   {"time", time},       {"signature", signature},
                                    {"body", body},           {"keyName", keyName}, {"keyText", keyText},
                                    {"privateKey", privateKey}, {"keyVersion", keyVersion}};
  return all;
}

Names<DeskAct> const& plainActs() {
  using enum DeskAct;
  static Names<DeskAct> const all{{"readPasted", readPasted},       {"example", example},
                                  {"clear", clear},                 {"addKey", addKey},
                                  {"usePrivateKey", usePrivateKey}, {"forgetPrivateKey", forgetPrivateKey},
                                  {"makeKeyPair", makeKeyPair},     {"verify", verify},
                                  {"sign", sign},                   {"diagnose", diagnose},
                                  {"cancel", cancel},               {"undoTamper", undoTamper}};
  return all;
}

Names<KeyAct> const& keyActs() {
  static Names<KeyAct> const all{{"chooseKey", KeyAct::choose}, {"dropKey", KeyAct::drop}, {"signWith", KeyAct::signWith}};
  return all;
}

tl::unexpected<Error> expected(std::string message) { return fail("INVALID_ARGUMENT", "", std::move(message)); }

template <class T>
std::string list(Names<T> const& names) {
  std::string out;
  for (auto const& [name, value] : names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

std::string textOf(Json const& args, char const* name) {
  auto const found = args.find(name);
  return found != args.end() && found->is_string() ? found->get<std::string>() : "";
}

Result<std::size_t> numberOf(Json const& args, char const* name) {
  auto const found = args.find(name);
  if (found == args.end() || !found->is_number_unsigned()) {
    return expected(fmt::format("{} must be a whole number from 0 on", name));
  }
  return found->get<std::size_t>();
}

Result<ui::Intent> edit(Json const& args) {
  auto const field = fields().find(textOf(args, "field"));
  auto const text = args.find("text");
  if (field == fields().end()) return expected("edit expects a field, one of " + list(fields()));
  if (text == args.end() || !text->is_string()) return expected("edit expects a text");
  return ui::intent::DeskEdit{field->second, text->get<std::string>()};
}

/// Acts that carry something.
Result<ui::Intent> richAct(std::string const& act, Json const& args) {
  if (act == "edit") return edit(args);
  if (act == "tamper") return ui::intent::DeskTamper{textOf(args, "origin")};
  if (act == "direction") {
    bool const response = textOf(args, "direction") == "response";
    return ui::intent::DeskDirection{response ? protocol::Direction::response : protocol::Direction::request};
  }
  if (act == "take") {
    auto const step = numberOf(args, "step");
    if (!step) return fail(step.error());
    return ui::intent::DeskTake{*step};
  }
  if (auto const keyAct = keyActs().find(act); keyAct != keyActs().end()) {
    auto const key = numberOf(args, "key");
    if (!key) return fail(key.error());
    return ui::intent::DeskKey{keyAct->second, *key};
  }
  return expected(fmt::format("There is no act '{}' on the desk; there are {}, {}, work, edit, tamper, direction, take",
                              act.substr(0, 40), list(plainActs()), list(keyActs())));
}

Json diagnosisJson(ui::Desk const& desk) {
  if (!desk.diagnosis()) return nullptr;
  ui::DeskDiagnosis const& diagnosis = *desk.diagnosis();
  ui::DiagnosisText const words = ui::diagnosisText(diagnosis);
  Json json{{"heading", words.heading},
            {"sentence", words.sentence},
            {"stale", desk.stale(diagnosis.revision)},
            {"tried", diagnosis.found.candidatesTried}};
  Json& causes = json["causes"] = Json::array();
  for (inspect::Cause const& one : diagnosis.found.causes) {
    causes.push_back({{"id", one.id}, {"sentence", one.sentence}, {"fix", one.fix}});
  }
  json["facts"] = diagnosis.found.facts;
  json["ruledOut"] = diagnosis.found.ruledOut;
  Json& difference = json["difference"] = Json::array();
  constexpr std::string_view kKinds[] = {"same", "signed", "expected"};
  for (inspect::DiffPiece const& piece : diagnosis.difference) {
    difference.push_back({kKinds[static_cast<std::size_t>(piece.kind)], piece.bytes});
  }
  Json& checks = json["checks"] = Json::array();
  constexpr std::string_view kStates[] = {"good", "wrong", "open"};
  for (inspect::CheckFinding const& one : diagnosis.found.checks()) {
    checks.push_back({{"title", ui::tr(inspect::title(one.check))},
                      {"state", kStates[static_cast<std::size_t>(one.state)]},
                      {"text", ui::worldWords(one.text)}});
  }
  return json;
}

}  // namespace

Result<void> actOnDesk(ui::Controller& controller, Json const& args) {
  std::string const act = textOf(args, "act");
  if (act == "work") {
    controller.work();
    return {};
  }
  if (auto const plain = plainActs().find(act); plain != plainActs().end()) {
    controller.apply({ui::intent::Desk{plain->second}});
    return {};
  }
  auto const intent = richAct(act, args);
  if (!intent) return fail(intent.error());
  controller.apply({*intent});
  return {};
}

Json deskJson(ui::Desk const& desk) {
  bool const isResponse = desk.message().direction == protocol::Direction::response;
  Json json{{"blank", desk.blank()}, {"direction", isResponse ? "response" : "request"}, {"news", desk.news()}};
  Json& texts = json["fields"] = Json::object();
  for (auto const& [name, field] : fields()) {
    bool const secret = field == DeskField::privateKey;
    texts[std::string(name)] = {{"text", secret ? "" : desk.text(field)}, {"complaint", desk.complaint(field)}};
  }
  Json& keys = json["keys"] = Json::array();
  for (std::size_t i = 0; i < desk.keys().size(); ++i) {
    ui::DeskKey const& key = desk.keys()[i];
    keys.push_back({{"name", key.title()},
                    {"sandbox", key.line.has_value()},
                    {"chosen", desk.chosenKey() == i},
                    {"bits", key.key.bits()},
                    {"fingerprint", key.key.fingerprint()}});
  }
  json["privateKeyName"] = desk.privateKeyName();
  json["makingKeys"] = desk.makingKeys();
  Json& content = json["content"] = Json::array();
  for (inspect::ContentPart const& part : desk.parts()) content.push_back({{"origin", part.origin}, {"text", part.text}});
  json["incomplete"] = desk.incomplete();
  json["steps"] = {{"digest", desk.steps().digest}, {"digestInfo", desk.steps().digestInfo}, {"block", desk.steps().block}};
  json["whyNotVerify"] = desk.whyNotVerify();
  json["whyNotDiagnose"] = desk.whyNotDiagnose();
  json["whyNotSign"] = desk.whyNotSign();
  json["canUndo"] = desk.canUndo();
  json["verdict"] = nullptr;
  if (desk.verdict()) {
    json["verdict"] = {{"valid", desk.verdict()->valid},
                       {"reason", desk.verdict()->reason},
                       {"keyName", desk.verdict()->keyName},
                       {"stale", desk.stale(desk.verdict()->revision) ? ui::staleSentence(*desk.verdict()) : ""}};
  }
  json["examining"] = desk.examining();
  json["progress"] = desk.progress();
  json["tried"] = desk.tried();
  json["diagnosis"] = diagnosisJson(desk);
  json["announcement"] = ui::deskAnnouncement(desk);
  return json;
}

}  // namespace aplus::app
