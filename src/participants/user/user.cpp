#include "participants/user/user.h"

#include <algorithm>

#include <fmt/format.h>

#include "participants/doc_flow.h"
#include "participants/user/browser.h"
#include "protocol/codec/codec.h"

namespace aplus::user {
namespace {

CommandSpec const* findSpec(std::string_view name) {
  auto const& all = commands();
  auto const found = std::find_if(all.begin(), all.end(),
                                  [&](CommandSpec const& spec) { return spec.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::string allNames() {
  std::string names;
  for (CommandSpec const& spec : commands()) {
    names += (names.empty() ? "" : ", ") + std::string(spec.name);
  }
  return names;
}

std::string argumentNames(CommandSpec const& spec) {
  std::string names;
  for (ArgumentSpec const& argument : spec.arguments) {
    names += (names.empty() ? "" : ", ") + std::string(argument.name);
  }
  return names.empty() ? "it takes none" : "it takes " + names;
}

Result<void> checkArguments(CommandSpec const& spec, Command const& command) {
  for (auto const& [name, value] : command.arguments) {
    bool const known = std::any_of(spec.arguments.begin(), spec.arguments.end(),
                                   [&, &wanted = name](ArgumentSpec const& a) { return a.name == wanted; });
    if (!known) {
      return fail("INVALID_ARGUMENT", name,
                  fmt::format("{} has no argument '{}'; {}", spec.name, name, argumentNames(spec)));
    }
  }
  for (ArgumentSpec const& argument : spec.arguments) {
    auto const given = command.arguments.find(std::string(argument.name));
    if (argument.required && (given == command.arguments.end() || given->second.empty())) {
      return fail("INVALID_ARGUMENT", std::string(argument.name),
                  fmt::format("{} needs the argument '{}': {}", spec.name, argument.name,
                              argument.meaning));
    }
  }
  return {};
}

/// What can only be touched where the phone shows it.
Result<void> checkPhone(State const& state, std::string_view command) {
  struct Row {
    std::string_view command;
    std::string_view pages;  ///< with blanks around each
    std::string_view message;
  };
  static constexpr Row kRows[] = {
      {"enterAmount", " amount ", "The phone does not show the merchant's page; scan the shop's code"},
      {"confirmPayment", " confirm ", "The phone does not ask to confirm a payment"},
      {"closeSdkPage", " amount waiting paid error problem ", "The client SDK shows no page"},
  };
  for (Row const& row : kRows) {
    bool const shown = row.pages.find(" " + state.phonePage + " ") != row.pages.npos && !state.phonePage.empty();
    if (row.command == command && !shown) return fail("NOT_POSSIBLE", "", std::string(row.message));
  }
  return {};
}

/// The step of the official document that a tap is.
DocStep stepOf(State const& state, std::string_view command, codec::Texts const& arguments) {
  if (command == "enterAmount") return {kEntryCodeFlow, "9"};
  if (auto const step = webStepOf(state, command, arguments); !step.step.empty()) return step;
  if (command != "scanCode" || arguments.at("codeValue") != state.merchantCode) return {};
  return flowStep(state.merchantFlow == kEntryCodeFlow, "2", "4");
}

}  // namespace

Result<void> check(Command const& command) {
  CommandSpec const* spec = findSpec(command.name);
  if (spec == nullptr) {
    return fail("UNKNOWN_COMMAND", "name",
                fmt::format("There is no command '{}'; there are {}", command.name.substr(0, 64),
                            allNames()));
  }
  return checkArguments(*spec, command);
}

Result<Envelope> act(State const& state, Command const& command) {
  if (auto const checked = check(command); !checked) return fail(checked.error());
  CommandSpec const* spec = findSpec(command.name);

  codec::Texts arguments = command.arguments;
  if (spec->name == "presentPaymentCode" && !arguments.contains("paymentCode")) {
    if (!state.codeOnPhone) {
      return fail("NOT_POSSIBLE", "", "There is no payment code on the phone; open the payment page");
    }
    arguments["paymentCode"] = state.codeOnPhone->value;
  }
  if (auto const possible = checkPhone(state, spec->name); !possible) return fail(possible.error());
  if (auto const possible = checkBrowser(state, spec->name); !possible) return fail(possible.error());
  if (auto const done = completeWebArguments(state, spec->name, arguments); !done) return fail(done.error());
  if (spec->name == "scanCode" && !arguments.contains("codeValue")) {
    arguments["codeValue"] = visibleCode(state);
    if (arguments["codeValue"].empty()) {
      return fail("NOT_POSSIBLE", "", "There is no code at the merchant's; let them show one");
    }
  }
  Envelope tap;
  tap.docStep = stepOf(state, spec->name, arguments);
  tap.kind = Kind::ui;
  tap.phase = Phase::event;
  tap.from = spec->actor;
  tap.to = spec->target;
  tap.name = std::string(spec->name);
  tap.message.body = codec::encodeTexts({arguments.begin(), arguments.end()});
  return tap;
}

void onMessage(State& state, Envelope const& message, Context& context) {
  if (onWebMessage(state, message, context)) return;
  codec::Texts texts = codec::decodeTexts(message.message.body);
  if (message.from == Party::acquirer) {
    state.tillSays = texts["text"];
    bool const orderEnds = message.name == "showPaymentResult" && state.merchantFlow == kOrderCodeFlow;
    if (message.name == "showMerchantCode" || orderEnds) {
      state.merchantCode = texts["codeValue"];
      state.merchantFlow = texts["flow"];
    }
    return;
  }
  state.phoneSays = texts["text"];
  state.phonePage = texts["page"];
  state.codeOnPhone.reset();
  if (texts.contains("paymentCode")) state.codeOnPhone = PaymentCode{texts["paymentCode"]};
}

void describe(State const& state, SimTime now, StateWriter& out) {
  if (state.codeOnPhone) out.text("codeOnPhone", state.codeOnPhone->value);
  out.text("phoneSays", state.phoneSays);
  out.text("phonePage", state.phonePage);
  out.text("merchantCode", state.merchantCode);
  out.text("tillSays", state.tillSays);
  describeBrowser(state, now, out);
}

}  // namespace aplus::user
