#include "app/api/keepsake.h"

#include <array>

#include <nlohmann/json.hpp>

#include "app/api/permalink.h"
#include "protocol/codec/json_text.h"

namespace aplus::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> kThemes{"system", "light", "dark"};
constexpr std::size_t kLongestText = 20000;

std::string textIn(Json const& object, char const* name) {
  auto const found = object.find(name);
  if (found == object.end() || !found->is_string()) return "";
  auto const& text = found->get_ref<std::string const&>();
  return text.size() <= kLongestText ? text : "";
}

std::size_t countIn(Json const& object, char const* name) {
  auto const found = object.find(name);
  return found != object.end() && found->is_number_unsigned() ? found->get<std::uint32_t>() : 0;
}

}  // namespace

std::string formatKeepsake(ui::Keepsake const& kept, ui::Language language) {
  Json json{{"language", language == ui::Language::chinese ? "zh" : "en"},
            {"theme", kThemes[static_cast<std::size_t>(kept.theme)]},
            {"contrast", kept.contrast == ui::Contrast::high ? "high" : "system"},
            {"finished", kept.finished},
            {"answers", kept.answers}};
  if (!kept.lastLink.empty()) {
    json["last"] = {{"link", kept.lastLink},
                    {"title", kept.lastTitle},
                    {"step", kept.lastStep},
                    {"length", kept.lastLength}};
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

ui::Keepsake parseKeepsake(std::string_view text) {
  ui::Keepsake kept;
  auto const json = codec::parseJson(text);
  if (!json || !json->is_object()) return kept;
  std::string const theme = textIn(*json, "theme");
  for (std::size_t i = 0; i < kThemes.size(); ++i) {
    if (kThemes[i] == theme) kept.theme = static_cast<ui::ThemeChoice>(i);
  }
  if (textIn(*json, "contrast") == "high") kept.contrast = ui::Contrast::high;
  if (auto const finished = json->find("finished"); finished != json->end() && finished->is_array()) {
    for (Json const& id : *finished) {
      if (id.is_string()) kept.finished.insert(id.get<std::string>());
    }
  }
  if (auto const answers = json->find("answers"); answers != json->end() && answers->is_object()) {
    for (auto const& [id, answer] : answers->items()) {
      if (answer.is_number_unsigned()) kept.answers[id] = answer.get<std::uint32_t>();
    }
  }
  if (auto const last = json->find("last"); last != json->end() && last->is_object()) {
    std::string link = textIn(*last, "link");
    if (auto const readable = parsePermalink(link); readable && !link.empty()) {
      kept.lastLink = std::move(link);
      kept.lastTitle = textIn(*last, "title");
      kept.lastStep = countIn(*last, "step");
      kept.lastLength = countIn(*last, "length");
    }
  }
  return kept;
}

void noteProgress(ui::Keepsake& kept, scenario::Playback const& run) {
  auto const link = formatPermalink(run);
  if (!link) return;  // a scenario of one's own is not found again by a link
  if (run.finished()) kept.finished.insert(run.scenario().id);
  if (run.cursor() == 0) return;
  kept.lastLink = *link;
  kept.lastTitle = run.scenario().title;
  kept.lastStep = run.cursor();
  kept.lastLength = run.length();
}

Result<ui::Catalogue> parseCatalogue(std::string_view text) {
  auto const json = codec::parseJson(text);
  if (!json) return fail("INVALID_CATALOGUE", "", "The catalogue is no JSON: " + json.error().message);
  if (!json->is_object()) return fail("INVALID_CATALOGUE", "", "The catalogue must be an object of texts");
  ui::Catalogue catalogue;
  for (auto const& [english, other] : json->items()) {
    if (!other.is_string()) return fail("INVALID_CATALOGUE", english, "must have a text");
    catalogue.emplace(english, other.get<std::string>());
  }
  return catalogue;
}

}  // namespace aplus::app
