// Package cache remembers answers that cost much to make, within a bound of bytes, as
// long as the record stands as it stood when they were made (RFC 9111 has the ideas, and
// RFC 5861 that of giving an answer while it is made anew).
//
// What this process changed is seen by the next who asks. What another process writes to
// the same record, such as an `add` that runs for an hour, is seen within the time that
// Options.Fresh and Options.Stale say, so that it does not take every answer away with
// each report. Whatever many ask for at once is made once, and few are made side by side.
//
// What an answer depends on besides the record belongs into its key: who may see it, how
// it is to look, since when it is new.
package cache
