package api_test

import (
	"net/http"
	"strings"
	"testing"
)

// TestForms asks every list and table in its forms.
func TestForms(t *testing.T) {
	h := served(t)
	post(t, h, "2027-03-01")
	for _, test := range []struct{ address, accept, kind, begins string }{
		{"/api/v1/meetings", "", "application/json", `{"items":[{"id":"m`},
		{"/api/v1/meetings?format=csv", "", "text/csv; charset=utf-8", "id,kind,"},
		{"/api/v1/meetings", "text/csv", "text/csv; charset=utf-8", "id,kind,"},
		{"/api/v1/reports", "application/x-ndjson", "application/x-ndjson", `{"id":`},
		{"/api/v1/actors?format=csv", "", "text/csv; charset=utf-8", "id,"},
		{"/api/v1/shifts", "", "application/json", `{"items":[],"total":0}`},
		{"/api/v1/lines", "", "application/json", `[]`},
		{"/api/v1/attendance", "", "application/json", `{"meetings":[{"entries":["m`},
		{"/api/v1/matrix", "", "application/json", `{"issues":[`},
		{"/api/v1/brief", "", "application/json", `{"since":"`},
		{"/api/v1/changes?from=2027-03-31T00:00:00Z", "", "application/json", `{"items":[{"id":"m`},
		{"/api/v1/changes?from=2027-04-02T00:00:00Z", "", "application/json", `{"items":[],`},
		{"/api/v1/openapi.json", "", "application/openapi+json", `{`},
		{"/api/v1/lines?format=csv", "", "text/csv; charset=utf-8", "party,"},
		{"/api/v1/matrix?format=csv", "", "text/csv; charset=utf-8", "party"},
		{"/api/v1/matrix?format=markdown", "", "text/markdown; charset=utf-8", ""},
		{"/api/v1/attendance?format=markdown", "", "text/markdown; charset=utf-8", "|"},
		{"/api/v1/timeline", "", "application/json", `{"last_report":`},
		{"/api/v1/timeline?format=svg", "", "image/svg+xml", "<svg"},
		{"/api/v1/timeline?format=markdown", "", "text/markdown; charset=utf-8", "#"},
		{"/api/v1/brief?format=markdown", "", "text/markdown; charset=utf-8", "#"},
		{"/api/v1/brief?format=html&long=true", "", "text/html; charset=utf-8", "<!DOCTYPE html>"},
		{"/api/v1/brief?format=docx", "", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"},
		{"/api/v1/meetings?format=atom&state=KEN", "", "application/atom+xml; charset=utf-8", "<?xml"},
		{"/api/v1/reports", "application/atom+xml", "application/atom+xml; charset=utf-8", "<?xml"},
		{"/api/v1/actors?format=", "", "application/json", `{"items":[`},
		{"/api/v1/search?q=nairobi", "", "application/json", `[{"report":"`},
		{"/api/v1/search?q=mombasa", "", "application/json", `[]`},
		{"/api/v1/issues", "", "application/json", `[{"kind":"issue"`},
		{"/api/v1/codebook", "", "application/json", `[{"part":"`},
		{"/api/v1/known-actors?name=kenya&limit=1", "", "application/json", `{"items":[{"id":"`},
		{"/api/v1/me", "", "application/json", `{"name":"kim","role":"editor"}`},
		{"/api/v1/what-changed?between=2027-03-31", "", "application/json", `{"from":`},
		{"/api/v1/what-changed?between=2027-03-31&format=markdown", "", "text/markdown; charset=utf-8", "#"},
		{"/api/v1/review", "", "application/json", `{"doubts":[`},
		{"/api/v1/actors/KEN", "", "application/json", `{"party":{"id":"KEN"`},
		{"/api/v1/actors/KEN?no_text=true", "", "application/json", `{"party":{"id":"KEN"`},
		{"/api/v1/corrections?by=nobody", "", "application/json", `[]`},
		{"/api/v1/exports/csv", "", "application/zip", "PK"},
		{"/api/v1/exports/geojson", "", "application/geo+json", "{"},
		{"/api/v1/exports/ical", "", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR"},
		{"/api/v1/exports/jsonl?limit=1", "", "application/x-ndjson", "{"},
	} {
		a, body := ask(t, h, http.MethodGet, test.address, "", "Accept", test.accept)
		if a.StatusCode != http.StatusOK || a.Header.Get("Content-Type") != test.kind || !strings.HasPrefix(body, test.begins) {
			t.Errorf("%s as %q: %d %s %.80s", test.address, test.accept, a.StatusCode, a.Header.Get("Content-Type"), body)
		}
	}
}
