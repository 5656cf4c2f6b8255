package api_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/api"
	"rapporteur/record"
	"rapporteur/store/memory"
)

var noon = time.Date(2027, 4, 1, 12, 0, 0, 0, time.UTC)

// reader reads every text as one meeting of Kenya and Uganda.
func reader(_ context.Context, report *rapporteur.Report) (*rapporteur.Reading, error) {
	span := rapporteur.Span{Start: 0, End: len([]rune(report.Text)), Text: report.Text}
	side := func(id string) rapporteur.Attendance {
		return rapporteur.Attendance{Actor: id, For: rapporteur.Text(id), Role: rapporteur.Participant, Presence: rapporteur.Present, Evidence: []rapporteur.Span{span}}
	}
	return &rapporteur.Reading{
		Report:    *report,
		Actors:    []rapporteur.Actor{{ID: "KEN", Known: true, Name: "Kenya", Kind: rapporteur.State, State: "KEN"}, {ID: "UGA", Known: true, Name: "Uganda", Kind: rapporteur.State, State: "UGA"}},
		Sentences: [][2]int{{0, span.End}},
		Meetings: []rapporteur.Meeting{{Basis: rapporteur.Basis{ID: "m" + report.ID, Confidence: 0.9, Evidence: []rapporteur.Span{span}}, Kind: "talks",
			Status: rapporteur.Held, Date: report.Published, Place: &rapporteur.Place{Name: "Nairobi", Country: "KEN"}, Attendance: []rapporteur.Attendance{side("KEN"), side("UGA")}}},
	}, nil
}

// served is the interface over an empty record.
func served(t *testing.T) http.Handler {
	t.Helper()
	return api.Handler(api.Options{Record: record.New(memory.New(), func() time.Time { return noon }), Version: "test", Read: reader,
		Now: func() time.Time { return noon.Add(time.Hour) }})
}

// ask sends a request and gives the answer with its body.
func ask(t *testing.T, h http.Handler, method, address, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	return askAs(t, h, access.Who{Name: "kim", Role: access.Editor}, method, address, body, headers...)
}

