package pages_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/pages"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// TestAlerts shows rules, what they found and what became of their letters, and mutes one.
func TestAlerts(t *testing.T) {
	store := memory.New()
	hook := alert.Target{By: alert.Webhook, To: "https://hooks.example.org/T0S3"}
	err := store.Alerts().Update(t.Context(), func(u alert.Update) error {
		if _, err := u.PutNotice(alert.Notice{Rule: "lake <b>", Title: "Planned: talks <i>", Entry: "m1", At: noon, Waiting: true}); err != nil {
			return err
		}
		for _, l := range []alert.Letter{{ID: "1", State: alert.Sent}, {ID: "2", State: alert.Failed, Failure: "the receiver answered 410 Gone"}, {ID: "3", State: alert.Waiting}} {
			l.Rule, l.Made, l.To = "lake <b>", noon, hook
			if err := u.PutLetter(l); err != nil {
				return err
			}
		}
		return u.PutRule(alert.Rule{Name: "lake <b>", When: []alert.When{alert.Planned}, To: []alert.Target{hook}})
	})
	if err != nil {
		t.Fatal(err)
	}
	var notes []string
	h := pages.Handler(pages.Options{Record: record.New(store, time.Now), Alerts: store.Alerts(), Log: slog.New(slog.DiscardHandler), Version: "test", API: "/api/v1",
		Now: func() time.Time { return noon }, Note: func(_ context.Context, what access.What, about string) { notes = append(notes, string(what)+" "+about) }})
	editor := as(access.Editor, h)
	body := holds(t, editor, "/alerts", http.StatusOK, "lake &lt;b&gt;", "Planned: talks &lt;i&gt;", "https://hooks.example.org/…", "answered 410 Gone", `href="/e/m1"`,
		`href="/api/v1/alerts.atom?rule=lake`, `href="/api/v1/alerts"`, "Not sent", "To be sent", "Waiting", ">Mute<")
	if strings.Contains(body, "T0S3") {
		t.Error("the page shows the whole address of a webhook")
	}
	if a, _ := post(t, editor, "/alerts/mute", url.Values{"name": {"lake <b>"}, "mute": {"true"}}); a.StatusCode != http.StatusSeeOther || len(notes) != 1 || notes[0] != "alert-kept lake <b>" {
		t.Errorf("%d, %q", a.StatusCode, notes)
	}
	holds(t, editor, "/alerts", http.StatusOK, "Muted", "until it is ended", "Let it notice again")
	if a, _ := post(t, editor, "/alerts/mute", url.Values{"name": {"lake <b>"}, "mute": {"false"}}); a.StatusCode != http.StatusSeeOther {
		t.Errorf("%d", a.StatusCode)
	}
	if body := holds(t, as(access.Reader, h), "/alerts", http.StatusOK, "lake"); strings.Contains(body, "/alerts/mute") {
		t.Error("a reader may mute")
	}
	if a, _ := post(t, editor, "/alerts/mute", url.Values{"name": {"none"}, "mute": {"true"}}); a.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("a rule that is none: %d", a.StatusCode)
	}
	none := as(access.Editor, over(record.New(memory.New(), time.Now)))
	holds(t, none, "/alerts", http.StatusOK, "There is no rule yet.")
	if a, _ := post(t, none, "/alerts/mute", url.Values{"name": {"none"}}); a.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("without rules: %d", a.StatusCode)
	}
}
