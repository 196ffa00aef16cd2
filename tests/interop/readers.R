# Opens the sample result in R with ncdf4: readers.R FOLDER. Dimensions come in reverse order.
suppressPackageStartupMessages(library(ncdf4))
options(warn = 2)
folder <- commandArgs(trailingOnly = TRUE)[1]
file <- nc_open(file.path(folder, "sample.nc"))

sizes <- sapply(file$dim, function(d) d$len)
stopifnot(sizes[["run"]] == 6, sizes[["time"]] == 8, sizes[["gemeente"]] == 2)

spent <- ncvar_get(file, "gemeente_public_cost")
stopifnot(identical(dim(spent), c(2L, 8L, 6L)))            # gemeente, time, run
stopifnot(spent[2, 3, 4] == 1000 * 4 + 100 * 1 + 10 * 2 + 1)
stopifnot(all(is.na(spent[, , 6])))

stopifnot(identical(as.vector(ncvar_get(file, "gemeente")), c("GM0363", "GM1966")))
stopifnot(identical(as.vector(ncvar_get(file, "gemeente_name")), c("Amsterdam", "Het Hogeland")))
stopifnot(identical(as.vector(ncvar_get(file, "variant")), c("basis", "groei")))
stopifnot(identical(as.vector(ncvar_get(file, "status")), c(1L, 1L, 1L, 1L, 1L, 2L)))
stopifnot(grepl("ran below zero", ncvar_get(file, "error_text")[6]))

stopifnot(ncatt_get(file, "gemeente_public_cost", "units")$value == "EUR")
stopifnot(ncatt_get(file, "gemeente_public_cost", "long_name")$value == "public cost")
label <- ncatt_get(file, "gemeente_public_cost", "label_nl")$value
Encoding(label) <- "UTF-8"
stopifnot(identical(label, "Uitgegeven geld (\u20ac)"))
stopifnot(ncatt_get(file, "time", "units")$value == "days since 2018-01-01 00:00:00")
stopifnot(ncatt_get(file, 0, "seed")$value == 20261122)

stopifnot(identical(as.vector(ncvar_get(file, "parameters/path")),
                    c("gemeente.reach", "prices.gas")))
stopifnot(identical(dim(ncvar_get(file, "schedule/seconds")), c(2L, 6L)))
stopifnot(startsWith(ncvar_get(file, "provenance/resolved_yaml"), "name: sample"))
nc_close(file)
cat("R reads what was written\n")
