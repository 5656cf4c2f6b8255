package api_test

import (
	"encoding/json"
	"encoding/xml"
	"net/http"
	"strings"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/api"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// alerting is the interface over rules of alerts that have found something.
func alerting(t *testing.T) http.Handler {
	t.Helper()
	store := memory.New()
	err := store.Alerts().Update(t.Context(), func(u alert.Update) error {
		for i, n := range []alert.Notice{{Rule: "lake talks", Title: "Planned: talks <b>", Entry: "m1", Words: "They meet.", URL: "https://wire.example/1"}, {Rule: "other", Title: "Moved: Kenya", Entry: "p1"}} {
			n.At = noon.Add(time.Duration(i) * time.Hour)
			if _, err := u.PutNotice(n); err != nil {
				return err
			}
		}
		if err := u.PutLetter(alert.Letter{ID: "alert-1", Rule: "lake talks", State: alert.Sent, Made: noon, To: alert.Target{By: alert.Webhook, To: "https://hooks.example.org/token"}}); err != nil {
			return err
		}
		if err := u.PutRule(alert.Rule{Name: "other", When: []alert.When{alert.Moves}}); err != nil {
			return err
		}
		return u.PutRule(alert.Rule{Name: "lake talks", When: []alert.When{alert.Planned}, Most: &alert.Rate{Letters: 2, In: time.Hour}, To: []alert.Target{{By: alert.Webhook, To: "https://hooks.example.org/token"}}})
	})
	if err != nil {
		t.Fatal(err)
	}
	return api.Handler(api.Options{Record: record.New(store, func() time.Time { return noon }), Alerts: store.Alerts(), Version: "test", Now: func() time.Time { return noon }})
}

func TestAlerts(t *testing.T) {
	h := alerting(t)
	a, body := ask(t, h, http.MethodGet, "/api/v1/alerts", "")
	if a.StatusCode != http.StatusOK || strings.Contains(body, "token") || !strings.Contains(body, "https://hooks.example.org/…") || !strings.Contains(body, `"most":"2 in 1h"`) {
		t.Errorf("%d %s", a.StatusCode, body)
	}
	var one struct {
		Name  string
		Found int
		Muted *alert.Mute
	}
	a, body = ask(t, h, http.MethodGet, "/api/v1/alerts/lake%20talks", "")
	if err := json.Unmarshal([]byte(body), &one); err != nil || a.StatusCode != http.StatusOK || one.Found != 1 || one.Muted != nil {
		t.Errorf("%d %s %v", a.StatusCode, body, err)
	}
	a, body = ask(t, h, http.MethodPut, "/api/v1/alerts/lake%20talks/mute", `{"muted":true,"until":"2027-04-02T12:00:00Z"}`)
	if err := json.Unmarshal([]byte(body), &one); err != nil || a.StatusCode != http.StatusOK || one.Muted == nil || !one.Muted.Until.Equal(noon.AddDate(0, 0, 1)) {
		t.Errorf("%d %s %v", a.StatusCode, body, err)
	}
	one.Muted = nil
	if a, body = ask(t, h, http.MethodPut, "/api/v1/alerts/lake%20talks/mute", `{"muted":true}`); json.Unmarshal([]byte(body), &one) != nil || one.Muted == nil || !one.Muted.Until.IsZero() {
		t.Errorf("%d %s", a.StatusCode, body)
	}
	one.Muted = nil
	if a, body = ask(t, h, http.MethodPut, "/api/v1/alerts/lake%20talks/mute", `{"muted":false}`); json.Unmarshal([]byte(body), &one) != nil || one.Muted != nil {
		t.Errorf("%d %s", a.StatusCode, body)
	}
	if a, _ = askAs(t, h, access.Who{Name: "lee", Role: access.Reader}, http.MethodPut, "/api/v1/alerts/other/mute", `{"muted":true}`); a.StatusCode != http.StatusForbidden {
		t.Errorf("a reader mutes: %d", a.StatusCode)
	}
	for _, none := range []http.Handler{h, served(t)} {
		for _, q := range [][3]string{{http.MethodGet, "/api/v1/alerts/none", ""}, {http.MethodPut, "/api/v1/alerts/none/mute", `{"muted":true}`}} {
			if a, body := ask(t, none, q[0], q[1], q[2]); a.StatusCode != http.StatusNotFound {
				t.Errorf("%v: %d %s", q, a.StatusCode, body)
			}
		}
	}
	if _, body := ask(t, served(t), http.MethodGet, "/api/v1/alerts", ""); strings.TrimSpace(body) != "[]" {
		t.Errorf("without rules: %s", body)
	}
}

func TestAlertFeed(t *testing.T) {
	h := alerting(t)
	var f struct {
		Title string `xml:"title"`
		Entry []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Summary string `xml:"summary"`
		} `xml:"entry"`
	}
	a, body := ask(t, h, http.MethodGet, "/api/v1/alerts.atom", "")
	if err := xml.Unmarshal([]byte(body), &f); err != nil || a.Header.Get("Content-Type") != "application/atom+xml; charset=utf-8" || len(f.Entry) != 2 || f.Entry[0].Title != "Moved: Kenya" || f.Entry[0].ID == f.Entry[1].ID {
		t.Fatalf("%v %s %v", a.Header, body, err)
	}
	f.Entry = nil
	_, body = ask(t, h, http.MethodGet, "/api/v1/alerts.atom?rule=lake+talks", "")
	if err := xml.Unmarshal([]byte(body), &f); err != nil || f.Title != "Alerts: lake talks" || len(f.Entry) != 1 || f.Entry[0].Title != "Planned: talks <b>" || f.Entry[0].Updated != "2027-04-01T12:00:00Z" ||
		!strings.Contains(f.Entry[0].Summary, "“They meet.” https://wire.example/1") {
		t.Errorf("%s %v", body, err)
	}
	if a, _ := ask(t, h, http.MethodGet, "/api/v1/alerts.atom?rule=none", ""); a.StatusCode != http.StatusNotFound {
		t.Errorf("of no rule: %d", a.StatusCode)
	}
	if a, body := ask(t, served(t), http.MethodGet, "/api/v1/alerts.atom", ""); a.StatusCode != http.StatusOK || !strings.Contains(body, "<feed") {
		t.Errorf("without rules: %d %s", a.StatusCode, body)
	}
}
