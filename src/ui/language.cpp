#include "ui/language.h"

#include <utility>

namespace aplus::ui {
namespace {

struct Speech {
  Language language = Language::english;
  Catalogue catalogue;
};

Speech& speech() {
  static Speech value;
  return value;
}

}  // namespace

Language language() { return speech().language; }

void speak(Language language, Catalogue catalogue) { speech() = {language, std::move(catalogue)}; }

std::string_view tr(std::string_view english) {
  Catalogue const& catalogue = speech().catalogue;
  auto const found = catalogue.find(english);
  return found == catalogue.end() ? english : std::string_view(found->second);
}

}  // namespace aplus::ui
