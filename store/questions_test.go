package store_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

// asker asks several records the same and compares what they answer.
type asker struct {
	*testing.T
	*rand.Rand
	records []kept
	dir     *service.Directory
	// begun is when the records began, end when nothing more came.
	begun, end time.Time
	// sample is a question that has of each filter a few values that stand on the record.
	sample service.Question
	ids    []string
	asked  int
	// many says that there is too much on the record to ask for all of it every time.
	many bool
}

var subjects = []service.Subject{service.Meetings, service.Statements, service.Events, service.Positions, service.Notices, service.Actors, service.Shifts, service.Reports, service.Everything}

func newAsker(t *testing.T, records []kept, dir *service.Directory, end time.Time) *asker {
	t.Helper()
	a := &asker{T: t, Rand: rand.New(rand.NewPCG(18, 18)), records: records, dir: dir, begun: time.Date(2031, 6, 1, 6, 0, 0, 0, time.UTC), end: end}
	parties := a.ask("parties", func(r *record.Record) (any, error) { return r.Parties(t.Context(), record.Filter{}) }).([]record.Party)
	for i, p := range parties {
		if i < 6 || i == len(parties)-1 {
			a.sample.Actors = append(a.sample.Actors, p.ID)
		}
	}
	for field, to := range map[record.Field]*[]string{record.ByState: &a.sample.States, record.ByIssue: &a.sample.Issues, record.ByOutlet: &a.sample.Outlets, record.ByPlace: &a.sample.Places,
		record.ByStatus: &a.sample.Statuses, record.ByStance: &a.sample.Stances, record.ByType: &a.sample.Types} {
		values := a.ask("values", func(r *record.Record) (any, error) { return r.Values(t.Context(), field) }).([]record.Value)
		for _, v := range values[:min(6, len(values))] {
			*to = append(*to, v.Value)
		}
	}
	reports := a.ask("reports", func(r *record.Record) (any, error) { return r.Reports(t.Context(), record.Filter{}) }).([]record.Report)
	entries := a.ask("entries", func(r *record.Record) (any, error) { return r.Entries(t.Context(), record.Filter{}) }).([]record.Entry)
	if len(parties) < 5 || len(reports) < 20 || len(entries) < 40 {
		t.Fatalf("%d parties, %d reports, %d entries are no record to ask about", len(parties), len(reports), len(entries))
	}
	a.many = len(reports) > 1000
	for i := 0; i < len(entries); i += 1 + len(entries)/60 {
		a.ids = append(a.ids, entries[i].ID)
	}
	for i := 0; i < len(reports); i += 1 + len(reports)/12 {
		a.sample.Reports = append(a.sample.Reports, reports[i].ID)
	}
	return a
}

// ask asks all records and gives the answer of the first.
func (a *asker) ask(what string, do func(*record.Record) (any, error)) any {
	a.Helper()
	a.asked++
	return same(a.T, a.records, what, do)
}

// moment is a time at which the record was another.
func (a *asker) moment() string {
	return a.begun.Add(time.Duration(a.Int64N(int64(a.end.Sub(a.begun))))).Format(time.RFC3339)
}

// day is one of the days about which the reports tell.
func (a *asker) day(from int) string {
	days := []string{"2027-02-20", "2027-03-10", "2031-03-04", "2031-03-09", "2031-03-15", "2031-03-19"}
	return days[from+a.IntN(len(days)-from)]
}

// some takes one of some values or two, or none.
func (a *asker) some(of []string, likely int) []string {
	if len(of) == 0 || a.IntN(likely) > 0 {
		return nil
	}
	at := a.IntN(len(of))
	return of[at:min(len(of), at+1+a.IntN(2))]
}

