#pragma once

#include "models/learning/believe.hpp"

namespace opschaling::models {

/// A gemeente that composes an approach for one of its wijken: it expects what it believes, with
/// the record of each technology, and sees in a try-out what is true, with an error that belongs to
/// the wijk and the variant.
class JudgeHere final : public Judge {
public:
    /// What is passed in must outlive the judge.
    JudgeHere(Turn const& turn, Receiver const& receiver, TechnologyRecord const& record,
              bool tries_out);

    [[nodiscard]] double expects(Approach const& approach) const override;
    [[nodiscard]] double certainty(std::size_t module, Variant variant) const override;
    [[nodiscard]] double shows(Approach const& approach, std::size_t module) const override;
    [[nodiscard]] double try_certainty() const override;

private:
    [[nodiscard]] double seen_of(Approach const& approach) const;

    Turn const& turn_;
    Receiver const& receiver_;
    TechnologyRecord const& record_;
    bool tries_out_;
};

} // namespace opschaling::models