// askAs does so for somebody.
func askAs(t *testing.T, h http.Handler, who access.Who, method, address, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequestWithContext(access.With(t.Context(), who), method, address, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	answer := w.Result()
	got, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, string(got)
}

// post puts a report of a day on the record.
func post(t *testing.T, h http.Handler, day string) (status int, body string) {
	t.Helper()
	line, err := json.Marshal(map[string]string{"text": "Kenya and Uganda met in Nairobi on " + day + ".", "published": day, "outlet": "Coast Wire"})
	if err != nil {
		t.Fatal(err)
	}
	a, body := ask(t, h, http.MethodPost, "/api/v1/reports", string(line))
	return a.StatusCode, body
}

func TestPostedTwiceIsOneReport(t *testing.T) {
	h := served(t)
	status, first := post(t, h, "2027-03-01")
	if status != http.StatusCreated || !strings.Contains(first, `"outcome":"added"`) {
		t.Errorf("first: %d %s", status, first)
	}
	status, again := post(t, h, "2027-03-01")
	if status != http.StatusOK || !strings.Contains(again, `"outcome":"known"`) {
		t.Errorf("again: %d %s", status, again)
	}
	if id := regexp.MustCompile(`"report":"[^"]+"`); id.FindString(first) != id.FindString(again) {
		t.Errorf("two ids: %s, %s", first, again)
	}
}

// TestPages walks a list page by page: each entry comes once, though a report arrives
// on the way.
func TestPages(t *testing.T) {
	h := served(t)
	for _, day := range []string{"2027-03-01", "2027-03-11", "2027-03-21"} {
		post(t, h, day)
	}
	type page struct {
		Items []record.Entry
		Total int
		Next  string
	}
	seen, cursor := map[string]int{}, ""
	for range 4 {
		address := "/api/v1/meetings?limit=2&state=KEN"
		if cursor != "" {
			address += "&cursor=" + cursor
		}
		a, body := ask(t, h, http.MethodGet, address, "")
		var p page
		if err := json.Unmarshal([]byte(body), &p); err != nil || a.StatusCode != http.StatusOK {
			t.Fatalf("%d %s: %v", a.StatusCode, body, err)
		}
		for _, e := range p.Items {
			seen[e.ID]++
		}
		if p.Total != 3 {
			t.Errorf("total %d, want 3", p.Total)
		}
		if cursor = p.Next; cursor == "" {
			break
		}
		if want := "</api/v1/meetings?cursor=" + cursor + "&limit=2&state=KEN>"; !strings.HasPrefix(a.Header.Get("Link"), want) {
			t.Errorf("Link %q, want %s", a.Header.Get("Link"), want)
		}
	}
	if len(seen) != 3 || cursor != "" {
		t.Errorf("entries %v, cursor %q", seen, cursor)
	}
}

func TestOneEntry(t *testing.T) {
	h := served(t)
	_, body := post(t, h, "2027-03-01")
	report := regexp.MustCompile(`"report":"([^"]+)"`).FindStringSubmatch(body)[1]
	_, body = ask(t, h, http.MethodGet, "/api/v1/reports/"+report, "")
	id := regexp.MustCompile(`"entries":\[\{"id":"([^"]+)"`).FindStringSubmatch(body)[1]
	for address, want := range map[string]string{
		"/entries/" + id:                       `"text":"Kenya and Uganda met in Nairobi on 2027-03-01."`,
		"/entries/" + id + "?no_text=true":     `"text":""`,
		"/entries/" + id + "/why":              `"reasons":`,
		"/entries/" + id + "/history":          `"what":"minted"`,
		"/reports/" + report + "?no_text=true": `"text":""`,
		"/entries/" + id + "?as_of=2027-01-01": `"status":404`,
		"/entries/m000":                        `"status":404`,
		"/entries/" + id + "?as_of=sometime":   `"status":422`,
		"/reports/none":                        `"status":404`,
		"/meetings?state=XX":                   `"detail":"--state XX: there is no such state`,
		"/meetings?cursor=bad":                 `"status":422`,
		"/meetings?limit=0":                    `"status":422`,
		"/search":                              `"status":422`,
		"/search?q=a&since=soon":               `"status":422`,
		"/known-actors?on=soon":                `"status":422`,
		"/corrections?since=soon":              `"status":422`,
		"/timeline?issue=talks":                `"status":422`,
		"/lines?state=XX":                      `"status":422`,
		"/matrix?state=XX":                     `"status":422`,
		"/attendance?state=XX":                 `"status":422`,
		"/brief?state=XX":                      `"status":422`,
		"/brief?format=odt":                    `"status":422`,
		"/exports/odt":                         `"status":422`,
		"/exports/csv?state=XX":                `"status":422`,
		"/exports/jsonl?as_of=x":               `"status":422`,
		"/entries/" + id + "/evidence":         `"runs":[{"text":"Kenya and Uganda met in Nairobi on 2027-03-01.","evidence":true`,
		"/entries/m000/evidence":               `"status":404`,
		"/trail?what=":                         `"detail":"what: it is empty`,
		"/meetings?actor=&actor=KEN":           `"detail":"actor: it is empty`,
		"/meetings?no_text=":                   `"detail":"no_text: it is empty`,
		"/meetings?limit=":                     `"status":422`,
		"/review?state=XX":                     `"status":422`,
		"/network":                             `"id":"KEN"`,
		"/network?limit=0":                     `"status":422`,
		"/network?state=XX":                    `"status":422`,
		"/places":                              `"name":"Nairobi","country":"KEN"`,
		"/places?state=XX":                     `"status":422`,
		"/actors/nobody":                       `"status":404`,
		"/what-changed":                        `"status":422`,
		"/what-changed?between=x":              `"status":422`,
		"/what-changed?between=2027-01-01&as_of=2027-01-01": `"status":422`,
		"/trail":                          `"status":403`,
		"/entries/" + id + "/why?as_of=x": `"status":422`,
		"/reports/" + report + "?as_of=x": `"status":422`,
	} {
		a, body := ask(t, h, http.MethodGet, "/api/v1"+address, "")
		if !strings.Contains(body, want) {
			t.Errorf("%s: %d %.200s, want %s", address, a.StatusCode, body, want)
		}
		if a.StatusCode >= 400 && a.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %s", address, a.Header.Get("Content-Type"))
		}
	}
}

func TestCorrectAndTakeBack(t *testing.T) {
	h := served(t)
	post(t, h, "2027-03-01")
	_, body := ask(t, h, http.MethodGet, "/api/v1/meetings", "")
	id := regexp.MustCompile(`"id":"(m[^"]+)"`).FindStringSubmatch(body)[1]
	a, body := ask(t, h, http.MethodPost, "/api/v1/corrections", `{"entry":"`+id+`","set":["status=planned"],"by":"somebody else"}`)
	if a.StatusCode != http.StatusCreated || !strings.Contains(body, `"by":"kim"`) {
		t.Fatalf("%d %s", a.StatusCode, body)
	}
	if _, body = ask(t, h, http.MethodGet, "/api/v1/entries/"+id, ""); !strings.Contains(body, `"status":"planned"`) {
		t.Errorf("%.300s", body)
	}
	if a, body = ask(t, h, http.MethodPost, "/api/v1/corrections", `{"entry":"`+id+`","undo":"1"}`); a.StatusCode != http.StatusCreated {
		t.Errorf("%d %s", a.StatusCode, body)
	}
	if _, body = ask(t, h, http.MethodGet, "/api/v1/corrections", ""); !strings.Contains(body, `"undone_by":2`) {
		t.Errorf("%s", body)
	}
	if a, body = ask(t, h, http.MethodPost, "/api/v1/corrections", `{"entry":"`+id+`","set":["status=perhaps"]}`); a.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("%d %s", a.StatusCode, body)
	}
}

