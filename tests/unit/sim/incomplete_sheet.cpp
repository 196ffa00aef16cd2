// Must not compile: a parameter of this sheet leaves out its unit or its meaning, whichever the
// test asks for with -D.

#include "sim/parameters/declaration.hpp"

struct Incomplete {
    double share_of_something;
};

template <>
struct opschaling::sim::ParameterSheet<Incomplete> {
    static constexpr std::string_view name{"incomplete"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Incomplete::share_of_something, "share_of_something", UNIT, 0, 1, MEANING);
    }
};

std::vector<opschaling::sim::ParameterDeclaration> declare_incomplete(Incomplete& sheet) {
    std::vector<opschaling::sim::ParameterDeclaration> declarations;
    opschaling::sim::declare(sheet, declarations);
    return declarations;
}
