# Read the tables of an export as R does, by the types of their dictionary, and write them
# again, so that loads.py can compare them.
#
# Rscript loads.R FOLDER_OF_CSV FOLDER_TO_WRITE; types.csv in the second folder has a row a
# column: table, name, type.
where <- commandArgs(trailingOnly = TRUE)
classes <- c(string = "character", integer = "integer", number = "numeric", boolean = "logical", date = "Date")
types <- read.csv(file.path(where[2], "types.csv"), colClasses = "character")
for (table in unique(types$table)) {
  of <- types[types$table == table, ]
  data <- read.csv(file.path(where[1], paste0(table, ".csv")), colClasses = unname(classes[of$type]),
                   na.strings = "", check.names = FALSE, encoding = "UTF-8", quote = "\"", comment.char = "")
  stopifnot(identical(names(data), of$name))
  for (i in seq_along(of$name)) stopifnot(inherits(data[[i]], classes[[of$type[i]]]))
  write.csv(data, file.path(where[2], paste0(table, ".csv")), na = "", row.names = FALSE, fileEncoding = "UTF-8")
}
