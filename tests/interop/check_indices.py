"""check_indices.py FOLDER: what write_designs wrote, against OpenTURNS (Debian's python3-openturns).

The Sobol' sequence must be the same numbers in its first two dimensions; from the third on OpenTURNS has
older direction numbers than Joe and Kuo's of 2008, which a unit test has from SciPy. On the same points and figures OpenTURNS' estimators of
Jansen and Saltelli must give our indices: its sums are divided by n - 1 where ours are by n, and its
variance is of A alone, hence the tolerance.
"""
import csv
import pathlib
import sys

import openturns as ot

folder = pathlib.Path(sys.argv[1])


def rows(name):
    with open(folder / name, newline="") as file:
        return [[float(cell) for cell in row] for row in csv.reader(file)]


def near(ours, theirs, tolerance, what):
    if abs(ours - theirs) > tolerance:
        sys.exit(f"{what}: {ours} here, {theirs} in OpenTURNS")


ours = rows("sobol.csv")
theirs = ot.SobolSequence(len(ours[0])).generate(len(ours) - 1)
if any(ours[0]):
    sys.exit("point 0 is not the origin")
for number, (one, other) in enumerate(zip(ours[1:], theirs), start=1):
    if list(one[:2]) != list(other[:2]):
        sys.exit(f"point {number} of the Sobol' sequence: {one[:2]} here, {list(other[:2])} in OpenTURNS")

for name in ("ishigami", "g8"):
    table = rows(f"{name}_points.csv")
    indices = rows(f"{name}_indices.csv")
    inputs = len(indices)
    size = len(table) // (inputs + 2)
    points = ot.Sample([row[:-1] for row in table])
    figures = ot.Sample([[row[-1]] for row in table])
    jansen = ot.JansenSensitivityAlgorithm(points, figures, size)
    saltelli = ot.SaltelliSensitivityAlgorithm(points, figures, size)
    for i, (first, total, first_saltelli, first_jansen) in enumerate(indices):
        label = f"{name}, input {i + 1}"
        near(first_jansen, jansen.getFirstOrderIndices()[i], 0.01, f"{label}, S by Jansen")
        near(total, jansen.getTotalOrderIndices()[i], 0.01, f"{label}, ST by Jansen")
        near(first_saltelli, saltelli.getFirstOrderIndices()[i], 0.02, f"{label}, S by Saltelli")
        near(first, jansen.getFirstOrderIndices()[i], 0.02, f"{label}, S by Janon")
print(f"the Sobol' sequence and the indices of two functions agree with OpenTURNS {ot.__version__}")
