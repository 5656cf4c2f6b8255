package service_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/alert"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// TestSignsAgreeWithWhatChanged: what a rule is told of is what the list of changes has.
func TestSignsAgreeWithWhatChanged(t *testing.T) {
	r := changing(t)
	from := time.Date(2027, 3, 2, 0, 0, 0, 0, time.Local)
	var got []string
	err := r.Look(t.Context(), time.Time{}, func(l *record.Look) error {
		all, err := service.SignsOf(l, &alert.Rule{When: []alert.When{alert.Moves, alert.Cancelled, alert.LeftOut, alert.Disagree, alert.Planned}}, from)
		for _, f := range all {
			if f.Asked {
				var fields []string
				for _, c := range f.Fields {
					fields = append(fields, c.Field)
				}
				got = append(got, strings.TrimSpace(string(f.When)+" "+f.Whom+f.Value+" "+strings.Join(fields, ",")))
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(got)
	want := []string{"cancelled cancelled status", "left-out Tanzaniayes status,presence of Tanzania", "moves against"}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("%q lacks %q", got, w)
		}
	}
	if slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "planned") }) {
		t.Errorf("a plan that was there before: %q", got)
	}
}

// TestPutOffByDay: a later day is a delay, an earlier one and a day that was not known are
// none.
func TestPutOffByDay(t *testing.T) {
	for _, c := range []struct {
		was, is string
		want    bool
	}{{"2027-03-10", "2027-03-12", true}, {"2027-03-10/2027-03-11", "2027-03-11", false}, {"2027-03", "2027-03-12", false}, {"2027-03-10", "2027-03-08", false}, {"2027-03-10", "2027-04-01/2027-04-02", true}} {
		now := time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC)
		r := record.New(memory.New(), func() time.Time { return now })
		plan := func(day string) func(*rapporteur.Meeting) {
			return func(m *rapporteur.Meeting) { m.Status, m.Date = rapporteur.PlannedMeeting, rapporteur.Date(day) }
		}
		if _, err := r.Add(t.Context(), meets("a", "2027-03-01", plan(c.was))); err != nil {
			t.Fatal(err)
		}
		all, err := r.Entries(t.Context(), record.Filter{})
		if err != nil || len(all) != 1 {
			t.Fatalf("%d entries, %v", len(all), err)
		}
		now = now.Add(time.Hour)
		if _, err := r.Correct(t.Context(), record.Demand{Entry: all[0].ID, Action: record.Set, Field: "date", Value: c.is, By: "kim"}); err != nil {
			t.Fatal(err)
		}
		found := false
		err = r.Look(t.Context(), time.Time{}, func(l *record.Look) error {
			signs, err := service.SignsOf(l, &alert.Rule{When: []alert.When{alert.PutOff}}, now.Add(-time.Minute))
			found = slices.ContainsFunc(signs, func(f service.Found) bool { return f.Asked })
			return err
		})
		if err != nil || found != c.want {
			t.Errorf("%s → %s: %v, %v", c.was, c.is, found, err)
		}
	}
}

