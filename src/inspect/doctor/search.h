#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crypto/sha256_lanes.h"
#include "inspect/doctor/mistake.h"
#include "inspect/doctor/target.h"

namespace aplus::inspect {

/// A mistake that was found, and the words that complete its sentence.
struct FoundMistake {
  Mistake const* mistake;
  std::string detail;
};

/// The search for the content that was signed: nothing changed, then one mistake, then two. Goes on in
/// steps as large as asked for, always in the same order, and claims nothing that does not hash to
/// the target.
class Search {
 public:
  Search(DoctorInput input, Target target);

  /// Tries about `candidates` more. True when the search has come to its end.
  bool advance(std::uint64_t candidates);

  bool found() const { return found_.has_value(); }
  std::vector<FoundMistake> const& mistakes() const { return found_->mistakes; }
  std::string const& content() const { return found_->content; }

  std::uint64_t tried() const { return tried_; }
  std::uint64_t expected() const;  ///< about how many there are in all

 private:
  struct Single;
  struct Candidate {
    std::shared_ptr<crypto::Sha256Prefix const> prefix;
    std::shared_ptr<std::string const> head;
    std::string const* kept = nullptr;  ///< a body that outlives the candidate, or
    std::string own;                    ///< one that does not

    std::string const& body() const { return kept != nullptr ? *kept : own; }
    Single const* first = nullptr;
    Mistake const* second = nullptr;
    std::string const* keptDetail = nullptr;  ///< of the second, where it outlives the candidate, or
    std::string ownDetail;                    ///< where it does not
  };
  struct Found {
    std::vector<FoundMistake> mistakes;
    std::string content;
  };

  void setHead(Head const& head);
  void tryKept(std::string const& body, Single const* first);
  void tryKept(std::string const& body, Single const* first, Single const& second);
  void tryKept(std::string const& body, Single const* first, Mistake const* second, std::string detail);
  void tryOwn(TextVariant variant, Single const* first, Mistake const* second);
  void setNoHead();
  void submit(Candidate candidate);
  void flush();

  void nextSingles();
  void nextPairs();
  void pairHead(Single const& single, std::size_t row);
  void pairBody(Single const& single, Mistake const& second);
  void pairContent(Single const& single);

  DoctorInput input_;
  Target target_;
  Head head_;

  std::vector<Mistake const*> rows_;
  std::vector<std::shared_ptr<Single const>> singles_;  ///< every variant of every row, as far as they are made
  std::vector<std::size_t> firstOfRow_;                 ///< where each row's variants begin among the singles
  std::size_t nextRow_ = 0;
  std::size_t nextPair_ = 0;
  std::size_t nextSecond_ = 0;  ///< of what goes with the single at nextPair_
  std::uint64_t expected_ = 0;  ///< known once every row has its variants
  bool triedAsIs_ = false;

  std::shared_ptr<crypto::Sha256Prefix const> prefix_;
  std::shared_ptr<std::string const> headText_;
  std::vector<Candidate> waiting_;
  std::uint64_t tried_ = 0;
  std::optional<Found> found_;
};

}  // namespace aplus::inspect
