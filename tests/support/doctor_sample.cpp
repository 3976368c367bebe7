#include "support/doctor_sample.h"

#include "crypto/base64.h"
#include "crypto/recovered_block.h"
#include "crypto/sha256.h"
#include "protocol/percent_encoding.h"
#include "scenario/sandbox_keys.h"
#include "support/files.h"

namespace aplus::test {
namespace {

using crypto::DigestAlgorithm;
using inspect::KeyRole;

crypto::PrivateKey vectorKey(std::string const& name) {
  return *crypto::PrivateKey::parse(readFile("tests/vectors/V04-sdk-oracle/keys/" + name + "_private_pkcs8.b64.txt"));
}

crypto::PrivateKey const& oldKey() {
  static auto const key = vectorKey("alipayplus_test");
  return key;
}
crypto::PrivateKey const& otherEnvironmentKey() {
  static auto const key = vectorKey("mpp_test");
  return key;
}
crypto::PrivateKey const& platformKey() { return scenario::sandboxKey(Party::alipayplus, Party::walletServer).signing.key; }
crypto::PrivateKey const& ownKey() { return scenario::sandboxKey(Party::walletServer, Party::alipayplus).signing.key; }
crypto::PrivateKey const& otherLineKey() { return scenario::sandboxKey(Party::alipayplus, Party::acquirer).signing.key; }
crypto::PrivateKey const& strangersKey() { return scenario::sandboxKey(Party::acquirer, Party::alipayplus).signing.key; }

std::string replaceAll(std::string text, std::string const& from, std::string const& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
  return text;
}

std::string raw(DigestAlgorithm algorithm, std::string_view content) { return crypto::digest(algorithm, content); }
std::string hex(std::string_view content) { return crypto::toHex(raw(DigestAlgorithm::sha256, content)); }

std::string typed(char type, char filler, std::string const& payload) {
  std::string block{'\0', type};
  block.append(256 - 3 - payload.size(), filler);
  return block + '\0' + payload;
}

/// EMSA-PSS-ENCODE: https://www.rfc-editor.org/rfc/rfc8017#section-9.1.1
std::string pssBlock(std::string_view content, std::size_t saltSize) {
  std::string const salt(saltSize, 's');
  std::string const hash = raw(DigestAlgorithm::sha256, std::string(8, '\0') + raw(DigestAlgorithm::sha256, content) + salt);
  std::string data(256 - 33 - saltSize - 1, '\0');
  data += '\x01' + salt;
  std::string mask;
  for (char i = 0; mask.size() < data.size(); ++i) mask += raw(DigestAlgorithm::sha256, hash + std::string{'\0', '\0', '\0', i});
  for (std::size_t i = 0; i < data.size(); ++i) data[i] = char(data[i] ^ mask[i]);
  data[0] = char(data[0] & 0x7f);
  return data + hash + '\xbc';
}

Spoil withBlock(std::function<std::string(std::string_view)> make) {
  return [make](Sample& sample) { sample.makeBlock = make; };
}
Spoil withDigest(DigestAlgorithm algorithm) {
  return withBlock([algorithm](std::string_view content) { return crypto::paddedBlock(algorithm, raw(algorithm, content), 256); });
}
Spoil withHeader(std::function<std::string(std::string)> encode) {
  return [encode](Sample& sample) { sample.encodeSignature = encode; };
}
Spoil withRewrite(std::function<std::string(std::string)> rewrite) {
  return [rewrite](Sample& sample) { sample.rewrite = rewrite; };
}
Spoil signedWith(crypto::PrivateKey const& (*key)()) {
  return [key](Sample& sample) { sample.key = key(); };
}
Spoil set(std::string Sample::*part, std::string value) {
  return [part, value](Sample& sample) { sample.*part = value; };
}
Spoil body(std::function<std::string(std::string)> change) {
  return [change](Sample& sample) { sample.body = change(sample.body); };
}
Spoil bodyFromTo(std::string const& from, std::string const& to) {
  return body([from, to](std::string text) { return replaceAll(std::move(text), from, to); });
}
/// The body is received changed and was signed as it is.
Spoil received(std::function<std::string(std::string)> change) {
  return [change](Sample& sample) { sample.input.body = change(sample.input.body); };
}

std::string value(std::string const& signature) { return protocol::percentEncode(crypto::encodeBase64(signature)); }
std::string field(std::string const& text) { return "algorithm=RSA256,keyVersion=1,signature=" + text; }

constexpr char kPretty[] = R"({
  "paymentRequestId": "20250115104210",
  "paymentAmount": {
    "value": "1500",
    "currency": "JPY"
  },
  "order": {
    "merchantName": "咖啡店",
    "site": "https://shop.example/a?b=1&c=2"
  },
  "flags": [
    "true",
    "7"
  ],
  "memo": null
})";

