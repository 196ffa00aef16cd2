#!/usr/bin/env python3
"""notices.py METAFILE: every library that is bundled into the pages is named in their notices and in
THIRD_PARTY.md, and nothing else is. METAFILE is what esbuild says it bundled."""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def bundled(metafile):
    (output,) = json.loads(metafile.read_text())["outputs"].values()
    own = "analysis/page/"
    found = set()
    for file, share in output["inputs"].items():
        if share["bytesInOutput"] > 0 and own not in file and "page/wording/" not in file:
            module = re.search(r"(?:nodejs|node_modules)/((?:@[^/]+/)?[^/]+)/", file)
            found.add(module[1] if module else file)
    return found


def main():
    modules = bundled(pathlib.Path(sys.argv[1]))
    if not modules:
        sys.exit("nothing is said to be bundled: is this the file of esbuild?")
    wrong = []
    notices = (ROOT / "analysis/page/notices.hpp").read_text()
    named = set(re.findall(r"\bd3-[a-z]+(?:-[a-z]+)*\b", notices))
    wrong += [f"{module} is inside the pages and not in their notices" for module in modules - named]
    wrong += [f"{module} is in the notices of pages that do not hold it" for module in named - modules]
    listed = (ROOT / "THIRD_PARTY.md").read_text()
    wrong += [f"{module} is inside the pages and not in THIRD_PARTY.md" for module in sorted(modules)
              if not re.search(rf"\b{re.escape(module)}\b(?!-)", listed)]
    wrong += licences_missing(listed)
    if wrong:
        sys.exit("\n".join(sorted(wrong)))
    print(f"{len(modules)} libraries inside the pages, all with their notices")


def licences_missing(listed):
    """Every Debian package that a build or a test asks for, by the word that THIRD_PARTY.md has for it."""
    words = {"libboost1.74-dev": "Boost", "libcli11-dev": "CLI11", "libcpp-httplib-dev": "cpp-httplib",
             "libeigen3-dev": "Eigen", "libfmt-dev": "fmt", "libhdf5-dev": "HDF5", "libisal-dev": "ISA-L",
             "libpugixml-dev": "pugixml",
             "libssl-dev": "OpenSSL", "libtbb-dev": "oneTBB", "libyaml-cpp-dev": "yaml-cpp", "libzip-dev": "libzip",
             "nlohmann-json3-dev": "nlohmann/json", "libopenmpi-dev": "Open MPI", "node-d3-format": "d3-format",
             "node-d3-scale": "d3-scale", "node-d3-shape": "d3-shape", "esbuild": "esbuild"}
    tools = {"ccache", "cmake", "g++", "ninja-build"}
    asked = {line.split("#")[0].strip() for line in (ROOT / ".ci/packages-build.txt").read_text().splitlines()}
    unknown = {package for package in asked - {""} - tools if words.get(package, "") not in listed or
               package not in words}
    return [f"{package} is built with and not in THIRD_PARTY.md" for package in unknown]


if __name__ == "__main__":
    main()