// TestKeepAlert finds who is named, keeps what was told of a rule that is replaced, and
// refuses what nothing can match.
func TestKeepAlert(t *testing.T) {
	ctx, store := t.Context(), memory.New()
	now := time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC)
	r := record.New(store, func() time.Time { return now })
	if _, err := r.Add(ctx, meets("a", "2027-03-01", nil)); err != nil {
		t.Fatal(err)
	}
	dir, err := service.Tables{}.Directory()
	if err != nil {
		t.Fatal(err)
	}
	rule := alert.Rule{Name: "plans", When: []alert.When{alert.Planned}, Limits: alert.Limits{Actors: []string{"Kenya"}, States: []string{"UGA"}}}
	kept, replaced, err := service.KeepAlert(ctx, r, store.Alerts(), dir, rule, now)
	if err != nil || replaced || kept.Actors[0] != "KEN" || !kept.Made.Equal(now) {
		t.Fatalf("%+v, %v, %v", kept, replaced, err)
	}
	if _, err := r.Add(ctx, meets("b", "2027-03-02", nil)); err != nil { // leaves a stamp
		t.Fatal(err)
	}
	later := now.Add(time.Hour)
	other := alert.Rule{Name: "others", When: []alert.When{alert.Held}}
	if other, _, err = service.KeepAlert(ctx, r, store.Alerts(), dir, other, later); err != nil || other.After == 0 {
		t.Errorf("a rule that is younger than a change: %+v, %v", other, err)
	}
	if kept, replaced, err = service.KeepAlert(ctx, r, store.Alerts(), dir, rule, later); err != nil || !replaced || !kept.Made.Equal(now) || !kept.Changed.Equal(later) || kept.After != 0 {
		t.Errorf("replaced: %+v, %v, %v", kept, replaced, err)
	}
	for hint, wrong := range map[string]alert.Limits{"--text": {Actors: []string{"Nobody Whatever"}}, "no state": {States: []string{"QQQ"}}, "no dossier": {Dossier: "none"}, "issue": {Issues: []string{"no-such-issue"}}} {
		_, _, err := service.KeepAlert(ctx, r, store.Alerts(), dir, alert.Rule{Name: "x", When: []alert.When{alert.Moves}, Limits: wrong}, now)
		if rapporteur.CodeOf(err) != rapporteur.Invalid || !strings.Contains(err.Error(), hint) {
			t.Errorf("%+v: %v", wrong, err)
		}
	}
	if _, _, err := service.KeepAlert(ctx, r, store.Alerts(), dir, alert.Rule{Name: "x"}, now); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("a rule without anything: %v", err)
	}
}

func TestAlertsAreShownChangedAndDropped(t *testing.T) {
	ctx, alerts := t.Context(), memory.New().Alerts()
	now := time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC)
	letter := func(id string, state alert.State) alert.Letter {
		return alert.Letter{ID: id, Rule: "plans", State: state, Made: now}
	}
	err := alerts.Update(ctx, func(u alert.Update) error {
		for _, waiting := range []bool{false, true} {
			if _, err := u.PutNotice(alert.Notice{Rule: "plans", Waiting: waiting, Title: "talks"}); err != nil {
				return err
			}
		}
		for _, l := range []alert.Letter{letter("a", alert.Sent), letter("b", alert.Waiting), letter("c", alert.Failed), letter("d", alert.Unsure)} {
			if err := u.PutLetter(l); err != nil {
				return err
			}
		}
		return u.PutRule(alert.Rule{Name: "plans", When: []alert.When{alert.Planned}})
	})
	if err != nil {
		t.Fatal(err)
	}
	muted, err := service.ChangeAlert(ctx, alerts, "plans", now, func(r *alert.Rule) { r.Muted = &alert.Mute{} })
	if err != nil || muted.Muted == nil || !muted.Changed.Equal(now) {
		t.Errorf("%+v, %v", muted, err)
	}
	all, err := service.Alerts(ctx, alerts, "")
	if err != nil || len(all) != 1 {
		t.Fatalf("%+v, %v", all, err)
	}
	a := all[0]
	if diff := cmp.Diff([]int{2, 1, 1, 2, 4}, []int{a.Found, a.Waiting, a.Unsent, a.Failed, len(a.Letters)}); diff != "" || a.Last == nil || a.Muted == nil {
		t.Errorf("%s %+v", diff, a)
	}
	for _, wrong := range []func() error{
		func() error { _, err := service.Alerts(ctx, alerts, "plan"); return err },
		func() error { _, err := service.ChangeAlert(ctx, alerts, "plan", now, nil); return err },
		func() error { return service.DropAlert(ctx, alerts, "plan") },
	} {
		if err := wrong(); rapporteur.CodeOf(err) != rapporteur.Invalid || !strings.Contains(err.Error(), "plans") {
			t.Errorf("%v", err)
		}
	}
	if err := service.DropAlert(ctx, alerts, "plans"); err != nil {
		t.Error(err)
	}
	if all, err := service.Alerts(ctx, alerts, ""); err != nil || len(all) != 0 {
		t.Errorf("%+v, %v", all, err)
	}
}
