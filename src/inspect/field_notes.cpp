#include "inspect/field_notes.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "protocol/catalog.h"
#include "protocol/client_sdk/calls.h"
#include "protocol/client_sdk/merchant_presented_calls.h"
#include "protocol/doc_pages.h"
#include "protocol/reference.h"

namespace aplus::inspect {
namespace {

using codec::Field;
using codec::Fields;

/// A message of the client SDK and its table.
struct SdkMessage {
  std::string_view name;
  Phase phase;
  Fields fields;
  std::string_view docPage;
};

template <class Message>
Fields tableOf() {
  return fieldsOf(static_cast<Message const*>(nullptr));
}

std::vector<SdkMessage> const& sdkMessages() {
  using namespace protocol;
  static std::vector<SdkMessage> const all{
      {"init", Phase::call, tableOf<InitCall>(), docs::kSdkApi},
      {"getPaymentCode", Phase::call, tableOf<GetPaymentCodeCall>(), docs::kSdkApi},
      {"onPaymentCodeUpdated", Phase::callback, tableOf<PaymentCodeUpdated>(), docs::kSdkApi},
      {"getAuthCode", Phase::call, tableOf<GetAuthCodeCall>(), docs::kSdkApi},
      {"getAuthCode", Phase::callback, tableOf<AuthCodeGranted>(), docs::kSdkApi},
      {"createSession", Phase::call, tableOf<CreateSessionCall>(), ""},
      {"createSession", Phase::callback, tableOf<CreateSessionReply>(), ""},
      {"endLogin", Phase::call, tableOf<EndLoginCall>(), ""},
      {"requestPaymentCode", Phase::call, tableOf<RequestPaymentCodeCall>(), ""},
      {"requestPaymentCode", Phase::callback, tableOf<RequestPaymentCodeReply>(), ""},
      {"launch", Phase::call, tableOf<LaunchCall>(), docs::kMerchantPresentedSdk},
      {"decode", Phase::call, tableOf<DecodeCall>(), docs::kMerchantPresentedSdk},
      {"decode", Phase::callback, tableOf<DecodeResult>(), docs::kMerchantPresentedSdk},
      {"handleAction", Phase::call, tableOf<HandleActionCall>(), docs::kMerchantPresentedSdk},
      {"openPage", Phase::call, tableOf<OpenPageCall>(), ""},
      {"openPage", Phase::callback, tableOf<MerchantPage>(), ""},
      {"redirect", Phase::call, tableOf<RedirectCall>(), ""},
  };
  return all;
}

std::optional<protocol::Role> roleOf(Party party) {
  switch (party) {
    case Party::walletServer: return protocol::Role::wallet;
    case Party::alipayplus: return protocol::Role::alipayplus;
    case Party::acquirer: return protocol::Role::acquirer;
    default: return std::nullopt;
  }
}

Field const* findIn(Fields fields, std::string_view name) {
  auto const found = std::find_if(fields.begin(), fields.end(), [&](Field const& field) {
    return field.name == name || (!field.alias.empty() && field.alias == name);
  });
  return found == fields.end() ? nullptr : &*found;
}

/// `$.order.goods[0].price` through the tables: names lead deeper, indexes stay where they are.
Field const* follow(Fields fields, std::string_view path) {
  Field const* field = nullptr;
  if (path.empty() || path.front() != '$') return nullptr;
  path.remove_prefix(1);
  while (!path.empty()) {
    if (path.front() == '[') {
      path.remove_prefix(std::min(path.find(']') + 1, path.size()));
      continue;
    }
    path.remove_prefix(1);
    std::string_view const name = path.substr(0, path.find_first_of(".["));
    path.remove_prefix(name.size());
    if (field != nullptr) {
      // An amount has no table of its own: its two parts are explained by the amount.
      if (field->type == codec::Type::amount) return field;
      if (field->nested == nullptr) return nullptr;
      fields = field->nested();
    }
    field = findIn(fields, name);
    if (field == nullptr) return nullptr;
  }
  return field;
}

FieldNote noteOf(Field const& field, std::string_view source) {
  std::string type = protocol::typeText(field);
  type.erase(std::remove(type.begin(), type.end(), '`'), type.end());
  if (field.maxLength > 0) type += fmt::format(", at most {} characters", field.maxLength);
  return {std::string(field.name), std::move(type), protocol::presenceText(field), std::string(field.note),
          std::string(field.choice), std::string(source)};
}

struct HeaderRow {
  std::string_view name;
  std::string_view type;
  std::string_view meaning;
};

constexpr HeaderRow kHeaders[] = {
    {"Content-Type", "application/json; charset=UTF-8", "The media type of the body. Another one is refused with MEDIA_TYPE_NOT_ACCEPTABLE."},
    {"Client-Id", "String", "Names the wallet or acquirer whose line this is. It is the same in both directions, and part of what is signed."},
    {"Request-Time", "Datetime", "When the request was sent. It is signed exactly as it stands here."},
    {"Response-Time", "Datetime", "When the response was sent. It is signed exactly as it stands here."},
    {"Signature", "algorithm=RSA256,keyVersion=…,signature=…",
     "The signature over method, path, Client-Id, time and body: Base64, then URL-encoded. keyVersion names the signer's key."},
};

}  // namespace

std::optional<FieldNote> fieldNote(Envelope const& envelope, std::string_view path) {
  if (envelope.kind == Kind::http) {
    bool const response = envelope.phase == Phase::response;
    auto const caller = roleOf(response ? envelope.to : envelope.from);
    if (!caller) return std::nullopt;
    protocol::Api const* api = protocol::findApi(envelope.name, *caller);
    if (api == nullptr) return std::nullopt;
    Field const* field = follow(response ? api->response : api->request, path);
    if (field == nullptr) return std::nullopt;
    return noteOf(*field, api->docPage);
  }
  if (envelope.kind != Kind::sdk) return std::nullopt;
  for (SdkMessage const& message : sdkMessages()) {
    if (message.name != envelope.name || message.phase != envelope.phase) continue;
    if (Field const* field = follow(message.fields, path)) return noteOf(*field, message.docPage);
  }
  // Any callback may tell of a failure instead.
  if (envelope.phase != Phase::callback) return std::nullopt;
  Field const* field = follow(tableOf<protocol::SdkFailure>(), path);
  return field == nullptr ? std::nullopt : std::optional(noteOf(*field, docs::kSdkApi));
}

std::optional<FieldNote> headerNote(std::string_view name) {
  auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; };
  for (HeaderRow const& row : kHeaders) {
    bool const same = std::equal(row.name.begin(), row.name.end(), name.begin(), name.end(),
                                 [&](char a, char b) { return lower(a) == lower(b); });
    if (!same) continue;
    return FieldNote{std::string(row.name), std::string(row.type), "required", std::string(row.meaning), "",
                     std::string(docs::kSignature)};
  }
  return std::nullopt;
}

}  // namespace aplus::inspect
