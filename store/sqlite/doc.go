// Package sqlite keeps a record in one file, by SQLite without cgo.
//
// The file is in WAL mode with full synchronisation: what [DB.Update] has
// reported as done survives the death of the process and of the machine, and
// what it was in the middle of leaves no trace. Several processes may read at
// once; one writes, others wait for it up to [busy].
//
// The schema is a list of migrations that only go forward; opening an older file
// carries out what it lacks, and a file of a newer program is refused. Times are
// milliseconds since 1970. The words of reports are kept deflated in one table,
// bodies; full-text search (FTS5, Porter stems) has its own index of them and no
// second copy.
//
// Not promised: a file on a network share, for which SQLite itself promises
// nothing.
package sqlite
