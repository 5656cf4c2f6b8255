package export

import (
	"strconv"
	"strings"
	"time"

	"rapporteur/record"
)

// standings says in words what has become of a correction.
var standings = map[record.Standing]string{
	record.Counts: "holds", record.Undone: "taken back", record.LookAgain: "to be looked at again: its words no longer stand",
	record.Gone: "its reports were removed",
}

// Corrections lists what persons corrected.
func Corrections(all []record.Noted) *Listing {
	l := &Listing{Columns: []string{"number", "at", "by", "entry", "kind", "action", "field", "value", "note", "standing", "undone_by", "now"},
		None: "No correction matches."}
	for i := range all {
		c := &all[i]
		l.Values = append(l.Values, c)
		undone := ""
		if c.UndoneBy != 0 {
			undone = strconv.FormatInt(c.UndoneBy, 10)
		}
		at := c.At.Format(time.RFC3339)
		l.Rows = append(l.Rows, []string{strconv.FormatInt(c.ID, 10), at, c.By, c.Entry, string(c.Kind), string(c.Action), c.Field, c.Value, c.Note,
			string(c.Standing), undone, c.Now})
		standing := standings[c.Standing]
		if undone != "" {
			standing += " by correction " + undone
		}
		if c.Now != "" && c.Now != c.Entry {
			standing += ", for " + c.Now
		}
		l.Items = append(l.Items, Item{Head: facts(c.String(), "of "+c.Entry), Lines: []string{strings.Join([]string{at, "by " + c.By, standing}, " · ")}})
	}
	return l
}
