package service_test

import (
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

func reviewOf(t *testing.T, r *record.Record) []service.Doubt {
	t.Helper()
	all, err := service.Review(t.Context(), r, service.Question{})
	if err != nil {
		t.Fatal(err)
	}
	if all.Total != len(all.Doubts) || !slices.IsSortedFunc(all.Doubts, func(a, b service.Doubt) int { return int(1000*b.Weight) - int(1000*a.Weight) }) {
		t.Errorf("%d of %d doubts, not the weightiest first", len(all.Doubts), all.Total)
	}
	return all.Doubts
}

// doubtOf finds the doubt of a kind.
func doubtOf(t *testing.T, r *record.Record, kind service.DoubtKind, has string) *service.Doubt {
	t.Helper()
	for _, d := range reviewOf(t, r) {
		if d.Kind == kind && strings.Contains(strings.Join(d.Because, "; "), has) {
			return &d
		}
	}
	return nil
}

func verdict(t *testing.T, r *record.Record, d *service.Doubt, j service.Judgement) *service.Judged {
	t.Helper()
	j.By = "kim"
	done, err := service.Judge(t.Context(), r, d, j)
	if err != nil {
		t.Fatalf("%s: %v", j.Verdict, err)
	}
	return done
}

// TestReviewAsksForTheWeightiest: of what rests on one report what is half sure goes
// first, what several say last; a meeting goes before a statement.
func TestReviewAsksForTheWeightiest(t *testing.T) {
	sure := func(p float64) func(*rapporteur.Meeting) {
		return func(m *rapporteur.Meeting) { m.Confidence = p }
	}
	half, likely := meets("a", "2027-03-02", sure(0.5)), meets("b", "2027-03-12", sure(0.8))
	talk := tale("c", "2027-03-20", rapporteur.News)
	b := talk.says("1", "Kenya said that the rain was late.")
	b.Confidence = 0.5
	talk.Statements = append(talk.Statements, rapporteur.Statement{Basis: b, Speakers: []string{"KEN"}, For: "KEN", Mode: rapporteur.Indirect, Content: b.Evidence})
	found := reviewOf(t, recorded(t, half, likely, &talk.Reading))
	var kinds []string
	for _, d := range found {
		kinds = append(kinds, string(d.Entries[0].Kind)+" "+d.Because[0])
	}
	want := []string{"meeting rests on one report, 0.50 sure", "meeting rests on one report, 0.80 sure", "statement rests on one report, 0.50 sure"}
	if !slices.Equal(kinds, want) {
		t.Errorf("got %q, want %q", kinds, want)
	}
	if told := found[0].Told; len(told) != 1 || len(told[0].Passages) != 1 || !told[0].Passages[0].Runs[0].Evidence {
		t.Errorf("the words are not shown: %+v", told)
	}
	silent, err := service.Review(t.Context(), recorded(t, half), service.Question{Silent: true, Limit: 1})
	if err != nil || len(silent.Doubts[0].Told) > 0 || silent.Doubts[0].Entries[0].Meeting.Evidence[0].Text != "" {
		t.Errorf("words come out of a silent review: %v", err)
	}
}

// at gives a meeting a place.
func at(name, country string) func(*rapporteur.Meeting) {
	return func(m *rapporteur.Meeting) {
		m.Place = &rapporteur.Place{Name: name, Country: rapporteur.Text(country)}
	}
}

// TestJudgeEntry: each verdict is written down, is not asked again and can be taken back.
func TestJudgeEntry(t *testing.T) {
	for _, test := range []struct {
		name    string
		judge   service.Judgement
		holds   func(e record.Entry) bool
		entries int
	}{
		{"accept", service.Judgement{Verdict: service.Accepted}, func(e record.Entry) bool { return !e.IsCorrected() && len(e.Corrected) == 1 }, 2},
		{"mend", service.Judgement{Verdict: service.Mended, Set: []string{"place=Mombasa"}}, func(e record.Entry) bool { return e.Meeting.Place.Name == "Mombasa" }, 2},
		{"reject", service.Judgement{Verdict: service.Rejected}, func(e record.Entry) bool { return e.Sources == 1 }, 1},
		{"split", service.Judgement{Verdict: service.SplitOff}, func(e record.Entry) bool { return e.Sources == 1 && len(e.Disputes) == 0 }, 3},
	} {
		t.Run(test.name, func(t *testing.T) {
			persons := func(place string) *rapporteur.Reading {
				r := meets(strings.ToLower(place), "2027-03-11", at(place, "KEN"))
				r.Meetings[0].Date = "2027-03-10"
				return r
			}
			r := recorded(t, persons("Nairobi"), persons("Kisumu"), meets("z", "2027-05-11", nil))
			d := doubtOf(t, r, service.OfEntry, "disagree on place")
			if d == nil || len(d.Part) != 1 || !slices.Contains(d.Verdicts, service.SplitOff) {
				t.Fatalf("%+v", d)
			}
			if len(d.Told) != 2 {
				t.Errorf("%d sides are shown", len(d.Told))
			}
			done := verdict(t, r, d, test.judge)
			all, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings, Oldest: true})
			if err != nil || len(all.Entries) != test.entries || !test.holds(all.Entries[0]) {
				t.Errorf("%d entries, %v", len(all.Entries), err)
			}
			if again := doubtOf(t, r, service.OfEntry, "disagree on place"); again != nil {
				t.Error("asked again")
			}
			if err := service.Unjudge(t.Context(), r, done, "kim"); err != nil {
				t.Fatal(err)
			}
			if again := doubtOf(t, r, service.OfEntry, "disagree on place"); again == nil {
				t.Error("taken back, and not asked again")
			}
		})
	}
}

