#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace aplus::ui {

enum class Language { english, chinese };

/// Texts of another language by their English ones; see languages/README.md.
using Catalogue = std::map<std::string, std::string, std::less<>>;

/// The language of the page. There is one page, so there is one language; no run depends on it.
Language language();
/// English needs no catalogue.
void speak(Language language, Catalogue catalogue = {});

/// The text in the language of the page; what the catalogue does not have stays English. A text that the
/// page shows is written `tr("English text")`, in one or more literals, so that a test finds it. What comes
/// back is either `english` itself or lives until the next speak().
std::string_view tr(std::string_view english);

/// The same with values: `trf("Step {} of {}", n, count)`. A translation may take them in another order: `{1}`.
template <class... Values>
std::string trf(std::string_view english, Values const&... values) {
  return fmt::vformat(tr(english), fmt::make_format_args(values...));
}

/// Marks a text of a table that is translated where it is shown: `tr(row.label)`.
constexpr char const* phrase(char const* english) { return english; }

}  // namespace aplus::ui
