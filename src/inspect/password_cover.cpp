#include "inspect/password_cover.h"

#include <algorithm>

namespace aplus::inspect {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Where the password begins; `npos` when it does not stand there, or only within a longer number.
std::size_t placeOf(std::string_view text, std::string_view password, std::size_t from) {
  for (std::size_t at = text.find(password, from); at != text.npos; at = text.find(password, at + 1)) {
    std::size_t const end = at + password.size();
    bool const afterEscape = at >= 3 && text[at - 3] == '%';  // `%22`
    bool const begins = at == 0 || !isDigit(text[at - 1]) || afterEscape;
    bool const ends = end == text.size() || !isDigit(text[end]);
    if (begins && ends) return at;
  }
  return text.npos;
}

}  // namespace

PasswordCover::PasswordCover(timeline::Timeline const& run) {
  for (auto const& [id, otp] : run.world().walletServer.easyPay.passwords) passwords_.push_back(otp.code);
}

std::string PasswordCover::cover(timeline::StepRecord const& step, std::string text) const {
  for (std::string const& password : passwords_) {
    if (password == step.shownPassword) continue;
    for (std::size_t at = placeOf(text, password, 0); at != text.npos; at = placeOf(text, password, at)) {
      text.replace(at, password.size(), password.size(), '*');
    }
  }
  return text;
}

bool PasswordCover::covers(timeline::StepRecord const& step) const {
  return cover(step, step.envelope.message.body) != step.envelope.message.body;
}

bool PasswordCover::finds(std::string_view text) const {
  return std::any_of(passwords_.begin(), passwords_.end(),
                     [&](std::string const& password) { return placeOf(text, password, 0) != text.npos; });
}

}  // namespace aplus::inspect