// question is any question about a subject, of the few conditions that there may be.
func (a *asker) question(about service.Subject, likely int) service.Question {
	s, q := &a.sample, service.Question{About: about, Limit: a.IntN(3) * (1 + a.IntN(30)), Oldest: a.IntN(3) == 0, Silent: a.IntN(6) == 0}
	q.Actors, q.States, q.Issues, q.Outlets, q.Places = a.some(s.Actors, likely), a.some(s.States, likely*2), a.some(s.Issues, likely*2), a.some(s.Outlets, likely*2), a.some(s.Places, likely*2)
	q.Statuses, q.Stances, q.Types, q.Reports = a.some(s.Statuses, likely*3), a.some(s.Stances, likely*3), a.some(s.Types, likely*3), a.some(s.Reports, likely*3)
	if a.IntN(likely) == 0 {
		q.Since = a.day(0)
	}
	if a.IntN(likely) == 0 {
		q.Until = a.day(2)
	}
	if a.IntN(likely) == 0 {
		q.AsOf = a.moment()
	}
	if a.IntN(likely*2) == 0 {
		q.Text = texts[a.IntN(len(texts))]
	}
	if a.IntN(likely*3) == 0 {
		q.Dossier = []string{"Sound", "Dues", "none"}[a.IntN(3)]
	}
	if q.Limit > 0 && a.IntN(3) == 0 {
		q.Offset = a.IntN(12)
	}
	q.Disputed = a.IntN(likely*3) == 0
	return a.bounded(q)
}

// bounded has a question ask for a part of much.
func (a *asker) bounded(q service.Question) service.Question {
	if q.Limit == 0 && a.many {
		q.Limit = 200
	}
	return q
}

// texts are words that are searched for.
var texts = []string{"herring", "herring tide", `"herring tide"`, "lantern OR quay", "Minister", "talks", `"foreign ministers"`, "the", "number", "Straße", "no-such-word", `"`, "tide*", "(quay", "NOT talks", "a:b", "tide !!!", "!!!", "\x00", "tide\x00quay", "tide\xff", "RÉUNION", "外相", "日 talks", "ที่", "서울"}

// lists asks for lists of everything by every filter, alone and together.
func (a *asker) lists() {
	for _, about := range subjects {
		questions := []service.Question{{About: about}, {About: about, Oldest: true, Limit: 7}, {About: about, Limit: 5, Offset: 4}, {About: about, Actors: []string{"nobody of that name"}},
			{About: about, States: []string{"QQQ"}}, {About: about, Outlets: []string{"Beakon"}}, {About: about, Since: "2031-02-30"}, {About: about, Until: "2031-03"}, {About: about, Since: "2031"}, {About: about, Disputed: true}}
		for range 60 {
			questions = append(questions, a.question(about, 2+a.IntN(4)))
		}
		for _, q := range questions {
			q := a.bounded(q)
			a.ask(fmt.Sprintf("list %+v", q), func(r *record.Record) (any, error) { return service.Ask(a.Context(), r, q) })
		}
		q := a.question(about, 5)
		a.ask(fmt.Sprintf("extract %+v", q), func(r *record.Record) (any, error) {
			to := &collected{}
			err := service.Extract(a.Context(), r, q, to)
			return to, err
		})
	}
}

// collected is what was extracted.
type collected struct {
	Entries []record.Entry
	Actors  []record.Party
	Reports []record.Report
}

func (c *collected) Entry(e *record.Entry) error   { c.Entries = append(c.Entries, *e); return nil }
func (c *collected) Actor(p *record.Party) error   { c.Actors = append(c.Actors, *p); return nil }
func (c *collected) Report(r *record.Report) error { c.Reports = append(c.Reports, *r); return nil }

// tables asks for all that is put together of many entries.
func (a *asker) tables() {
	ctx, atlas := a.Context(), &service.Atlas{}
	for range 24 {
		q := a.question("", 3+a.IntN(9))
		changed := service.ChangedQuestion{Question: q, From: a.moment()}
		if a.IntN(2) == 0 {
			changed.To = a.moment()
		}
		brief := service.BriefQuestion{Question: q, Long: a.IntN(2) == 0}
		if a.IntN(2) == 0 {
			brief.From = a.begun.Add(time.Duration(a.IntN(5)) * time.Hour)
		}
		for name, do := range map[string]func(*record.Record) (any, error){
			"brief":        func(r *record.Record) (any, error) { return service.BriefOn(ctx, r, brief) },
			"matrix":       func(r *record.Record) (any, error) { return service.Matrix(ctx, r, q) },
			"lines":        func(r *record.Record) (any, error) { return service.Lines(ctx, r, q) },
			"attendance":   func(r *record.Record) (any, error) { return service.Attendance(ctx, r, q) },
			"network":      func(r *record.Record) (any, error) { return service.NetworkOf(ctx, r, q, 12) },
			"review":       func(r *record.Record) (any, error) { return service.Review(ctx, r, q) },
			"suggestions":  func(r *record.Record) (any, error) { return service.SuggestDossiers(ctx, r, q, 8) },
			"places":       func(r *record.Record) (any, error) { return atlas.Places(ctx, r, q) },
			"what changed": func(r *record.Record) (any, error) { return service.WhatChanged(ctx, r, changed) },
			"timeline": func(r *record.Record) (any, error) {
				return service.TimelineOf(ctx, r, service.TimelineQuestion{Question: q, Lanes: 3, All: q.Oldest})
			},
		} {
			a.ask(fmt.Sprintf("%s %+v, brief from %v, changed %s to %s", name, q, brief.From, changed.From, changed.To), do)
		}
	}
}

