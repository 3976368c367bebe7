#pragma once

#include "protocol/codec/field.h"
#include "protocol/result_info.h"

namespace aplus::protocol {

// The table of `result`, which every response carries.

codec::Fields fieldsOf(ResultInfo const*);

/// True when a response tells of success: many of its fields must be there only then.
template <class Response>
bool succeeded(Response const& response) {
  return response.result.success();
}

}  // namespace aplus::protocol
