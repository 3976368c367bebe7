#include "inspect/doctor/search.h"

#include <algorithm>

namespace aplus::inspect {

/// A variant with one mistake in it. What was not changed is empty and taken from the message.
struct Search::Single {
  Mistake const* mistake;
  std::size_t row;
  std::string detail;
  std::optional<Head> head;
  std::optional<std::string> body;
  unsigned fields = 0;  ///< which of kHeadFields are not as in the message
};

namespace {

constexpr std::string Head::* kHeadFields[] = {&Head::method,   &Head::gap,  &Head::uri,  &Head::lineEnd,
                                               &Head::clientId, &Head::dot1, &Head::time, &Head::dot2};

unsigned changedFields(Head const& from, Head const& to) {
  unsigned changed = 0;
  for (unsigned i = 0; i < std::size(kHeadFields); ++i) {
    if (from.*kHeadFields[i] != to.*kHeadFields[i]) changed |= 1u << i;
  }
  return changed;
}

/// Every kind, in the order in which a program does these things.
std::vector<Mistake const*> allRows() {
  std::vector<Mistake const*> rows;
  for (auto const* table : {&headMistakes(), &timeMistakes(), &jsonMistakes(), &bodyMistakes(), &contentMistakes()}) {
    for (Mistake const& mistake : *table) rows.push_back(&mistake);
  }
  // Those with very many variants come last.
  std::stable_partition(rows.begin(), rows.end(), [](Mistake const* row) { return !row->alone; });
  return rows;
}

}  // namespace

Search::Search(DoctorInput input, Target target) : input_(std::move(input)), target_(std::move(target)), rows_(allRows()) {
  head_.method = input_.method;
  head_.uri = input_.uri.substr(0, input_.uri.find('?'));
  head_.clientId = input_.clientId;
  head_.time = input_.time;
}

bool Search::advance(std::uint64_t candidates) {
  std::uint64_t const stop = tried_ + candidates;
  while (!found_ && tried_ < stop) {
    if (!triedAsIs_) {
      triedAsIs_ = true;
      setHead(head_);
      tryKept(input_.body, nullptr);
    } else if (nextRow_ < rows_.size()) {
      nextSingles();
    } else if (nextPair_ < singles_.size()) {
      nextPairs();
    } else {
      flush();
      return true;
    }
  }
  return found_.has_value();
}

std::uint64_t Search::expected() const {
  constexpr std::uint64_t kBeforeCounting = 60'000;
  return std::max(tried_, expected_ > 0 ? expected_ : kBeforeCounting);
}

void Search::setHead(Head const& head) {
  headText_ = std::make_shared<std::string>(head.join());
  prefix_ = std::make_shared<crypto::Sha256Prefix>(*headText_);
}

/// For contents that replace head and body.
void Search::setNoHead() {
  static auto const nothing = std::make_shared<std::string>();
  static auto const empty = std::make_shared<crypto::Sha256Prefix>();
  headText_ = nothing;
  prefix_ = empty;
}

void Search::tryKept(std::string const& body, Single const* first) { submit({prefix_, headText_, &body, {}, first}); }

void Search::tryKept(std::string const& body, Single const* first, Single const& second) {
  submit({prefix_, headText_, &body, {}, first, second.mistake, &second.detail});
}

void Search::tryKept(std::string const& body, Single const* first, Mistake const* second, std::string detail) {
  submit({prefix_, headText_, &body, {}, first, second, nullptr, std::move(detail)});
}

void Search::tryOwn(TextVariant variant, Single const* first, Mistake const* second) {
  submit({prefix_, headText_, nullptr, std::move(variant.text), first, second, nullptr, std::move(variant.detail)});
}

void Search::submit(Candidate candidate) {
  ++tried_;
  waiting_.push_back(std::move(candidate));
  if (waiting_.size() == crypto::Sha256Lanes::kLanes || !target_.isPlainSha256()) flush();
}

void Search::flush() {
  if (waiting_.empty() || found_) return;
  std::array<crypto::Sha256Prefix const*, crypto::Sha256Lanes::kLanes> prefixes{};
  std::array<std::string_view, crypto::Sha256Lanes::kLanes> ends;
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    prefixes[i] = waiting_[i].prefix.get();
    ends[i] = waiting_[i].body();
  }
  std::array<crypto::Sha256Digest, crypto::Sha256Lanes::kLanes> digests;
  if (target_.isPlainSha256()) digests = crypto::Sha256Lanes::hash(prefixes, ends);
  for (std::size_t i = 0; i < waiting_.size() && !found_; ++i) {
    Candidate const& candidate = waiting_[i];
    bool const fits = target_.isPlainSha256()
                          ? std::equal(digests[i].begin(), digests[i].end(), target_.digest.begin(),
                                       [](std::uint8_t a, char b) { return a == static_cast<unsigned char>(b); })
                          : target_.matches(*candidate.head + candidate.body());
    if (!fits) continue;
    Found found{{}, *candidate.head + candidate.body()};
    if (candidate.first != nullptr) found.mistakes.push_back({candidate.first->mistake, candidate.first->detail});
    if (candidate.second != nullptr) {
      found.mistakes.push_back({candidate.second, candidate.keptDetail != nullptr ? *candidate.keptDetail : candidate.ownDetail});
    }
    found_ = std::move(found);
  }
  waiting_.clear();
}

