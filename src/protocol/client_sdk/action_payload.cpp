#include "protocol/client_sdk/action_payload.h"

#include <algorithm>

#include "crypto/base64.h"
#include "crypto/sha256.h"
#include "protocol/codec/codec.h"

namespace aplus::protocol {
namespace {

using codec::field;
using enum codec::Presence;

constexpr std::size_t kCheckDigits = 16;

std::string toAddressAlphabet(std::string text) {
  std::replace(text.begin(), text.end(), '+', '-');
  std::replace(text.begin(), text.end(), '/', '_');
  text.erase(std::find(text.begin(), text.end(), '='), text.end());
  return text;
}

std::string fromAddressAlphabet(std::string text) {
  std::replace(text.begin(), text.end(), '-', '+');
  std::replace(text.begin(), text.end(), '_', '/');
  while (text.size() % 4 != 0) text += '=';
  return text;
}

}  // namespace

codec::Fields fieldsOf(ActionPayload const*) {
  static constexpr codec::Field kFields[] = {
      field<&ActionPayload::v>("v", required, 8, "The version of this form."),
      field<&ActionPayload::type>("type", required, 32, "What the SDK has to do."),
      field<&ActionPayload::reason>("reason", required, 0, "Which limit it was.").oneOf(kLimitReasons),
      field<&ActionPayload::limit>("limit", required, 0, "The limit."),
      field<&ActionPayload::amount>("amount", required, 0, "What the user wanted to pay."),
      field<&ActionPayload::used>("used", optional, 0, "What counted to the limit before."),
      field<&ActionPayload::check>("check", optional, 16, "A digest of all the rest."),
  };
  return kFields;
}

std::string encodeActionPayload(ActionPayload payload) {
  payload.check.clear();
  payload.check = crypto::toHex(crypto::sha256(codec::encode(payload))).substr(0, kCheckDigits);
  return toAddressAlphabet(crypto::encodeBase64(codec::encode(payload)));
}

Result<ActionPayload> decodeActionPayload(std::string_view text) {
  auto const json = crypto::decodeBase64(fromAddressAlphabet(std::string(text)));
  if (!json) return fail("PARAM_ILLEGAL", "", "sdkActionPayload is no Base64: " + json.error().message);
  auto const payload = codec::decode<ActionPayload>(*json);
  if (!payload) return fail("PARAM_ILLEGAL", payload.error().path, payload.error().message);
  // Making it anew gives the same bytes, or somebody has changed some.
  if (encodeActionPayload(payload->value) != text) {
    return fail("PARAM_ILLEGAL", "", "sdkActionPayload is not as Alipay+ made it");
  }
  return payload->value;
}

}  // namespace aplus::protocol
