"""Opens the sample result as its users will: readers.py FOLDER, with Debian's Python."""

import sys
import unittest
from pathlib import Path

import h5py
import netCDF4
import numpy as np
import xarray as xr

FOLDER = Path(sys.argv.pop())
SAMPLE = FOLDER / "sample.nc"
SIZES = {"run": 6, "variant": 2, "replication": 3, "time": 8, "year": 2, "land": 1, "gemeente": 2}
GROUPS = ["parameters", "changes", "schedule", "provenance", "contents"]
REASON = "the queue of a station ran below zero – één keer"


def expected(run, series, steps, members):
    """What sample_result() writes: 1000 (run + 1) + 100 series + 10 step + member."""
    step, member = np.mgrid[0:steps, 0:members]
    return 1000.0 * (run + 1) + 100 * series + 10 * step + member


class Xarray:
    """Both engines see the same: run for each below."""

    def open(self, **options):
        return xr.open_dataset(SAMPLE, engine=self.engine, **options)

    def test_dimensions_are_named(self):
        with self.open() as data:
            self.assertEqual(dict(data.sizes), SIZES)

    def test_figures_are_found_by_label(self):
        with self.open() as data:
            spent = data.gemeente_public_cost.sel(gemeente="GM1966").isel(run=3)
            np.testing.assert_array_equal(spent, expected(3, 1, 8, 2)[:, 1])
            np.testing.assert_array_equal(data.projects.isel(run=0), expected(0, 2, 2, 2))
            self.assertEqual(data.homes_gas_free.dims, ("run", "time", "land"))
            self.assertEqual(data.homes_gas_free.dtype, np.float32)
            self.assertEqual(str(data.homes_gas_free.time.values[0])[:10], "2025-01-01")
            self.assertEqual(str(data.homes_gas_free.time.values[-1])[:10], "2026-10-01")
            self.assertEqual(list(data.quarter.values[[0, -1]]), ["2025-Q1", "2026-Q4"])

    def test_a_failed_run_is_a_row_without_figures(self):
        with self.open() as data:
            self.assertTrue(np.isnan(data.homes_gas_free.isel(run=5)).all())
            self.assertEqual(list(data.status.values), [1, 1, 1, 1, 1, 2])
            self.assertEqual(list(data.error_text.values), [""] * 5 + [REASON])

    def test_every_variable_says_what_it_is(self):
        with self.open(decode_cf=False) as data:
            for name, variable in data.variables.items():
                self.assertIn("long_name", variable.attrs, name)
                if variable.dtype.kind in "iuf":
                    self.assertIn("units", variable.attrs, name)
            self.assertEqual(data.gemeente_public_cost.attrs["units"], "EUR")
            self.assertEqual(data.gemeente_public_cost.attrs["label_nl"], "Uitgegeven geld (€)")
            self.assertEqual(data.gemeente_public_cost.attrs["long_name"], "public cost")

    def test_the_study_is_told(self):
        with self.open() as data:
            self.assertEqual(data.attrs["title_nl"], "Voorbeeld: één gemeente voorop")
            self.assertEqual(data.attrs["complete"], 1)
            self.assertEqual(data.attrs["seed"], 20261122)
            self.assertEqual(list(data.variant.values), ["basis", "groei"])
            self.assertEqual(list(data.gemeente_name.values), ["Amsterdam", "Het Hogeland"])

    def test_groups_open_by_name(self):
        for group in GROUPS:
            with self.open(group=group) as data:
                self.assertFalse([d for d in data.sizes if d.startswith("phony")], group)
        with self.open(group="parameters") as data:
            self.assertEqual(list(data.path.values), ["gemeente.reach", "prices.gas"])
            self.assertIn("m³", str(data.meaning.values[1]))
            self.assertEqual(list(data.assumption.values), [1, 0])
        with self.open(group="schedule") as data:
            self.assertEqual(data.seconds.dims, ("run", "phase"))
        with self.open(group="provenance") as data:
            self.assertTrue(str(data.resolved_yaml.values).startswith("name: sample"))
            self.assertEqual(data.attrs["world_homes"], 3e9)

    def test_an_unfinished_result_opens_too(self):
        with xr.open_dataset(FOLDER / "begun.nc.part", engine=self.engine) as data:
            self.assertEqual(list(data.status.values), [1, 1, 0, 0, 0, 0])
            self.assertEqual(float(data.homes_gas_free[1, 0, 0]), 2000.0)
            self.assertTrue(np.isnan(data.homes_gas_free.isel(run=2)).all())

    def test_tables_open_too(self):
        with xr.open_dataset(FOLDER / "tables.nc", engine=self.engine, group="gemeenten") as data:
            self.assertEqual(list(data.code.values), ["GM0363", "GM1966"])
            self.assertEqual(list(data.homes.values), [400000, 20000])
            self.assertEqual(data.homes.dims, ("row",))


class XarrayByNetcdf4(Xarray, unittest.TestCase):
    engine = "netcdf4"


class XarrayByH5netcdf(Xarray, unittest.TestCase):
    engine = "h5netcdf"


class Netcdf4(unittest.TestCase):
    def test_dimensions_and_texts(self):
        with netCDF4.Dataset(SAMPLE) as data:
            self.assertEqual({n: len(d) for n, d in data.dimensions.items()}, SIZES)
            self.assertEqual(list(data.groups), GROUPS)
            self.assertEqual(data["error_text"][5], REASON)
            self.assertEqual(data["gemeente_public_cost"].comment, "Public money paid out, in euros of 2024.")
            self.assertTrue(np.ma.getmaskarray(data["homes_gas_free"][5]).all())


class H5py(unittest.TestCase):
    def test_dimensions_carry_their_scales(self):
        with h5py.File(SAMPLE) as data:
            names = [dimension[0].name for dimension in data["gemeente_public_cost"].dims]
            self.assertEqual(names, ["/run", "/time", "/gemeente"])
            self.assertEqual(data["gemeente"].asstr()[0], "GM0363")
            self.assertEqual(data["gemeente_public_cost"].attrs["label_nl"], "Uitgegeven geld (€)")
            self.assertEqual(data["error_text"].asstr()[5], REASON)

    def test_figures_are_compressed_and_checked_by_sums(self):
        with h5py.File(SAMPLE) as data:
            for name in ["homes_gas_free", "gemeente_public_cost", "projects"]:
                self.assertEqual(data[name].compression, "gzip")
                self.assertTrue(data[name].shuffle)
                self.assertTrue(data[name].fletcher32)
                self.assertTrue(np.isnan(data[name].fillvalue))

    def test_no_type_is_used_that_some_reader_fails_on(self):
        def look(name, item):
            if not isinstance(item, h5py.Dataset):
                return
            text = h5py.check_string_dtype(item.dtype)
            if text:
                self.assertIsNone(text.length, f"{name} has text of fixed length")
                self.assertEqual(text.encoding, "utf-8", name)
            else:
                self.assertIn(item.dtype.kind, "iuf", name)
                self.assertIsNone(h5py.check_enum_dtype(item.dtype), name)

        for file in ["sample.nc", "begun.nc.part", "tables.nc"]:
            with h5py.File(FOLDER / file) as data:
                data.visititems(look)


if __name__ == "__main__":
    unittest.main()
