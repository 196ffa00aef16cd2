"""Opens a made-up sweep as its users will: sweep_readers.py FOLDER, with Debian's Python."""

import sys
import unittest
from pathlib import Path

import h5py
import netCDF4
import numpy as np
import xarray as xr

SWEEP = Path(sys.argv.pop()) / "sweep.nc"
RUNS = 9 * 4 * 2  # points, replications, policies
REASON = "the price of gas lies beyond what the model is for"


class Xarray:
    """Both engines see the same: run for each below."""

    def open(self, **options):
        return xr.open_dataset(SWEEP, engine=self.engine, **options)

    def test_every_column_is_over_runs(self):
        with self.open() as data:
            self.assertEqual(data.sizes["run"], RUNS)
            for name in ["gas_price", "rule", "homes", "cost", "status", "run_point"]:
                self.assertEqual(data[name].dims, ("run",), name)
            self.assertEqual(data.homes_gas_free.dims[:2], ("run", "time"))

    def test_no_dimension_lost_its_name(self):
        with self.open() as data:
            self.assertFalse([name for name in data.sizes if name.startswith("phony")])

    def test_figures_and_inputs_of_a_run(self):
        with self.open() as data:
            run = data.isel(run=37)
            self.assertEqual(int(run.run_point), 37 // 2 % 9)
            self.assertEqual(float(run.cost), 37.25)
            self.assertEqual(str(data.variant.values[int(run.run_variant)]), "groei")
            self.assertAlmostEqual(float(run.gas_price), 0.5 + 1.5 * (37 // 2 % 9) / 9)

    def test_a_failed_run_is_a_row_without_figures(self):
        with self.open() as data:
            failed = data.status.values == 2
            self.assertEqual(failed.sum(), 4)
            self.assertTrue(np.isnan(data.cost.values[failed]).all())
            self.assertTrue(np.isfinite(data.cost.values[~failed]).all())
            texts = data.error_text.values[data.error_code.values]
            self.assertEqual(set(texts[failed]), {REASON})
            self.assertEqual(set(texts[~failed]), {""})

    def test_columns_say_what_they_are(self):
        with self.open(decode_cf=False) as data:
            for name, variable in data.variables.items():
                self.assertIn("long_name", variable.attrs, name)
            self.assertEqual(data.cost.attrs["units"], "EUR")
            self.assertEqual(data.gas_price.attrs["role"], "uncertainty")
            self.assertEqual(data.rule.attrs["role"], "lever")
            self.assertEqual(data.rule.attrs["flag_meanings"], "none from_2026")

    def test_groups_open(self):
        with self.open(group="points") as points:
            self.assertEqual(points.value.dims, ("point", "input"))
        with self.open(group="inputs") as inputs:
            self.assertEqual(list(inputs.parameter.values), ["price.gas", "rule.heating"])
        with self.open(group="provenance") as provenance:
            self.assertIn("made_up", str(provenance.experiment_yaml.values))


class XarrayNetcdf4(Xarray, unittest.TestCase):
    engine = "netcdf4"


class XarrayH5netcdf(Xarray, unittest.TestCase):
    engine = "h5netcdf"


class Others(unittest.TestCase):
    def test_netcdf4(self):
        with netCDF4.Dataset(SWEEP) as data:
            self.assertEqual(data.schema, "opschaling-sweep/1")
            self.assertEqual(data["homes"].dimensions, ("run",))
            self.assertEqual(len(data.sweep_sha256), 64)

    def test_h5py(self):
        with h5py.File(SWEEP) as data:
            self.assertEqual(data["cost"][2], 2.25)
            self.assertEqual(data["homes"].dims[0][0].name, "/run")


unittest.main(argv=sys.argv[:1])
