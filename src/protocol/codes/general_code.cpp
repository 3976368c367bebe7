#include "protocol/codes/general_code.h"

#include <algorithm>

#include <fmt/format.h>

#include "crypto/base64.h"
#include "protocol/doc_pages.h"

namespace aplus::protocol {
namespace {

constexpr std::string_view kScheme = "https://";
constexpr std::string_view kForm = "/mpm/3/";
constexpr std::string_view kRoot = "GPLD";

auto no(std::string why) { return fail("INVALID_CODE", "", std::move(why)); }

/// How ids and lengths are written at one level.
struct Layout {
  std::size_t id, length;

  std::size_t longest() const { return length == 3 ? 999 : 99; }
};

constexpr Layout kOuter{4, 3};
constexpr Layout kInner{2, 2};

bool holdsEntries(std::string_view id) { return id == "CDSD" || id == "CIRD"; }

std::string_view meaning(std::string_view parent, std::string_view id) {
  struct Row {
    std::string_view parent, id, meaning;
  };
  static constexpr Row kRows[] = {
      {"", "GPLD", "The whole payload."},
      {"", "PLVS", "Version of the payload."},
      {"", "CDSD", "What describes the code."},
      {"", "CIRD", "What the issuer adds."},
      {"CDSD", "01", "The platform that the code belongs to."},
      {"CDSD", "02", "The merchant's id at that platform."},
      {"CIRD", "01", "Who issued the code."},
      {"CIRD", "02", "Two characters of the issuer; the sample page does not say what they mean."},
      {"CIRD", "03", "The issuer's mini program."},
  };
  for (Row const& row : kRows) {
    if (row.parent == parent && row.id == id) return row.meaning;
  }
  return "The sample page does not name it.";
}

/// Reads entries, and explains them on the way when somebody wants that.
class PayloadReader {
 public:
  explicit PayloadReader(ExplainedCode* explained) : explained_(explained) {}

  Result<std::vector<CodeEntry>> entries(std::string_view text, std::string_view parent,
                                         Layout layout, std::size_t offset) {
    std::vector<CodeEntry> result;
    while (!text.empty()) {
      std::size_t const head = layout.id + layout.length;
      std::string_view const digits =
          text.size() >= head ? text.substr(layout.id, layout.length) : std::string_view();
      if (!isDigits(digits)) {
        return no(fmt::format("At character {} there must be an id of {} characters and a length of {} digits",
                              offset + 1, layout.id, layout.length));
      }
      CodeEntry entry;
      entry.id = text.substr(0, layout.id);
      auto const length = std::size_t(std::stoul(std::string(digits)));
      if (text.size() - head < length) {
        return no(fmt::format("{} at character {} says that it has {} characters; only {} are left",
                              entry.id, offset + 1, length, text.size() - head));
      }
      std::string_view const value = text.substr(head, length);
      bool const nested = entry.id == kRoot || holdsEntries(entry.id);
      explain(parent, entry, layout, nested, length);
      if (nested) {
        auto inner = entries(value, entry.id == kRoot ? "" : entry.id,
                             entry.id == kRoot ? kOuter : kInner, offset + head);
        if (!inner) return inner;
        entry.entries = std::move(*inner);
      } else {
        entry.value = value;
      }
      result.push_back(std::move(entry));
      text.remove_prefix(head + length);
      offset += head + length;
    }
    return result;
  }

 private:
  void explain(std::string_view parent, CodeEntry const& entry, Layout layout, bool nested,
               std::size_t length) {
    if (explained_ == nullptr) return;
    explained_->add(layout.id, entry.id, std::string(meaning(parent, entry.id)));
    explained_->add(layout.length, "length", fmt::format("{} characters follow.", length));
    if (!nested && length > 0) explained_->add(length, "value", fmt::format("The value of {}.", entry.id));
  }

