"""Sources that can be compiled as one: units that name nothing in two ways. Used by .ci/tidy and, where the
sanitizers' builds are configured (cmake/units.cmake), as a program:
python3 .ci/units.py SIZE < "target;source" lines > CMake code that names the unit of each source.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

DEFINED = re.compile(r"(?!static_assert)(?:(?:struct|class|enum class|enum|using) (\w+)|\w[\w:<>,&*\[\]() ]*?\b(\w+)(?:[({\[]| =))")


def names_of(source):
    """Name to what it stands for: what a source defines in unnamed namespaces, and its short names for
    what others define. Reads the layout that clang-format gives."""
    names, inside = {}, False
    for line in source.read_text().splitlines():
        if line.startswith("namespace ") and " = " in line:
            names[line.split()[1]] = line
        elif line.startswith(("namespace ", "} // namespace")):
            inside = line == "namespace {"
        elif line.startswith("using ") and "=" not in line:
            names[line[6:-1].split("::")[-1]] = line
        elif (inside or line.startswith(("using ", "static "))) and (found := DEFINED.match(line)):
            names[found[1] or found[2]] = source
    return names


IN_HEADER = re.compile(
    r"^(?:struct|class|enum class|enum|using) (\w+)[^;\n]*(?:;|$)"
    r"|^(?:\[\[nodiscard\]\] )?(?:inline |constexpr |template <[^\n]*> )*[\w:<>,&* ]+? [&*]?(\w+)\(", re.MULTILINE)


def defined_in_headers(layer, known={}):
    """Types and functions that the headers of a layer define, by their short names."""
    if layer not in known:
        known[layer] = {name for header in (ROOT / layer).rglob("*.hpp")
                        for found in IN_HEADER.findall(header.read_text()) for name in found if name}
    return known[layer]


LAYERS = ("app", "analysis", "models", "scenarios", "sim", "tests/support")


def stays_alone(source, names):
    """A source that has a name of its own layer's headers for itself, or takes one from another layer; of a test
    any name that a header has, since tests take whole namespaces."""
    layer = source.relative_to(ROOT).parts[0]
    own = {name for name, what in names.items() if what == source}
    taken = set(names) - own
    if layer == "tests":
        return any(own & defined_in_headers(each) for each in LAYERS)
    return bool((own | taken) & defined_in_headers(layer))


def opened_by(source):
    """The namespaces whose every name a source takes."""
    return tuple(sorted({line for line in source.read_text().splitlines() if line.startswith("using namespace ")}))


def units_of(jobs, size):
    """Jobs with the same flags, of neighbouring sources, in units that define no name twice."""
    alike = {}
    for job in sorted(jobs, key=lambda job: job["source"]):
        alike.setdefault((job["flags"], opened_by(job["source"])), []).append(job)
    units = []
    for same in alike.values():
        open_units = []
        for job in same:
            names = names_of(job["source"])
            if stays_alone(job["source"], names):
                units.append([job])
                continue
            for unit in open_units:
                if len(unit["jobs"]) < size and all(unit["names"].get(name, what) == what
                                                         for name, what in names.items()):
                    break
            else:
                unit = {"jobs": [], "names": {}}
                open_units.append(unit)
            unit["jobs"].append(job)
            unit["names"] |= names
        units += [unit["jobs"] for unit in open_units]
    return sorted(units, key=len, reverse=True)


def main():
    jobs = []
    for line in sys.stdin.read().splitlines():
        target, source = line.split(";")
        jobs.append({"flags": target, "source": pathlib.Path(source)})
    for unit in units_of(jobs, int(sys.argv[1])):
        sources = " ".join(f'"{job["source"]}"' for job in unit)
        name = "_".join(unit[0]["source"].relative_to(ROOT).with_suffix("").parts)  # stays when others change
        print(f"set_source_files_properties({sources} TARGET_DIRECTORY {unit[0]['flags']}\n"
              f"    PROPERTIES UNITY_GROUP {name})")


if __name__ == "__main__":
    main()
