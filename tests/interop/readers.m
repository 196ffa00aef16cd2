% Opens the sample results in Octave with its netCDF package: octave-cli readers.m FOLDER. Dimensions
% come in reverse order, as in R. Text of variable length (codes, names, Dutch labels) is not known to the
% package: it stands in summary.csv. Units and English names are of fixed length, and read.
pkg load netcdf
folder = argv(){1};
file = fullfile(folder, "sample.nc");

spent = ncread(file, "gemeente_public_cost");
assert(size(spent), [2 8 6]);                              % gemeente, time, run
assert(spent(2, 3, 4), 1000 * 4 + 100 * 1 + 10 * 2 + 1);
assert(all(isnan(spent(:, :, 6)(:))));
assert(double(ncread(file, "status"))', [1 1 1 1 1 2]);
assert(ncreadatt(file, "gemeente_public_cost", "units"), "EUR");
assert(ncreadatt(file, "gemeente_public_cost", "long_name"), "public cost");
assert(ncreadatt(file, "time", "units"), "days since 2018-01-01 00:00:00");
assert(ncreadatt(file, "/", "seed"), 20261122);
assert(size(ncread(file, "/schedule/seconds")), [2 6]);

try
  ncread(file, "gemeente");
  error("text can be read now: say so in docs/results_format.md");
catch problem
  assert(! isempty(strfind(problem.message, "unknown type 12")), problem.message);
end

% A sweep: nine points under two policies, four replications, a column a figure.
sweep = fullfile(folder, "sweep.nc");
cost = ncread(sweep, "cost");
assert(numel(cost), 9 * 4 * 2);
assert(cost(38), 37.25);                                   % run 37, counted from one here
failed = ncread(sweep, "status") == 2;
assert(sum(failed), 4);
assert(all(isnan(cost(failed))) && all(isfinite(cost(! failed))));
assert(ncreadatt(sweep, "cost", "units"), "EUR");
disp("Octave reads what was written");
