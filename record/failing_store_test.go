package record_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// errGone is what a store says of a call that it could not carry out.
var errGone = errors.New("the disk is gone")

// busy is a record in which everything has come about that a change has to mind: a
// meeting of three reports, copies, a revision, an office, a shift and corrections of
// each kind.
func busy(t *testing.T) *memory.Store {
	t.Helper()
	store := memory.New()
	r := record.New(store, clock())
	add(t, r, three()...)
	add(t, r, talks("d", "Echo", "2030-01-13", "2030-01-13", "Westhafen", rapporteur.Held, "AAA", "CCC"))
	add(t, r, article("e", "River Agency", "", agency, "2030-01-03"), article("f", "Eco", "", agency, "2030-01-04"))
	add(t, r, article("g", "Echo", "https://echo.example/1", envoys+other, "2030-01-03"))
	add(t, r, article("h", "Echo", "https://echo.example/1", envoys+mended, "2030-01-04"))
	add(t, r, names(t, r, "i", "Post", "2030-01-02", "ada"))
	add(t, r, names(t, r, "k", "Post", "2030-01-06", ""))
	add(t, r, wants("l", "2030-01-02", "lifting the blockade", rapporteur.Opposes, ""),
		wants("m", "2030-01-09", "lifting the blockade", rapporteur.Supports, ""))
	first := reportEntry(t, r, "a")
	correct(t, r, record.Demand{Entry: first, Action: record.Split, Others: []string{"b"}})
	correct(t, r, record.Demand{Entry: first, Action: record.Set, Field: "place", Value: "Westhafen"})
	correct(t, r, record.Demand{Entry: "c", Action: record.Set, Field: "title", Value: "Two tables"})
	correct(t, r, missed("d", "the envoys"))
	if err := r.SaveDossier(context.Background(), record.Dossier{Name: "ferries", States: []string{"AAA"}}); err != nil {
		t.Fatal(err)
	}
	return store
}

// reportEntry gives the id of the meeting that a report tells of.
func reportEntry(t *testing.T, r *record.Record, report string) string {
	t.Helper()
	return meetings(t, r, record.Filter{Reports: []string{report}})[0].ID
}

// TestFailingChange has each call of the store fail in turn while the record is changed:
// the failure is told, and the record is as it was.
func TestFailingChange(t *testing.T) {
	if testing.Short() {
		t.Skip("carries out every change as often as it calls the store")
	}
	store := busy(t)
	sound := record.New(store, clock())
	a, d := reportEntry(t, sound, "a"), reportEntry(t, sound, "d")
	demand := func(d record.Demand) func(*record.Record) error {
		d.By = "kim"
		return func(r *record.Record) error {
			_, err := r.Correct(context.Background(), d)
			return err
		}
	}
	for name, change := range map[string]func(*record.Record) error{
		"add": func(r *record.Record) error {
			_, err := r.Add(context.Background(), talks("n", "Herald", "2030-01-04", "2030-01-03", "Ostmark", rapporteur.Held, "AAA", "BBB"))
			return err
		},
		"add a copy": func(r *record.Record) error {
			_, err := r.Add(context.Background(), article("n", "Herald", "", agency, "2030-01-05"))
			return err
		},
		"add a revision": func(r *record.Record) error {
			_, err := r.Add(context.Background(), article("n", "Echo", "https://echo.example/1", envoys, "2030-01-05"))
			return err
		},
		"add what is there": func(r *record.Record) error {
			_, err := r.Add(context.Background(), article("e", "River Agency", "https://agency.example/2", agency, "2030-01-03"))
			return err
		},
		"add a holder": func(r *record.Record) error {
			_, err := r.Add(context.Background(), names(t, sound, "n", "Courier", "2030-01-05", "bo"))
			return err
		},
		"reread": func(r *record.Record) error {
			again := talks("a", "Echo", "2030-01-02", "2030-01-03", "Ostmark", rapporteur.Cancelled, "AAA", "BBB")
			return r.Reread(context.Background(), again)
		},
		"remove": func(r *record.Record) error {
			_, err := r.Remove(context.Background(), record.Removal{Reports: []string{"a", "h", "i"}, By: "kim"})
			return err
		},
		"remove an outlet": func(r *record.Record) error {
			_, err := r.Remove(context.Background(), record.Removal{Outlets: []string{"Courier"}, By: "kim"})
			return err
		},
		"set":            demand(record.Demand{Entry: a, Action: record.Set, Field: "date", Value: "2030-01-20"}),
		"include":        demand(record.Demand{Entry: a, Action: record.Include, Field: "participant", Value: "CCC", Actor: ceeland}),
		"reject":         demand(record.Demand{Entry: a, Action: record.Reject}),
		"split":          demand(record.Demand{Entry: a, Action: record.Split, Others: []string{"c"}}),
		"merge":          demand(record.Demand{Entry: a, Action: record.Merge, Others: []string{d}}),
		"note":           demand(record.Demand{Entry: a, Action: record.Remark, Note: "sure of it"}),
		"undo":           demand(record.Demand{Entry: a, Action: record.Undo, Value: "1"}),
		"missed":         demand(missed("b", "their talks")),
		"take back":      demand(record.Demand{Entry: "d", Action: record.Undo, Value: "4"}),
		"set a report":   demand(record.Demand{Entry: "b", Action: record.Set, Field: "outlet", Value: "Echo"}),
		"drop a dossier": func(r *record.Record) error { return r.DropDossier(context.Background(), "ferries") },
		"save a dossier": func(r *record.Record) error {
			return r.SaveDossier(context.Background(), record.Dossier{Name: "tolls", Issues: []string{"tolls"}})
		},
	} {
		t.Run(name, func(t *testing.T) {
			before := allEntries(t, sound)
			for calls := 0; ; calls++ {
				f := &fault{left: calls, err: errGone}
				err := change(record.New(faulty{unchanging{store}, f}, clock()))
				if f.left >= 0 {
					if !errors.Is(err, errTakenBack) {
						t.Errorf("with no failure: %v", err)
					}
					return
				}
				if !errors.Is(err, errGone) {
					t.Errorf("call %d failed, and what is told is %v", calls+1, err)
				}
				if diff := cmp.Diff(before, allEntries(t, sound)); diff != "" {
					t.Fatalf("call %d failed, and the record has changed: %s", calls+1, diff)
				}
			}
		})
	}
}

