#include <algorithm>

#include <fmt/format.h>

#include "inspect/desk.h"

namespace aplus::inspect {
namespace {

tl::unexpected<Error> wrong(std::size_t line, std::string message) {
  return fail("INVALID_PASTE", fmt::format("line {}", line), std::move(message));
}

std::string_view trim(std::string_view text) {
  auto const begin = text.find_first_not_of(" \t");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// Takes a line off the front, without its LF or CR LF.
std::string_view takeLine(std::string_view& rest) {
  auto const end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

bool isToken(std::string_view text) {
  constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || kOthers.find(c) != kOthers.npos;
  });
}

/// `https://host/path` is taken apart; `/path` stays.
void setTarget(DeskMessage& desk, std::string_view target) {
  if (auto const scheme = target.find("://"); scheme != target.npos && scheme < target.find('/')) {
    std::string_view const rest = target.substr(scheme + 3);
    auto const path = std::min(rest.find_first_of("/?"), rest.size());
    desk.host = std::string(rest.substr(0, path));
    target = rest.substr(path);
  }
  desk.message.uri = target.empty() || target.front() == '?' ? "/" + std::string(target) : std::string(target);
}

}  // namespace

Result<DeskMessage> readRawHttp(std::string_view text) {
  while (!text.empty() && (text.front() == '\n' || text.front() == '\r')) text.remove_prefix(1);
  if (text.empty()) return wrong(1, "There is nothing here; paste a message that begins with a line such as POST /path HTTP/1.1, or a cURL command");
  DeskMessage desk;
  std::string_view const first = takeLine(text);
  if (first.rfind("HTTP/", 0) == 0) {
    desk.direction = protocol::Direction::response;
    desk.message.method = "POST";  // of the request that it answers; every API is called by it
  } else {
    auto const blank = first.find(' ');
    std::string_view target = blank == first.npos ? std::string_view() : trim(first.substr(blank + 1));
    if (auto const version = target.rfind(" HTTP/"); version != target.npos) target = trim(target.substr(0, version));
    if (!isToken(first.substr(0, blank)) || target.empty() || target.find(' ') != target.npos) {
      return wrong(1, fmt::format("'{}' is no first line of a message; it should look like POST /path HTTP/1.1 or HTTP/1.1 200 OK", first.substr(0, 60)));
    }
    desk.message.method = std::string(first.substr(0, blank));
    setTarget(desk, target);
  }
  for (std::size_t number = 2; !text.empty(); ++number) {
    std::string_view const line = takeLine(text);
    if (line.empty()) break;
    auto const colon = line.find(':');
    if (colon == line.npos || !isToken(line.substr(0, colon))) {
      return wrong(number, fmt::format("'{}' is no header; write Name: value, and an empty line in front of the body", line.substr(0, 60)));
    }
    desk.message.headers.push_back({std::string(line.substr(0, colon)), std::string(trim(line.substr(colon + 1)))});
  }
  desk.message.body = std::string(text);
  if (std::string const* host = desk.message.header("Host"); host != nullptr && desk.host.empty()) desk.host = *host;
  if (desk.direction == protocol::Direction::request && desk.message.header("Response-Time") != nullptr && desk.message.header("Request-Time") == nullptr) {
    desk.direction = protocol::Direction::response;  // a response whose request line was pasted with it
  }
  return desk;
}

}  // namespace aplus::inspect
