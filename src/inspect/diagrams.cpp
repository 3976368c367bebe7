#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "inspect/export.h"
#include "inspect/password_cover.h"

namespace aplus::inspect {
namespace {

using timeline::StepRecord;

/// `pay ✓`, `timer refreshPaymentCode`: what stands on an arrow.
std::string label(StepRecord const& step) {
  Envelope const& e = step.envelope;
  std::string text = e.name;
  if (e.kind == Kind::timer || e.kind == Kind::fault) text = fmt::format("{} {}", name(e.kind), text);
  if (step.signature) text += step.signature->valid ? " (signature valid)" : " (signature INVALID)";
  return text;
}

std::string id(Party party) {
  std::string text(name(party));
  std::replace(text.begin(), text.end(), '-', '_');
  return text;
}

bool isAnswer(Envelope const& e) {
  return e.phase == Phase::response || e.phase == Phase::callback;
}

/// Puts a text into single quotes for a shell.
std::string shellQuoted(std::string_view text) {
  std::string quoted = "'";
  for (char const c : text) {
    if (c == '\'') quoted += "'\\''";
    else quoted += c;
  }
  return quoted + "'";
}

}  // namespace

std::string toTable(timeline::Timeline const& run, RunInfo const& info) {
  std::string out = fmt::format("{}, seed {}\n\n", info.scenario, info.seed);
  out += fmt::format("{:>4}  {:<13} {:<6} {:<13}    {:<13} {:<9} {}\n", "step", "time", "kind", "from",
                     "to", "phase", "name");
  for (std::size_t n = 1; n <= run.cursor(); ++n) {
    StepRecord const& step = run.record(n);
    Envelope const& e = step.envelope;
    // The clock of the day: 09:00:00.000 out of 2025-01-15T09:00:00.000+08:00.
    std::string const time = formatIso8601(step.time, kChinaTime).substr(11, 12);
    std::string const signature =
        !step.signature ? "" : step.signature->valid ? "  signed" : "  NOT VALID";
    out += fmt::format("{:>4}  {:<13} {:<6} {:<13} -> {:<13} {:<9} {}{}\n", step.n, time,
                       name(e.kind), name(e.from), name(e.to), name(e.phase), e.name, signature);
  }
  for (auto const* checks : {&info.expectations, &info.invariants}) {
    if (checks->empty()) continue;
    out += checks == &info.expectations ? "\nExpected\n" : "\nAlways true\n";
    for (Check const& check : *checks) {
      bool const expectation = checks == &info.expectations;
      std::string const text = expectation ? check.text
                               : check.text.empty() ? check.subject
                                                    : check.subject + ": " + check.text;
      out += fmt::format("  {}  {}\n", check.ok ? "ok  " : "FAIL", text);
    }
  }
  return out + fmt::format("\ndigest {}\n", crypto::toHex(run.digest()));
}

std::string toMermaid(timeline::Timeline const& run, RunInfo const&) {
  std::string out = "sequenceDiagram\n";
  for (Party const party : kParties) {
    out += fmt::format("  participant {} as {}\n", id(party), title(party));
  }
  for (std::size_t n = 1; n <= run.cursor(); ++n) {
    StepRecord const& step = run.record(n);
    Envelope const& e = step.envelope;
    out += fmt::format("  {}{}{}: {}\n", id(e.from), isAnswer(e) ? "-->>" : "->>", id(e.to), label(step));
  }
  return out;
}

std::string toPlantUml(timeline::Timeline const& run, RunInfo const& info) {
  std::string out = fmt::format("@startuml\ntitle {}\n", info.scenario);
  for (Party const party : kParties) {
    out += fmt::format("participant \"{}\" as {}\n", title(party), id(party));
  }
  for (std::size_t n = 1; n <= run.cursor(); ++n) {
    StepRecord const& step = run.record(n);
    Envelope const& e = step.envelope;
    out += fmt::format("{} {} {} : {}\n", id(e.from), isAnswer(e) ? "-->" : "->", id(e.to), label(step));
  }
  return out + "@enduml\n";
}

std::string toCurl(timeline::Timeline const& run, RunInfo const& info) {
  std::string out = fmt::format("# {}, seed {}\nBASE_URL=\"${{BASE_URL:?the host to send to}}\"\n",
                                info.scenario, info.seed);
  PasswordCover const passwords(run);
  for (std::size_t n = 1; n <= run.cursor(); ++n) {
    StepRecord const& step = run.record(n);
    Envelope const& e = step.envelope;
    if (e.kind != Kind::http || e.phase != Phase::request) continue;
    std::string const body = passwords.cover(step, e.message.body);
    if (body != e.message.body) out += fmt::format("\n# {}", kCovered);
    out += fmt::format("\n# step {}: {} -> {} {}\ncurl -X {} \"$BASE_URL\"{} \\\n", n, name(e.from),
                       name(e.to), e.name, e.message.method, shellQuoted(e.message.uri));
    for (protocol::Header const& header : e.message.headers) {
      bool const secret = header.name == "Authorization";
      out += fmt::format("  -H {} \\\n", shellQuoted(fmt::format("{}: {}", header.name,
                                                                 secret ? "(left out)" : header.value)));
    }
    out += fmt::format("  --data-binary {}\n", shellQuoted(body));
  }
  return out;
}

}  // namespace aplus::inspect
