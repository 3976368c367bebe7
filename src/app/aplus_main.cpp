#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "inspect/doctor/doctor.h"
#include "inspect/export.h"
#include "protocol/codes/check_code.h"
#include "protocol/codes/explain_code.h"
#include "protocol/signing.h"
#include "scenario/playback.h"
#include "scenario/sandbox_keys.h"

// The command line. Exit status everywhere: 0 = it holds, 1 = it does not, 2 = bad input,
// 3 = not explained.

namespace aplus {
namespace {

constexpr int kHolds = 0;
constexpr int kDoesNotHold = 1;
constexpr int kBadInput = 2;
constexpr int kNotExplained = 3;

int badInput(Error const& error) {
  std::cerr << (error.path.empty() ? "" : error.path + ": ") << error.message << "\n";
  return kBadInput;
}

Result<std::string> readFile(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in || bytes.fail()) return fail("UNREADABLE", path, "The file cannot be read");
  return bytes.str();
}

Result<void> writeOut(std::string const& path, std::string const& text) {
  if (path.empty()) {
    std::cout << text << std::flush;
    return {};
  }
  std::ofstream out(path, std::ios::binary);
  out << text << std::flush;
  if (!out) return fail("UNWRITABLE", path, "The file cannot be written");
  return {};
}

// --- scenarios and run ----------------------------------------------------------------------

int listScenarios(bool asJson) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (scenario::Scenario const& s : scenario::builtinScenarios()) {
    json.push_back({{"id", s.id}, {"title", s.title}, {"summary", s.summary}});
    if (!asJson) std::cout << fmt::format("{:<24} {}\n{:24} {}\n", s.id, s.title, "", s.summary);
  }
  if (asJson) std::cout << json.dump(2) << "\n";
  return kHolds;
}

struct RunOptions {
  std::string scenario;
  std::uint64_t seed = 1;
  std::string to;
  std::string format = "table";
  std::string out;
};

Result<scenario::Scenario> openScenario(std::string const& idOrFile) {
  bool const isFile = idOrFile.find('/') != std::string::npos || idOrFile.ends_with(".json");
  if (!isFile) return scenario::findBuiltin(idOrFile);
  auto const text = readFile(idOrFile);
  if (!text) return fail(text.error());
  return scenario::parse(*text, idOrFile);
}

/// `--to` is a step's number, or the id of a step of the script, whose end is meant.
Result<std::size_t> stopAt(scenario::Playback const& playback, std::string const& to) {
  if (to.empty()) return playback.length();
  if (to.find_first_not_of("0123456789") == std::string::npos && to.size() < 10) {
    std::size_t const n = std::stoul(to);
    if (n <= playback.length()) return n;
  }
  auto const& steps = playback.scenario().steps;
  for (std::size_t n = playback.length(); n > 0; --n) {
    auto const step = playback.scriptStep(n);
    if (step && steps[*step].id == to) return n;
  }
  return fail("INVALID_STEP", "--to",
              fmt::format("'{}' is neither a step from 0 to {} nor the id of a step of the scenario",
                          to, playback.length()));
}

using Exporter = std::string (*)(timeline::Timeline const&, inspect::RunInfo const&);

std::map<std::string, Exporter> const& exporters() {
  static std::map<std::string, Exporter> const all{
      {"table", inspect::toTable},       {"json", inspect::toTranscript},
      {"mermaid", inspect::toMermaid},   {"plantuml", inspect::toPlantUml},
      {"har", inspect::toHar},           {"curl", inspect::toCurl}};
  return all;
}

bool allHold(std::vector<Check> const& checks) {
  for (Check const& check : checks) {
    if (!check.ok) return false;
  }
  return true;
}

int run(RunOptions const& options) {
  auto scenario = openScenario(options.scenario);
  if (!scenario) return badInput(scenario.error());
  auto playback = scenario::Playback::load(std::move(*scenario), options.seed);
  if (!playback) return badInput(playback.error());
  auto const stop = stopAt(*playback, options.to);
  if (!stop) return badInput(stop.error());
  (void)playback->seek(*stop);

  inspect::RunInfo info{playback->scenario().id, options.seed, {}, {}};
  if (playback->finished()) {  // a run cut short has nothing to answer for
    info.expectations = playback->expectations();
    info.invariants = playback->invariants();
  }
  std::string const text = exporters().at(options.format)(playback->timeline(), info);
  if (auto const written = writeOut(options.out, text); !written) return badInput(written.error());
  return allHold(info.expectations) && allHold(info.invariants) ? kHolds : kDoesNotHold;
}

