package memory

import "rapporteur/record"

// view is all tables, each group of them by itself.
type view struct {
	reportTable
	memberTable
	entryTable
	termTable
	personTable
	deskTable
}

var _ record.Update = view{}

func (t *tables) all() view {
	return view{reportTable{t}, memberTable{t}, entryTable{t}, termTable{t}, personTable{t}, deskTable{t}}
}

// reportTable are the reports with their texts.
type reportTable struct{ *tables }

// memberTable are the members and the keys.
type memberTable struct{ *tables }

// entryTable are the entries, what they are found by and what happened to them.
type entryTable struct{ *tables }

// termTable are the terms and the actors.
type termTable struct{ *tables }

// personTable is what persons wrote, and who they wrote of.
type personTable struct{ *tables }
