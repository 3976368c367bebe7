// What is recorded of the catalog: the exact bytes of typical messages, and docs/protocol/.
// APLUS_RECORD=1 records both anew.

#include "protocol/reference.h"

#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/files.h"
#include "support/sample_messages.h"

namespace aplus::test {
namespace {

using namespace protocol;

std::string pretty(std::string const& body) { return nlohmann::ordered_json::parse(body).dump(2); }

TEST(GoldenMessages, EveryApiHasOneAndItsBytesAreTheRecordedOnes) {
  auto const samples = sampleMessages();
  ASSERT_EQ(samples.size(), catalog().size());
  for (SampleExchange const& sample : samples) {
    std::string const name = pageName(*sample.api);
    // The sample stands at its own API: both directions read it and write the same bytes.
    EXPECT_EQ(sample.api->rewriteRequest(sample.request).value_or("refused"), sample.request) << name;
    EXPECT_EQ(sample.api->rewriteResponse(sample.response).value_or("refused"), sample.response) << name;
    expectGolden(fmt::format("tests/protocol/golden/{}.txt", name),
                 fmt::format("{}\n{}\n", sample.request, sample.response));
  }
}

TEST(Reference, IsWhatTheTablesSay) {
  expectGolden("docs/protocol/README.md", indexPage());
  expectGolden("docs/protocol/result-codes.md", resultCodesPage());
  for (SampleExchange const& sample : sampleMessages()) {
    expectGolden(fmt::format("docs/protocol/{}.md", pageName(*sample.api)),
                 apiPage(*sample.api, {pretty(sample.request), pretty(sample.response)}));
  }
}

bool isSentence(std::string_view text) {
  return text.size() > 4 && text.back() == '.' && !(text.front() >= 'a' && text.front() <= 'z' && text.size() < 3);
}

void expectNotes(codec::Fields fields, std::string const& where) {
  for (codec::Field const& field : fields) {
    std::string const name = fmt::format("{}.{}", where, field.name);
    EXPECT_TRUE(isSentence(field.note)) << name << " needs a note";
    EXPECT_EQ(field.presence == codec::Presence::conditional, !field.when.empty()) << name;
    EXPECT_EQ(field.type == codec::Type::enumeration, !field.allowed.empty()) << name;
    EXPECT_TRUE(field.choice.empty() || field.choice.back() != '.') << name << ": the page adds the stop";
    if (field.nested) expectNotes(field.nested(), name);
  }
}

TEST(Catalog, EveryFieldIsExplained) {
  for (Api const& api : catalog()) {
    EXPECT_TRUE(isSentence(api.purpose)) << api.name;
    EXPECT_TRUE(api.docPage.starts_with("https://docs.alipayplus.com/")) << api.name;
    EXPECT_TRUE(api.path.starts_with("/aps/api/v1/")) << api.name;
    EXPECT_TRUE(api.path.ends_with(fmt::format("/{}", api.name))) << api.path;
    expectNotes(api.request, pageName(api));
    expectNotes(api.response, pageName(api));
    EXPECT_EQ(api.response.empty() ? "" : api.response.front().name, "result") << api.name;
  }
}

TEST(Catalog, EveryCodeIsExplainedAndUsed) {
  std::set<std::string_view> known, used;
  for (ResultCode const& code : resultCodes()) {
    EXPECT_TRUE(known.insert(code.code).second) << code.code << " stands twice";
    EXPECT_FALSE(code.message.empty()) << code.code;
    EXPECT_TRUE(isSentence(code.meaning) && isSentence(code.next)) << code.code;
  }
  auto const use = [&](std::span<ApiCode const> codes, std::string_view api) {
    std::set<std::string_view> own;
    for (ApiCode const& row : codes) {
      EXPECT_NE(findResultCode(row.code), nullptr) << row.code << " of " << api;
      EXPECT_TRUE(own.insert(row.code).second) << row.code << " stands twice in " << api;
      EXPECT_TRUE(row.when.empty() || isSentence(row.when)) << row.code << " of " << api;
      used.insert(row.code);
    }
  };
  use(lineCodes(), "every API");
  for (Api const& api : catalog()) {
    use(api.codes, api.name);
    ASSERT_FALSE(api.codes.empty()) << api.name;
    EXPECT_EQ(api.codes.front().code, "SUCCESS") << api.name;
  }
  EXPECT_EQ(used, known) << "every code of the table is answered by some API";
}

TEST(Catalog, HasEveryApiOnceInEachDirection) {
  std::set<std::string> names;
  for (Api const& api : catalog()) EXPECT_TRUE(names.insert(pageName(api)).second) << pageName(api);
  EXPECT_EQ(names.size(), 30u);
  EXPECT_EQ(findApi("pay", Role::wallet), nullptr);
  EXPECT_EQ(api("pay", Role::acquirer).callee, Role::alipayplus);
}

}  // namespace
}  // namespace aplus::test
