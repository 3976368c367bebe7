#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "inspect/desk.h"
#include "inspect/doctor/doctor.h"
#include "participants/party.h"
#include "protocol/codes/check_code.h"
#include "scenario/sandbox_keys.h"
#include "timeline/timeline.h"
#include "ui/desk/desk_field.h"

namespace aplus::ui {

/// From whom to whom a message goes.
struct DeskLine {
  Party from = Party::walletServer;
  Party to = Party::alipayplus;
  scenario::Environment environment = scenario::Environment::sandbox;

  bool operator==(DeskLine const&) const = default;
};

/// A public key that the desk knows.
struct DeskKey {
  std::string name;  ///< what a person called it; a sandbox key has none
  crypto::PublicKey key;
  std::optional<DeskLine> line;  ///< of a sandbox key: who signs, who verifies
  std::string clientId;          ///< empty: not known
  int keyVersion = 0;            ///< 0: not known

  /// What it is called in the language of the page: a sandbox key by its line.
  std::string title() const;
};

/// What checking said. It holds for one state of the desk only.
struct CheckedVerdict {
  bool valid = false;
  std::string reason;
  std::string keyName;
  std::uint64_t revision = 0;
};

/// What the doctor said, or how far it came.
struct DeskDiagnosis {
  inspect::Diagnosis found;
  std::vector<inspect::DiffPiece> difference;
  bool cancelled = false;
  std::uint64_t revision = 0;
};

/// What the desk cannot do by itself: whoever surrounds it does, and answers.
struct DeskWishes {
  bool keyPair = false;    ///< answered by keyPairMade() or keyPairFailed()
  bool clipboard = false;  ///< answered by clipboardRead() or clipboardRefused()
};

/// The signing desk. Verifying, signing, tampering and examining are acts of their own: none of them
/// does another's work, and an edit does none of them. Each edit makes what was found before stale.
class Desk {
 public:
  Desk();

  // --- what lies on it ---
  inspect::DeskMessage const& message() const { return message_; }
  /// Nothing was put on the desk yet.
  bool blank() const { return message_ == inspect::DeskMessage{}; }
  std::string const& text(DeskField field) const;
  /// What is wrong with a field and what would be right; empty when nothing is.
  std::string complaint(DeskField field) const;
  std::vector<inspect::ContentPart> const& parts() const { return parts_; }
  /// Why there is no content to sign; empty when there is.
  std::string const& incomplete() const { return incomplete_; }
  std::string const& content() const { return content_; }
  inspect::SignatureSteps const& steps() const { return steps_; }
  std::vector<DeskKey> const& keys() const { return keys_; }
  /// The key to verify with, as an index of keys().
  std::optional<std::size_t> chosenKey() const { return chosenKey_; }
  std::optional<crypto::PrivateKey> const& privateKey() const { return privateKey_; }
  std::string const& privateKeyName() const { return privateKeyName_; }
  /// Counts the messages that were put on the desk as a whole.
  std::uint64_t arrivals() const { return arrivals_; }

  // --- what was found out ---
  std::optional<CheckedVerdict> const& verdict() const { return verdict_; }
  std::optional<DeskDiagnosis> const& diagnosis() const { return diagnosis_; }
  /// The rules of what was pasted last, when that was a code and no message.
  std::optional<protocol::CodeCheck> const& codeCheck() const { return codeCheck_; }
  /// The message or the key is another than when this was found.
  bool stale(std::uint64_t revision) const { return revision != revision_; }
  bool examining() const { return doctor_.has_value(); }
  float progress() const { return doctor_ ? doctor_->progress() : 0.0F; }
  std::uint64_t tried() const { return doctor_ ? doctor_->diagnosis().candidatesTried : 0; }
  bool makingKeys() const { return makingKeys_; }
  /// What the last act did, in a sentence.
  std::string const& news() const { return news_; }
  bool canUndo() const { return beforeTamper_.has_value(); }
  /// Why the act cannot be done now; empty when it can.
  std::string whyNotVerify() const;
  std::string whyNotDiagnose() const;
  std::string whyNotSign() const;

  // --- edits ---
  void edit(DeskField field, std::string text);
  void setDirection(protocol::Direction direction);
  /// Reads what was pasted; a text that cannot be read changes nothing but its complaint.
  void readPasted();
  /// A message of the run, with the keys and the other messages of it.
  void take(timeline::Timeline const& timeline, std::size_t step);
  /// A message that was signed over a body with one line feed too many.
  void takeExample();
  void clear();

  // --- keys ---
  void chooseKey(std::size_t key);
  void dropKey(std::size_t key);
  void addKey();
  void usePrivateKey();
  /// The private half of a sandbox key, which is no secret.
  void useSandboxKey(std::size_t key);
  void forgetPrivateKey();
  void makeKeyPair();
  void keyPairMade(std::string_view privatePem);
  void keyPairFailed(std::string sentence);

  // --- acts ---
  void verify();
  void sign();
  void tamper(std::string_view origin);
  void undoTamper();
  void diagnose();
  void cancel();
  /// One small slice of the examination.
  void work();

  void askForClipboard(DeskField field);
  void clipboardRead(std::string text);
  void clipboardRefused(std::string sentence);
  DeskWishes takeWishes() { return std::exchange(wishes_, {}); }

 private:
  void arrived(inspect::DeskMessage message, std::string news);
  void changed();
  std::string messageComplaint(DeskField field) const;
  inspect::DoctorInput doctorInput() const;
  inspect::KeyRole roleOf(DeskKey const& key) const;
  void finishExamination(bool cancelled);

  inspect::DeskMessage message_;
  std::map<DeskField, std::string> drafts_;      ///< what was typed and is no part of the message
  std::map<DeskField, std::string> complaints_;  ///< about drafts, until they are edited
  std::vector<DeskKey> keys_;
  std::optional<std::size_t> chosenKey_;
  std::optional<crypto::PrivateKey> privateKey_;
  std::string privateKeyName_;
  int generated_ = 0;

  // of a message that was taken from the run
  std::optional<DeskLine> line_;
  std::string requestTime_;
  std::vector<inspect::OtherMessage> others_;

  // follow from the message
  std::vector<inspect::ContentPart> parts_;
  std::string incomplete_;
  std::string content_;
  inspect::SignatureSteps steps_;

  std::optional<CheckedVerdict> verdict_;
  std::optional<DeskDiagnosis> diagnosis_;
  std::optional<protocol::CodeCheck> codeCheck_;
  std::optional<inspect::Doctor> doctor_;
  std::optional<inspect::DeskMessage> beforeTamper_;
  std::string news_;
  bool makingKeys_ = false;
  DeskWishes wishes_;
  DeskField pasteInto_ = DeskField::pasted;
  std::uint64_t revision_ = 1;
  std::uint64_t arrivals_ = 0;
};

/// `Alipay+ to Wallet server`.
std::string describe(DeskLine const& line);

}  // namespace aplus::ui
