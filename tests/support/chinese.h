#pragma once

#include <string>

#include "app/api/keepsake.h"
#include "support/files.h"
#include "ui/language.h"

namespace aplus::test {

/// The catalogue as the site joins it; English again when the test is over.
class Chinese {
 public:
  Chinese() {
    // By name: a folder cannot be listed in wasm under Node.
    for (std::string const name : {"desk", "lanes", "lessons", "magic", "notes_acquirer", "notes_alipayplus", "notes_network", "notes_phone", "notes_wallet_server", "page", "phones", "questions", "screens", "steps_acquirer", "steps_easy_pay", "steps_lost", "steps_pay", "steps_scan", "steps_session", "text_view"}) {
      auto part = app::parseCatalogue(readFile("src/ui/languages/zh/" + name + ".json"));
      catalogue.merge(*part);
    }
    ui::speak(ui::Language::chinese, catalogue);
  }
  ~Chinese() { ui::speak(ui::Language::english); }

  ui::Catalogue catalogue;
};

}  // namespace aplus::test
