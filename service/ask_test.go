package service_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// kept is a record of meetings of Kenya and Uganda, one a day, each told by a report
// of its own.
func kept(t *testing.T, days ...string) *record.Record {
	t.Helper()
	r := record.New(memory.New(), func() time.Time { return time.Date(2027, 4, 1, 0, 0, 0, 0, time.UTC) })
	var all []*rapporteur.Reading
	for _, day := range days {
		text := "Kenya and Uganda met in Nairobi on " + day + "."
		span := rapporteur.Span{Start: 0, End: len(text), Text: text}
		side := func(id string) rapporteur.Attendance {
			return rapporteur.Attendance{Actor: id, For: rapporteur.Text(id), Role: rapporteur.Participant, Presence: rapporteur.Present, Evidence: []rapporteur.Span{span}}
		}
		all = append(all, &rapporteur.Reading{
			Report:    rapporteur.Report{ID: "r" + day, Outlet: "Coast Wire", Published: rapporteur.Date(day), Text: text},
			Actors:    []rapporteur.Actor{{ID: "KEN", Known: true, Name: "Kenya", Kind: rapporteur.State}, {ID: "UGA", Known: true, Name: "Uganda", Kind: rapporteur.State}},
			Sentences: [][2]int{{0, len(text)}},
			Meetings: []rapporteur.Meeting{{Basis: rapporteur.Basis{ID: "m" + day, Confidence: 0.9, Evidence: []rapporteur.Span{span}}, Kind: "talks",
				Status: rapporteur.Held, Date: rapporteur.Date(day), Place: &rapporteur.Place{Name: "Nairobi", Country: "KEN"}, Attendance: []rapporteur.Attendance{side("KEN"), side("UGA")}}},
		})
	}
	if _, err := r.Add(t.Context(), all...); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAskCountsWhatIsCut(t *testing.T) {
	r := kept(t, "2027-03-01", "2027-03-11", "2027-03-21")
	for _, test := range []struct {
		about       service.Subject
		limit, skip int
		len, total  int
	}{{service.Meetings, 0, 0, 3, 3}, {service.Meetings, 2, 0, 2, 3}, {service.Meetings, 2, 2, 1, 3}, {service.Meetings, 3, 0, 3, 3}, {service.Meetings, 2, 9, 0, 3},
		{service.Actors, 1, 0, 1, 2}, {service.Reports, 1, 1, 1, 3}, {service.Events, 5, 0, 0, 0}} {
		a, err := service.Ask(t.Context(), r, service.Question{About: test.about, Limit: test.limit, Offset: test.skip})
		if err != nil {
			t.Fatal(err)
		}
		if a.Len() != test.len || a.Total != test.total {
			t.Errorf("%s, limit %d, offset %d: %d of %d, want %d of %d", test.about, test.limit, test.skip, a.Len(), a.Total, test.len, test.total)
		}
	}
}

func TestAskRefusesWhatNothingCanMeet(t *testing.T) {
	r := kept(t, "2027-03-01")
	for _, test := range []struct {
		q    service.Question
		want string
	}{
		{service.Question{About: service.Meetings, Statuses: []string{"hold"}}, "is it held?"},
		{service.Question{About: service.Events, Types: []string{"nonsense"}}, "it is one of AGREE"},
		{service.Question{About: service.Positions, Issues: []string{"blocade"}}, "is it blockade?"},
		{service.Question{About: service.Meetings, Issues: []string{"blockade"}}, "meetings have no issue"},
		{service.Question{About: service.Meetings, Outlets: []string{"Coast Wires"}}, "is it Coast Wire?"},
		{service.Question{About: service.Meetings, Places: []string{"Nairobbi"}}, "is it nairobi?"},
		{service.Question{About: service.Meetings, States: []string{"XX"}}, "no such state"},
		{service.Question{About: service.Meetings, States: []string{"uganda"}}, "is it UGA?"},
		{service.Question{About: service.Meetings, Actors: []string{"Kenia"}}, "is it Kenya?"},
		{service.Question{About: service.Meetings, Dossier: "none"}, "no dossier none"},
		{service.Question{About: service.Meetings, Since: "1 March"}, "YYYY-MM-DD"},
		{service.Question{About: service.Meetings, Since: "2027-03-02", Until: "2027-03-01"}, "before --since"},
		{service.Question{About: service.Meetings, AsOf: "soon"}, "give a day"},
	} {
		_, err := service.Ask(t.Context(), r, test.q)
		if rapporteur.CodeOf(err) != rapporteur.Invalid || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v, want %q", test.q, err, test.want)
		}
	}
}

// TestAskTakesValuesAsPeopleWriteThem in any case of letters.
func TestAskTakesValuesAsPeopleWriteThem(t *testing.T) {
	r := kept(t, "2027-03-01")
	q := service.Question{About: service.Meetings, Actors: []string{"kenya"}, States: []string{"uga"}, Outlets: []string{"coast wire"}, Places: []string{"NAIROBI"}, Statuses: []string{"Held"}, Types: []string{"TALKS"}}
	a, err := service.Ask(t.Context(), r, q)
	if err != nil || a.Len() != 1 {
		t.Errorf("%d meetings, %v", a.Len(), err)
	}
}

func TestAskIsSilent(t *testing.T) {
	r := kept(t, "2027-03-01")
	a, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings, Silent: true})
	if err != nil || a.Len() != 1 || a.Entries[0].Evidence()[0].Text != "" {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestBriefOn(t *testing.T) {
	r := kept(t, "2027-03-01", "2027-03-11", "2027-03-17")
	b, err := service.BriefOn(t.Context(), r, service.BriefQuestion{})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]any{rapporteur.Date("2027-03-11"), rapporteur.Date("2027-03-17"), 2, 2}, []any{b.Since, b.Until, b.Reports, len(b.Sections[0].Lines)}); d != "" {
		t.Error(d)
	}
	if b, err = service.BriefOn(t.Context(), r, service.BriefQuestion{Question: service.Question{Until: "2027-03-05"}}); err != nil || b.Since != "2027-02-23" || b.Reports != 1 {
		t.Errorf("%+v, %v", b, err)
	}
	if b, err = service.BriefOn(t.Context(), kept(t, "2027-03-01", "2027-04"), service.BriefQuestion{}); err != nil || b.Since != "2027-03-26" || b.Reports != 1 {
		t.Errorf("a document of a month: %+v, %v", b, err)
	}
	empty := record.New(memory.New(), time.Now)
	if _, err := service.BriefOn(context.Background(), empty, service.BriefQuestion{}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("a brief of nothing: %v", err)
	}
}

func TestKeepDossier(t *testing.T) {
	r := kept(t, "2027-03-01")
	for _, again := range []bool{false, true} {
		d, replaced, err := service.KeepDossier(t.Context(), r, "lakes", service.Question{Actors: []string{"Kenya"}})
		if err != nil || replaced != again || d.Actors[0] != "KEN" {
			t.Errorf("%+v %v %v", d, replaced, err)
		}
	}
	if _, _, err := service.KeepDossier(t.Context(), r, "all", service.Question{}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("a dossier of everything: %v", err)
	}
}
