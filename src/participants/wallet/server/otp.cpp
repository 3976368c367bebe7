#include "participants/wallet/server/otp.h"

#include <array>

#include <fmt/format.h>

#include "crypto/constant_time.h"
#include "participants/messages.h"
#include "protocol/doc_pages.h"

namespace aplus::wallet::server {
namespace {

/// Sandbox choice: as long as the published samples.
constexpr int kVerifyRequestLength = 32;

/// The last password for a purpose that still counts, or null.
Otp* current(State& state, std::string_view purpose) {
  for (auto& [id, otp] : state.easyPay.passwords) {
    if (otp.purpose == purpose && !otp.ended) return &otp;
  }
  return nullptr;
}

bool isLocked(State const& state, CustomerId const& customer, SimTime now) {
  auto const tries = state.easyPay.userTries.find(customer);
  return tries != state.easyPay.userTries.end() && tries->second.lockedUntil > now;
}

void sms(Context& context, Otp const& otp, DocStep step) {
  std::string const text = fmt::format("{} is your one-time password. It is good for {} minutes. Never tell it to anybody.",
                                       otp.code, (otp.expiresAt - otp.sentAt) / kMinuteMs);
  show(context, Party::walletServer, std::string(kSendSms),
       {{"text", text}, {"otpCode", otp.code}, {"expiresAt", formatIso8601(otp.expiresAt, kChinaTime)}}, step);
}

OtpVerdict outOfTries(Otp* otp, Context& context, std::string_view whose) {
  if (otp != nullptr) otp->ended = true;
  context.note(fmt::format("It was the last try for {}.", whose), kSandboxChoice);
  return OtpVerdict::noTriesLeft;
}

/// Counts a failed try for the password, its purpose and the user.
OtpVerdict countWrong(State& state, CustomerId const& customer, std::string const& purpose, Otp* otp,
                      Context& context) {
  OtpRules const& rules = state.easyPay.otpRules;
  std::int64_t const ofOrder = ++state.easyPay.wrongTries[purpose];
  UserTries& user = state.easyPay.userTries[customer];
  std::int64_t const left = otp == nullptr ? rules.tries : rules.tries - ++otp->wrong;
  if (++user.wrong >= rules.triesPerUser) {
    user = {0, context.now() + rules.lockMs};
    return outOfTries(otp, context, "this user: no password is sent to them for a while");
  }
  if (ofOrder >= rules.triesPerOrder) return outOfTries(otp, context, "this order, over all its passwords");
  if (left <= 0) return outOfTries(otp, context, "this verifyRequestId");
  context.note(fmt::format("{} of {} tries are left for this verifyRequestId.", left, rules.tries), kSandboxChoice);
  return OtpVerdict::tryAgain;
}

}  // namespace

std::string_view name(SmsSending sending) {
  static constexpr std::array<std::string_view, 3> kNames{"works", "fails", "unknown"};
  return kNames[static_cast<std::size_t>(sending)];
}

OtpSent sendPassword(State& state, CustomerId const& customer, std::string const& purpose, DocStep smsStep,
                     Context& context) {
  OtpRules const& rules = state.easyPay.otpRules;
  if (isLocked(state, customer, context.now())) {
    context.note("Too many wrong passwords were typed for this user; none is sent for a while.", kSandboxChoice);
    return {OtpSent::Outcome::locked, ""};
  }
  Otp* const before = current(state, purpose);
  if (before != nullptr && context.now() < before->sentAt + rules.resendAfterMs) {
    context.note(fmt::format("The last password was sent less than {} s ago.", rules.resendAfterMs / kSecondMs),
                 kSandboxChoice);
    return {OtpSent::Outcome::tooSoon, ""};
  }
  if (rules.sending == SmsSending::fails) {
    context.note("The short message cannot be sent.");
    return {OtpSent::Outcome::failed, ""};
  }
  if (before != nullptr) {
    before->ended = true;
    context.note("The password before is worthless from now on.", kSandboxChoice);
  }
  Otp otp{customer, purpose, context.newDigits(int(rules.digits)), context.now(), context.now() + rules.lifetimeMs,
          0, "", false};
  std::string const id = context.newAlphanumeric(kVerifyRequestLength);
  context.note(fmt::format("A one-time password of {} digits, good for {} minutes and {} tries; verifyRequestId names it.",
                           rules.digits, rules.lifetimeMs / kMinuteMs, rules.tries),
               kSandboxChoice);
  bool const goesOut = rules.sending == SmsSending::works;
  if (goesOut) sms(context, otp, smsStep);
  else context.note("Whether the short message went out is unknown.");
  state.easyPay.passwords[id] = std::move(otp);
  return {goesOut ? OtpSent::Outcome::sent : OtpSent::Outcome::unknown, id};
}

OtpVerdict verifyPassword(State& state, CustomerId const& customer, std::string const& purpose,
                          protocol::OtpVerification const& typed, Context& context) {
  auto const found = state.easyPay.passwords.find(typed.verifyRequestId);
  bool const ofThis = found != state.easyPay.passwords.end() && found->second.purpose == purpose;
  Otp* const otp = ofThis ? &found->second : nullptr;
  if (isLocked(state, customer, context.now())) {
    return outOfTries(otp, context, "this user, who is locked because of wrong passwords");
  }
  if (otp == nullptr) {
    context.note(found == state.easyPay.passwords.end()
                     ? "This wallet never gave out the verifyRequestId."
                     : "The verifyRequestId belongs to another order; its password opens nothing here.",
                 kSandboxChoice);
    return countWrong(state, customer, purpose, nullptr, context);
  }
  if (otp->wrong >= state.easyPay.otpRules.tries) return outOfTries(otp, context, "this verifyRequestId");
  if (otp->ended) {
    context.note("The password was replaced by another one or used before.", kSandboxChoice);
    return OtpVerdict::tryAgain;
  }
  if (otp->expiresAt <= context.now()) {
    context.note("The password is too old; the user has another one sent.", kSandboxChoice);
    return OtpVerdict::tryAgain;
  }
  if (crypto::equalInConstantTime(otp->code, typed.otpCode)) {
    context.note("The one-time password is right. It was compared in constant time.", docs::kEasyPay);
    otp->ended = true;
    state.easyPay.userTries.erase(customer);
    return OtpVerdict::right;
  }
  if (otp->lastWrong == typed.otpCode) {
    context.note("The same wrong password again: the same answer, and no further try is lost.", kSandboxChoice);
    return OtpVerdict::tryAgain;
  }
  otp->lastWrong = typed.otpCode;
  context.note("The one-time password is wrong.", docs::kEasyPay);
  return countWrong(state, customer, purpose, otp, context);
}

void endPasswords(State& state, std::string_view purpose) {
  for (auto& [id, otp] : state.easyPay.passwords) {
    if (otp.purpose == purpose) otp.ended = true;
  }
}

void describePasswords(State const& state, StateWriter& out) {
  auto const time = [](SimTime at) { return formatIso8601(at, kChinaTime); };
  out.beginObject("passwords");
  for (auto const& [id, otp] : state.easyPay.passwords) {
    out.beginObject(id);
    out.text("for", otp.purpose);
    out.text("code", std::string(otp.code.size(), '*'));
    out.text("expiresAt", time(otp.expiresAt));
    out.number("wrongTries", otp.wrong);
    out.flag("good", !otp.ended);
    out.endObject();
  }
  out.endObject();
  out.beginObject("lockedUsers");
  for (auto const& [customer, tries] : state.easyPay.userTries) {
    out.beginObject(customer.value);
    out.number("wrongTries", tries.wrong);
    if (tries.lockedUntil.ms > 0) out.text("lockedUntil", time(tries.lockedUntil));
    out.endObject();
  }
  out.endObject();
}

}  // namespace aplus::wallet::server
