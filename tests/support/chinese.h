#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "app/api/keepsake.h"
#include "support/files.h"
#include "ui/language.h"

namespace aplus::test {

/// The catalogue as the site joins it; English again when the test is over.
class Chinese {
 public:
  Chinese() {
    for (auto const& file : std::filesystem::directory_iterator("src/ui/languages/zh")) {
      auto part = app::parseCatalogue(readFile(file.path().string()));
      if (!part) throw std::runtime_error(file.path().string() + ": " + part.error().message);
      catalogue.merge(*part);
    }
    ui::speak(ui::Language::chinese, catalogue);
  }
  ~Chinese() { ui::speak(ui::Language::english); }

  ui::Catalogue catalogue;
};

}  // namespace aplus::test
