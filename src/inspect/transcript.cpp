#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include "crypto/base64.h"
#include "inspect/export.h"
#include "inspect/password_cover.h"
#include "inspect/state_json.h"

namespace aplus::inspect {
namespace {

using Json = nlohmann::ordered_json;
using timeline::StepRecord;

std::string dump(Json const& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

/// Whether the bytes can stand in JSON as they are.
bool isText(std::string const& bytes) {
  try {
    (void)Json(bytes).dump();
    return true;
  } catch (Json::exception const&) {
    return false;
  }
}

Json messageJson(protocol::HttpMessage const& message, std::string const& body) {
  Json json = Json::object();
  if (!message.method.empty()) json["method"] = message.method;
  if (!message.uri.empty()) json["uri"] = message.uri;
  if (!message.headers.empty()) {
    Json& headers = json["headers"] = Json::object();
    for (protocol::Header const& header : message.headers) headers[header.name] = header.value;
  }
  json["body"] = body;
  if (!isText(body)) json["bodyBase64"] = crypto::encodeBase64(body);
  return json;
}

Json signatureJson(protocol::SignatureCheck const& check) {
  Json json = Json::object();
  json["content"] = check.content;
  json["valid"] = check.valid;
  json["keyVersion"] = check.keyVersion;
  json["signer"] = check.signer;
  if (!check.valid) {
    json["code"] = check.code;
    json["reason"] = check.reason;
  }
  return json;
}

Json stepJson(StepRecord const& step, PasswordCover const& passwords) {
  Envelope const& envelope = step.envelope;
  std::string const body = passwords.cover(step, envelope.message.body);
  bool const covered = body != envelope.message.body;
  Json json = Json::object();
  json["n"] = step.n;
  json["time"] = formatIso8601(step.time, kChinaTime);
  json["kind"] = name(envelope.kind);
  json["from"] = name(envelope.from);
  json["to"] = name(envelope.to);
  json["name"] = envelope.name;
  json["phase"] = name(envelope.phase);
  if (!envelope.message.body.empty() || !envelope.message.headers.empty()) {
    json["message"] = messageJson(envelope.message, body);
  }
  if (step.signature) {
    json["signature"] = signatureJson(*step.signature);
    if (covered) json["signature"]["content"] = passwords.cover(step, step.signature->content);
  }
  if (covered) json["covered"] = kCovered;
  if (!envelope.docStep.step.empty()) {
    json["docStep"] = envelope.docStep.step;
    json["docSection"] = envelope.docStep.section;
  }
  Json& notes = json["notes"] = Json::array();
  for (Note const& note : step.notes) {
    std::string text = note.docStep.step.empty()
                           ? note.text
                           : fmt::format("{}, step {}: {}", note.docStep.section, note.docStep.step, note.text);
    if (!note.source.empty()) text += fmt::format(" ({})", note.source);
    notes.push_back(passwords.cover(step, std::move(text)));
  }
  return json;
}

Json checksJson(std::vector<Check> const& checks, char const* subject) {
  Json json = Json::array();
  for (Check const& check : checks) {
    json.push_back(Json{{subject, check.subject}, {"text", check.text}, {"ok", check.ok}});
  }
  return json;
}

Json pairsJson(std::vector<protocol::Header> const& headers) {
  Json json = Json::array();
  for (protocol::Header const& header : headers) {
    bool const secret = header.name == "Authorization";
    json.push_back(Json{{"name", header.name}, {"value", secret ? "(left out)" : header.value}});
  }
  return json;
}

Json harEntry(StepRecord const& request, StepRecord const* response, PasswordCover const& passwords) {
  protocol::HttpMessage const& asked = request.envelope.message;
  static protocol::HttpMessage const kNothing;
  protocol::HttpMessage const& answered = response ? response->envelope.message : kNothing;
  std::int64_t const ms = response ? response->time - request.sentAt : 0;
  Json entry = Json::object();
  entry["startedDateTime"] = formatIso8601(request.sentAt, kChinaTime);
  entry["time"] = ms;
  entry["request"] = Json{{"method", asked.method},
                          {"url", fmt::format("https://{}.example{}", name(request.envelope.to),
                                              asked.uri)},
                          {"httpVersion", "HTTP/1.1"},
                          {"cookies", Json::array()},
                          {"headers", pairsJson(asked.headers)},
                          {"queryString", Json::array()},
                          {"postData", Json{{"mimeType", "application/json; charset=UTF-8"},
                                            {"text", passwords.cover(request, asked.body)}}},
                          {"headersSize", -1},
                          {"bodySize", asked.body.size()}};
  entry["response"] = Json{{"status", response ? 200 : 0},
                           {"statusText", response ? "OK" : ""},
                           {"httpVersion", "HTTP/1.1"},
                           {"cookies", Json::array()},
                           {"headers", pairsJson(answered.headers)},
                           {"content", Json{{"size", answered.body.size()},
                                            {"mimeType", "application/json; charset=UTF-8"},
                                            {"text", response ? passwords.cover(*response, answered.body) : ""}}},
                           {"redirectURL", ""},
                           {"headersSize", -1},
                           {"bodySize", answered.body.size()}};
  entry["cache"] = Json::object();
  entry["timings"] = Json{{"send", 0}, {"wait", ms}, {"receive", 0}};
  if (passwords.covers(request) || (response && passwords.covers(*response))) entry["comment"] = kCovered;
  return entry;
}

}  // namespace

std::string toTranscript(timeline::Timeline const& run, RunInfo const& info) {
  Json json = Json::object();
  json["format"] = "aplus-transcript";
  json["version"] = 1;
  json["scenario"] = info.scenario;
  json["seed"] = info.seed;
  json["digest"] = crypto::toHex(run.digest());
  Json& steps = json["steps"] = Json::array();
  PasswordCover const passwords(run);
  for (std::size_t n = 1; n <= run.cursor(); ++n) steps.push_back(stepJson(run.record(n), passwords));
  json["expectations"] = checksJson(info.expectations, "step");
  json["invariants"] = checksJson(info.invariants, "name");
  Json& final = json["final"] = Json::object();
  for (Party const party : kParties) final[std::string(name(party))] = stateJson(run.world(), party);
  return dump(json, 2) + "\n";
}

std::string toHar(timeline::Timeline const& run, RunInfo const& info) {
  PasswordCover const passwords(run);
  Json entries = Json::array();
  for (std::size_t n = 1; n <= run.cursor(); ++n) {
    StepRecord const& request = run.record(n);
    if (request.envelope.kind != Kind::http || request.envelope.phase != Phase::request) continue;
    StepRecord const* response = nullptr;
    for (std::size_t m = n + 1; m <= run.cursor() && response == nullptr; ++m) {
      StepRecord const& later = run.record(m);
      bool const answers = later.envelope.phase == Phase::response &&
                           later.envelope.inReplyTo == request.envelope.id;
      if (answers) response = &later;
    }
    entries.push_back(harEntry(request, response, passwords));
  }
  Json const log{{"version", "1.2"},
                 {"creator", Json{{"name", "wallet playground"}, {"version", "1"}}},
                 {"comment", fmt::format("{}, seed {}", info.scenario, info.seed)},
                 {"entries", entries}};
  return dump(Json{{"log", log}}, 2) + "\n";
}

}  // namespace aplus::inspect