// --- signatures --------------------------------------------------------------------------------

struct MessageOptions {
  std::string key;
  std::string method = "POST";
  std::string uri;
  std::string clientId;
  std::string time;
  std::string body;
  std::string signature;
  int keyVersion = 1;
  std::vector<std::string> knownKeys;  ///< NAME=FILE
  bool isResponse = false;
};

/// The content to sign, from the command line and the body's file.
Result<std::string> contentOf(MessageOptions const& options) {
  auto const body = readFile(options.body);
  if (!body) return fail(body.error());
  return protocol::contentToSign(options.method, options.uri, options.clientId, options.time, *body);
}

template <class Key>
Result<Key> openKey(std::string const& path) {
  auto const text = readFile(path);
  if (!text) return fail(text.error());
  auto key = Key::parse(*text);
  if (!key) return fail(key.error().code, path, key.error().message);
  return key;
}

int signMessage(MessageOptions const& options) {
  auto const key = openKey<crypto::PrivateKey>(options.key);
  if (!key) return badInput(key.error());
  auto const content = contentOf(options);
  if (!content) return badInput(content.error());
  std::cout << protocol::formatSignatureHeader(options.keyVersion, key->sign(*content)) << "\n";
  return kHolds;
}

std::string nameOf(scenario::SandboxKey const& key) {
  bool const production = key.environment == scenario::Environment::production;
  return fmt::format("{} {} to {}", production ? "production" : "sandbox", key.owner, name(key.peer));
}

/// A key of the same line in the other environment is told from other keys.
inspect::KeyRole roleOf(scenario::SandboxKey const& known, crypto::PublicKey const& expected) {
  for (scenario::SandboxKey const& key : scenario::sandboxKeys()) {
    bool const sameLine = key.owner == known.owner && key.peer == known.peer;
    bool const expectedHere = key.signing.key.publicKey() == expected;
    if (sameLine && expectedHere && key.environment != known.environment) return inspect::KeyRole::otherEnvironment;
  }
  return inspect::KeyRole::other;
}

/// Everything that the doctor can be told from the command line. The sandbox's keys are always known.
Result<inspect::DoctorInput> doctorInput(MessageOptions const& options) {
  auto key = openKey<crypto::PublicKey>(options.key);
  if (!key) return fail(key.error());
  auto body = readFile(options.body);
  if (!body) return fail(body.error());
  inspect::DoctorInput input{.direction = options.isResponse ? protocol::Direction::response : protocol::Direction::request,
                             .method = options.method, .uri = options.uri, .clientId = options.clientId, .time = options.time,
                             .signature = options.signature, .body = std::move(*body),
                             .expected = {"--public-key", inspect::KeyRole::signer, 0, options.clientId, *key}};
  for (std::string const& text : options.knownKeys) {
    auto const equals = text.find('=');
    if (equals == 0 || equals == std::string::npos) {
      return fail("INVALID_ARGUMENT", "--key", fmt::format("'{}' is not NAME=FILE", text));
    }
    auto known = openKey<crypto::PublicKey>(text.substr(equals + 1));
    if (!known) return fail(known.error());
    input.knownKeys.push_back({text.substr(0, equals), inspect::KeyRole::other, 0, "", *known});
  }
  for (scenario::SandboxKey const& known : scenario::sandboxKeys()) {
    input.knownKeys.push_back({nameOf(known), roleOf(known, input.expected.key),
                               known.signing.keyVersion, known.signing.clientId.value, known.signing.key.publicKey()});
  }
  return input;
}

