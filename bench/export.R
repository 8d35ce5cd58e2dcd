# What R reads of an export: every table as CSV and from SQLite, and the keys.
#
#     sinotech export made/csv && sinotech export made/sqlite --format sqlite
#     Rscript bench/export.R made/csv made/sqlite
#
# Needs r-base-core and r-cran-rsqlite. Ends with 1 if anything differs.

folders <- commandArgs(trailingOnly = TRUE)
stopifnot(length(folders) == 2)
suppressPackageStartupMessages(library(DBI))

database <- dbConnect(RSQLite::SQLite(), file.path(folders[2], "sinotech.sqlite"))
names <- sub("\\.csv$", "", list.files(folders[1], pattern = "\\.csv$"))
faults <- 0

fault <- function(...) {
  cat("FAULT:", ..., "\n")
  faults <<- faults + 1
}

for (name in names) {
  path <- file.path(folders[1], paste0(name, ".csv"))
  read <- read.csv(path, na.strings = "", encoding = "UTF-8")
  stored <- dbReadTable(database, name)
  if (!identical(dim(read), dim(stored))) fault(name, "has other rows or columns")
  if (!identical(colnames(read), colnames(stored))) fault(name, "has other names")
  for (column in colnames(read)) {
    if (sum(is.na(read[[column]])) != sum(is.na(stored[[column]]))) {
      fault(name, column, "is empty elsewhere")
    }
  }
  keys <- dbGetQuery(database, sprintf("PRAGMA foreign_key_list(\"%s\")", name))
  for (row in seq_len(nrow(keys))) {
    other <- read.csv(
      file.path(folders[1], paste0(keys$table[row], ".csv")),
      na.strings = "", encoding = "UTF-8"
    )
    lost <- setdiff(na.omit(read[[keys$from[row]]]), other$id)
    if (length(lost)) fault(name, keys$from[row], "leads nowhere:", lost[1])
  }
}

figures <- read.csv(file.path(folders[1], "figures.csv"), na.strings = "")
if (!is.numeric(figures$value)) fault("figures value is no number")
flags <- c(ours = "logical") # or R reads them as text
ours <- read.csv(file.path(folders[1], "names.csv"), colClasses = flags)$ours
if (!is.logical(ours) || anyNA(ours)) fault("names ours is not logical")
dbDisconnect(database)
cat(length(names), "tables read,", faults, "faults\n")
quit(status = as.integer(faults > 0))
