#include <algorithm>

#include <fmt/format.h>

#include "inspect/doctor/charset.h"
#include "inspect/doctor/json_tree.h"
#include "inspect/doctor/mistake.h"
#include "inspect/doctor/text_tools.h"

namespace aplus::inspect {
namespace {

using enum FaqCheck;

/// Adds the text unless it is the body itself.
void add(TextVariants& variants, std::string const& body, std::string text, std::string detail = "") {
  if (text != body) variants.push_back({std::move(text), std::move(detail)});
}

/// A body taken apart: what all the rows of this table begin with.
struct ReadBody {
  std::string body;
  std::string inner;  ///< without blanks around it
  std::optional<JsonTree> tree;
  std::optional<JsonLayout> layout;  ///< the usual one that it has
};

/// The rows are asked one after the other for the same body, so the last one is kept.
ReadBody const& read(std::string const& body) {
  static JsonLayout const kUsual[] = {
      {}, {.colon = ": ", .comma = ", "}, {.indent = "  ", .colon = ": "}, {.indent = "    ", .colon = ": "}};
  static ReadBody last;
  static bool any = false;
  if (any && last.body == body) return last;
  any = true;
  last = {body, trimmed(body), parseJsonTree(body), std::nullopt};
  for (JsonLayout const& layout : kUsual) {
    if (!last.tree || last.layout) break;
    if (print(*last.tree, layout) == last.inner) last.layout = layout;
  }
  return last;
}

/// Applies a change to the tree and writes it in the layout that the body has. A body in no usual layout
/// has no variants: laying it out anew would be a second change that nobody asked for.
template <class Change>
TextVariants changed(std::string const& body, std::string detail, Change const& change) {
  ReadBody const& whole = read(body);
  if (!whole.layout) return {};
  JsonTree tree = *whole.tree;
  change(tree);
  std::string text = print(tree, *whole.layout);
  if (whole.inner.size() != body.size()) {
    auto const start = body.find(whole.inner);
    text = body.substr(0, start) + text + body.substr(start + whole.inner.size());
  }
  TextVariants variants;
  add(variants, body, std::move(text), std::move(detail));
  return variants;
}

TextVariants laidOut(std::string const& body, std::vector<std::pair<JsonLayout, std::string>> const& layouts) {
  TextVariants variants;
  ReadBody const& whole = read(body);
  if (!whole.tree) return variants;
  // blanks around it are another mistake
  for (auto const& [layout, detail] : layouts) add(variants, whole.inner, print(*whole.tree, layout), detail);
  return variants;
}

TextVariants emptiesDropped(std::string const& body, DoctorInput const&) {
  auto const drop = [&](char const* text, char const* detail) {
    return changed(body, detail, [&](JsonTree& tree) { dropMembers(tree, [&](JsonTree const& value) {
      return value.kind == JsonTree::Kind::scalar && value.text == text;
    }); });
  };
  TextVariants variants = drop("null", "null");
  for (TextVariant& variant : drop("\"\"", "empty texts")) variants.push_back(std::move(variant));
  return variants;
}

/// One field less, at the top or one level below.
TextVariants fieldAdded(std::string const& body, DoctorInput const&) {
  std::optional<JsonTree> const& tree = read(body).tree;
  if (!tree || tree->kind != JsonTree::Kind::object || tree->keys.size() > 60) return {};
  TextVariants variants;
  auto const without = [&](std::size_t child, std::size_t grandchild, std::string const& key) {
    auto const index = [](std::size_t i) { return std::ptrdiff_t(i); };
    for (TextVariant& variant : changed(body, key, [&](JsonTree& copy) {
           JsonTree& at = grandchild == key.npos ? copy : copy.children[child];
           std::size_t const i = grandchild == key.npos ? child : grandchild;
           at.keys.erase(at.keys.begin() + index(i));
           at.children.erase(at.children.begin() + index(i));
         })) {
      variants.push_back(std::move(variant));
    }
  };
  for (std::size_t i = 0; i < tree->keys.size(); ++i) {
    without(i, std::string::npos, tree->keys[i]);
    std::vector<std::string> const& inner = tree->children[i].keys;
    for (std::size_t j = 0; j < inner.size() && inner.size() <= 20; ++j) without(i, j, inner[j]);
  }
  return variants;
}

bool looksLikeScalar(std::string_view text) {
  return text == "true" || text == "false" ||
         (!text.empty() && text.size() < 16 && text.find_first_not_of("0123456789") == text.npos && (text == "0" || text[0] != '0'));
}

std::string unquoted(std::string const& text) {
  return text.size() > 2 && text.front() == '"' && looksLikeScalar(std::string_view(text).substr(1, text.size() - 2))
             ? text.substr(1, text.size() - 2)
             : text;
}

TextVariants scalarsUnquoted(std::string const& body, DoctorInput const&) {
  auto const booleans = [](std::string const& text) { return text == "\"true\"" || text == "\"false\"" ? unquoted(text) : text; };
  auto const numbers = [](std::string const& text) { return text == "\"true\"" || text == "\"false\"" ? text : unquoted(text); };
  TextVariants variants;
  auto const apply = [&](auto const& rewrite, char const* detail) {
    for (TextVariant& variant : changed(body, detail, [&](JsonTree& tree) { rewriteScalars(tree, rewrite, false); })) {
      variants.push_back(std::move(variant));
    }
  };
  apply(booleans, "true and false");
  apply(numbers, "numbers");
  apply(unquoted, "numbers, true and false");
  return variants;
}

TextVariants scalarsQuoted(std::string const& body, DoctorInput const&) {
  return changed(body, "", [](JsonTree& tree) {
    rewriteScalars(tree, [](std::string const& text) {
      return text.front() == '"' || text == "null" ? text : '"' + text + '"';
    }, false);
  });
}

TextVariants numbersAsFloats(std::string const& body, DoctorInput const&) {
  return changed(body, "", [](JsonTree& tree) {
    rewriteScalars(tree, [](std::string const& text) {
      bool const integer = text.find_first_not_of("0123456789") == text.npos;
      return integer ? text + ".0" : text;
    }, false);
  });
}

TextVariants keysSorted(std::string const& body, DoctorInput const&) {
  TextVariants variants = changed(body, "at every level", [](JsonTree& tree) { sortKeys(tree, true); });
  for (TextVariant& variant : changed(body, "at the top level", [](JsonTree& tree) { sortKeys(tree, false); })) {
    variants.push_back(std::move(variant));
  }
  return variants;
}

TextVariants minified(std::string const& body, DoctorInput const&) { return laidOut(body, {{{}, ""}}); }

TextVariants spaced(std::string const& body, DoctorInput const&) {
  static std::vector<std::pair<JsonLayout, std::string>> const layouts{
      {{.colon = ": ", .comma = ", "}, "behind colons and commas"},
      {{.colon = ": "}, "behind colons"},
      {{.comma = ", "}, "behind commas"},
      {{.colon = " : ", .comma = ", "}, "around colons"},
      {{.colon = ": ", .comma = ", ", .objectOpen = "{ ", .objectClose = " }"}, "inside braces too"},
      {{.colon = " : ", .comma = ", ", .objectOpen = "{ ", .objectClose = " }"}, "everywhere"}};
  return laidOut(body, layouts);
}

std::vector<std::pair<JsonLayout, std::string>> prettyLayouts() {
  std::vector<std::pair<JsonLayout, std::string>> layouts;
  for (char const* lineEnd : {"\n", "\r\n"}) {
    std::string const detail = lineEnd[0] == '\r' ? ", CR LF" : "";
    layouts.push_back({{.indent = "  ", .lineEnd = lineEnd, .colon = ": "}, "two blanks" + detail});
    layouts.push_back({{.indent = "    ", .lineEnd = lineEnd, .colon = ": "}, "four blanks" + detail});
    layouts.push_back({{.indent = "\t", .lineEnd = lineEnd, .colon = ": "}, "tabs" + detail});
    layouts.push_back({{.indent = "\t", .lineEnd = lineEnd, .colon = ":"}, "tabs and no blank behind colons" + detail});
    layouts.push_back({{.indent = "  ", .lineEnd = lineEnd, .colon = " : ", .emptyObject = "{ }", .arraysOnOneLine = true}, "two blanks and blanks around colons" + detail});
    layouts.push_back({{.indent = " ", .lineEnd = lineEnd, .colon = ": "}, "one blank" + detail});
    layouts.push_back({{.indent = "   ", .lineEnd = lineEnd, .colon = ": "}, "three blanks" + detail});
  }
  return layouts;
}

TextVariants pretty(std::string const& body, DoctorInput const&) {
  static auto const layouts = prettyLayouts();
  return laidOut(body, layouts);
}

TextVariants slashesEscaped(std::string const& body, DoctorInput const&) {
  TextVariants variants;
  add(variants, body, replaced(replaced(body, "\\/", "/"), "/", "\\/"));
  return variants;
}

TextVariants slashesPlain(std::string const& body, DoctorInput const&) {
  TextVariants variants;
  add(variants, body, replaced(body, "\\/", "/"));
  return variants;
}

TextVariants unicodeEscaped(std::string const& body, DoctorInput const&) {
  TextVariants variants;
  if (auto const text = escapeUnicode(body, false)) add(variants, body, *text, "with small hexadecimal letters");
  if (auto const text = escapeUnicode(body, true)) add(variants, body, *text, "with capital hexadecimal letters");
  return variants;
}

TextVariants unicodePlain(std::string const& body, DoctorInput const&) {
  TextVariants variants;
  add(variants, body, unescapeUnicode(body));
  return variants;
}

TextVariants htmlEscaped(std::string const& body, DoctorInput const&) {
  TextVariants variants;
  std::string angle = replaced(replaced(replaced(body, "&", "\\u0026"), "<", "\\u003c"), ">", "\\u003e");
  add(variants, body, angle, "'<', '>' and '&'");
  add(variants, body, replaced(replaced(angle, "=", "\\u003d"), "'", "\\u0027"), "'<', '>', '&', '=' and the apostrophe");
  add(variants, body, replaced(replaced(replaced(body, "&", "\\u0026"), "<", "\\u003C"), ">", "\\u003E"), "'<', '>' and '&', in capitals");
  std::string entities = replaced(replaced(replaced(body, "&", "&amp;"), "<", "&lt;"), ">", "&gt;");
  add(variants, body, entities, "as entities");
  add(variants, body, replaced(entities, "\"", "&quot;"), "as entities, quotes too");
  return variants;
}

/// `{'a': 'b'}`: what printing a Python dict gives.
TextVariants pythonText(std::string const& body, DoctorInput const&) {
  auto tree = read(body).tree;
  if (!tree) return {};
  rewriteScalars(*tree, [](std::string const& text) -> std::string {
    if (text == "true") return "True";
    if (text == "false") return "False";
    if (text == "null") return "None";
    return text.front() == '"' ? "'" + text.substr(1, text.size() - 2) + "'" : text;
  }, true);
  TextVariants variants;
  add(variants, body, print(*tree, {.colon = ": ", .comma = ", "}));
  return variants;
}

/// `{a=b, c={d=e}}`: what toString() of a Java map gives.
TextVariants javaText(std::string const& body, DoctorInput const&) {
  auto tree = read(body).tree;
  if (!tree) return {};
  rewriteScalars(*tree, [](std::string const& text) {
    return text.front() == '"' ? text.substr(1, text.size() - 2) : text;
  }, true);
  TextVariants variants;
  add(variants, body, print(*tree, {.colon = "=", .comma = ", "}));
  return variants;
}

}  // namespace

std::vector<Mistake> const& jsonMistakes() {
  constexpr std::string_view kOnce = "Write the body to text once, sign those bytes and send those very bytes; never serialise it a second time.";
  auto const row = [](std::string_view id, std::uint32_t pieces, std::string_view sentence, std::string_view fix, auto of) {
    return Mistake{id, content, pieces, sentence, fix, nullptr, of};
  };
  static std::vector<Mistake> const rows{
      row("body-empties-dropped", piece::members, "The body was signed without its empty members: {}.", kOnce, emptiesDropped),
      row("body-field-added", piece::members | piece::order, "The member {} was added to the body after signing.", "Complete the body first, then sign it.", fieldAdded),
      row("body-scalars-unquoted", piece::scalars, "The body was signed with bare values where texts were sent: {}.",
          "Sign what is sent. On the wire scalars are texts: \"100\", \"true\".", scalarsUnquoted),
      row("body-scalars-quoted", piece::scalars, "The body was signed with texts where bare values were sent.", kOnce, scalarsQuoted),
      row("body-numbers-as-floats", piece::scalars, "The body was signed with a fraction behind whole numbers: 100.0 for 100.", kOnce, numbersAsFloats),
      row("body-keys-sorted", piece::order, "The body was signed with its keys sorted, {}.", kOnce, keysSorted),
      row("body-minified", piece::layout, "The body was signed without the blanks and line ends that were sent.", kOnce, minified),
      row("body-spaced", piece::layout, "The body was signed with more or other blanks than were sent: {}.", kOnce, spaced),
      row("body-pretty", piece::layout, "The body was signed indented over several lines: {}.", kOnce, pretty),
      row("body-slashes-escaped", piece::slashes, "The body was signed with escaped slashes (\\/) and sent with plain ones.", kOnce, slashesEscaped),
      row("body-slashes-plain", piece::slashes, "The body was signed with plain slashes and sent with escaped ones (\\/).", kOnce, slashesPlain),
      row("body-unicode-escaped", piece::escapes | piece::charset, "The body was signed with \\u escapes for characters beyond ASCII, {}.", kOnce, unicodeEscaped),
      row("body-unicode-plain", piece::escapes, "The body was signed with plain characters where \\u escapes were sent.", kOnce, unicodePlain),
      row("body-html-escaped", piece::escapes, "The body was signed with characters escaped as for HTML: {}.", kOnce, htmlEscaped),
      row("body-python-text", piece::json, "The printed form of a Python dict was signed instead of JSON.", "Use json.dumps once and sign its text.", pythonText),
      row("body-java-text", piece::json, "The toString() of a map was signed instead of JSON.", "Write the map to JSON once and sign that text.", javaText),
  };
  return rows;
}

}  // namespace aplus::inspect
