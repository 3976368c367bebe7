#include "ui/world_words.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/args.h>

#include "ui/language.h"
#include "ui/sentences.h"

namespace aplus::ui {
namespace {

/// What is said on screens and is no whole sentence; `{}` stands for any text. Whole sentences are in the catalogue.
constexpr char const* kPhrases[] = {
    // the merchant's pages
    phrase("Paid"),
    phrase("Not paid"),
    phrase("Cancelled"),
    phrase("Cancelling"),
    phrase("Waiting for the payment's result"),
    phrase("Waiting for the result"),
    phrase("Account linked"),
    phrase("Account not linked"),
    phrase("Next time without a password: {}"),
    phrase("Linking is not possible: {}"),
    phrase("Linking does not work at the moment"),
    phrase("Please choose one of the payment methods"),
    // Alipay+'s pages
    phrase("We have sent a one-time password to your phone"),
    phrase("Let {} charge this account later without a password"),
    phrase("{} may charge this account without a password"),
    phrase("Scan to pay"),
    phrase("Go on in your wallet"),
    phrase("System error"),
    phrase("Something went wrong"),
    phrase("This password is not right, or too old. Try again, or have another one sent"),
    phrase("The password could not be sent. Have another one sent"),
    phrase("No other password was sent: {}"),
    phrase("No other password was sent. Try again in a minute"),
    phrase("That did not work. Please try again"),
    // the wallet's page
    phrase("{} may charge this account without asking again"),
    phrase("There is no account with this login id"),
    phrase("This account cannot be used at the moment"),
    // the pages of the client SDK and the wallet app
    phrase("This amount is too high"),
    phrase("Your limit for this year is reached"),
    phrase("Please type an amount"),
    phrase("This is no amount"),
    phrase("The shop cannot take this payment: {}"),
    phrase("This code cannot be paid here"),
    phrase("The shop's page does not open"),
    phrase("Look at your payments"),
    // notes that end with a sentence
    phrase("{} is a magic value: {}"),
    // where something is wrong
    phrase("Line {}"),
    phrase("The link's {}"),
    // what the parser says of a text that is no JSON
    phrase("syntax error while parsing {} - unexpected {}; expected {}."),
    phrase("syntax error while parsing {} - {}."),
    // the type of a field
    phrase("{}, at most {} characters"),
    phrase("Integer, at least {}"),
    phrase("Integer, {} to {}"),
    // what the doctor looked for
    phrase("{} ({} kinds)"),
};

/// What stands within such a text, where it is no name, amount or code. Without values and in several words it needs no
/// entry here.
constexpr char const* kParts[] = {
    // what the network did to what; the first that fits is taken
    phrase("leaves '{}' out of the {}"),
    phrase("replaces '{}' by '{}' in the {}"),
    phrase("header {} of the {}"),
    phrase("method of the {}"),
    phrase("uri of the {}"),
    phrase("{} request from {} to {}"),
    phrase("{} response from {} to {}"),
    phrase("{} call from {} to {}"),
    phrase("{} callback from {} to {}"),
    phrase("{} event from {} to {}"),
    phrase("The address must begin with https://"),
    phrase("payments in shops"),
    phrase("payments by a code like this one"),
    phrase("behind"),  // the receiver's clock
    // where a text is no JSON
    phrase("end of input"),
    phrase("object key"),
    phrase("object separator"),
    phrase("string literal"),
    phrase("value"),
    phrase("invalid literal; last read: {}"),
    phrase("at most {}"),
    phrase("{} minutes"),
    phrase("1 hour"),
    phrase("{} hours"),
    phrase("in this day, which ends at {}"),
    phrase("in this month, which ends at {}"),
    phrase("in this year, which ends at {}"),
    phrase("this verifyRequestId"),
    phrase("this order, over all its passwords"),
    phrase("this user: no password is sent to them for a while"),
};

constexpr std::string_view kGap = "{}";

/// The values of the gaps when the text has the pattern's form.
bool fill(std::string_view pattern, std::string_view text, std::vector<std::string>& values) {
  for (std::size_t gap = pattern.find(kGap); gap != pattern.npos; gap = pattern.find(kGap)) {
    if (!text.starts_with(pattern.substr(0, gap))) return false;
    text.remove_prefix(gap);
    pattern.remove_prefix(gap + kGap.size());
    std::size_t const following = pattern.find(kGap);
    std::string_view const next = pattern.substr(0, following);
    bool const last = following == pattern.npos;
    std::size_t const end = last || next.empty() ? text.size() - std::min(text.size(), next.size()) : text.find(next);
    if (end == text.npos) return false;
    values.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return text == pattern;
}

std::string withParts(std::string_view value);

/// The text in the language of the page when it has the pattern's form, otherwise nothing.
std::optional<std::string> asPattern(std::string_view pattern, std::string_view text) {
  std::vector<std::string> values;
  if (!fill(pattern, text, values)) return std::nullopt;
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (std::string const& value : values) store.push_back(withParts(value));
  return fmt::vformat(tr(pattern), store);
}

template <class Patterns>
std::optional<std::string> asOneOf(Patterns const& patterns, std::string_view text) {
  for (std::string_view const pattern : patterns) {
    if (auto words = asPattern(pattern, text)) return words;
  }
  return std::nullopt;
}

/// The text in the language of the page when the catalogue knows it as it stands or by its form.
std::optional<std::string> knownWords(std::string_view text) {
  std::string_view const known = tr(text);
  if (known.data() != text.data()) return std::string(known);
  if (auto words = asOneOf(kPhrases, text)) return words;
  return asOneOf(sentencesWithValues(), text);
}

bool isSentence(std::string_view text) { return text.ends_with('.') || text.ends_with('?'); }

constexpr std::string_view kFullStop = "\xE3\x80\x82";

/// A value is what it is, unless it was made of words: of a part, a sentence, or what another refusal said.
std::string withParts(std::string_view value) {
  if (isSentence(value)) return worldWords(value);
  if (auto words = asOneOf(kParts, value)) return *words;
  auto const blanks = std::count(value.begin(), value.end(), ' ');
  if (blanks == 0) return std::string(value);
  if (std::string_view const known = tr(value); known.data() != value.data()) return std::string(known);
  if (blanks == 1) return std::string(value);  // an amount, a name
  std::string reason = reasonWords(value);
  if (reason.ends_with(kFullStop)) reason.resize(reason.size() - kFullStop.size());
  return reason;
}

}  // namespace

std::string worldWords(std::string_view text) {
  if (language() == Language::english) return std::string(text);
  // Frames and searches ask for the same texts again and again.
  constexpr std::size_t kMost = 4096;
  auto& known = knownAgain();
  if (auto const before = known.find(text); before != known.end()) return before->second;
  std::string words = knownWords(text).value_or(std::string(text));
  if (known.size() >= kMost) known.clear();
  return known.emplace(text, std::move(words)).first->second;
}

std::string reasonWords(std::string_view reason) {
  if (language() == Language::english) return std::string(reason);
  std::string const sentence = isSentence(reason) ? std::string(reason) : std::string(reason) + ".";
  std::string words = worldWords(sentence);
  if (words != sentence) return words;
  // `$.world.clock must be …`, `Request-Time: … lies …`: the place stays as it is.
  std::size_t const place = std::min(sentence.find(' '), sentence.size() - 1);
  bool const placed = sentence.starts_with('$') || std::string_view(sentence).substr(0, place).ends_with(':');
  std::string const rest = sentence.substr(place + 1);
  words = placed ? worldWords(rest) : rest;
  return words == rest ? std::string(reason) : sentence.substr(0, place + 1) + words;
}

}  // namespace aplus::ui