func TestDossiers(t *testing.T) {
	h := served(t)
	post(t, h, "2027-03-01")
	for _, step := range []struct {
		method, path, body string
		status             int
		want               string
	}{
		{http.MethodPut, "lake", `{"states":["KEN"]}`, http.StatusOK, `"name":"lake"`},
		{http.MethodGet, "", "", http.StatusOK, `"name":"lake"`},
		{http.MethodPut, "empty", `{}`, http.StatusUnprocessableEntity, "say what belongs to it"},
		{http.MethodDelete, "lake", "", http.StatusNoContent, ""},
		{http.MethodDelete, "lake", "", http.StatusNotFound, ""},
		{http.MethodGet, "", "", http.StatusOK, `[]`},
	} {
		a, body := ask(t, h, step.method, strings.TrimSuffix("/api/v1/dossiers/"+step.path, "/"), step.body)
		if a.StatusCode != step.status || !strings.Contains(body, step.want) {
			t.Errorf("%s %s: %d %s", step.method, step.path, a.StatusCode, body)
		}
	}
}

// TestUnchangedHasNoBody holds answers to RFC 9110: who has it already gets 304.
func TestUnchangedHasNoBody(t *testing.T) {
	h := served(t)
	post(t, h, "2027-03-01")
	a, _ := ask(t, h, http.MethodGet, "/api/v1/meetings", "")
	tag := a.Header.Get("ETag")
	for list, want := range map[string]int{tag: http.StatusNotModified, `"x", W/` + tag: http.StatusNotModified, "*": http.StatusNotModified, `"x"`: http.StatusOK} {
		a, body := ask(t, h, http.MethodGet, "/api/v1/meetings", "", "If-None-Match", list)
		if a.StatusCode != want || (want == http.StatusNotModified) != (body == "") {
			t.Errorf("If-None-Match %s: %d %.40s", list, a.StatusCode, body)
		}
	}
	post(t, h, "2027-03-11")
	if a, _ = ask(t, h, http.MethodGet, "/api/v1/meetings", "", "If-None-Match", tag); a.StatusCode != http.StatusOK {
		t.Errorf("after a new report: %d", a.StatusCode)
	}
}

func TestWhatCannotBeTaken(t *testing.T) {
	h := served(t)
	for body, want := range map[string]int{
		`{"text":""}`:        http.StatusUnprocessableEntity,
		`{"text":"a","x":1}`: http.StatusUnprocessableEntity,
		`{"text":`:           http.StatusBadRequest,
	} {
		if a, got := ask(t, h, http.MethodPost, "/api/v1/reports", body); a.StatusCode != want {
			t.Errorf("%s: %d %s, want %d", body, a.StatusCode, got, want)
		}
	}
	if a, got := ask(t, h, http.MethodPost, "/api/v1/readings", `{"text":"Kenya met Uganda."}`); a.StatusCode != http.StatusOK || !strings.Contains(got, `"meetings":[{"id":"m`) {
		t.Errorf("%d %s", a.StatusCode, got)
	}
	rich := base64.StdEncoding.EncodeToString([]byte(`{\rtf1 Kenya met Uganda.\par}`))
	if a, got := ask(t, h, http.MethodPost, "/api/v1/readings", `{"file":"`+rich+`"}`); a.StatusCode != http.StatusOK || !strings.Contains(got, `"meetings":[{"id":"m`) {
		t.Errorf("%d %s", a.StatusCode, got)
	}
	if a, got := ask(t, h, http.MethodPost, "/api/v1/readings", `{"file":"`+rich+`","published":"soon"}`); a.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("%d %s", a.StatusCode, got)
	}
	if a, got := ask(t, h, http.MethodPost, "/api/v1/readings", `{}`); a.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("%d %s", a.StatusCode, got)
	}
	if _, got := ask(t, h, http.MethodGet, "/api/v1/reports", ""); !strings.Contains(got, `"total":0`) {
		t.Errorf("what was only read is kept: %s", got)
	}
	none := api.Handler(api.Options{Record: record.New(memory.New(), time.Now)})
	if a, _ := ask(t, none, http.MethodPost, "/api/v1/reports", `{"text":"Kenya met Uganda."}`); a.StatusCode != http.StatusForbidden {
		t.Errorf("without a reader: %d", a.StatusCode)
	}
}

// TestDocument holds the description to what a client needs: every operation has an
// id of its own and says what it gives.
func TestDocument(t *testing.T) {
	data, err := api.Document("test")
	if err != nil {
		t.Fatal(err)
	}
	var d struct {
		OpenAPI string
		Paths   map[string]map[string]struct {
			OperationID, Summary string
			Responses            map[string]any
		}
	}
	if err := json.Unmarshal(data, &d); err != nil || !strings.HasPrefix(d.OpenAPI, "3.1") {
		t.Fatalf("%q, %v", d.OpenAPI, err)
	}
	ids := map[string]string{}
	for path, methods := range d.Paths {
		for method, op := range methods {
			if op.OperationID == "" || ids[op.OperationID] != "" || op.Summary == "" || len(op.Responses) == 0 {
				t.Errorf("%s %s: %+v, beside %q", method, path, op, ids[op.OperationID])
			}
			ids[op.OperationID] = path
		}
	}
	if len(ids) < 35 {
		t.Errorf("%d operations", len(ids))
	}
}
