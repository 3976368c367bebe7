#include "protocol/reference.h"

#include <fmt/format.h>

namespace aplus::protocol {
namespace {

using codec::Field;
using codec::Presence;
using codec::Type;

constexpr std::string_view kGenerated =
    "<!-- Made from the tables in src/protocol by tests/protocol/reference_test.cpp; do not edit. -->\n\n";

std::string_view shortName(Role role) {
  switch (role) {
    case Role::wallet: return "wallet";
    case Role::alipayplus: return "alipayplus";
    case Role::acquirer: return "acquirer";
  }
  return "";
}

/// A bar would end the cell of a table.
std::string cell(std::string_view text) {
  std::string result;
  for (char const c : text) {
    if (c == '|') result += '\\';
    result += c;
  }
  return result;
}

std::string requiredText(Field const& field) {
  switch (field.presence) {
    case Presence::required: return "yes";
    case Presence::conditional: return fmt::format("when {}", field.when);
    case Presence::optional: return "no";
  }
  return "";
}

void addRows(codec::Fields fields, std::string const& prefix, std::string& out) {
  for (Field const& field : fields) {
    std::string const name = fmt::format("{}{}", prefix, field.name);
    std::string meaning(field.note);
    if (!field.alias.empty()) meaning += fmt::format(" Also read as `{}`.", field.alias);
    if (!field.choice.empty()) meaning += fmt::format(" *Sandbox choice: {}.*", field.choice);
    out += fmt::format("| `{}` | {}{} | {} | {} |\n", name, typeText(field),
                       field.maxLength > 0 ? fmt::format(" ≤ {}", field.maxLength) : "",
                       cell(requiredText(field)), cell(meaning));
    if (field.nested) addRows(field.nested(), name + (field.type == Type::objectArray ? "[]." : "."), out);
  }
}

std::string fieldTable(codec::Fields fields) {
  if (fields.empty()) return "It has no fields: the body is `{}`.\n";
  std::string out = "| field | type | required | meaning |\n|---|---|---|---|\n";
  addRows(fields, "", out);
  return out;
}

std::string link(std::string_view code) {
  std::string anchor;
  for (char const c : code) anchor += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
  return fmt::format("[`{}`](result-codes.md#{})", code, anchor);
}

std::string codeTable(std::span<ApiCode const> codes) {
  std::string out = "| code | | meaning | who does what next |\n|---|---|---|---|\n";
  for (ApiCode const& row : codes) {
    ResultCode const& code = *findResultCode(row.code);
    std::string meaning(row.when.empty() ? code.meaning : row.when);
    if (row.sandboxChoice) meaning += " *Sandbox choice.*";
    out += fmt::format("| {} | {} | {} | {} |\n", link(row.code), letter(code.status), cell(meaning),
                       cell(code.next));
  }
  return out;
}

std::string apiRow(Api const& api) {
  return fmt::format("| [{}]({}.md) | {} → {} | {} | [page]({}) |\n", api.name, pageName(api),
                     name(api.caller), name(api.callee), api.purpose, api.docPage);
}

}  // namespace

std::string typeText(Field const& field) {
  switch (field.type) {
    case Type::text: return "String";
    case Type::enumeration: return fmt::format("`{}`", fmt::join(field.allowed, "` `"));
    case Type::datetime: return "Datetime";
    case Type::url: return "URL";
    case Type::decimal: return "Decimal";
    case Type::integer:
      return field.max == INT64_MAX ? fmt::format("Integer, at least {}", field.min)
                                    : fmt::format("Integer, {} to {}", field.min, field.max);
    case Type::boolean: return "Boolean";
    case Type::status: return "`S` `F` `U`";
    case Type::amount: return "Amount";
    case Type::object: return "Object";
    case Type::textArray: return "String[]";
    case Type::objectArray: return "Object[]";
  }
  return "";
}

std::string presenceText(Field const& field) {
  switch (field.presence) {
    case Presence::required: return "required";
    case Presence::conditional: return fmt::format("required when {}", field.when);
    case Presence::optional: return "optional";
  }
  return "";
}

std::string pageName(Api const& api) {
  return fmt::format("{}-{}-to-{}", api.name, shortName(api.caller), shortName(api.callee));
}

std::string indexPage() {
  std::string out(kGenerated);
  out +=
      "# The messages\n\n"
      "Every message between a wallet, Alipay+ and an acquirer that the sandbox knows. Each is one\n"
      "`POST` with a JSON body, signed, and answered by one signed response. Names are those of the\n"
      "official pages; notes are ours. What stands as *sandbox choice* is no published fact: the pages\n"
      "are silent there or contradict each other, and the sandbox had to decide.\n\n"
      "- Every scalar stands on the wire as a JSON string: `20` is `\"20\"`, true is `\"true\"`.\n"
      "  JSON booleans are read too, but never sent; JSON numbers are refused.\n"
      "- A field that is not needed is left out. `null` means the same; `\"\"` is refused.\n"
      "- Datetime is ISO 8601 with an offset; the text is kept as it came.\n"
      "- Amount is `{\"value\": \"100\", \"currency\": \"JPY\"}`: whole minor units, at least 1, and a\n"
      "  currency of ISO 4217. At most 18 digits are read *(sandbox choice)*.\n"
      "- Lengths count characters, not bytes.\n"
      "- What breaks a rule is answered with `PARAM_ILLEGAL` and the JSON path of the field.\n"
      "- Fields that no table knows are ignored with a note; the signed bytes keep them.\n"
      "- Where Alipay+ or an acquirer is called back, the path is the receiver's own to choose; the\n"
      "  sandbox mirrors that of Alipay+ *(sandbox choice)*.\n\n"
      "What the codes mean: [result codes](result-codes.md). Inputs that force one in a demonstration: [magic\n"
      "values](magic-values.md).\n";
  struct Group {
    std::string_view title;
    Role caller, callee;
  };
  static constexpr Group kGroups[] = {
      {"Alipay+ calls the wallet", Role::alipayplus, Role::wallet},
      {"The wallet calls Alipay+", Role::wallet, Role::alipayplus},
      {"The acquirer calls Alipay+", Role::acquirer, Role::alipayplus},
      {"Alipay+ calls the acquirer", Role::alipayplus, Role::acquirer},
  };
  for (Group const& group : kGroups) {
    out += fmt::format("\n## {}\n\n| API | who calls whom | what for | official |\n|---|---|---|---|\n",
                       group.title);
    for (Api const& api : catalog()) {
      if (api.caller == group.caller && api.callee == group.callee) out += apiRow(api);
    }
  }
  return out;
}

std::string resultCodesPage() {
  std::string out(kGenerated);
  out +=
      "# Result codes\n\n"
      "`S` and `F` are final; `U` means that nobody knows yet, and the caller inquires or repeats.\n";
  for (ResultCode const& code : resultCodes()) {
    out += fmt::format("\n## {}\n\n`{}` “{}”\n\n{} {}\n\nAnswered by:", code.code,
                       letter(code.status), code.message, code.meaning, code.next);
    bool line = false;
    for (ApiCode const& row : lineCodes()) line = line || row.code == code.code;
    std::string users;
    for (Api const& api : catalog()) {
      for (ApiCode const& row : api.codes) {
        if (row.code == code.code) {
          users += fmt::format("{}[{}]({}.md)", users.empty() ? " " : ", ", api.name, pageName(api));
        }
      }
    }
    out += line ? " every API.\n" : users + ".\n";
  }
  return out;
}

std::string apiPage(Api const& api, ReferenceSample const& sample) {
  std::string out(kGenerated);
  out += fmt::format("# {}\n\n{} → {}. {}\n\n`POST {}` · [official page]({})\n", api.name,
                     name(api.caller), name(api.callee), api.purpose, api.path, api.docPage);
  out += fmt::format("\n## Request\n\n{}", fieldTable(api.request));
  out += fmt::format("\n```json\n{}\n```\n", sample.request);
  out += fmt::format("\n## Response\n\n{}", fieldTable(api.response));
  out += fmt::format("\n```json\n{}\n```\n", sample.response);
  out += fmt::format("\n## Result codes\n\n{}", codeTable(api.codes));
  out += fmt::format("\nEvery API may answer with these as well:\n\n{}", codeTable(lineCodes()));
  return out;
}

}  // namespace aplus::protocol
