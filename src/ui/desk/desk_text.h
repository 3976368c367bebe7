#pragma once

#include <string>

#include "ui/desk/desk.h"

namespace aplus::ui {

/// What to say about a verdict that no longer holds.
std::string staleSentence(CheckedVerdict const& verdict);

/// What was found out, in a heading and a sentence.
struct DiagnosisText {
  std::string heading;
  std::string sentence;
};
DiagnosisText diagnosisText(DeskDiagnosis const& diagnosis);

/// What happened last on the desk, in one sentence.
std::string deskAnnouncement(Desk const& desk);

}  // namespace aplus::ui
