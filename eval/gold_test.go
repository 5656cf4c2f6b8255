package eval

import (
	"math"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"
)

// toyGold are two meetings in three reports, of which two differ about the place.
func toyGold() *GoldRecord {
	return &GoldRecord{
		Meetings: []GoldEntry{
			{ID: "one", Date: "2030-01-02", Place: "Ostmark", Status: rapporteur.Held, Participants: []string{"AAA"}, Sources: 2,
				Mentions: map[string]string{"a": "met at noon", "b": "sat down"}},
			{ID: "two", Date: "2030-01-05", Status: rapporteur.Held, Mentions: map[string]string{"b": "met again", "c": "met on Friday"}},
		},
		Contradictions: []GoldContradiction{{"one", "place", []GoldValue{{"Ostmark", []string{"a"}}, {"Westhafen", []string{"b"}}}}},
		Wires:          [][]string{{"a", "b"}},
		Reports: map[string]GoldReport{
			"a": {ID: "a", URL: "u/a", Text: "They met at noon."},
			"b": {ID: "b", URL: "u/b", Text: "They sat down. They met again."},
			"c": {ID: "c", URL: "u/c", Text: "They met on Friday."},
		},
	}
}

func toyMeeting(start, end int, date rapporteur.Date, place string) record.Content {
	return record.Content{Meeting: &rapporteur.Meeting{Basis: rapporteur.Basis{Evidence: []rapporteur.Span{{Start: start, End: end}}},
		Date: date, Status: rapporteur.Held, Place: &rapporteur.Place{Name: place},
		Attendance: []rapporteur.Attendance{{Actor: "AAA", Presence: rapporteur.Present}}}}
}

// toySystem has merged everything but the last mention, which it did not read.
func toySystem() *SystemRecord {
	s := &SystemRecord{Entries: []record.Entry{{ID: "m1", Kind: record.Meeting, Sources: 2, Content: toyMeeting(0, 17, "2030-01-02", "Ostmark"),
		Members: []record.Member{
			{Report: "A", ID: "1", Content: toyMeeting(0, 17, "2030-01-02", "Ostmark")},
			{Report: "B", ID: "1", Content: toyMeeting(0, 14, "2030-01-02", "Westhafen")},
			{Report: "B", ID: "2", Content: toyMeeting(15, 30, "2030-01-05", "")},
		},
		Disputes: []record.Dispute{
			{Field: "place", Versions: []record.Version{{Value: "Ostmark", Reports: []string{"A"}}, {Value: "Westhafen", Reports: []string{"B"}}}},
			{Field: "date", Versions: []record.Version{{Value: "2030-01-02", Reports: []string{"A"}}, {Value: "2030-01-05", Reports: []string{"B"}}}},
		}}}}
	for _, id := range []string{"a", "b", "c"} {
		r := record.Report{Report: rapporteur.Report{ID: strings.ToUpper(id), URL: rapporteur.Text("u/" + id), Text: toyGold().Reports[id].Text}}
		if id != "c" {
			r.Wire = "w"
		}
		s.Reports = append(s.Reports, r)
	}
	return s
}

func TestScoreRecord(t *testing.T) {
	got := ScoreRecord(toyGold(), toySystem())
	meetings := got.Kinds[0]
	if meetings.Mentions != (Score{Gold: 4, System: 3, Correct: 3}) {
		t.Errorf("mentions %+v", meetings.Mentions)
	}
	// Three mentions in one entry, two of one meeting and one of another: precision
	// (2/3+2/3+1/3)/3, recall 1; over all four the one that is missing has recall 0
	// and takes half from that of the one beside it.
	for name, pair := range map[string][2]float64{
		"precision":     {meetings.Merged.Precision(), 5. / 9},
		"recall":        {meetings.Merged.Recall(), 1},
		"recall of all": {meetings.All.Recall(), 2.5 / 4},
	} {
		if math.Abs(pair[0]-pair[1]) > 1e-9 {
			t.Errorf("%s %.4f, not %.4f", name, pair[0], pair[1])
		}
	}
	if want := (Score{Gold: 1, System: 2, Correct: 1}); got.Contradictions != want {
		t.Errorf("contradictions %+v", got.Contradictions)
	}
	if want := (Score{Gold: 1, System: 1, Correct: 1}); got.Wires != want {
		t.Errorf("wire copies %+v", got.Wires)
	}
	if !slices.ContainsFunc(got.Mistakes, func(m string) bool { return strings.Contains(m, "two is not read in c") }) {
		t.Errorf("mistakes %q", got.Mistakes)
	}
}

func TestGoldRecordIsChecked(t *testing.T) {
	for name, spoil := range map[string]func(*GoldRecord){
		"an anchor that is not there":  func(g *GoldRecord) { g.Meetings[0].Mentions["a"] = "met at night" },
		"an anchor that stands twice":  func(g *GoldRecord) { g.Meetings[0].Mentions["b"] = "They" },
		"an entry that is there twice": func(g *GoldRecord) { g.Meetings[1].ID = "one" },
		"a report that is not there":   func(g *GoldRecord) { g.Wires[0][0] = "z" },
		"a contradiction of no entry":  func(g *GoldRecord) { g.Contradictions[0].Entry = "three" },
		"a shift without the words": func(g *GoldRecord) {
			g.Shifts = []GoldShift{{From: GoldTurn{Mentions: map[string]string{"a": "never"}}}}
		},
		"a contradiction with one value":  func(g *GoldRecord) { g.Contradictions[0].Values = g.Contradictions[0].Values[:1] },
		"a mention in a report not there": func(g *GoldRecord) { g.Meetings[0].Mentions["z"] = "met" },
	} {
		g := toyGold()
		if err := g.check(); err != nil {
			t.Fatal(err)
		}
		if spoil(g); g.check() == nil {
			t.Errorf("%s is not found", name)
		}
	}
}
