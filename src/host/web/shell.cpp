#include "host/web/shell.h"

#include <emscripten.h>

// clang-format off
EM_JS(void, aplusShellSetCursor, (char const* name), { Module["shell"].setCursor(UTF8ToString(name)); })
EM_JS(void, aplusShellWriteClipboard, (char const* text), { Module["shell"].writeClipboard(UTF8ToString(text)); })
EM_JS(void, aplusShellShowTextField, (double x, double y, double height), { Module["shell"].showTextField(x, y, height); })
EM_JS(void, aplusShellHideTextField, (void), { Module["shell"].hideTextField(); })
EM_JS(void, aplusShellLeaveCanvas, (void), { Module["shell"].leaveCanvas(); })
EM_JS(void, aplusShellChoosePicture, (void), { Module["shell"].choosePicture(); })
EM_JS(void, aplusShellOpenTextView, (void), { Module["shell"].openTextView(); })
EM_JS(void, aplusShellContextLost, (int lost), { Module["shell"].contextLost(lost !== 0); })
EM_JS(void, aplusShellMakeKeyPair, (void), { Module["shell"].makeKeyPair(); })
EM_JS(void, aplusShellReadClipboard, (void), { Module["shell"].readClipboard(); })
EM_JS(void, aplusShellChooseLanguage, (char const* name), { Module["shell"].chooseLanguage(UTF8ToString(name)); })
EM_JS(void, aplusShellTakeBytes, (unsigned char* to), { HEAPU8.set(Module["shell"].takeBytes(), to); })
EM_JS(void, aplusShellCopyLink, (char const* fragment), { Module["shell"].copyLink(UTF8ToString(fragment)); })
EM_JS(void, aplusShellRemember, (char const* text), { Module["shell"].remember(UTF8ToString(text)); })
EM_JS(void, aplusShellDrawn, (void), { Module["shell"].drawn(); })
// clang-format on

namespace aplus::host::shell {

void setCursor(char const* cssName) { aplusShellSetCursor(cssName); }
void writeClipboard(char const* text) { aplusShellWriteClipboard(text); }
void showTextField(double x, double y, double height) { aplusShellShowTextField(x, y, height); }
void hideTextField() { aplusShellHideTextField(); }
void leaveCanvas() { aplusShellLeaveCanvas(); }
void choosePicture() { aplusShellChoosePicture(); }
void openTextView() { aplusShellOpenTextView(); }
void contextLost(bool lost) { aplusShellContextLost(lost ? 1 : 0); }
void makeKeyPair() { aplusShellMakeKeyPair(); }
void readClipboard() { aplusShellReadClipboard(); }
void chooseLanguage(char const* name) { aplusShellChooseLanguage(name); }
void takeBytes(unsigned char* to) { aplusShellTakeBytes(to); }
void copyLink(char const* fragment) { aplusShellCopyLink(fragment); }
void remember(char const* text) { aplusShellRemember(text); }
void drawn() { aplusShellDrawn(); }

}  // namespace aplus::host::shell
