#include "ui/world_words.h"

#include <vector>

#include <fmt/args.h>

#include "ui/language.h"

namespace aplus::ui {
namespace {

/// What is said on web pages and in short messages; `{}` stands for any text.
constexpr char const* kSentences[] = {
    // the merchant's pages
    phrase("Paid"),
    phrase("Not paid"),
    phrase("Cancelled"),
    phrase("Cancelling"),
    phrase("Waiting for the payment's result"),
    phrase("Waiting for the result"),
    phrase("Thank you."),
    phrase("Account linked"),
    phrase("Account not linked"),
    phrase("From now on you pay without a password."),
    phrase("Next time without a password: {}"),
    phrase("Linking is not possible: {}"),
    phrase("Linking does not work at the moment"),
    phrase("Please choose one of the payment methods"),
    // Alipay+'s pages
    phrase("We have sent a one-time password to your phone"),
    phrase("Let {} charge this account later without a password"),
    phrase("{} may charge this account without a password"),
    phrase("Scan to pay"),
    phrase("Open your wallet app and scan the code."),
    phrase("Go on in your wallet"),
    phrase("Confirm the payment on your phone."),
    phrase("The order is closed. Go back to the shop and try again."),
    phrase("You are taken back to the shop."),
    phrase("System error"),
    phrase("The system is busy. Please try again later."),
    phrase("Something went wrong"),
    phrase("The page that should come next was not found."),
    phrase("This password is not right, or too old. Try again, or have another one sent"),
    phrase("The password could not be sent. Have another one sent"),
    phrase("No other password was sent: {}"),
    phrase("No other password was sent. Try again in a minute"),
    phrase("That did not work. Please try again"),
    // the wallet's page
    phrase("{} may charge this account without asking again"),
    phrase("There is no account with this login id"),
    phrase("This account cannot be used at the moment"),
    // short messages
    phrase("{} is your one-time password. It is good for {} minutes. Never tell it to anybody."),
    phrase("Your wallet account is linked to {}. You can end this in the wallet at any time."),
};

constexpr std::string_view kGap = "{}";

/// The values of the gaps when the text has the pattern's form.
bool fill(std::string_view pattern, std::string_view text, std::vector<std::string>& values) {
  for (std::size_t gap = pattern.find(kGap); gap != pattern.npos; gap = pattern.find(kGap)) {
    if (!text.starts_with(pattern.substr(0, gap))) return false;
    text.remove_prefix(gap);
    pattern.remove_prefix(gap + kGap.size());
    std::string_view const next = pattern.substr(0, pattern.find(kGap));
    std::size_t const end = next.empty() ? text.size() : text.find(next);
    if (end == text.npos) return false;
    values.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return text == pattern;
}

}  // namespace

std::string worldWords(std::string_view text) {
  if (language() == Language::english) return std::string(text);
  for (std::string_view const sentence : kSentences) {
    std::vector<std::string> values;
    if (!fill(sentence, text, values)) continue;
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (std::string const& value : values) store.push_back(value);
    return fmt::vformat(tr(sentence), store);
  }
  return std::string(text);
}

}  // namespace aplus::ui