int diagnoseMessage(MessageOptions const& options) {
  auto input = doctorInput(options);
  if (!input) return badInput(input.error());
  auto const start = std::chrono::steady_clock::now();
  inspect::Diagnosis const diagnosis = inspect::diagnose(std::move(*input));
  auto const elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);

  nlohmann::ordered_json causes = nlohmann::ordered_json::array();
  for (inspect::Cause const& cause : diagnosis.causes) {
    causes.push_back({{"id", cause.id}, {"sentence", cause.sentence}, {"fix", cause.fix}});
  }
  nlohmann::ordered_json checks = nlohmann::ordered_json::array();
  for (inspect::CheckFinding const& finding : diagnosis.checks()) {
    constexpr char const* kStates[] = {"good", "wrong", "open"};
    checks.push_back({{"check", inspect::title(finding.check)}, {"state", kStates[std::size_t(finding.state)]}, {"found", finding.text}});
  }
  nlohmann::ordered_json difference = nlohmann::ordered_json::array();
  for (inspect::DiffPiece const& piece : diagnosis.difference()) {
    constexpr char const* kKinds[] = {"same", "signed", "shouldBe"};
    difference.push_back({{kKinds[std::size_t(piece.kind)], piece.bytes}});
  }
  nlohmann::ordered_json const json{
      {"valid", diagnosis.valid},
      {"causes", causes},
      {"signedBy", diagnosis.signedBy.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(diagnosis.signedBy)},
      {"candidatesTried", diagnosis.candidatesTried},
      {"ms", elapsed.count()},
      {"explained", diagnosis.explained},
      {"checks", checks},
      {"facts", diagnosis.facts},
      {"ruledOut", diagnosis.ruledOut},
      {"difference", difference}};
  // Bytes that are no UTF-8 are shown as U+FFFD.
  std::cout << json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
  return diagnosis.valid ? kHolds : diagnosis.explained ? kDoesNotHold : kNotExplained;
}

int verifyMessage(MessageOptions const& options) {
  auto input = doctorInput(options);
  if (!input) return badInput(input.error());
  inspect::Doctor doctor(std::move(*input));
  // Enough for every single mistake; aplus diagnose looks further.
  constexpr std::uint64_t kShortLook = 10'000;
  doctor.advance(kShortLook);
  inspect::Diagnosis const& diagnosis = doctor.diagnosis();
  if (diagnosis.valid) {
    std::cout << "valid\n";
    return kHolds;
  }
  std::cout << "not valid: "
            << (diagnosis.causes.empty() ? "the signature does not fit these bytes and this key; aplus diagnose looks for the reason"
                                         : diagnosis.causes.front().sentence)
            << "\n";
  return kDoesNotHold;
}

int listKeys(bool asJson, bool withPrivate) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (scenario::SandboxKey const& key : scenario::sandboxKeys()) {
    nlohmann::ordered_json row{{"owner", key.owner},
                               {"clientId", key.signing.clientId.value},
                               {"keyVersion", key.signing.keyVersion},
                               {"publicKeyPem", key.signing.key.publicKey().pem()}};
    if (withPrivate) row["privateKeyPem"] = key.signing.key.pem();
    if (!asJson) {
      std::cout << fmt::format("{} to {}, client {}, key version {}\n{}{}\n", key.owner,
                               name(key.peer), key.signing.clientId.value, key.signing.keyVersion,
                               key.signing.key.publicKey().pem(),
                               withPrivate ? key.signing.key.pem() : "");
    }
    json.push_back(std::move(row));
  }
  if (asJson) std::cout << json.dump(2) << "\n";
  return kHolds;
}

// --- codes -------------------------------------------------------------------------------------

struct CodeOptions {
  std::string code;
  std::string kind;  ///< entry or payment; empty: guessed
  std::string userAgent;
};

int checkCode(CodeOptions const& options) {
  bool const entry = options.kind.empty() ? protocol::guessKind(options.code) == protocol::CheckedCode::entryCode
                                          : options.kind == "entry";
  protocol::CodeCheck const check = entry ? protocol::checkEntryCodeRules(options.code, options.userAgent)
                                          : protocol::checkPaymentCodeRules(options.code);
  nlohmann::ordered_json rules = nlohmann::ordered_json::array();
  for (protocol::CodeRuleCheck const& rule : check.rules) {
    rules.push_back({{"id", rule.id},
                     {"rule", rule.rule},
                     {"state", protocol::name(rule.state)},
                     {"found", rule.found},
                     {"source", rule.source}});
  }
  nlohmann::ordered_json json{{"kind", protocol::name(check.kind)}, {"holds", check.holds()}, {"rules", rules}};
  nlohmann::ordered_json parts = nlohmann::ordered_json::array();
  if (auto const explained = protocol::explainCode(options.code)) {
    json["is"] = explained->kind;
    for (protocol::CodePart const& part : explained->parts) {
      parts.push_back({{"text", options.code.substr(part.from, part.length)}, {"name", part.name}, {"meaning", part.meaning}});
    }
  }
  json["parts"] = parts;
  std::cout << json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
  return check.holds() ? kHolds : kDoesNotHold;
}

void addMessageOptions(CLI::App& command, MessageOptions& options) {
  command.add_option("--method", options.method, "HTTP method")->capture_default_str();
  command.add_option("--uri", options.uri, "path, such as /aps/api/v1/payments/pay")->required();
  command.add_option("--client-id", options.clientId, "value of Client-Id")->required();
  command.add_option("--time", options.time, "value of Request-Time or Response-Time")->required();
  command.add_option("--body", options.body, "file with the body's exact bytes")->required();
}

