package postgres

// Before is called with each statement from now on: what it fails with is the statement's
// failure.
func (d *DB) Before(before func(query string) error) { d.before = before }

// Told is the code with which an error is told.
var Told = failure

// Writing is the advisory lock of whoever changes the record.
const Writing = int64(writing)
