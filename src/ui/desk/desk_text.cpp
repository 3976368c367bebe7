#include "ui/desk/desk_text.h"

#include <fmt/format.h>

namespace aplus::ui {

std::string staleSentence(CheckedVerdict const& verdict) {
  return fmt::format("It was {} before the desk was changed. That says nothing about what lies here now: verify again.",
                     verdict.valid ? "valid" : "not valid");
}

DiagnosisText diagnosisText(DeskDiagnosis const& diagnosis) {
  inspect::Diagnosis const& found = diagnosis.found;
  if (diagnosis.cancelled) {
    return {"Stopped", fmt::format("{} contents were tried until then. What was found so far stands below.", found.candidatesTried)};
  }
  if (found.valid) {
    return {"Nothing is wrong", fmt::format("The signature fits this message and was made by {}.", found.signedBy)};
  }
  if (!found.explained) {
    return {"Not explained", "The key is right, but nothing that was tried is what was signed."};
  }
  return {found.causes.size() == 1 ? "One cause, proven" : fmt::format("{} causes, proven", found.causes.size()),
          found.signedBy.empty() ? "With it mended, more can be said."
                                 : fmt::format("Signed by {}. With this mended, the signature fits.", found.signedBy)};
}

std::string deskAnnouncement(Desk const& desk) {
  if (desk.examining()) return "Examining the message.";
  if (desk.makingKeys()) return "Making a key pair.";
  if (!desk.news().empty()) return desk.news() + " " + desk.complaint(DeskField::pasted);
  if (desk.diagnosis() && !desk.stale(desk.diagnosis()->revision)) {
    DiagnosisText const text = diagnosisText(*desk.diagnosis());
    std::string out = text.heading + ".";
    for (inspect::Cause const& cause : desk.diagnosis()->found.causes) out += " " + cause.sentence + " " + cause.fix;
    return out;
  }
  if (desk.verdict()) {
    if (desk.stale(desk.verdict()->revision)) return "The verdict no longer holds: the desk was changed.";
    return (desk.verdict()->valid ? "Signature valid. " : "Signature not valid. ") + desk.verdict()->reason;
  }
  return "Signing desk.";
}

}  // namespace aplus::ui
