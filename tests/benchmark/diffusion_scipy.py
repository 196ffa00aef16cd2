"""The common diffusion job in scipy's sparse form: diffusion_scipy.py FOLDER

FOLDER holds the network in compressed rows, `starts` and `targets`, as 32-bit numbers. Prints the processor
seconds of 360 steps, without reading the network, and how many adopted.
"""
import pathlib
import sys
import time

import numpy
import scipy.sparse

folder = pathlib.Path(sys.argv[1])
starts = numpy.fromfile(folder / "starts", numpy.int32)
targets = numpy.fromfile(folder / "targets", numpy.int32)
agents = len(starts) - 1
degrees = numpy.diff(starts).astype(numpy.float32)
# One multiplication gives the share of the neighbours that adopted, in the narrowest numbers that scipy takes.
weights = numpy.repeat(numpy.float32(0.03) / numpy.maximum(degrees, 1), numpy.diff(starts))
ties = scipy.sparse.csr_matrix((weights, targets, starts), shape=(agents, agents))
adopted = numpy.zeros(agents, numpy.float32)
throws = numpy.random.default_rng(42)

begun = time.process_time()
for _ in range(360):
    lands = throws.random(agents, numpy.float32) < numpy.float32(0.0005) + ties @ adopted
    adopted[lands] = 1
print(time.process_time() - begun, int(adopted.sum()))
