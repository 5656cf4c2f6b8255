// Package postgres keeps a record in a database of PostgreSQL, 15 or later, for more
// than one machine.
//
// It answers as package sqlite does, to the byte: both have the same tables with the
// same values. What differs is what each database gives: words are found by a tsvector
// of the words that package lexeme makes, backups and the integrity of pages are
// PostgreSQL's own.
//
// A view is one snapshot. Several updates, of one process or of many, run side by side
// where they touch different things. An update that is alone with the database has it
// for itself. One that is not claims what it reads before it reads it (strict two-phase
// locking, Eswaran et al. 1976): keys of reports and members, and the entries, reports,
// groups and lines to which they lead, always in the order of their numbers, and holds
// them to its end, so that whatever is committed is as if the updates had run one after
// the other. Two that want what the other has are parted by a time limit; the one that
// gives way is tried again, after a while, and claims at once, in the order of all, what
// it needed before; then it is alone. An update that
// asks for more than can be claimed, a list of all reports, say, is alone from its
// beginning. What an update does may therefore be done more than once, until it succeeds.
package postgres
