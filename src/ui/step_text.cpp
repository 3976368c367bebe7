#include "ui/step_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "ui/language.h"

namespace aplus::ui {
namespace {

/// The titles that participants give themselves, so that the catalogues have them: `tr(title(party))`.
[[maybe_unused]] constexpr char const* kPartyTitles[] = {phrase("User"), phrase("Wallet app"), phrase("Client SDK"),
                                                         phrase("Wallet server"), phrase("Merchant / ACQP")};

}  // namespace

std::string formatElapsed(std::int64_t ms) {
  std::int64_t const hours = ms / kHourMs;
  std::int64_t const minutes = ms % kHourMs / kMinuteMs;
  std::int64_t const seconds = ms % kMinuteMs / kSecondMs;
  if (hours > 0) return fmt::format("+{} h {:02}:{:02}", hours, minutes, seconds);
  if (minutes > 0) return fmt::format("+{}:{:02}.{:03}", minutes, seconds, ms % kSecondMs);
  return fmt::format("+{}.{:03} s", seconds, ms % kSecondMs);
}

std::string formatJump(std::int64_t ms) {
  if (ms < 2 * kMinuteMs) return fmt::format("{} s", ms / kSecondMs);
  if (ms < 2 * kHourMs) return trf("{} min", ms / kMinuteMs);
  if (ms < 2 * kDayMs) return fmt::format("{} h", ms / kHourMs);
  return trf("{} days", ms / kDayMs);
}

std::string formatCountdown(std::int64_t ms) {
  std::int64_t const left = std::max<std::int64_t>(0, ms);
  std::int64_t const seconds = (left + kSecondMs - 1) / kSecondMs;
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string_view shortTitle(Party party) {
  switch (party) {
    case Party::user: return tr("User");
    case Party::walletApp: return tr("App");
    case Party::clientSdk: return "SDK";
    case Party::walletServer: return tr("Server");
    case Party::alipayplus: return "Alipay+";
    case Party::acquirer: return tr("Merchant");
  }
  return "";
}

std::string_view phaseWord(Envelope const& envelope) {
  switch (envelope.phase) {
    case Phase::request: return tr("request");
    case Phase::response: return tr("response");
    case Phase::call: return tr("call");
    case Phase::callback: return tr("callback");
    case Phase::event: break;
  }
  if (envelope.kind == Kind::timer) return tr("timer");
  if (envelope.kind == Kind::fault) return tr("fault");
  return "";
}

std::string_view kindWord(Envelope const& envelope) {
  switch (envelope.kind) {
    case Kind::http: return "HTTP";
    case Kind::sdk: return "SDK";
    case Kind::ui: return envelope.to == Party::user ? tr("Screen") : tr("Touch");
    case Kind::timer: return tr("Timer");
    case Kind::fault: return tr("Fault");
  }
  return "";
}

std::string_view notSignedBecause(Envelope const& envelope) {
  if (envelope.kind == Kind::http) {
    return tr("This line is the wallet's own, between its app and its server. Alipay+ does not say how it is "
              "protected, so nothing is signed here by its rules.");
  }
  if (envelope.kind == Kind::sdk) {
    return tr("Calls of the client SDK are not signed: they stay inside the phone, or go over the SDK's own line to "
              "Alipay+.");
  }
  return tr("Only HTTP messages between servers carry a signature.");
}

std::string stepTitle(timeline::StepRecord const& record) {
  std::string_view const word = phaseWord(record.envelope);
  return word.empty() ? record.envelope.name : fmt::format("{} {}", record.envelope.name, word);
}

std::string_view resultCodeOf(Envelope const& envelope) {
  constexpr std::string_view kKey = "\"resultCode\"";
  std::string_view const body = envelope.message.body;
  std::size_t at = body.find(kKey);
  if (at == body.npos) return {};
  at = body.find('"', at + kKey.size());
  if (at == body.npos) return {};
  std::size_t const end = body.find('"', at + 1);
  if (end == body.npos) return {};
  return body.substr(at + 1, end - at - 1);
}

std::string stepSentence(timeline::StepRecord const& record) {
  Envelope const& envelope = record.envelope;
  std::string out = trf("Step {}: {}", record.n, stepTitle(record));
  if (envelope.from == envelope.to) {
    out += trf(" at {}", tr(title(envelope.to)));
  } else {
    out += trf(" from {} to {}", tr(title(envelope.from)), tr(title(envelope.to)));
  }
  std::string_view const code = resultCodeOf(envelope);
  if (!code.empty()) out += fmt::format(", {}", code);
  if (record.signature) out += record.signature->valid ? tr(", signature valid") : tr(", signature not valid");
  return out + ".";
}

}  // namespace aplus::ui