// TestFailingQuestion has each call of the store fail in turn while the record is asked:
// no answer is given that has a part only.
func TestFailingQuestion(t *testing.T) {
	ctx := context.Background()
	store := busy(t)
	sound := record.New(store, clock())
	a, position := reportEntry(t, sound, "a"), ""
	for _, e := range allEntries(t, sound) {
		if e.Position != nil {
			position = e.ID
		}
	}
	past := time.Date(2030, 1, 1, 0, 1, 0, 0, time.UTC)
	for name, ask := range map[string]func(*record.Record) (any, error){
		"entries":      func(r *record.Record) (any, error) { return r.Entries(ctx, record.Filter{Dossier: "ferries"}) },
		"then":         func(r *record.Record) (any, error) { return r.Entries(ctx, record.Filter{AsOf: past}) },
		"count":        func(r *record.Record) (any, error) { return r.Count(ctx, record.Filter{Dossier: "ferries"}, 0) },
		"entry":        func(r *record.Record) (any, error) { return r.Entry(ctx, a, time.Time{}) },
		"entry then":   func(r *record.Record) (any, error) { return r.Entry(ctx, a, past) },
		"reports":      func(r *record.Record) (any, error) { return r.Reports(ctx, record.Filter{}) },
		"reports then": func(r *record.Record) (any, error) { return r.Reports(ctx, record.Filter{AsOf: past}) },
		"how many":     func(r *record.Record) (any, error) { return r.CountReports(ctx, record.Filter{AsOf: past}) },
		"report":       func(r *record.Record) (any, error) { return r.Report(ctx, "c") },
		"parties":      func(r *record.Record) (any, error) { return r.Parties(ctx, record.Filter{Dossier: "ferries"}) },
		"search":       func(r *record.Record) (any, error) { return r.Search(ctx, record.Filter{Text: "envoys"}) },
		"lines":        func(r *record.Record) (any, error) { return r.Lines(ctx, record.Filter{}) },
		"shifts":       func(r *record.Record) (any, error) { return r.Shifts(ctx, record.Filter{}) },
		"values":       func(r *record.Record) (any, error) { return r.Values(ctx, record.ByState) },
		"ids":          func(r *record.Record) (any, error) { return r.IDs(ctx, "m", 5) },
		"last day":     func(r *record.Record) (any, error) { return r.LastDay(ctx, "") },
		"why":          func(r *record.Record) (any, error) { return r.Why(ctx, reportEntry(t, sound, "c"), time.Time{}) },
		"why not":      func(r *record.Record) (any, error) { return r.Why(ctx, position, past) },
		"history":      func(r *record.Record) (any, error) { return r.History(ctx, a) },
		"corrections":  func(r *record.Record) (any, error) { return r.Corrections(ctx, record.CorrectionFilter{}) },
		"holders":      func(r *record.Record) (any, error) { return r.Holders(ctx, "2030-01-06") },
		"taught":       func(r *record.Record) (any, error) { return r.Taught(ctx, reportEntry(t, sound, "k")) },
		"since": func(r *record.Record) (any, error) {
			var d *record.Difference
			err := r.Look(ctx, time.Time{}, func(l *record.Look) (err error) {
				d, err = l.Since(record.Filter{}, past)
				return err
			})
			if err != nil {
				return nil, err
			}
			return d, nil
		},
		"outdated": func(r *record.Record) (any, error) { return r.Outdated(ctx, 5) },
		"redated": func(r *record.Record) (any, error) {
			return r.Redated(ctx, record.Demand{Entry: "a", Action: record.Set, Field: "date", Value: "2030-01-08"})
		},
		"texts": func(r *record.Record) (any, error) {
			out, _, err := r.Texts(ctx, 0, 9)
			return out, err
		},
	} {
		t.Run(name, func(t *testing.T) {
			want, wrong := ask(sound)
			for calls := 0; ; calls++ {
				f := &fault{left: calls, err: errGone}
				got, err := ask(record.New(faulty{store, f}, clock()))
				if f.left >= 0 {
					if diff := cmp.Diff(want, got); diff != "" || (err == nil) != (wrong == nil) {
						t.Error("with no failure:", diff, err)
					}
					return
				}
				if !errors.Is(err, errGone) {
					t.Fatalf("call %d failed, and what is told is %v", calls+1, err)
				}
			}
		})
	}
}

// TestFailingVerification has each call of the store fail in turn while it is verified:
// nobody is told that all is well.
func TestFailingVerification(t *testing.T) {
	store := busy(t)
	for calls := 0; ; calls++ {
		f, told := &fault{left: calls, err: errGone}, 0
		err := record.New(faulty{store, f}, clock()).Verify(context.Background(), func(record.Problem) bool {
			told++
			return true
		})
		if f.left >= 0 {
			if err != nil || told > 0 {
				t.Errorf("with no failure: %d problems, %v", told, err)
			}
			return
		}
		if err == nil && told == 0 {
			t.Errorf("call %d failed, and nothing is told", calls+1)
		}
	}
}
