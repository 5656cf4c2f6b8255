package postgres

import "rapporteur/record"

// tables are all that a session reads and writes, each group of tables by itself.
type tables struct {
	reportTable
	memberTable
	entryTable
	termTable
	personTable
	deskTable
}

var _ record.Update = tables{}

func (s *session) tables() tables {
	return tables{reportTable{s}, memberTable{s}, entryTable{s}, termTable{s}, personTable{s}, deskTable{s}}
}

// reportTable are the reports with their texts and the index of their words.
type reportTable struct{ *session }

// memberTable are the members and the keys.
type memberTable struct{ *session }

// entryTable are the entries, what they are found by and what happened to them.
type entryTable struct{ *session }

// termTable are the terms and the actors, which are the values of one of them.
type termTable struct{ *session }

// personTable is what persons wrote, and who they wrote of.
type personTable struct{ *session }