  ExplainedCode* explained_;
};

Result<std::vector<CodeEntry>> readPayload(std::string_view payload, ExplainedCode* explained) {
  auto all = PayloadReader(explained).entries(payload, "", kOuter, 0);
  if (!all) return all;
  if (all->size() != 1 || all->front().id != kRoot) return no("The payload must be one entry GPLD");
  return std::move(all->front().entries);
}

Result<std::string> write(std::vector<CodeEntry> const& entries, Layout layout) {
  std::string text;
  for (CodeEntry const& entry : entries) {
    std::string value = entry.value;
    if (holdsEntries(entry.id)) {
      auto inner = write(entry.entries, kInner);
      if (!inner) return inner;
      value = std::move(*inner);
    }
    if (entry.id.size() != layout.id || value.size() > layout.longest()) {
      return no(fmt::format("{} must be an id of {} characters with at most {} of value", entry.id,
                            layout.id, layout.longest()));
    }
    text += fmt::format("{}{:0{}}{}", entry.id, value.size(), layout.length, value);
  }
  return text;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  }
  return result;
}

struct Address {
  std::string_view domain, base64;
};

Result<Address> split(std::string_view url) {
  std::string const lower = lowered(url);
  auto const form = lower.find(kForm);
  if (lower.rfind(kScheme, 0) != 0 || form == lower.npos || form <= kScheme.size() ||
      lower.find('/', kScheme.size()) != form) {
    return no("A general code begins with HTTPS://, a domain and /MPM/3/");
  }
  return Address{url.substr(kScheme.size(), form - kScheme.size()), url.substr(form + kForm.size())};
}

}  // namespace

CodeEntry const* CodeEntry::find(std::string_view wanted) const {
  auto const found = std::find_if(entries.begin(), entries.end(),
                                  [&](CodeEntry const& entry) { return entry.id == wanted; });
  return found == entries.end() ? nullptr : &*found;
}

Result<std::vector<CodeEntry>> parseGeneralPayload(std::string_view payload) {
  return readPayload(payload, nullptr);
}

Result<GeneralCode> parseGeneralCode(std::string_view url) {
  auto const address = split(url);
  if (!address) return fail(address.error());
  auto const payload = crypto::decodeBase64(address->base64);
  if (!payload) return no("The payload is no Base64: " + payload.error().message);
  auto entries = parseGeneralPayload(*payload);
  if (!entries) return fail(entries.error());
  return GeneralCode{std::string(address->domain), std::move(*entries)};
}

Result<std::string> makeGeneralPayload(std::vector<CodeEntry> const& entries) {
  auto const inner = write(entries, kOuter);
  if (!inner) return inner;
  if (inner->size() > kOuter.longest()) return no("The payload has more than 999 characters");
  return fmt::format("{}{:03}{}", kRoot, inner->size(), *inner);
}

Result<std::string> makeGeneralCode(GeneralCode const& code) {
  auto const payload = makeGeneralPayload(code.entries);
  if (!payload) return payload;
  return fmt::format("HTTPS://{}/MPM/3/{}", code.domain, crypto::encodeBase64(*payload));
}

Result<ExplainedCode> explainGeneralCode(std::string_view url) {
  auto const address = split(url);
  if (!address) return fail(address.error());
  if (auto const code = parseGeneralCode(url); !code) return fail(code.error());
  ExplainedCode explained{"general code", docs::kGeneralCode, {}};
  explained.add(kScheme.size(), "scheme", "Always HTTPS.");
  explained.add(address->domain.size(), "domain", "The issuer's.");
  explained.add(kForm.size(), "form", "Merchant-presented, version 3 of the code standard.");
  explained.add(address->base64.size(), "payload", "Base64 of the entries.");
  return explained;
}

Result<ExplainedCode> explainGeneralPayload(std::string_view payload) {
  ExplainedCode explained{"general payload", docs::kGeneralCode, {}};
  if (auto const entries = readPayload(payload, &explained); !entries) return fail(entries.error());
  return explained;
}

}  // namespace aplus::protocol
