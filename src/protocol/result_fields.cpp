#include "protocol/result_fields.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

codec::Fields fieldsOf(ResultInfo const*) {
  static constexpr codec::Field kFields[] = {
      field<&ResultInfo::resultCode>("resultCode", required, 64,
                                     "Why it ended as it did; see the table of result codes."),
      field<&ResultInfo::resultStatus>("resultStatus", required, 0,
                                       "S and F are final; U means that nobody knows yet."),
      field<&ResultInfo::resultMessage>("resultMessage", optional, 256,
                                        "The same for people; never decide by it."),
  };
  return kFields;
}

}  // namespace aplus::protocol
