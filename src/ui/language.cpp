#include "ui/language.h"

#include <algorithm>
#include <utility>

#include "ui/sentences.h"

namespace aplus::ui {
namespace {

struct Speech {
  Language language = Language::english;
  Catalogue catalogue;
  std::vector<std::string> sentences;
  std::map<std::string, std::string, std::less<>> knownAgain;
};

std::vector<std::string> sentencesOf(Catalogue const& catalogue) {
  std::vector<std::string> found;
  for (auto const& [english, other] : catalogue) {
    bool const whole = english.ends_with('.') || english.ends_with('?');
    if (whole && english.find("{}") != english.npos) found.push_back(english);
  }
  std::stable_sort(found.begin(), found.end(), [](auto const& left, auto const& right) { return left.size() > right.size(); });
  return found;
}

Speech& speech() {
  static Speech value;
  return value;
}

}  // namespace

Language language() { return speech().language; }

void speak(Language language, Catalogue catalogue) {
  std::vector<std::string> sentences = sentencesOf(catalogue);
  speech() = {language, std::move(catalogue), std::move(sentences), {}};
}

std::string_view tr(std::string_view english) {
  Catalogue const& catalogue = speech().catalogue;
  auto const found = catalogue.find(english);
  return found == catalogue.end() ? english : std::string_view(found->second);
}

std::vector<std::string> const& sentencesWithValues() { return speech().sentences; }

std::map<std::string, std::string, std::less<>>& knownAgain() { return speech().knownAgain; }

}  // namespace aplus::ui