std::vector<Mistaken> makeSingles() {
  std::vector<Mistaken> all;
  auto const add = [&](std::string id, Spoil spoil, std::string more = "") {
    all.push_back({id, more.empty() ? id : id + ", " + more, std::move(spoil)});
  };
  // the first line
  add("method-case", set(&Sample::method, "post"));
  add("method-other", set(&Sample::method, "GET"));
  add("method-missing", [](Sample& s) { s.method.clear(); s.gap.clear(); });
  add("method-separator", set(&Sample::gap, "\n"));
  add("uri-other-api", set(&Sample::uri, "/wallet/v1/payments/inquiryPayment"));
  add("uri-prefix-missing", set(&Sample::uri, "/payments/pay"));
  add("uri-prefix-extra", set(&Sample::uri, "/gateway/wallet/v1/payments/pay"));
  add("uri-last-part", set(&Sample::uri, "pay"));
  add("uri-case", set(&Sample::uri, "/WALLET/V1/PAYMENTS/PAY"));
  add("uri-trailing-slash", set(&Sample::uri, "/wallet/v1/payments/pay/"));
  add("uri-trailing-slash-gone", [](Sample& s) { s.input.uri = s.uri + "/"; });
  add("uri-double-slash", set(&Sample::uri, "//wallet/v1/payments/pay"));
  add("uri-encoded", set(&Sample::uri, "%2Fwallet%2Fv1%2Fpayments%2Fpay"));
  add("uri-without-slash", set(&Sample::uri, "wallet/v1/payments/pay"));
  add("uri-missing", set(&Sample::uri, ""));
  add("uri-query", [](Sample& s) { s.input.uri += "?trace=1"; s.uri += "?trace=1"; });
  add("uri-scheme-host", set(&Sample::uri, "https://wallet.example/wallet/v1/payments/pay"));
  add("uri-scheme-host", set(&Sample::uri, "https://open-sea.alipayplus.com/wallet/v1/payments/pay"), "published host");
  add("uri-host", set(&Sample::uri, "wallet.example/wallet/v1/payments/pay"));
  add("uri-http-version", set(&Sample::uri, "/wallet/v1/payments/pay HTTP/1.1"));
  add("line-end-crlf", set(&Sample::lineEnd, "\r\n"));
  add("line-end-missing", set(&Sample::lineEnd, ""));
  add("line-end-literal", set(&Sample::lineEnd, "\\n"));
  add("line-end-double", set(&Sample::lineEnd, "\n\n"));
  add("line-end-other", set(&Sample::lineEnd, " "));
  // Client-Id and separators
  add("client-id-missing", set(&Sample::clientId, ""));
  add("client-id-other", set(&Sample::clientId, "SANDBOX_5Y2G8M3ACQUIRERJP1"));
  add("client-id-environment", set(&Sample::clientId, "5Y1F4K7WALLETKR01"));
  add("client-id-case", set(&Sample::clientId, "sandbox_5y1f4k7walletkr01"));
  add("client-id-blanks", set(&Sample::clientId, "SANDBOX_5Y1F4K7WALLETKR01\n"));
  add("client-id-named", set(&Sample::clientId, "Client-Id: SANDBOX_5Y1F4K7WALLETKR01"));
  add("client-time-swapped", [](Sample& s) { std::swap(s.clientId, s.time); });
  add("method-uri-swapped", [](Sample& s) { std::swap(s.method, s.uri); });
  add("dot-missing", set(&Sample::dot1, ""));
  add("dot-missing", set(&Sample::dot2, ""), "in front of the body");
  add("dot-other", [](Sample& s) { s.dot1 = s.dot2 = ","; });
  // the time
  add("time-other-header", [](Sample& s) { s.input.direction = protocol::Direction::response; s.time = s.input.requestTime; });
  add("time-other-message", set(&Sample::time, "2025-01-15T08:41:00.500+08:00"));
  add("time-missing", set(&Sample::time, ""));
  add("time-zone", set(&Sample::time, "2025-01-15T01:00:00.120Z"));
  add("time-zone", set(&Sample::time, "2025-01-15T10:00:00.120+09:00"), "to Tokyo");
  add("time-utc-letter", [](Sample& s) { s.input.time = "2025-01-15T01:00:00Z"; s.time = "2025-01-15T01:00:00+00:00"; });
  add("time-fraction", [](Sample& s) { s.time = replaceAll(s.time, ".120", ""); });
  add("time-fraction", set(&Sample::time, "2025-01-15T09:00:00.12+08:00"), "zeros dropped");
  add("time-offset-notation", set(&Sample::time, "2025-01-15T09:00:00.120+0800"));
  add("time-without-zone", set(&Sample::time, "2025-01-15T09:00:00.120"));
  add("time-blank-for-t", set(&Sample::time, "2025-01-15 09:00:00.120+08:00"));
  add("time-epoch-ms", set(&Sample::time, "1736902800120"));
  add("time-epoch-seconds", set(&Sample::time, "1736902800"));
  add("time-compact", set(&Sample::time, "20250115090000"));
  add("time-http-date", set(&Sample::time, "Wed, 15 Jan 2025 01:00:00 GMT"));
  add("time-encoded", set(&Sample::time, "2025-01-15T09%3A00%3A00.120%2B08%3A00"));
  add("time-blanks", set(&Sample::time, "\"2025-01-15T09:00:00.120+08:00\""));
  add("time-shifted-zone", set(&Sample::time, "2025-01-15T01:00:00.120+08:00"));
  add("time-taken-twice", set(&Sample::time, "2025-01-15T08:59:59.987+08:00"));
  // the body as JSON
  add("body-empties-dropped", bodyFromTo(",\"memo\":null", ""));
  add("body-field-added", bodyFromTo(",\"currency\":\"JPY\"", ""));
  add("body-scalars-unquoted", bodyFromTo("\"true\"", "true"));
  add("body-scalars-quoted", [](Sample& s) { s.input.body = replaceAll(s.input.body, "\"1500\"", "1500"); });
  add("body-numbers-as-floats", [](Sample& s) { s.input.body = replaceAll(s.input.body, "\"1500\"", "1500"); s.body = replaceAll(s.body, "\"1500\"", "1500.0"); });
  add("body-keys-sorted", set(&Sample::body, R"({"flags":["true","7"],"memo":null,"order":{"merchantName":"咖啡店","site":"https://shop.example/a?b=1&c=2"},"paymentAmount":{"currency":"JPY","value":"1500"},"paymentRequestId":"20250115104210"})"));
  add("body-minified", received([](std::string const&) { return kPretty; }));
  add("body-spaced", body([](std::string text) { return replaceAll(replaceAll(replaceAll(std::move(text), "\":", "\": "), ",\"", ", \""), "]\"", "] \""); }));
  add("body-pretty", set(&Sample::body, kPretty));
  add("body-slashes-escaped", bodyFromTo("/", "\\/"));
  add("body-slashes-plain", received([](std::string text) { return replaceAll(std::move(text), "/", "\\/"); }));
  add("body-unicode-escaped", bodyFromTo("咖啡店", "\\u5496\\u5561\\u5e97"));
  add("body-unicode-plain", received([](std::string text) { return replaceAll(std::move(text), "咖啡店", "\\u5496\\u5561\\u5e97"); }));
  add("body-html-escaped", bodyFromTo("&", "\\u0026"));
  add("body-python-text", [](Sample& s) { s.input.body = R"({"a":"b","c":true,"d":null})"; s.body = "{'a': 'b', 'c': True, 'd': None}"; });
  add("body-java-text", [](Sample& s) { s.input.body = R"({"a":"b","c":{"d":"e"}})"; s.body = "{a=b, c={d=e}}"; });
  // the body as bytes
  add("body-empty", set(&Sample::body, ""));
  add("body-other-message", set(&Sample::body, R"({"result":{"resultStatus":"S"}})"));
  add("body-letters", [](Sample& s) { s.input.body = R"({"A":"b"})"; s.body = R"({"a":"b"})"; });
  add("body-blanks-gone", [](Sample& s) { s.input.body = "{\"a\": \"b c\"}"; s.body = "{\"a\":\"bc\"}"; });
  add("body-line-ends", [](Sample& s) { s.input.body = kPretty; s.body = replaceAll(kPretty, "\n", "\r\n") ; s.body = replaceAll(s.body, "[\r\n    \"true\",\r\n    \"7\"\r\n  ]", "[\"true\"]"); s.input.body = replaceAll(s.input.body, "[\n    \"true\",\n    \"7\"\n  ]", "[\"true\"]"); });
  add("body-line-ends-gone", [](Sample& s) { s.input.body = "{\"a\":\n\"b\"\n ,\"c\":\"d\"}"; s.body = "{\"a\":\"b\" ,\"c\":\"d\"}"; });
  add("body-trimmed", received([](std::string text) { return text + "\n"; }));
  add("body-newline-added", body([](std::string text) { return text + "\n"; }));
  add("body-blank-around", body([](std::string text) { return text + " "; }));
  add("body-gbk", bodyFromTo("咖啡店", "\xbf\xa7\xb7\xc8\xb5\xea"));
  add("body-latin1", [](Sample& s) { s.input.body = replaceAll(s.input.body, "咖啡店", "Café"); s.body = replaceAll(s.body, "咖啡店", "Caf\xe9"); });
  add("body-utf16", [](Sample& s) { s.input.body = "{}"; s.body = std::string("{\0}\0", 4); });
  add("body-question-marks", bodyFromTo("咖啡店", "???"));
  add("body-utf8-twice", [](Sample& s) { s.input.body = "{\"a\":\"é\"}"; s.body = "{\"a\":\"Ã©\"}"; });
  add("body-bom-added", body([](std::string text) { return "\xef\xbb\xbf" + text; }));
  add("body-bom-gone", received([](std::string text) { return "\xef\xbb\xbf" + text; }));
  add("body-json-text", [](Sample& s) { s.input.body = "{\"a\":\"b\"}"; s.body = "\"{\\\"a\\\":\\\"b\\\"}\""; });
  add("body-encoded", body([](std::string const& text) { return protocol::percentEncode(text); }));
  add("body-base64", body([](std::string const& text) { return crypto::encodeBase64(text); }));
  add("body-digest", body([](std::string const& text) { return hex(text); }));
  add("body-cut", body([](std::string const& text) { return text.substr(0, 128); }));
  // the content as a whole
  add("digest-hashed-again", withRewrite([](std::string const& text) { return raw(DigestAlgorithm::sha256, text); }));
  add("hex-digest-signed", withRewrite([](std::string const& text) { return hex(text); }));
  add("hex-digest-signed", withRewrite([](std::string const& text) { return crypto::toHex(raw(DigestAlgorithm::md5, text)); }), "MD5");
  add("base64-digest-signed", withRewrite([](std::string const& text) { return crypto::encodeBase64(raw(DigestAlgorithm::sha256, text)); }));
  add("first-line-missing", withRewrite([](std::string const& text) { return text.substr(text.find('\n') + 1); }));
  add("body-only", withRewrite([](std::string const& text) { return text.substr(text.find('{')); }));
  add("first-line-only", withRewrite([](std::string const& text) { return text.substr(0, text.find('\n')); }));
  add("content-blank-around", withRewrite([](std::string const& text) { return " " + text; }));
  add("content-base64", withRewrite([](std::string const& text) { return crypto::encodeBase64(text); }));
  add("content-hex", withRewrite([](std::string const& text) { return crypto::toHex(text); }));
  add("content-encoded", withRewrite([](std::string const& text) { return protocol::percentEncode(text); }));
  add("content-letters", withRewrite([](std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return text;
  }));
  // the block
  add("digest-sha1", withDigest(DigestAlgorithm::sha1));
  add("digest-md5", withDigest(DigestAlgorithm::md5));
  add("digest-sha224", withDigest(DigestAlgorithm::sha224));
  add("digest-sha384", withDigest(DigestAlgorithm::sha384));
  add("digest-sha512", withDigest(DigestAlgorithm::sha512));
  add("block-pss", withBlock([](std::string_view content) { return pssBlock(content, 32); }));
  add("block-pss", withBlock([](std::string_view content) { return pssBlock(content, 222); }), "longest salt");
  add("block-encryption-padding", withBlock([](std::string_view content) { return typed('\x02', 'x', crypto::digestInfo(DigestAlgorithm::sha256, raw(DigestAlgorithm::sha256, content))); }));
  add("block-no-padding", withBlock([](std::string_view content) {
    std::string const info = crypto::digestInfo(DigestAlgorithm::sha256, raw(DigestAlgorithm::sha256, content));
    return std::string(256 - info.size(), '\0') + info;
  }));
  add("block-info-without-null", withBlock([](std::string_view content) {
    std::string info = crypto::digestInfo(DigestAlgorithm::sha256, raw(DigestAlgorithm::sha256, content));
    info.erase(15, 2);
    info[1] = char(info[1] - 2);
    info[3] = char(info[3] - 2);
    return typed('\x01', '\xff', info);
  }));
  add("block-bare-digest", withBlock([](std::string_view content) { return typed('\x01', '\xff', raw(DigestAlgorithm::sha256, content)); }));
  add("block-hex-digest", withBlock([](std::string_view content) { return typed('\x01', '\xff', hex(content)); }));
  add("block-base64-digest", withBlock([](std::string_view content) { return typed('\x01', '\xff', crypto::encodeBase64(raw(DigestAlgorithm::sha256, content))); }));
  add("block-content", [](Sample& s) {
    s.body = s.input.body = "{}";
    s.makeBlock = [](std::string_view content) { return typed('\x01', '\xff', std::string(content)); };
  });
  // the header
  add("signature-missing", withHeader([](std::string const&) { return std::string(); }));
  add("client-id-header-missing", [](Sample& s) { s.input.clientId.clear(); });
  add("time-header-missing", [](Sample& s) { s.input.time.clear(); });
  add("header-unreadable", withHeader([](std::string const&) { return std::string("hello, world"); }));
  add("header-name-in-value", withHeader([](std::string const& s) { return "Signature: " + field(value(s)); }));
  add("header-bare-signature", withHeader([](std::string const& s) { return value(s); }));
  add("header-algorithm", withHeader([](std::string const& s) { return "algorithm=SHA256withRSA,keyVersion=1,signature=" + value(s); }));
  add("header-algorithm-missing", withHeader([](std::string const& s) { return "keyVersion=1,signature=" + value(s); }));
  add("header-field-name", withHeader([](std::string const& s) { return "Algorithm=RSA256,keyVersion=1,signature=" + value(s); }));
  add("header-key-version", withHeader([](std::string const& s) { return "algorithm=RSA256,keyVersion=v1,signature=" + value(s); }));
  add("header-separator", withHeader([](std::string const& s) { return "algorithm=RSA256;keyVersion=1;signature=" + value(s); }));
  add("header-quoted", withHeader([](std::string const& s) { return "algorithm=RSA256,keyVersion=1,signature=\"" + value(s) + "\""; }));
  add("signature-encoded-twice", withHeader([](std::string const& s) { return field(protocol::percentEncode(value(s))); }));
  add("signature-plus-became-blank", withHeader([](std::string const& s) { return field(replaceAll(crypto::encodeBase64(s), "+", " ")); }));
  add("signature-blanks", withHeader([](std::string const& s) { return field(crypto::encodeBase64(s).insert(100, " ")); }));
  add("signature-line-breaks", withHeader([](std::string const& s) { return field(crypto::encodeBase64(s).insert(76, "\r\n")); }));
  add("signature-base64url", withHeader([](std::string const& s) {
    std::string const text = replaceAll(replaceAll(crypto::encodeBase64(s), "+", "-"), "/", "_");
    return field(text.substr(0, text.find('=')));
  }));
  add("signature-padding-missing", withHeader([](std::string const& s) { return field(replaceAll(value(s), "%3D", "")); }));
  add("signature-hex", withHeader([](std::string const& s) { return field(crypto::toHex(s)); }));
  add("signature-hex-in-base64", withHeader([](std::string const& s) { return field(value(crypto::toHex(s))); }));
  add("signature-base64-twice", withHeader([](std::string const& s) { return field(value(crypto::encodeBase64(s))); }));
  add("signature-reversed", withHeader([](std::string const& s) { return field(value(std::string(s.rbegin(), s.rend()))); }));
  add("signature-length", withHeader([](std::string const& s) { return field(value(s.substr(0, 250))); }));
  add("signature-altered", withHeader([](std::string const& s) {
    std::string text = crypto::encodeBase64(s);
    text[7] = text[7] == 'A' ? 'B' : 'A';
    return field(text);
  }));
  // the key
  add("no-known-key", [](Sample& s) { s.key = strangersKey(); s.input.lookForAlteredSignature = false; });
  add("key-version", signedWith(oldKey));
  add("signed-with-own-key", signedWith(ownKey));
  add("key-of-other-line", signedWith(otherLineKey));
  add("key-of-other-environment", signedWith(otherEnvironmentKey));
  add("own-key-pasted", [](Sample& s) { s.input.expected = {"the key field", KeyRole::signer, 1, "", ownKey().publicKey()}; });
  add("other-key-pasted", [](Sample& s) {
    s.input.expected = {"the key field", KeyRole::signer, 1, "", otherLineKey().publicKey()};
    for (inspect::KnownKey& known : s.input.knownKeys) known.role = KeyRole::other;
  });
  add("other-known-key", [](Sample& s) {
    s.key = otherLineKey();
    s.input.expected.key = strangersKey().publicKey();
    for (inspect::KnownKey& known : s.input.knownKeys) known.role = KeyRole::other;
  });
  return all;
}

}  // namespace

std::string base64Header(std::string const& signature) { return field(value(signature)); }

Sample::Sample()
    : uri("/wallet/v1/payments/pay"), clientId("SANDBOX_5Y1F4K7WALLETKR01"), time("2025-01-15T09:00:00.120+08:00"),
      body(R"({"paymentRequestId":"20250115104210","paymentAmount":{"value":"1500","currency":"JPY"},"order":{"merchantName":"咖啡店","site":"https://shop.example/a?b=1&c=2"},"flags":["true","7"],"memo":null})"),
      key(platformKey()),
      input{.uri = uri, .clientId = clientId, .time = time, .body = body,
            .expected = {"Alipay+ to wallet", KeyRole::signer, 2, clientId, platformKey().publicKey()}} {
  input.host = "wallet.example";
  input.requestTime = "2025-01-15T08:59:58.000+08:00";
  input.knownKeys = {{"Alipay+ to wallet", KeyRole::signer, 2, clientId, platformKey().publicKey()},
                     {"Alipay+ to wallet, version 1", KeyRole::signer, 1, clientId, oldKey().publicKey()},
                     {"wallet to Alipay+", KeyRole::verifier, 1, clientId, ownKey().publicKey()},
                     {"Alipay+ to acquirer", KeyRole::otherLine, 1, "SANDBOX_5Y2G8M3ACQUIRERJP1", otherLineKey().publicKey()},
                     {"production", KeyRole::otherEnvironment, 1, "", otherEnvironmentKey().publicKey()}};
  input.others = {{"inquiryPayment", "/wallet/v1/payments/inquiryPayment", "2025-01-15T08:41:00.500+08:00", R"({"paymentId":"1"})"},
                  {"the answer to it", "/wallet/v1/payments/inquiryPayment", "2025-01-15T08:41:00.900+08:00", R"({"result":{"resultStatus":"S"}})"}};
}

std::string Sample::content() const {
  std::string text = method + gap + uri + lineEnd + clientId + dot1 + time + dot2 + body;
  return rewrite ? rewrite(std::move(text)) : text;
}

inspect::DoctorInput Sample::signedInput() const {
  std::string const text = content();
  std::string const signature = makeBlock ? *key.signBlock(makeBlock(text)) : key.sign(text);
  inspect::DoctorInput complete = input;
  complete.signature = encodeSignature ? encodeSignature(signature) : base64Header(signature);
  return complete;
}

std::vector<Mistaken> const& singleMistakes() {
  static std::vector<Mistaken> const all = makeSingles();
  return all;
}

}  // namespace aplus::test
