#pragma once

/// What the host asks of the page's script. Implemented by the object `shell` that web/main.mjs
/// gives to the module.
namespace aplus::host::shell {

void setCursor(char const* cssName);
void writeClipboard(char const* text);
/// Puts the real text field over the drawn one, in CSS pixels of the canvas, or takes it away.
void showTextField(double x, double y, double height);
void hideTextField();
/// Moves the keyboard's focus to the next thing on the page after the canvas.
void leaveCanvas();
/// Lets the person choose or take a picture of a code.
void choosePicture();
/// Shows the same run without a canvas.
void openTextView();
void contextLost(bool lost);
/// Answered by aplus_key_pair(pem) or aplus_key_pair_failed(sentence).
void makeKeyPair();
/// Answered by aplus_clipboard(text) or aplus_clipboard_refused(sentence).
void readClipboard();
/// Answered by aplus_language(name, catalogue), after aplus_font(size) where the language needs characters.
void chooseLanguage(char const* name);
/// Copies what aplus_font() announced to `to`.
void takeBytes(unsigned char* to);
/// Copies the address of this page with another fragment.
void copyLink(char const* fragment);
/// Keeps a text for the next visit, which gets it by aplus_recall(text).
void remember(char const* text);
/// A frame was drawn; the script looks whether the run changed.
void drawn();

}  // namespace aplus::host::shell
