#include "inspect/wallet_duties.h"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "participants/context.h"
#include "participants/doc_flow.h"
#include "protocol/doc_pages.h"

namespace aplus::inspect {
namespace {

constexpr Party kUser = Party::user;
constexpr Party kApp = Party::walletApp;
constexpr Party kSdk = Party::clientSdk;
constexpr Party kServer = Party::walletServer;
constexpr Party kAlipayplus = Party::alipayplus;

constexpr auto kRequest = Phase::request;
constexpr auto kResponse = Phase::response;
constexpr auto kCall = Phase::call;
constexpr auto kCallback = Phase::callback;
constexpr auto kEvent = Phase::event;

/// A text of the body; empty when there is none, or the body cannot be read.
std::string textOf(Envelope const& envelope, char const* pointer) {
  auto const body = nlohmann::json::parse(envelope.message.body, nullptr, false);
  nlohmann::json::json_pointer const at(pointer);
  bool const there = !body.is_discarded() && body.contains(at) && body[at].is_string();
  return there ? body[at].get<std::string>() : std::string();
}

bool says(Envelope const& envelope, char const* pointer, std::string_view value) { return textOf(envelope, pointer) == value; }

// The kinds of pay, applyToken, prepare and authNotify that ask for something else of the wallet.
bool evaluates(Envelope const& pay) { return says(pay, "/paymentFactor/isPaymentEvaluation", "true"); }
bool verifies(Envelope const& pay) { return says(pay, "/paymentFactor/isVerificationAndPay", "true"); }
bool orders(Envelope const& pay) { return says(pay, "/paymentFactor/isEasyPayScenario", "true"); }
bool isByAgreement(Envelope const& pay) { return says(pay, "/paymentFactor/isAgreementPayment", "true"); }
bool isOfEvaluation(Envelope const& answer) { return answer.docStep == DocStep{kEasyPayFlow, "5"}; }
bool waitsForPassword(Envelope const& answer) { return says(answer, "/result/resultCode", "VERIFICATION_IN_PROCESS"); }
bool refreshes(Envelope const& applyToken) { return says(applyToken, "/grantType", "REFRESH_TOKEN"); }
bool bringsPassword(Envelope const& applyToken) { return says(applyToken, "/grantType", "VERIFICATION_CODE"); }
bool isOfWrongPassword(Envelope const& answer) { return says(answer, "/result/resultCode", "OTP_VERIFICATION_FAILED"); }
bool isBySms(Envelope const& prepare) { return says(prepare, "/authorizationAction", "SMS"); }
bool isOfBinding(Envelope const& answer) { return answer.docStep.section == kBindingFlow; }
bool tellsOfEnd(Envelope const& authNotify) { return says(authNotify, "/authorizationNotifyType", "TOKEN_CANCELED"); }

/// A refusal that speaks of the line and not of what was asked for.
bool turnsAway(Envelope const& answer) {
  static constexpr std::string_view kCodes[] = {"INVALID_SIGNATURE", "KEY_NOT_FOUND", "INVALID_CLIENT",
                                                "ACCESS_DENIED", "METHOD_NOT_SUPPORTED",
                                                "MEDIA_TYPE_NOT_ACCEPTABLE", "NO_INTERFACE_DEF"};
  return std::find(std::begin(kCodes), std::end(kCodes), textOf(answer, "/result/resultCode")) != std::end(kCodes);
}

bool isOverTraffic(Envelope const& answer) {
  return says(answer, "/result/resultCode", "REQUEST_TRAFFIC_EXCEED_LIMIT");
}

constexpr WalletDuty kDuties[] = {
    // Alipay+ asks the wallet's server.
    {kServer, kAlipayplus, "", kResponse, &turnsAway,
     "Refuse what you cannot trust before you look at its fields. Keep nothing of it, and sign the refusal with your own key.",
     kSandboxChoice},
    {kServer, kAlipayplus, "", kResponse, &isOverTraffic,
     "Answer U, never F: the caller may ask again. Do not take the money after all.", kSandboxChoice},
    {kAlipayplus, kServer, "pay", kRequest, &evaluates,
     "Evaluate and take nothing: find the account by paymentMethodId, else by userLoginId, and check all that a payment "
     "would be checked for.",
     docs::kEasyPay},
    {kAlipayplus, kServer, "pay", kRequest, &verifies,
     "Find the order of the second call by paymentRequestId and verify otpCode against verifyRequestId. Only then debit, "
     "once.",
     docs::kEasyPay},
    {kAlipayplus, kServer, "pay", kRequest, &orders,
     "Create the order and send its user a one-time password. Take nothing yet, so never answer S.", docs::kEasyPay},
    {kAlipayplus, kServer, "pay", kRequest, &isByAgreement,
     "Look up paymentRequestId first. Then check the access token in paymentMethodId (known, not expired, not cancelled, "
     "with the scope AGREEMENT_PAY), the account and the limits, and debit once.",
     docs::kMakePayment},
    {kAlipayplus, kServer, "pay", kRequest, nullptr,
     "Verify the signature over the exact bytes, then look up paymentRequestId: what has ended gets its answer of the "
     "first time. Check fields, amounts, paymentExpiryTime, account and limits, debit once, and write the result down "
     "before you answer.",
     docs::kAcceptPayment},
    {kServer, kAlipayplus, "pay", kResponse, &isOfEvaluation,
     "Answer S with customerId when the account supports the payment, F when it does not, U when you do not know. Nothing "
     "has been taken.",
     docs::kEasyPay},
    {kServer, kAlipayplus, "pay", kResponse, &waitsForPassword,
     "Answer U with VERIFICATION_IN_PROCESS while the order waits for the right password. Return verifyRequestId when you "
     "have sent one.",
     docs::kEasyPay},
    {kServer, kAlipayplus, "pay", kResponse, nullptr,
     "Return paymentId, paymentTime and customerId with S, and the code of the reason with F: both are final. After U you "
     "owe the final result. Sign the answer over its exact bytes.",
     docs::kAcceptPayment},
    {kAlipayplus, kServer, "inquiryPayment", kRequest, nullptr,
     "Verify the signature, look up paymentRequestId and answer from your books. An inquiry changes nothing.",
     docs::kInquiryPayment},
    {kServer, kAlipayplus, "inquiryPayment", kResponse, nullptr,
     "Say in result how the inquiry went and in paymentResult how the payment stands: S, F with its code, or U. Cancelled "
     "is ORDER_IS_CLOSED; a payment that is not in your books is ORDER_NOT_EXIST in result.",
     docs::kInquiryPayment},
    {kAlipayplus, kServer, "cancelPayment", kRequest, nullptr,
     "Undo the payment whatever its status: give back all that was taken, once, and take nothing later. You must be able "
     "to until 00:30 (UTC+8) of the next day.",
     docs::kCancelPayment},
    {kServer, kAlipayplus, "cancelPayment", kResponse, nullptr,
     "Answer S when nothing of the payment is left taken, and the same again when the request is repeated.",
     docs::kCancelPayment},
    {kAlipayplus, kServer, "refund", kRequest, nullptr,
     "Look up refundRequestId first. Then check that the payment was paid, that its refund window is open and that all "
     "its refunds stay within what was paid, and credit once, at the payment's own rate.",
     docs::kRefund},
    {kServer, kAlipayplus, "refund", kResponse, nullptr,
     "Return refundId and refundTime with S, and the same answer whenever this refundRequestId comes again.",
     docs::kRefund},
    {kAlipayplus, kServer, "applyToken", kRequest, &refreshes,
     "Look up the refresh token. The same one asked twice gets the same values; an unknown one is INVALID_REFRESH_TOKEN, "
     "an old one EXPIRED_REFRESH_TOKEN.",
     docs::kAcceptPayment},
    {kAlipayplus, kServer, "applyToken", kRequest, &bringsPassword,
     "Verify otpCode against verifyRequestId before you exchange authCode for tokens: neither opens anything without the "
     "other.",
     docs::kEasyPay},
    {kAlipayplus, kServer, "applyToken", kRequest, nullptr,
     "Check that you issued the auth code, that it was never used and is not too old. Mark it as used, and issue an access "
     "token for more than 10 minutes and a refresh token for more than 1.5 years.",
     docs::kAcceptPayment},
    {kServer, kAlipayplus, "applyToken", kResponse, &isOfWrongPassword,
     "Answer U with OTP_VERIFICATION_FAILED when the password is wrong, so that the user can try again.", docs::kEasyPay},
    {kServer, kAlipayplus, "applyToken", kResponse, nullptr,
     "Return accessToken, refreshToken, both expiry times and customerId with S; otherwise F with the code of the reason. "
     "Sign either.",
     docs::kAcceptPayment},
    {kAlipayplus, kServer, "prepare", kRequest, &isBySms,
     "Find the account by userLoginId, make an auth code and send the user a one-time password. The same authClientId and "
     "referenceAgreementId get the same answer, and no second password.",
     docs::kEasyPay},
    {kAlipayplus, kServer, "prepare", kRequest, nullptr,
     "Keep authClientId, scopes, authRedirectUrl and authState under referenceAgreementId: your user will agree to exactly "
     "these.",
     docs::kPrepare},
    {kServer, kAlipayplus, "prepare", kResponse, &isOfBinding,
     "Return authCode and verifyRequestId with S. Answer U when the password could not be sent, F when there is no auth "
     "code.",
     docs::kEasyPay},
    {kServer, kAlipayplus, "prepare", kResponse, nullptr,
     "Return authUrl, the address of your own page on which the user logs in and agrees.", docs::kPrepare},
    {kAlipayplus, kServer, "cancelToken", kRequest, nullptr,
     "End the access token and its refresh token at once.", docs::kCancelToken},
    {kServer, kAlipayplus, "cancelToken", kResponse, nullptr,
     "Answer S when neither token works any more, also when the request is repeated.", docs::kCancelToken},
    {kAlipayplus, kServer, "sendOTP", kRequest, nullptr,
     "Find by referenceRequestId what waits for a password, and send its user another one.", docs::kEasyPay},
    {kServer, kAlipayplus, "sendOTP", kResponse, nullptr,
     "Return the new verifyRequestId with S. A password that could not be sent is F here, and U in prepare.",
     docs::kEasyPay},

    // The wallet's server asks Alipay+.
    {kServer, kAlipayplus, "getPaymentCode", kRequest, nullptr,
     "Ask for codes of the customer who is logged in: with codeQuantity for several, to bridge a weak network.",
     docs::kGetPaymentCode},
    {kAlipayplus, kServer, "getPaymentCode", kResponse, nullptr,
     "Verify the signature, and hand each code to the app with its start and its end: it lives for one minute.",
     docs::kGetPaymentCode},
    {kServer, kAlipayplus, "inquiryCodeRules", kRequest, nullptr,
     "Fetch the code rules at least once a day, before anybody needs them.", docs::kInquiryCodeRules},
    {kAlipayplus, kServer, "inquiryCodeRules", kResponse, nullptr,
     "Verify the signature and keep the rules with their version. Without a good answer go on with those from before.",
     docs::kInquiryCodeRules},
    {kServer, kAlipayplus, "userInitiatedPay", kRequest, nullptr,
     "Hand in the code as it was scanned, with the customerId of the user who scanned it. Repeat it with both unchanged.",
     docs::kUserInitiatedPay},
    {kAlipayplus, kServer, "userInitiatedPay", kResponse, nullptr,
     "Look at actionForm before result, for S and F alike. HANDLE_BY_SDK goes to the app with its payload byte for byte; "
     "HANDLE_BY_PSP is yours to pay or to refuse.",
     docs::kRegulation},
    {kServer, kAlipayplus, "notifyPayment", kRequest, nullptr,
     "Notify the final result, S or F and never U, and repeat it with the same content until Alipay+ acknowledges it.",
     docs::kNotifyPayment},
    {kAlipayplus, kServer, "notifyPayment", kResponse, nullptr,
     "Stop at S. On U, without an answer or without a valid signature notify again; F stays F however often it is sent.",
     docs::kNotifyPayment},
    {kServer, kAlipayplus, "authNotify", kRequest, &tellsOfEnd,
     "Tell Alipay+ with TOKEN_CANCELED which access token your user has ended.", docs::kAuthNotify},
    {kServer, kAlipayplus, "authNotify", kRequest, nullptr,
     "Complete the authorization that the user signed with the payment, and send TOKEN_CREATED with referenceAgreementId "
     "and accessToken.",
     docs::kEasyPay},
    {kAlipayplus, kServer, "authNotify", kResponse, nullptr,
     "Stop at S. On U or without an answer send authNotify again; on F do what resultCode asks for.", docs::kEasyPay},
    {kServer, kAlipayplus, "consultUnbinding", kRequest, nullptr,
     "Ask before you end an authorization for your user: name authClientId, referenceMerchantId and accessToken.",
     docs::kConsultUnbinding},
    {kAlipayplus, kServer, "consultUnbinding", kResponse, nullptr,
     "End the tokens only when allowUnbinding is true.", docs::kConsultUnbinding},

    // The app and its own server: the wallet's own affair, but for what the documents want to come of it.
    {kApp, kServer, "createAuthCode", kRequest, nullptr,
     "Make the auth code for the customer who is logged in to the app, whatever else the request says.", kSandboxChoice},
    {kServer, kApp, "createAuthCode", kResponse, nullptr,
     "Make the auth code of at most 32 characters, beginning with 281, the three digits that Alipay+ assigned to you, and "
     "13. It is good for one use.",
     docs::kAcceptPayment},
    {kApp, kServer, "fetchPaymentCodes", kRequest, nullptr,
     "Take the customer from the app's login, and ask Alipay+ from your server: the app has no key for that line.",
     kSandboxChoice},
    {kServer, kApp, "fetchPaymentCodes", kResponse, nullptr,
     "Show the first code, and keep the others for when the network is gone. None is good after its end.",
     docs::kGetPaymentCode},
    {kApp, kServer, "identifyCode", kRequest, nullptr,
     "Fetch the code rules before you need them, and match the code against them at your server.", docs::kRegulation},
    {kServer, kApp, "identifyCode", kResponse, nullptr,
     "Call launch for OPEN_URL; wait for the order for DECODE. Tell the user when no rule knows the code, and do not bother "
     "Alipay+ with it.",
     docs::kRegulation},
    {kApp, kServer, "decodeOrder", kRequest, nullptr,
     "Pass the code value of decode to your server, and call userInitiatedPay from there.", docs::kRegulation},
    {kServer, kApp, "decodeOrder", kResponse, nullptr,
     "Execute decode's callback with sdkActionPayload for HANDLE_BY_SDK. For HANDLE_BY_PSP pay first: the callback tells "
     "how it ended.",
     docs::kRegulation},
    {kServer, kApp, "pushDecodedOrder", kEvent, nullptr,
     "Call handleAction with sdkActionPayload for HANDLE_BY_SDK. For HANDLE_BY_PSP show the user what is to be paid.",
     docs::kRegulation},
    {kApp, kServer, "confirmPayment", kRequest, nullptr,
     "Find the order by paymentRequestId, see that it is this customer's and not expired, and debit once, however often it "
     "is confirmed.",
     kSandboxChoice},
    {kServer, kApp, "confirmPayment", kResponse, nullptr,
     "Return the payment's result to the app, and notify Alipay+ of it.", docs::kRegulation},
    {kServer, kApp, "pushPaymentResult", kEvent, nullptr,
     "Tell the app how the payment ended: the request came to your server, and the phone knows nothing of it.",
     kSandboxChoice},

    // The app and the client SDK.
    {kApp, kSdk, "init", kCall, nullptr, "Call init before you use anything else of the client SDK.",
     docs::kAcceptPayment},
    {kApp, kSdk, "getPaymentCode", kCall, nullptr,
     "Call getPaymentCode of the client SDK with the region where the user is, not the one of the account.",
     docs::kAcceptPayment},
    {kSdk, kApp, "onPaymentCodeUpdated", kCallback, nullptr, "Show the new code at once, in place of the one before.",
     docs::kAcceptPayment},
    {kSdk, kApp, "onPaymentCodeUpdateFailed", kCallback, nullptr,
     "Try again by yourself, and let the user switch the region by hand.", docs::kAcceptPayment},
    {kSdk, kApp, "getAuthCode", kCall, nullptr,
     "Get an auth code for the logged-in user from your own server. Without a login call back with a failure.",
     docs::kAcceptPayment},
    {kApp, kSdk, "getAuthCode", kCallback, nullptr,
     "Call back with authCode and the scope that was granted, BASE_USER_INFO, or with a failure: once for each call.",
     docs::kSdkApi},
    {kApp, kSdk, "clear", kCall, nullptr, "Call clear whenever the user logs out: it ends the session.", docs::kSdkApi},
    {kApp, kSdk, "launch", kCall, nullptr,
     "Call launch with url, userAgent and acDecodeConfig as the identification gave them.", docs::kMerchantPresentedSdk},
    {kSdk, kApp, "launch", kCallback, nullptr,
     "Tell the user when the shop's page does not open. Nothing was paid.", kSandboxChoice},
    {kSdk, kApp, "decode", kCall, nullptr,
     "Send codeValue to your server. From now on you owe the callback, exactly once.", docs::kMerchantPresentedSdk},
    {kApp, kSdk, "decode", kCallback, nullptr,
     "Execute the callback at once with sdkActionPayload for HANDLE_BY_SDK, after the payment's result for HANDLE_BY_PSP, "
     "and with a failure when the user goes back.",
     docs::kRegulation},
    {kApp, kSdk, "handleAction", kCall, nullptr,
     "Hand sdkActionPayload on byte for byte; never build it anew.", docs::kRegulation},
    {kSdk, kApp, "pageClosed", kCall, nullptr, "Show your own screen again. That the page was closed says nothing of a payment.",
     kSandboxChoice},

    // What the user does.
    {kUser, kApp, "openPaymentPage", kEvent, nullptr,
     "Ask for a code as soon as the page opens, and show none from before.", kSandboxChoice},
    {kUser, kApp, "refreshPaymentCode", kEvent, nullptr, "Ask for another code at once; do not wait for the next attempt of your own.",
     kSandboxChoice},
    {kUser, kApp, "switchRegion", kEvent, nullptr,
     "Let the user switch the region by hand, take the code of the old region away and ask for one of the new.",
     docs::kAcceptPayment},
    {kUser, kApp, "closePaymentPage", kEvent, nullptr, "Forget the code and fetch no more of them.", kSandboxChoice},
    {kUser, kApp, "logIn", kEvent, nullptr,
     "Find out by your own means who it is. All auth codes and payment codes from now on are theirs.", kSandboxChoice},
    {kUser, kApp, "logOut", kEvent, nullptr, "Take the code off the screen, and call clear of the client SDK.",
     docs::kSdkApi},
    {kUser, kApp, "openScanner", kEvent, nullptr, "", ""},
    {kUser, kApp, "scanCode", kEvent, nullptr,
     "Decode the picture in the app and pass the text to your server as it is.", docs::kRegulation},
    {kUser, kApp, "confirmPayment", kEvent, nullptr,
     "Ask your server to pay, and wait for its answer: only that says whether it was paid.", kSandboxChoice},
    {kUser, kApp, "goBack", kEvent, nullptr,
     "Take nothing that was not confirmed, and execute a callback of decode that is still owed.",
     docs::kMerchantPresentedSdk},
    {kUser, kServer, "topUp", kEvent, nullptr,
     "Credit the account. A payment that was refused stays refused under its paymentRequestId.", docs::kIdempotency},
    {kServer, kServer, "setAccountStatus", kEvent, nullptr,
     "Look at the status at every payment: frozen is USER_STATUS_ABNORMAL, closed is USER_NOT_EXIST.",
     docs::kAcceptPayment},
    {kUser, kServer, "unbindMerchant", kEvent, nullptr,
     "Ask Alipay+ with consultUnbinding before you end the authorization.", docs::kConsultUnbinding},
    {kUser, kServer, "openWebPage", kEvent, nullptr,
     "Show only what you have prepared under this address.", kSandboxChoice},
    {kUser, kServer, "agreeToAuthorization", kEvent, nullptr,
     "Make an auth code that is good for one use, and send the browser to authRedirectUrl with it and with authState as it "
     "came.",
     docs::kPrepare},
    {kUser, kServer, "refuseAuthorization", kEvent, nullptr,
     "Make no auth code, and send the browser back with authState all the same.", kSandboxChoice},

    // What the user sees.
    {kApp, kUser, "showPaymentCode", kEvent, nullptr,
     "Show the code at once as a barcode and as a QR code, and never keep it longer than its minute.",
     docs::kAcceptPayment},
    {kApp, kUser, "showCodeError", kEvent, nullptr,
     "Say that there is no code, try again by yourself, and offer another attempt and another region.",
     docs::kAcceptPayment},
    {kApp, kUser, "showRegion", kEvent, nullptr, "", ""},
    {kApp, kUser, "showHome", kEvent, nullptr, "", ""},
    {kApp, kUser, "showLogin", kEvent, nullptr, "", ""},
    {kApp, kUser, "showCamera", kEvent, nullptr, "", ""},
    {kApp, kUser, "showConfirmPage", kEvent, nullptr,
     "Show who is paid and what the account will pay, and take nothing before the user confirms.", kSandboxChoice},
    {kApp, kUser, "showPaymentResult", kEvent, nullptr,
     "Show a final result only: what was paid to whom, or that it was not paid and why.", docs::kRegulation},
    {kApp, kUser, "showScanProblem", kEvent, nullptr,
     "Say whether anything was paid, and what the user can do now.", kSandboxChoice},
    {kServer, kUser, "sendSms", kEvent, nullptr,
     "Write to the account's own number, never to one that came with the request. A new password ends the one before.",
     kSandboxChoice},
    {kServer, kUser, "showWebPage", kEvent, nullptr,
     "Show who asks and for which scopes, and let the user log in and agree, or refuse.", docs::kPrepare},
    {kServer, kUser, "updateWebPage", kEvent, nullptr,
     "Say what is wrong with the account, and make no auth code.", kSandboxChoice},
    {kServer, kUser, "redirectBrowser", kEvent, nullptr,
     "Send the browser to authRedirectUrl, with authState as it came.", docs::kPrepare},

    // Time that is up.
    {kApp, kApp, "refreshPaymentCode", kEvent, nullptr,
     "Fetch the next code before the shown one ends; after a failure wait longer each time.", kSandboxChoice},
    {kApp, kApp, "paymentCodeEnds", kEvent, nullptr,
     "Take a code off the screen as soon as it has ended, also when there is no next one.", docs::kGetPaymentCode},
    {kApp, kApp, "ownServerTimeout", kEvent, nullptr,
     "Wait no longer for your server: try again by yourself, or call the client SDK back with a failure.", kSandboxChoice},
    {kApp, kApp, "scanTimeout", kEvent, nullptr,
     "Wait no longer for your server, and execute a callback of decode that is still owed. After a confirmation say that the result is not known yet.",
     kSandboxChoice},
    {kApp, kApp, "scannedOrderTimeout", kEvent, nullptr,
     "Wait no longer for the order, and let the user scan again: nothing is paid before they confirm.", kSandboxChoice},
    {kServer, kServer, "decidePayment", kEvent, nullptr,
     "Decide the payment now: after its expiry it is ORDER_IS_CLOSED. Write the result down and notify it.",
     docs::kAcceptPayment},
    {kServer, kServer, "repeatNotifyPayment", kEvent, nullptr,
     "Notify the same result again: nobody has acknowledged it.", docs::kNotifyPayment},
    {kServer, kServer, "notifyAuthorizationAgain", kEvent, nullptr,
     "Send the same authNotify again: it was answered with neither S nor F.", docs::kEasyPay},
    {kServer, kServer, "orderNotConfirmed", kEvent, nullptr,
     "Close the order at its expiry with ORDER_IS_CLOSED, take nothing, and notify it.", docs::kAcceptPayment},
    {kServer, kServer, "userInitiatedPayTimeout", kEvent, nullptr,
     "Hand in the same code and customerId once more. Then let the user scan again: nothing is paid before they confirm.",
     docs::kUserInitiatedPay},
    {kServer, kServer, "getPaymentCodeTimeout", kEvent, nullptr,
     "Tell the app that there is no code, so that it tries again.", kSandboxChoice},
    {kServer, kServer, "inquiryCodeRulesTimeout", kEvent, nullptr,
     "Go on with the rules from before; without any let the user scan again.", kSandboxChoice},
};

}  // namespace

bool WalletDuty::isOf(Envelope const& envelope) const {
  return envelope.kind != Kind::fault && envelope.from == from && envelope.to == to && envelope.phase == phase &&
         (name.empty() || envelope.name == name) && (when == nullptr || when(envelope));
}

std::span<WalletDuty const> walletDuties() { return kDuties; }

WalletDuty const* walletDuty(Envelope const& envelope) {
  auto const found = std::find_if(std::begin(kDuties), std::end(kDuties),
                                  [&](WalletDuty const& duty) { return duty.isOf(envelope); });
  return found == std::end(kDuties) || found->text.empty() ? nullptr : &*found;
}

}  // namespace aplus::inspect
