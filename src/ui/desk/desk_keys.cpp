// The keys of the desk. A private key never leaves it but by the person's own copy.
#include <algorithm>

#include <fmt/format.h>

#include "ui/desk/desk.h"
#include "ui/language.h"
#include "ui/world_words.h"

namespace aplus::ui {

void Desk::chooseKey(std::size_t key) {
  if (key >= keys_.size() || chosenKey_ == key) return;
  chosenKey_ = key;
  changed();
}

void Desk::dropKey(std::size_t key) {
  if (key >= keys_.size() || keys_[key].line) return;  // the sandbox's stay
  keys_.erase(keys_.begin() + static_cast<std::ptrdiff_t>(key));
  if (chosenKey_ == key) chosenKey_.reset();
  if (chosenKey_ && *chosenKey_ > key) --*chosenKey_;
  changed();
}

void Desk::addKey() {
  auto key = crypto::PublicKey::parse(text(DeskField::keyText));
  if (!key) {
    complaints_[DeskField::keyText] =
        trf("{} Paste a public key: PEM, or its Base64 on one line.", reasonWords(key.error().message + "."));
    return;
  }
  std::string name = text(DeskField::keyName);
  auto const known = std::find_if(keys_.begin(), keys_.end(), [&](DeskKey const& one) {
    return one.key == *key || (!name.empty() && one.title() == name);
  });
  if (known != keys_.end()) {
    bool const sameKey = known->key == *key;
    complaints_[sameKey ? DeskField::keyText : DeskField::keyName] =
        sameKey ? trf("This key is here already, as \"{}\".", known->title())
                : trf("Another key has the name \"{}\"; choose another.", known->title());
    if (sameKey) chooseKey(static_cast<std::size_t>(known - keys_.begin()));
    return;
  }
  if (name.empty()) name = fmt::format("Key {}", key->fingerprint().substr(0, 8));
  keys_.push_back({name, std::move(*key), std::nullopt, "", 0});
  for (DeskField field : {DeskField::keyText, DeskField::keyName}) {
    drafts_.erase(field);
    complaints_.erase(field);
  }
  chosenKey_ = keys_.size() - 1;
  changed();
  news_ = trf("\"{}\" is the key to verify with.", name);
}

void Desk::usePrivateKey() {
  auto key = crypto::PrivateKey::parse(text(DeskField::privateKey));
  if (!key) {
    complaints_[DeskField::privateKey] =
        trf("{} Paste a private key: PEM or Base64, PKCS#8 or PKCS#1, not encrypted.", reasonWords(key.error().message + "."));
    return;
  }
  privateKey_ = std::move(*key);
  privateKeyName_ = std::string(tr("your private key"));
  drafts_.erase(DeskField::privateKey);  // it is not shown again
  complaints_.erase(DeskField::privateKey);
  news_ = std::string(tr("The private key was read. It stays in this page and in no link, log or transcript."));
}

void Desk::useSandboxKey(std::size_t key) {
  if (key >= keys_.size() || !keys_[key].line) return;
  scenario::SandboxKey const& sandbox = scenario::sandboxKey(keys_[key].line->from, keys_[key].line->to, keys_[key].line->environment);
  privateKey_ = sandbox.signing.key;
  privateKeyName_ = trf("the sandbox key, {}", describe(*keys_[key].line));
  drafts_[DeskField::keyVersion] = std::to_string(sandbox.signing.keyVersion);
  complaints_.erase(DeskField::privateKey);
  complaints_.erase(DeskField::keyVersion);
}

void Desk::forgetPrivateKey() {
  privateKey_.reset();
  privateKeyName_.clear();
  news_ = std::string(tr("The private key is forgotten."));
}

void Desk::makeKeyPair() {
  if (makingKeys_) return;
  makingKeys_ = true;
  wishes_.keyPair = true;
  complaints_.erase(DeskField::privateKey);
}

void Desk::keyPairMade(std::string_view privatePem) {
  makingKeys_ = false;
  auto key = crypto::PrivateKey::parse(privatePem);
  if (!key) {
    complaints_[DeskField::privateKey] = trf("{} Try once more.", reasonWords(key.error().message + "."));
    return;
  }
  std::string const name = trf("Made here {}", ++generated_);
  privateKey_ = std::move(*key);
  privateKeyName_ = trf("the private half of \"{}\"", name);
  keys_.push_back({name, privateKey_->publicKey(), std::nullopt, "", 0});
  if (!chosenKey_) chooseKey(keys_.size() - 1);
  news_ = trf("A key pair was made: sign with its private half; its public half is \"{}\".", name);
}

void Desk::keyPairFailed(std::string sentence) {
  makingKeys_ = false;
  complaints_[DeskField::privateKey] = std::move(sentence);
}

void Desk::askForClipboard(DeskField field) {
  pasteInto_ = field;
  wishes_.clipboard = true;
  complaints_.erase(field);
}

void Desk::clipboardRead(std::string text) {
  if (text.empty()) {
    complaints_[pasteInto_] = std::string(tr("There is no text on the clipboard."));
    return;
  }
  edit(pasteInto_, std::move(text));
  if (pasteInto_ == DeskField::pasted) readPasted();
}

void Desk::clipboardRefused(std::string sentence) { complaints_[pasteInto_] = std::move(sentence); }

}  // namespace aplus::ui
