#include "ui/flows.h"

#include <array>

#include "ui/language.h"

namespace aplus::ui {
namespace {

std::array<FlowText, scenario::kFlows.size()> const kTexts{{
    {phrase("Session and payment code"),
     phrase("From opening the app to a code on the phone: auth code, tokens, and a session of 30 minutes."),
     Icon::scan},
    {phrase("Pay"), phrase("What pay asks of your server: verify, check, debit once, and answer with the right code."),
     Icon::coins},
    {phrase("Signatures"), phrase("Altered bytes, unknown keys, wrong headers: what a signature proves, and why one does not fit."),
     Icon::lock},
    {phrase("When messages get lost"),
     phrase("Lost, late and doubled messages, and the inquiries and cancellations that put them right."), Icon::warning},
    {phrase("Refunds and promotions"), phrase("Money that goes back in full or in parts, and prices that change on the way."),
     Icon::undo},
    {phrase("Mainland limits"), phrase("Scan the shop's code and pay, and see what the regulation's limits make of it."),
     Icon::gauge},
    {phrase("Easy Pay"), phrase("Pay in a web shop with a code by SMS, and next time without one."), Icon::message},
    {phrase("Account binding"), phrase("Tie the wallet to a merchant once, and pay there with the token from then on."),
     Icon::link},
    {phrase("Cashier"), phrase("The shop sends the user to the wallet and back, on the web and in an app."), Icon::bag},
    {phrase("The acquirer's side"), phrase("What the shop's acquirer sends to Alipay+, and what it must do when no answer comes."),
     Icon::shop},
    {phrase("Free play"), phrase("An open shop and a full wallet: touch what you like, and watch what is sent."), Icon::tap},
}};

}  // namespace

FlowText const& flowText(scenario::Flow flow) { return kTexts[static_cast<std::size_t>(flow)]; }

std::vector<ScenarioEntry const*> lessonsOf(std::vector<ScenarioEntry> const& all, scenario::Flow flow) {
  std::vector<ScenarioEntry const*> lessons;
  for (ScenarioEntry const& entry : all) {
    if (entry.flow == flow) lessons.push_back(&entry);
  }
  return lessons;
}

}  // namespace aplus::ui