int main(int argc, char** argv) {
  CLI::App app("The Alipay+ wallet protocol on the command line.", "aplus");
  app.require_subcommand(1);
  int status = kHolds;

  bool scenariosAsJson = false;
  CLI::App* scenarios = app.add_subcommand("scenarios", "list the scenarios");
  scenarios->add_flag("--json", scenariosAsJson, "as JSON");
  scenarios->callback([&] { status = listScenarios(scenariosAsJson); });

  RunOptions runOptions;
  std::vector<std::string> formats;
  for (auto const& [format, exporter] : exporters()) formats.push_back(format);
  CLI::App* runCommand = app.add_subcommand("run", "run a scenario");
  runCommand->add_option("scenario", runOptions.scenario, "id, or file ending in .json")->required();
  runCommand->add_option("--seed", runOptions.seed, "seed of ids and latencies")->capture_default_str();
  runCommand->add_option("--to", runOptions.to, "stop after this step: its number or the script's id");
  runCommand->add_option("--format", runOptions.format, "how to write it")
      ->check(CLI::IsMember(formats))
      ->capture_default_str();
  runCommand->add_option("--out", runOptions.out, "file to write to instead of the screen");
  runCommand->callback([&] { status = run(runOptions); });

  MessageOptions signOptions;
  CLI::App* sign = app.add_subcommand("sign", "print the Signature header of a message");
  sign->add_option("--private-key", signOptions.key, "file: PEM or Base64, PKCS#8 or PKCS#1")->required();
  sign->add_option("--key-version", signOptions.keyVersion, "version of the key")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  addMessageOptions(*sign, signOptions);
  sign->callback([&] { status = signMessage(signOptions); });

  CodeOptions codeOptions;
  CLI::App* codeCommand = app.add_subcommand("check-code", "say which rule an entry code or a payment code breaks");
  codeCommand->add_option("code", codeOptions.code, "the code's text")->required();
  codeCommand->add_option("--kind", codeOptions.kind, "entry or payment; guessed unless told")
      ->check(CLI::IsMember({"entry", "payment"}));
  codeCommand->add_option("--user-agent", codeOptions.userAgent, "of a request to the merchant's page");
  codeCommand->callback([&] { status = checkCode(codeOptions); });

  MessageOptions verifyOptions;
  CLI::App* verify = app.add_subcommand("verify", "say whether a signature is valid");
  verify->add_option("--public-key", verifyOptions.key, "file: PEM or Base64")->required();
  verify->add_option("--signature", verifyOptions.signature, "value of the Signature header")->required();
  addMessageOptions(*verify, verifyOptions);
  verify->callback([&] { status = verifyMessage(verifyOptions); });

  MessageOptions diagnoseOptions;
  CLI::App* diagnose = app.add_subcommand("diagnose", "find out why a signature is not valid, as JSON");
  diagnose->add_option("--public-key", diagnoseOptions.key, "file: PEM or Base64")->required();
  diagnose->add_option("--signature", diagnoseOptions.signature, "value of the Signature header")->required();
  diagnose->add_option("--key", diagnoseOptions.knownKeys, "NAME=FILE: another public key that may have signed; any number");
  diagnose->add_flag("--response", diagnoseOptions.isResponse, "the message is a response");
  addMessageOptions(*diagnose, diagnoseOptions);
  diagnose->callback([&] { status = diagnoseMessage(diagnoseOptions); });

  bool keysAsJson = false;
  bool keysPrivate = false;
  CLI::App* keys = app.add_subcommand("keys", "list the sandbox keys");
  keys->add_flag("--json", keysAsJson, "as JSON");
  keys->add_flag("--private", keysPrivate, "with the private halves");
  keys->callback([&] { status = listKeys(keysAsJson, keysPrivate); });

  try {
    app.parse(argc, argv);
  } catch (CLI::CallForHelp const& help) {
    return app.exit(help);
  } catch (CLI::ParseError const& error) {
    std::cerr << error.what() << "; aplus --help shows what there is\n";
    return kBadInput;
  }
  return status;
}

}  // namespace
}  // namespace aplus

int main(int argc, char** argv) {
  try {
    return aplus::main(argc, argv);
  } catch (std::exception const& error) {
    std::cerr << "This is a bug of the playground: " << error.what() << "\n";
    return 2;
  }
}
