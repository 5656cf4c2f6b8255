package api_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/api"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// TestPublish answers at once where others read what is sent, and says why a queue refuses.
func TestPublish(t *testing.T) {
	var got []*rapporteur.Report
	h := api.Handler(api.Options{Record: record.New(memory.New(), time.Now), Read: reader, Publish: func(_ context.Context, r *rapporteur.Report) error {
		if got = append(got, r); len(got) > 1 {
			return &rapporteur.Error{Code: rapporteur.Busy, Op: "publish", Message: "the queue is full"}
		}
		return nil
	}})
	a, body := ask(t, h, http.MethodPost, "/api/v1/reports", `{"text":"Kenya and Uganda met in Nairobi.","published":"2027-03-01"}`)
	if a.StatusCode != http.StatusAccepted || !strings.Contains(body, `"outcome":"queued"`) || a.Header.Get("Location") != "/api/v1/reports/"+got[0].ID || got[0].Published != "2027-03-01" {
		t.Errorf("%d %s %v", a.StatusCode, body, a.Header)
	}
	if a, body := ask(t, h, http.MethodPost, "/api/v1/reports", `{"text":"Peru and Chile met in Lima."}`); a.StatusCode != http.StatusServiceUnavailable || !strings.Contains(body, "the queue is full") {
		t.Errorf("%d %s", a.StatusCode, body)
	}
	if a, _ := ask(t, h, http.MethodPost, "/api/v1/reports", `{"text":""}`); a.StatusCode != http.StatusUnprocessableEntity || len(got) != 2 {
		t.Errorf("%d, %d published", a.StatusCode, len(got))
	}
}
