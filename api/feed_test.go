package api_test

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/api"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// TestFeedStaysTheSame until something new stands on the list, so that who reads it is
// not told again.
func TestFeedStaysTheSame(t *testing.T) {
	h := served(t)
	post(t, h, "2027-03-01")
	first, body := ask(t, h, http.MethodGet, "/api/v1/meetings?format=atom&state=KEN", "")
	var f struct {
		Updated string `xml:"updated"`
		Link    []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Entry []struct {
			ID      string `xml:"id"`
			Updated string `xml:"updated"`
			Summary string `xml:"summary"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(body), &f); err != nil {
		t.Fatal(err, body)
	}
	if len(f.Entry) != 1 || f.Updated != "2027-03-01T00:00:00Z" || f.Entry[0].Updated != f.Updated || !strings.Contains(f.Entry[0].Summary, "“Kenya and Uganda met") ||
		f.Link[0].Rel != "self" || f.Link[0].Href != "/api/v1/meetings?format=atom&state=KEN" || !strings.HasPrefix(f.Entry[0].ID, "tag:") {
		t.Errorf("%+v", f)
	}
	again, _ := ask(t, h, http.MethodGet, "/api/v1/meetings?format=atom&state=KEN", "")
	if first.Header.Get("ETag") != again.Header.Get("ETag") {
		t.Error("the same feed is another one")
	}
	post(t, h, "2027-03-11")
	if later, _ := ask(t, h, http.MethodGet, "/api/v1/meetings?format=atom&state=KEN", ""); later.Header.Get("ETag") == first.Header.Get("ETag") {
		t.Error("a new meeting changes nothing")
	}
	for _, list := range []string{"actors", "reports", "shifts", "notices"} {
		if a, body := ask(t, h, http.MethodGet, "/api/v1/"+list+"?format=atom", ""); a.StatusCode != 200 || xml.Unmarshal([]byte(body), &struct{ XMLName xml.Name }{}) != nil {
			t.Errorf("%s: %d %s", list, a.StatusCode, body)
		}
	}
}

// TestExportOfSeveralFiles is one ZIP file with them all.
func TestExportOfSeveralFiles(t *testing.T) {
	h := served(t)
	post(t, h, "2027-03-01")
	a, body := ask(t, h, http.MethodGet, "/api/v1/exports/csv?table=meetings&table=sources", "")
	z, err := zip.NewReader(strings.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if !slices.Contains(names, "meetings.csv") || slices.Contains(names, "events.csv") || a.Header.Get("Content-Disposition") != `attachment; filename="rapporteur-csv.zip"` {
		t.Errorf("%q %v", names, a.Header)
	}
}

// TestTrailIsForAdministrators shows what was done to whom it is for.
func TestTrailIsForAdministrators(t *testing.T) {
	var asked access.TrailQuery
	h := api.Handler(api.Options{Record: record.New(memory.New(), time.Now), Trail: func(_ context.Context, q access.TrailQuery) ([]access.Line, error) {
		asked = q
		return []access.Line{{Number: 3, Who: "kim", What: access.Corrected, About: "#1 m1"}}, nil
	}})
	get := func(role access.Role, query string) (*http.Response, string) {
		return askAs(t, h, access.Who{Name: "ada", Role: role}, http.MethodGet, "/api/v1/trail"+query, "")
	}
	if a, body := get(access.Admin, "?who=kim&what=corrected&since=2027-01-01T00:00:00Z&until=2027-01-02&limit=5"); a.StatusCode != 200 || !strings.Contains(body, `"about":"#1 m1"`) {
		t.Errorf("%d %s", a.StatusCode, body)
	}
	if asked.Who[0] != "kim" || asked.What[0] != access.Corrected || asked.Limit != 5 || asked.Since.IsZero() || !asked.Until.After(asked.Since) {
		t.Errorf("%+v", asked)
	}
	for query, want := range map[string]int{"?what=danced": 422, "?since=soon": 422, "?until=soon": 422} {
		if a, body := get(access.Admin, query); a.StatusCode != want {
			t.Errorf("%s: %d %s", query, a.StatusCode, body)
		}
	}
	if a, _ := get(access.Editor, ""); a.StatusCode != 403 {
		t.Errorf("an editor: %d", a.StatusCode)
	}
}