// entries asks about single entries, reports and actors, now and in the past.
func (a *asker) entries() {
	ctx := a.Context()
	for i, id := range append(a.ids, "m0000000000") {
		asOf := ""
		if i%2 == 1 {
			asOf = a.moment()
		}
		for name, do := range map[string]func(*record.Record) (any, error){
			"why":       func(r *record.Record) (any, error) { return service.WhyOf(ctx, r, id, asOf, false) },
			"evidence":  func(r *record.Record) (any, error) { return service.EvidenceOf(ctx, r, nil, id, asOf) },
			"gathering": func(r *record.Record) (any, error) { return service.GatheringOf(ctx, r, id, asOf) },
			"choices": func(r *record.Record) (any, error) {
				e, err := r.Entry(ctx, id, time.Time{})
				if err != nil {
					return nil, err
				}
				return service.ChoicesFor(ctx, r, e)
			},
		} {
			a.ask(name+" "+id+" "+asOf, do)
		}
	}
	for _, id := range append(a.sample.Reports, "no report") {
		for _, asOf := range []string{"", a.moment()} {
			a.ask("report "+id, func(r *record.Record) (any, error) {
				report, entries, err := service.ReportOf(ctx, r, id, asOf, asOf != "")
				return []any{report, entries}, err
			})
			a.ask("marked "+id, func(r *record.Record) (any, error) { return service.Marked(ctx, r, id, asOf) })
		}
	}
	for _, id := range append(a.sample.Actors, "no actor") {
		for _, asOf := range []string{"", a.moment()} {
			a.ask("profile "+id, func(r *record.Record) (any, error) { return a.dir.Profile(ctx, r, id, asOf) })
		}
		a.ask("called "+id, func(r *record.Record) (any, error) { return a.dir.Called(ctx, r, id) })
	}
}

// words asks for what is searched, completed, learned and corrected.
func (a *asker) words() {
	ctx := a.Context()
	for _, text := range texts {
		for _, f := range []record.Filter{{Text: text, Limit: 300}, {Text: text, Limit: 5, Offset: 3}, {Text: text, Outlets: a.some(a.sample.Outlets, 1), AsOf: a.end.Add(-9 * time.Hour)}} {
			a.ask("search "+text, func(r *record.Record) (any, error) { return r.Search(ctx, f) })
		}
	}
	for _, text := range []string{"land", "LAND b", "É", "\x00", "%", "_"} {
		a.ask("parties "+text, func(r *record.Record) (any, error) { return r.Parties(ctx, record.Filter{Text: text}) })
	}
	for _, of := range []string{"actors", "dossiers", "entries", "reports", "states", "issues", "outlets", "places", "statuses", "stances", "types"} {
		for _, prefix := range []string{"", "s", "Be", "m1"} {
			a.ask("complete "+of+" "+prefix, func(r *record.Record) (any, error) {
				return service.Complete(ctx, r, service.Completion{Of: of, Prefix: prefix})
			})
		}
	}
	for _, f := range []record.CorrectionFilter{{}, {By: []string{"kim"}, Actions: []record.Action{record.Merge}}, {Standings: record.Standings()[2:]}, {Reports: a.sample.Reports}} {
		a.ask("corrections", func(r *record.Record) (any, error) { return r.Corrections(ctx, f) })
	}
	for _, day := range []rapporteur.Date{"", "2027-03-10", "2031-03-09"} {
		a.ask("learned", func(r *record.Record) (any, error) { return service.LearnedOn(ctx, r, string(day)) })
	}
	a.ask("moments", func(r *record.Record) (any, error) { return service.Moments(ctx, r, a.begun, a.end) })
	a.ask("outdated", func(r *record.Record) (any, error) { return r.Outdated(ctx, 20) })
}
