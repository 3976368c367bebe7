#include "ui/desk/desk_text.h"

#include <fmt/format.h>

#include "ui/language.h"

namespace aplus::ui {

std::string staleSentence(CheckedVerdict const& verdict) {
  return std::string(verdict.valid ? tr("It was valid before the desk was changed. That says nothing about what lies here now: verify again.")
                                   : tr("It was not valid before the desk was changed. That says nothing about what lies here now: verify again."));
}

DiagnosisText diagnosisText(DeskDiagnosis const& diagnosis) {
  inspect::Diagnosis const& found = diagnosis.found;
  if (diagnosis.cancelled) {
    return {std::string(tr("Stopped")), trf("{} contents were tried until then. What was found so far stands below.", found.candidatesTried)};
  }
  if (found.valid) {
    return {std::string(tr("Nothing is wrong")), trf("The signature fits this message and was made by {}.", found.signedBy)};
  }
  if (!found.explained) {
    return {std::string(tr("Not explained")), std::string(tr("The key is right, but nothing that was tried is what was signed."))};
  }
  return {found.causes.size() == 1 ? std::string(tr("One cause, proven")) : trf("{} causes, proven", found.causes.size()),
          found.signedBy.empty() ? std::string(tr("With it mended, more can be said."))
                                 : trf("Signed by {}. With this mended, the signature fits.", found.signedBy)};
}

std::string deskAnnouncement(Desk const& desk) {
  if (desk.examining()) return std::string(tr("Examining the message."));
  if (desk.makingKeys()) return std::string(tr("Making a key pair."));
  if (!desk.news().empty()) return desk.news() + " " + desk.complaint(DeskField::pasted);
  if (desk.diagnosis() && !desk.stale(desk.diagnosis()->revision)) {
    DiagnosisText const text = diagnosisText(*desk.diagnosis());
    std::string out = text.heading + ".";
    for (inspect::Cause const& cause : desk.diagnosis()->found.causes) out += " " + cause.sentence + " " + cause.fix;
    return out;
  }
  if (desk.verdict()) {
    if (desk.stale(desk.verdict()->revision)) return std::string(tr("The verdict no longer holds: the desk was changed."));
    return fmt::format("{}. {}", desk.verdict()->valid ? tr("Signature valid") : tr("Signature not valid"), desk.verdict()->reason);
  }
  return std::string(tr("Signing desk."));
}

}  // namespace aplus::ui
