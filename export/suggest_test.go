package export_test

import (
	"bytes"
	"testing"

	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// TestSuggestions: each proposal says what goes together, why, what it would hold and how
// it is kept, in words that a shell takes.
func TestSuggestions(t *testing.T) {
	s := &service.Suggestions{Reports: 9, Cut: true, Dossiers: []service.Suggestion{{Name: "kenya", Reports: 1, First: "2027-03-01", Last: "2027-03-02", Closeness: 0.5, Like: "lake",
		Parties: []service.Theme{{ID: "KEN", Name: "Kenya", Reports: 1, All: 4}}, Places: []service.Theme{{ID: "homa bay", Name: "Homa Bay", Reports: 1, All: 1, Joined: true}},
		Arguments: []string{"kenya", "--actor", "KEN", "--place", "homa bay", "--place", "o'brien"}, Entries: map[record.Kind]int{record.Meeting: 1, record.Position: 3}},
		{Name: "other", Reports: 2, Arguments: []string{"other", "--issue", "", "$(x)"}}}}
	write := func(s *service.Suggestions, format string) string {
		var b bytes.Buffer
		if err := export.Suggestions(&b, s, format, export.Plain()); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	holds(t, write(s, "text"), "kenya  1 meeting, 3 positions\n", "parties: Kenya (1 of 4)", "places: Homa Bay (1 of 1)", "why: one report tells of two of them or more, 1 Mar 2027 to 2 Mar 2027; closeness 0.50",
		"dossier lake has the same", `rapporteur dossier add kenya --actor KEN --place 'homa bay' --place 'o'\''brien'`, `--issue '' '$(x)'`, "--limit 0 looks at all", "why: 2 reports tell")
	holds(t, write(s, "json"), `"arguments"`, `"closeness": 0.5`)
	holds(t, write(&service.Suggestions{Reports: 2}, "text"), "Nothing goes together in the 2 reports that were looked at.")
	full := full[*service.Suggestions]("a\x1b[31m\u202eb")
	obeyed(t, "suggestions", "hostile", write(full, "text"))
}
