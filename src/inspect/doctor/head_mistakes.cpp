#include <algorithm>

#include "inspect/doctor/mistake.h"
#include "inspect/doctor/text_tools.h"
#include "protocol/catalog.h"
#include "protocol/percent_encoding.h"

namespace aplus::inspect {
namespace {

using enum FaqCheck;

/// Where Alipay+ is reached. Source:
/// https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview
constexpr std::string_view kHosts[] = {"open-sea.alipayplus.com", "open-sea-global.alipayplus.com",
                                       "open-na.alipayplus.com", "open-na-global.alipayplus.com"};

/// Adds a variant for each text that differs from what there is.
template <class Texts>
HeadVariants with(Head const& head, std::string Head::*member, Texts const& texts) {
  HeadVariants variants;
  for (auto const& text : texts) {
    if (head.*member == text) continue;
    HeadVariant variant{head, shown(text)};
    variant.head.*member = std::string(text);
    variants.push_back(std::move(variant));
  }
  return variants;
}

using Texts = std::vector<std::string>;

HeadVariants methodCase(Head const& head, DoctorInput const&) {
  return with(head, &Head::method, Texts{upper(head.method), lower(head.method), capitalised(head.method)});
}

HeadVariants methodOther(Head const& head, DoctorInput const&) {
  return with(head, &Head::method, Texts{"GET", "PUT", "POST", "get"});
}

HeadVariants methodMissing(Head const& head, DoctorInput const&) {
  Head bare = head;
  bare.method.clear();
  Head without = bare;
  without.gap.clear();
  return {{without, ""}, {bare, ""}};
}

HeadVariants methodGap(Head const& head, DoctorInput const&) {
  return with(head, &Head::gap, Texts{"", "\n", "  ", "\t", ",", ":", ".", "&", "_"});
}

HeadVariants uriWithQuery(Head const& head, DoctorInput const& input) {
  auto const query = input.uri.find('?');
  return query == std::string::npos ? HeadVariants{} : with(head, &Head::uri, Texts{head.uri + input.uri.substr(query)});
}

HeadVariants uriOfOtherApi(Head const& head, DoctorInput const& input) {
  Texts uris;
  for (OtherMessage const& other : input.others) uris.push_back(other.uri);
  for (protocol::Api const& api : protocol::catalog()) uris.emplace_back(api.path);
  std::sort(uris.begin(), uris.end());
  uris.erase(std::unique(uris.begin(), uris.end()), uris.end());
  return with(head, &Head::uri, uris);
}

HeadVariants uriPrefixMissing(Head const& head, DoctorInput const&) {
  Texts uris;
  for (auto slash = head.uri.find('/', 1); slash < head.uri.size(); slash = head.uri.find('/', slash + 1)) {
    uris.push_back(head.uri.substr(slash));
  }
  return with(head, &Head::uri, uris);
}

HeadVariants uriPrefixExtra(Head const& head, DoctorInput const&) {
  Texts uris;
  for (char const* prefix : {"/aps", "/ams", "/gateway", "/api", "/openapi", "/gateway/aps"}) {
    uris.push_back(prefix + head.uri);
  }
  if (head.uri.rfind("/aps/", 0) == 0) uris.push_back("/ams" + head.uri.substr(4));
  return with(head, &Head::uri, uris);
}

HeadVariants uriLastPart(Head const& head, DoctorInput const&) {
  return with(head, &Head::uri, Texts{head.uri.substr(head.uri.rfind('/') + 1)});
}

HeadVariants uriCase(Head const& head, DoctorInput const&) {
  return with(head, &Head::uri, Texts{lower(head.uri), upper(head.uri)});
}

HeadVariants uriTrailingSlash(Head const& head, DoctorInput const&) {
  return with(head, &Head::uri, Texts{head.uri + "/"});
}

HeadVariants uriTrailingSlashGone(Head const& head, DoctorInput const&) {
  if (head.uri.size() < 2 || head.uri.back() != '/') return {};
  return with(head, &Head::uri, Texts{head.uri.substr(0, head.uri.size() - 1)});
}

HeadVariants uriDoubleSlash(Head const& head, DoctorInput const&) { return with(head, &Head::uri, Texts{"/" + head.uri}); }

HeadVariants uriEncoded(Head const& head, DoctorInput const&) {
  Texts uris{protocol::percentEncode(head.uri)};
  if (auto const decoded = protocol::percentDecode(head.uri)) uris.push_back(*decoded);
  return with(head, &Head::uri, uris);
}

HeadVariants uriWithoutSlash(Head const& head, DoctorInput const&) {
  if (head.uri.empty() || head.uri.front() != '/') return with(head, &Head::uri, Texts{"/" + head.uri});
  return with(head, &Head::uri, Texts{head.uri.substr(1)});
}

HeadVariants uriMissing(Head const& head, DoctorInput const&) {
  HeadVariants variants = with(head, &Head::uri, Texts{"", "/", "null", "/undefined"});
  if (!variants.empty()) {
    Head bare = variants.front().head;
    bare.gap.clear();
    variants.push_back({bare, "nothing, and no blank"});
  }
  return variants;
}

HeadVariants withHosts(Head const& head, DoctorInput const& input, Texts const& schemes) {
  Texts hosts(std::begin(kHosts), std::end(kHosts));
  if (!input.host.empty()) hosts.insert(hosts.begin(), input.host);
  if (auto const colon = input.host.find(':'); colon != std::string::npos) hosts.push_back(input.host.substr(0, colon));
  Texts uris;
  for (std::string const& scheme : schemes) {
    for (std::string const& host : hosts) uris.push_back(scheme + host + head.uri);
  }
  return with(head, &Head::uri, uris);
}

HeadVariants uriWithScheme(Head const& head, DoctorInput const& input) {
  return withHosts(head, input, {"https://", "http://"});
}

HeadVariants uriWithHost(Head const& head, DoctorInput const& input) { return withHosts(head, input, {"", "//"}); }

HeadVariants uriWithVersion(Head const& head, DoctorInput const&) {
  return with(head, &Head::uri, Texts{head.uri + " HTTP/1.1", head.uri + " HTTP/1.0", head.uri + " HTTP/2"});
}

HeadVariants lineEndCrlf(Head const& head, DoctorInput const&) { return with(head, &Head::lineEnd, Texts{"\r\n"}); }
HeadVariants lineEndMissing(Head const& head, DoctorInput const&) { return with(head, &Head::lineEnd, Texts{""}); }
HeadVariants lineEndLiteral(Head const& head, DoctorInput const&) { return with(head, &Head::lineEnd, Texts{"\\n", "\\r\\n"}); }
HeadVariants lineEndDouble(Head const& head, DoctorInput const&) { return with(head, &Head::lineEnd, Texts{"\n\n", "\r\n\r\n"}); }
HeadVariants lineEndOther(Head const& head, DoctorInput const&) {
  return with(head, &Head::lineEnd, Texts{" ", ".", ",", "\r", "\t", "|", "&", " \n", "\n ", "%0A", "\n\r"});
}

HeadVariants clientMissing(Head const& head, DoctorInput const&) {
  HeadVariants variants = with(head, &Head::clientId, Texts{"", "null", "undefined", "None"});
  if (!head.clientId.empty()) {
    Head bare = head;
    bare.clientId.clear();
    bare.dot1.clear();
    variants.push_back({bare, "nothing, and no dot"});
  }
  return variants;
}

HeadVariants clientOther(Head const& head, DoctorInput const& input) {
  Texts ids;
  if (!input.expected.clientId.empty()) ids.push_back(input.expected.clientId);
  for (KnownKey const& key : input.knownKeys) {
    if (!key.clientId.empty()) ids.push_back(key.clientId);
  }
  return with(head, &Head::clientId, ids);
}

HeadVariants clientEnvironment(Head const& head, DoctorInput const&) {
  constexpr std::string_view kSandbox = "SANDBOX_";  // ids of the sandbox begin so
  if (head.clientId.rfind(kSandbox, 0) == 0) return with(head, &Head::clientId, Texts{head.clientId.substr(kSandbox.size())});
  return with(head, &Head::clientId, Texts{std::string(kSandbox) + head.clientId});
}

HeadVariants clientCase(Head const& head, DoctorInput const&) {
  return with(head, &Head::clientId, Texts{lower(head.clientId), upper(head.clientId)});
}

HeadVariants clientBlanks(Head const& head, DoctorInput const&) {
  std::string const& id = head.clientId;
  return with(head, &Head::clientId, Texts{trimmed(id), " " + id, id + " ", id + "\n", id + "\r\n", id + "\t", " " + id + " "});
}

HeadVariants clientWithName(Head const& head, DoctorInput const&) {
  std::string const& id = head.clientId;
  return with(head, &Head::clientId, Texts{"Client-Id: " + id, "Client-Id:" + id, "client-id: " + id, "client-id:" + id,
                                           "Client-Id=" + id, "client-id=" + id, "\"" + id + "\""});
}

HeadVariants clientTimeSwapped(Head const& head, DoctorInput const&) {
  HeadVariant variant{head, ""};
  std::swap(variant.head.clientId, variant.head.time);
  return {variant};
}

HeadVariants dotMissing(Head const& head, DoctorInput const&) {
  Head first = head, second = head, both = head;
  first.dot1.clear();
  second.dot2.clear();
  both.dot1.clear();
  both.dot2.clear();
  return {{first, "the one behind Client-Id"}, {second, "the one in front of the body"}, {both, "both"}};
}

HeadVariants dotOther(Head const& head, DoctorInput const&) {
  HeadVariants variants;
  for (char const* text : {"\n", "\r\n", ",", ":", " ", "|", "&", ";", "-", "_", "..", " . ", ". "}) {
    Head first = head, second = head, both = head;
    first.dot1 = second.dot2 = both.dot1 = both.dot2 = text;
    variants.push_back({both, shown(text) + " in both places"});
    variants.push_back({first, shown(text) + " behind Client-Id"});
    variants.push_back({second, shown(text) + " in front of the body"});
  }
  return variants;
}

HeadVariants partsReordered(Head const& head, DoctorInput const&) {
  HeadVariant uriFirst{head, "URI in front of the method"};
  std::swap(uriFirst.head.method, uriFirst.head.uri);
  return {uriFirst};
}

}  // namespace

std::string Head::join() const {
  std::string text;
  for (std::string const* part : {&method, &gap, &uri, &lineEnd, &clientId, &dot1, &time, &dot2}) text += *part;
  return text;
}

std::vector<Mistake> const& headMistakes() {
  static std::vector<Mistake> const rows{
      {"method-case", content, piece::method, "The method was signed as {}, in other letters than it stands in the request.",
       "Sign the method in capitals: POST.", methodCase},
      {"method-other", content, piece::method, "The method was signed as {}, not as the one that was called.",
       "Sign the method with which the message is sent; every API is called by POST.", methodOther},
      {"method-missing", content, piece::method | piece::gap, "The method is missing from what was signed.",
       "Begin with the method and one blank: POST /path.", methodMissing},
      {"method-separator", content, piece::gap, "Between method and URI {} was signed instead of one blank.",
       "Put exactly one blank between method and URI.", methodGap},
      {"uri-other-api", content, piece::uriPath, "The URI of another API was signed: {}.",
       "Sign the path of the API that is called; for a response, that of the request it answers.", uriOfOtherApi},
      {"uri-prefix-missing", content, piece::uriPath, "Only the end of the path was signed: {}.",
       "Sign the whole path from the first slash, also where a gateway strips a part of it.", uriPrefixMissing},
      {"uri-prefix-extra", content, piece::uriPath, "The path was signed with a beginning that was not called: {}.",
       "Sign the path as the receiver sees it, without the prefix of a gateway or of another product.", uriPrefixExtra},
      {"uri-last-part", content, piece::uriPath, "Only the name of the API was signed as URI: {}.",
       "Sign the whole path, such as /aps/api/v1/payments/pay.", uriLastPart},
      {"uri-case", content, piece::uriPath, "The URI was signed in other letters: {}.",
       "Keep the letters of the path as they are called.", uriCase},
      {"uri-trailing-slash", content, piece::uriPath, "The URI was signed with a slash at its end: {}.",
       "Sign the path exactly as it is called, without a slash behind it.", uriTrailingSlash},
      {"uri-trailing-slash-gone", content, piece::uriPath, "The URI was signed without the slash at its end: {}.",
       "Sign the path exactly as it is called, with the slash behind it, or call it without.", uriTrailingSlashGone},
      {"uri-double-slash", content, piece::uriPath, "The URI was signed with two slashes in front: {}.",
       "Join host and path with one slash only.", uriDoubleSlash},
      {"uri-encoded", content, piece::uriPath, "The URI was signed in another percent-encoding: {}.",
       "Sign the path as it stands in the request line.", uriEncoded},
      {"uri-without-slash", content, piece::uriPath | piece::uriHost, "The URI was signed with another beginning, as {}.",
       "Begin the path with exactly one slash.", uriWithoutSlash},
      {"uri-missing", content, piece::uriPath | piece::uriHost, "Instead of the URI this was signed: {}.",
       "Sign the path of the API behind the method.", uriMissing},
      {"uri-query", content, piece::uriHost, "The URI was signed with its query: {}.",
       "Sign the path only and leave the question mark and what follows out.", uriWithQuery},
      {"uri-scheme-host", content, piece::uriHost, "The whole address was signed instead of the path: {}.",
       "Leave scheme and host out; the URI begins with a slash.", uriWithScheme},
      {"uri-host", content, piece::uriHost, "The host was signed together with the path: {}.",
       "Leave the host out; the URI begins with a slash.", uriWithHost},
      {"uri-http-version", content, piece::uriHost, "The whole request line was signed: {}.",
       "End the first line behind the path; HTTP/1.1 is no part of it.", uriWithVersion},
      {"line-end-crlf", content, piece::lineEnd, "The first line was ended with CR LF instead of LF.",
       "End the first line with a single line feed (0x0A), whatever the platform does.", lineEndCrlf},
      {"line-end-missing", content, piece::lineEnd, "The line feed behind the URI is missing from what was signed.",
       "End the first line with one line feed (0x0A).", lineEndMissing},
      {"line-end-literal", content, piece::lineEnd, "The line feed was signed as the characters {} instead of one byte 0x0A.",
       "Write the escape where the language turns it into a line feed, such as in double quotes.", lineEndLiteral},
      {"line-end-double", content, piece::lineEnd, "Two line ends were signed behind the URI: {}.",
       "End the first line with a single line feed.", lineEndDouble},
      {"line-end-other", content, piece::lineEnd, "Behind the URI {} was signed instead of a line feed.",
       "End the first line with a single line feed (0x0A).", lineEndOther},
      {"client-id-missing", content, piece::client, "The Client-Id is missing from what was signed; in its place stands {}.",
       "Sign the value of the header Client-Id behind the first line.", clientMissing},
      {"client-id-other", content, piece::client, "Another Client-Id was signed than the header carries: {}.",
       "Use one Client-Id for the header and for what is signed.", clientOther},
      {"client-id-environment", content, piece::client, "The Client-Id of the other environment was signed: {}.",
       "Sandbox and production have a Client-Id each; use the same in the header and in what is signed.", clientEnvironment},
      {"client-id-case", content, piece::client, "The Client-Id was signed in other letters: {}.",
       "Sign the Client-Id exactly as the header carries it.", clientCase},
      {"client-id-blanks", content, piece::client, "The Client-Id was signed with other blanks around it: {}.",
       "Trim the configured value, and sign it as the header carries it.", clientBlanks},
      {"client-id-named", content, piece::client, "The Client-Id was signed with a name or quotes: {}.",
       "Sign the bare value of the header.", clientWithName},
      {"client-time-swapped", content, piece::client | piece::time, "Client-Id and time were signed in the wrong order.",
       "The order is Client-Id, dot, time, dot, body.", clientTimeSwapped},
      {"method-uri-swapped", content, piece::method | piece::uriPath | piece::uriHost, "The {} was signed.",
       "The order is method, blank, URI.", partsReordered},
      {"dot-missing", content, piece::dots, "A dot between the parts is missing from what was signed: {}.",
       "Join Client-Id, time and body with one dot each.", dotMissing},
      {"dot-other", content, piece::dots, "The parts were joined by {} instead of a dot.",
       "Join Client-Id, time and body with one dot each, without blanks.", dotOther},
  };
  return rows;
}

}  // namespace aplus::inspect
