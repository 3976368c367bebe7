#include "protocol/users/inquiry_user_info.h"

#include "protocol/rows.h"

namespace aplus::protocol {

using codec::field;
using enum codec::Presence;

codec::Fields fieldsOf(InquiryUserInfoRequest const*) {
  static constexpr codec::Field kFields[] = {
      rows::acquirerId<&InquiryUserInfoRequest::acquirerId>(),
      rows::pspId<&InquiryUserInfoRequest::pspId>(),
      rows::accessToken<&InquiryUserInfoRequest::accessToken>(),
  };
  return kFields;
}

codec::Fields fieldsOf(UserInfo const*) {
  static constexpr codec::Field kFields[] = {
      field<&UserInfo::userId>("userId", required, 64, "The user, as the wallet knows them.")
          .sandboxChoice("no length is published"),
  };
  return kFields;
}

codec::Fields fieldsOf(InquiryUserInfoResponse const*) {
  static constexpr codec::Field kFields[] = {
      rows::result<&InquiryUserInfoResponse::result>(),
      field<&InquiryUserInfoResponse::userInfo>(
          "userInfo", optional, 0,
          "What the token allows to know.")
          .requiredWhen<&succeeded<InquiryUserInfoResponse>>("result is S"),
  };
  return kFields;
}

}  // namespace aplus::protocol
