#include <string>

#include "app/api/api.h"
#include "app/page.h"

/// The verbs of `window.playground`. The answer lives until the next call.
extern "C" char const* aplus_call(char const* verb, char const* args) {
  static std::string answer;
  try {
    answer = aplus::app::call(aplus::app::pageController(), verb, args);
  } catch (...) {
    answer = R"({"ok":false,"error":"This is a bug of the playground: something was thrown that should not be"})";
  }
  return answer.c_str();
}