/// The variants of one more row.
void Search::nextSingles() {
  std::size_t const row = nextRow_++;
  Mistake const& mistake = *rows_[row];
  firstOfRow_.push_back(singles_.size());
  auto const keep = [&](Single single) -> Single const* {
    singles_.push_back(std::make_shared<Single const>(std::move(single)));
    return singles_.back().get();
  };
  if (mistake.ofHead != nullptr) {
    for (HeadVariant& variant : mistake.ofHead(head_, input_)) {
      unsigned const fields = changedFields(head_, variant.head);
      Single const* const single = keep({&mistake, row, std::move(variant.detail), std::move(variant.head), std::nullopt, fields});
      setHead(*single->head);
      tryKept(input_.body, single);
    }
  } else if (mistake.ofBody != nullptr) {
    setHead(head_);
    for (TextVariant& variant : mistake.ofBody(input_.body, input_)) {
      Single const* const single = keep({&mistake, row, std::move(variant.detail), std::nullopt, std::move(variant.text)});
      tryKept(*single->body, single);
    }
  } else {
    setNoHead();
    for (TextVariant& variant : mistake.ofContent(head_.join() + input_.body)) tryOwn(std::move(variant), nullptr, &mistake);
  }
  if (nextRow_ == rows_.size()) {
    std::uint64_t heads = 0, bodies = 0, all = 0;
    for (auto const& single : singles_) {
      if (single->mistake->alone) continue;
      ++all;
      ++(single->head ? heads : bodies);
    }
    expected_ = tried_ + heads * bodies + heads * heads / 2 + bodies * bodies / 2 + all * 50;
  }
}

/// One more thing that goes with a single, so that a step stays small however long the body is: each of
/// the other bodies, then each row, then what happens to whole contents.
void Search::nextPairs() {
  Single const& single = *singles_[nextPair_];
  std::size_t const bodies = single.head ? singles_.size() : 0;
  std::size_t const rows = rows_.size() - single.row - 1;
  std::size_t const at = nextSecond_++;
  if (single.mistake->alone || at == bodies + rows) {
    if (!single.mistake->alone) pairContent(single);
    ++nextPair_;
    nextSecond_ = 0;
    return;
  }
  if (at == 0) setHead(single.head ? *single.head : head_);
  if (at < bodies) {
    Single const& other = *singles_[at];
    if (other.body && !other.mistake->alone) tryKept(*other.body, &single, other);
    return;
  }
  std::size_t const row = single.row + 1 + at - bodies;
  if (rows_[row]->alone || (rows_[row]->pieces & single.mistake->pieces) != 0) return;
  if (single.head) pairHead(single, row);
  else pairBody(single, *rows_[row]);
}

/// Where the second changes other fields than the first its variants are known already; only what touches the same text
/// is made anew from what the first left.
void Search::pairHead(Single const& single, std::size_t row) {
  if (rows_[row]->ofHead == nullptr) return;
  std::size_t const begin = firstOfRow_[row];
  std::size_t const end = row + 1 < firstOfRow_.size() ? firstOfRow_[row + 1] : singles_.size();
  bool const apart = std::all_of(singles_.begin() + std::ptrdiff_t(begin), singles_.begin() + std::ptrdiff_t(end),
                                 [&](auto const& other) { return (other->fields & single.fields) == 0; });
  if (!apart) {
    for (HeadVariant& variant : rows_[row]->ofHead(*single.head, input_)) {
      setHead(variant.head);
      tryKept(input_.body, &single, rows_[row], std::move(variant.detail));
    }
    return;
  }
  for (std::size_t i = begin; i < end; ++i) {
    Single const& other = *singles_[i];
    Head both = *single.head;
    for (unsigned field = 0; field < std::size(kHeadFields); ++field) {
      if ((other.fields >> field & 1u) != 0) both.*kHeadFields[field] = (*other.head).*kHeadFields[field];
    }
    setHead(both);
    tryKept(input_.body, &single, other);
  }
}

void Search::pairBody(Single const& single, Mistake const& second) {
  if (second.ofBody == nullptr) return;
  for (TextVariant& variant : second.ofBody(*single.body, input_)) tryOwn(std::move(variant), &single, &second);
}

void Search::pairContent(Single const& single) {
  std::string const content = (single.head ? *single.head : head_).join() + (single.body ? *single.body : input_.body);
  setNoHead();
  for (Mistake const& second : contentMistakes()) {
    for (TextVariant& variant : second.ofContent(content)) tryOwn(std::move(variant), &single, &second);
  }
}

}  // namespace aplus::inspect
