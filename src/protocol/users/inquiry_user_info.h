#pragma once

#include <optional>
#include <string>

#include "base/strong_id.h"
#include "protocol/codec/field.h"
#include "protocol/result_fields.h"

namespace aplus::protocol {

/// Alipay+ → wallet.
/// Source: https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/inquiry_user_info
struct InquiryUserInfoRequest {
  AcquirerId acquirerId;
  PspId pspId;
  AccessToken accessToken;

  bool operator==(InquiryUserInfoRequest const&) const = default;
};

/// Alipay+ keeps nothing of it but userId.
struct UserInfo {
  std::string userId;

  bool operator==(UserInfo const&) const = default;
};

struct InquiryUserInfoResponse {
  ResultInfo result;
  std::optional<UserInfo> userInfo;

  bool operator==(InquiryUserInfoResponse const&) const = default;
};

codec::Fields fieldsOf(InquiryUserInfoRequest const*);
codec::Fields fieldsOf(UserInfo const*);
codec::Fields fieldsOf(InquiryUserInfoResponse const*);

}  // namespace aplus::protocol