// TestJudgeMeetings: two entries that look like one meeting become one, or stay two, and
// no more is asked.
func TestJudgeMeetings(t *testing.T) {
	for v, want := range map[service.Verdict]int{service.Merged: 1, service.SplitOff: 2} {
		planned := func(m *rapporteur.Meeting) { m.Status, m.Date, m.Place = rapporteur.Proposed, "", nil }
		r := recorded(t, meets("a", "2027-03-12", planned), meets("b", "2027-03-11", nil))
		d := doubtOf(t, r, service.OfMeetings, "")
		if d == nil || !strings.Contains(d.Because[0], "Kenya, Uganda") {
			t.Fatalf("%+v", d)
		}
		if _, err := service.Judge(t.Context(), r, d, service.Judgement{Verdict: service.Rejected, By: "kim"}); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Errorf("two rejected at once: %v", err)
		}
		done := verdict(t, r, d, service.Judgement{Verdict: v})
		all, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings})
		if err != nil || len(all.Entries) != want || doubtOf(t, r, service.OfMeetings, "") != nil {
			t.Errorf("%s: %d entries, %v", v, len(all.Entries), err)
		}
		if err := service.Unjudge(t.Context(), r, done, "kim"); err != nil || doubtOf(t, r, service.OfMeetings, "") == nil {
			t.Errorf("%s: %v", v, err)
		}
	}
}

// TestNotOneMeeting: other sides, other places, other times and calls are not asked.
func TestNotOneMeeting(t *testing.T) {
	for name, change := range map[string]func(*rapporteur.Meeting){
		"place": at("Entebbe", "UGA"),
		"time":  func(m *rapporteur.Meeting) { m.Date = "2027-03-20" },
		"call":  func(m *rapporteur.Meeting) { m.Kind, m.Place = "call", nil },
		"sides": func(m *rapporteur.Meeting) {
			m.Attendance[0].Actor, m.Attendance[0].For = "TZA", "TZA"
			m.Attendance = m.Attendance[:1]
		},
		"one day": func(m *rapporteur.Meeting) { m.Attendance, m.Place = m.Attendance[:1], nil },
	} {
		r := recorded(t, meets("a", "2027-03-11", change), meets("b", "2027-03-11", nil))
		if d := doubtOf(t, r, service.OfMeetings, ""); d != nil {
			t.Errorf("%s: %q", name, d.Because)
		}
	}
}

// TestJudgeActors: somebody whom no table knows is somebody whom one knows, or is not.
func TestJudgeActors(t *testing.T) {
	for v, want := range map[service.Verdict]string{service.Merged: "wekesa", service.SplitOff: "~juma-wekesa"} {
		r := recorded(t, namesakes()...)
		d := doubtOf(t, r, service.OfActors, "share the name")
		if d == nil || d.Actors[0].ID != "~juma-wekesa" || d.Actors[1].ID != "wekesa" {
			t.Fatalf("%+v", d)
		}
		done := verdict(t, r, d, service.Judgement{Verdict: v})
		all, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings, Oldest: true})
		if err != nil || all.Entries[0].Meeting.Attendance[0].Actor != want || doubtOf(t, r, service.OfActors, "") != nil {
			t.Errorf("%s: %+v, %v", v, all.Entries[0].Meeting.Attendance, err)
		}
		if err := service.Unjudge(t.Context(), r, done, "kim"); err != nil || doubtOf(t, r, service.OfActors, "") == nil {
			t.Errorf("%s: %v", v, err)
		}
	}
}

// namesakes are two reports with an actor of one name each, of which a table knows one,
// and one of another state's.
func namesakes() []*rapporteur.Reading {
	person := func(id, name, state string, known bool) rapporteur.Actor {
		return rapporteur.Actor{ID: id, Known: known, Name: name, Kind: rapporteur.Person, State: rapporteur.Text(state)}
	}
	var out []*rapporteur.Reading
	for i, a := range []rapporteur.Actor{person("~juma-wekesa", "Juma Wekesa", "KEN", false), person("wekesa", "Juma O. Wekesa", "KEN", true), person("~amina-wekesa", "Amina Wekesa", "UGA", false)} {
		r := meets(string(rune('a'+i)), []string{"2027-03-01", "2027-04-01", "2027-05-01"}[i], func(m *rapporteur.Meeting) { m.Attendance[0].Actor = a.ID })
		r.Actors = append(r.Actors, a)
		out = append(out, r)
	}
	return out
}

// TestJudgementsThatSayNothing are refused.
func TestJudgementsThatSayNothing(t *testing.T) {
	r := recorded(t, meets("a", "2027-03-11", nil))
	d := doubtOf(t, r, service.OfEntry, "")
	for _, v := range []service.Verdict{service.Mended, service.Merged, service.SplitOff, "perhaps"} {
		if _, err := service.Judge(t.Context(), r, d, service.Judgement{Verdict: v, By: "kim"}); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Errorf("%s: %v", v, err)
		}
	}
	if err := service.Unjudge(t.Context(), r, &service.Judged{}, "kim"); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("nothing taken back: %v", err)
	}
	if _, err := service.Review(t.Context(), r, service.Question{Dossier: "none"}); err == nil {
		t.Error("a dossier that is not there")
	}
}
