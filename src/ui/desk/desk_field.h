#pragma once

namespace aplus::ui {

/// What can be typed on the signing desk.
enum class DeskField {
  pasted,  ///< a whole message
  method,
  uri,
  clientId,
  time,
  signature,
  body,
  keyName,
  keyText,
  privateKey,
  keyVersion,
};

}  // namespace aplus::ui
