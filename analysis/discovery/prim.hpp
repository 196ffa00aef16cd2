#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace opschaling::analysis {

/// Points of a sweep and which of them are of interest.
struct Cases {
    std::size_t inputs{0};
    std::vector<double> values; ///< [case * inputs + input]
    std::vector<std::uint8_t> is_of_interest;
    /// Inputs whose values are categories 0, 1, 2, ... without an order.
    std::vector<std::uint8_t> is_category;

    [[nodiscard]] std::size_t count() const { return is_of_interest.size(); }

    [[nodiscard]] double at(std::size_t point, std::size_t input) const {
        return values[point * inputs + input];
    }
};

/// What a box asks of one input.
struct BoxLimit {
    double low{0.0}; ///< included; lowest() where the input is free below
    double high{0.0};
    std::vector<double> categories; ///< those inside; empty when all are
    /// How likely that the others' box would hold so many cases with this limit by chance alone
    /// (Bryant and Lempert 2010); 1 for an input that is free.
    double quasi_p{1.0};

    [[nodiscard]] bool is_free() const;
    [[nodiscard]] bool holds(double value) const;
};

/// A box of inputs, and how well it marks what is of interest.
struct Box {
    std::vector<BoxLimit> limits; ///< by input
    double coverage{0.0};         ///< of all cases of interest, the part inside
    double density{0.0};          ///< of all inside, the part of interest
    double mass{0.0};             ///< of all cases, the part inside

    [[nodiscard]] std::size_t restricted() const;
    [[nodiscard]] bool holds(Cases const& cases, std::size_t point) const;
    /// Harmonic mean of coverage and density.
    [[nodiscard]] double balance() const;
};

struct PrimOptions {
    double alpha{0.05};         ///< the part of the cases in the box that a peel takes off
    double paste_alpha{0.05};   ///< the part that a paste gives back
    double least_mass{0.05};    ///< a box holds at least this part of all cases
    double quasi_p_limit{0.05}; ///< a limit less sure than this is dropped
    std::size_t most_boxes{3};
    std::size_t refits{20}; ///< on half samples, to see which limits come back
    std::uint32_t seed{1};
};

/// One region of interest, with the whole path of boxes that led to it.
struct FoundBox {
    Box box; ///< the best balanced of the path, without unsure limits, on all cases
    std::vector<Box> path;
    /// Coverage and density on the third of the cases that the box of the other two thirds did not
    /// see. NaN when there are too few.
    double held_out_coverage{0.0};
    double held_out_density{0.0};
    /// By input: in how many of the refits it was restricted.
    std::vector<std::size_t> returned;
    std::size_t refits{0};
};

struct PrimResult {
    std::size_t cases{0};
    std::size_t of_interest{0};
    std::vector<FoundBox> boxes; ///< each on the cases that those before it left
    /// Fewer than 200 cases or 20 of interest: boxes then say little.
    bool has_few_cases{false};
};

/// Boxes in which cases of interest are dense (PRIM, Friedman and Fisher 1999), by peeling the part
/// with the best gain of density for its size (Kwakkel and Jaxa-Rozen 2016), then pasting.
[[nodiscard]] PrimResult find_boxes(Cases const& cases, PrimOptions const& options = {});

/// A box by its limits alone, weighed on these cases.
void weigh(Box& box, Cases const& cases, std::span<std::size_t const> points,
           std::size_t of_interest);

/// The cases by rank of each input, [input][rank] = case: what peeling walks along.
using Orders = std::vector<std::vector<std::size_t>>;

/// The path of boxes from all points to the smallest, then the pasted one, in the order made.
[[nodiscard]] std::vector<Box> peel_and_paste(Cases const& cases,
                                              std::vector<std::size_t> const& points,
                                              PrimOptions const& options);

/// P(at least `hits` of `trials`) with chance p each.
[[nodiscard]] double binomial_tail(std::size_t hits, std::size_t trials, double p);

} // namespace opschaling::analysis
