package client_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/api"
	"rapporteur/api/client"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// meeting reads every text as a meeting of Kenya and Uganda.
func meeting(_ context.Context, report *rapporteur.Report) (*rapporteur.Reading, error) {
	words := rapporteur.Span{End: len([]rune(report.Text)), Text: report.Text}
	side := func(id string) rapporteur.Attendance {
		return rapporteur.Attendance{Actor: id, For: rapporteur.Text(id), Role: rapporteur.Participant, Presence: rapporteur.Present, Evidence: []rapporteur.Span{words}}
	}
	return &rapporteur.Reading{Report: *report, Sentences: [][2]int{{0, words.End}},
		Actors: []rapporteur.Actor{{ID: "KEN", Known: true, Name: "Kenya", Kind: rapporteur.State, State: "KEN"}, {ID: "UGA", Known: true, Name: "Uganda", Kind: rapporteur.State, State: "UGA"}},
		Meetings: []rapporteur.Meeting{{Basis: rapporteur.Basis{ID: "m" + report.ID, Confidence: 0.9, Evidence: []rapporteur.Span{words}}, Kind: "talks", Status: rapporteur.Held,
			Date: report.Published, Place: &rapporteur.Place{Name: "Nairobi", Country: "KEN"}, Attendance: []rapporteur.Attendance{side("KEN"), side("UGA")}}}}, nil
}

// asking is a client of a server that lets one key in, as an editor.
func asking(t *testing.T) *client.Client {
	t.Helper()
	store := memory.New()
	desk := access.New(store.Access(), access.Options{})
	key, _, err := desk.AddKey(t.Context(), "feeds", access.Editor, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	h := api.Handler(api.Options{Record: record.New(store, time.Now), Read: meeting, Version: "test"})
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if who, err := desk.ByKey(r.Context(), strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")); err == nil {
			r = r.WithContext(access.With(r.Context(), who))
		}
		h.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return &client.Client{Base: s.URL + "/", Key: key}
}

type list struct {
	Items []record.Entry
	Total int
}

// TestAWorkingDay posts a report, finds its meeting, corrects it, finds that in the
// lists, and takes it back.
func TestAWorkingDay(t *testing.T) {
	c, ctx := asking(t), t.Context()
	var arrived struct{ Report string }
	if err := client.PostReport(ctx, c, map[string]string{"text": "Kenya and Uganda met in Nairobi.", "published": "2027-03-01"}, &arrived); err != nil || arrived.Report == "" {
		t.Fatal(arrived, err)
	}
	var found list
	if err := client.ListMeetings(ctx, c, client.ListActorsParams{State: []string{"KEN"}, Status: []string{"held"}, Limit: 5}, &found); err != nil || found.Total != 1 {
		t.Fatal(found, err)
	}
	id := found.Items[0].ID
	if err := client.PostCorrection(ctx, c, map[string]any{"entry": id, "set": []string{"status=planned"}}, nil); err != nil {
		t.Fatal(err)
	}
	var entry record.Entry
	if err := client.GetEntry(ctx, c, id, client.GetActorParams{NoText: true}, &entry); err != nil || entry.Meeting.Status != "planned" {
		t.Errorf("%+v %v", entry, err)
	}
	var noted []record.Noted
	if err := client.ListCorrections(ctx, c, client.ListCorrectionsParams{Entry: []string{id}}, &noted); err != nil || len(noted) != 1 || noted[0].By != "key:feeds" {
		t.Errorf("%+v %v", noted, err)
	}
	var feed []byte
	if err := client.ListMeetings(ctx, c, client.ListActorsParams{Format: "atom", NoText: true}, &feed); err != nil || !strings.Contains(string(feed), "<feed") {
		t.Errorf("%s %v", feed, err)
	}
	if err := client.PutDossier(ctx, c, "the lake / 2027", map[string]any{"states": []string{"KEN"}}, nil); err != nil {
		t.Error(err)
	}
	if err := client.DropDossier(ctx, c, "the lake / 2027", nil); err != nil {
		t.Error(err)
	}
}

// TestProblems says why there is no answer.
func TestProblems(t *testing.T) {
	c, ctx := asking(t), t.Context()
	for want, err := range map[int]error{
		404: client.GetEntry(ctx, c, "m000", client.GetActorParams{}, nil),
		422: client.ListMeetings(ctx, c, client.ListActorsParams{State: []string{"XX"}}, nil),
		403: client.ListTrail(ctx, c, client.ListTrailParams{}, nil),
		401: client.GetMe(ctx, &client.Client{Base: c.Base, HTTP: &http.Client{}}, nil),
	} {
		var p *client.Problem
		if !errors.As(err, &p) || p.Status != want || p.Detail == "" || !strings.Contains(p.Error(), p.Detail) {
			t.Errorf("%d: %v", want, err)
		}
	}
	for what, err := range map[string]error{
		"a body that JSON does not have": client.PostReport(ctx, c, func() {}, nil),
		"no address":                     client.GetMe(ctx, &client.Client{Base: "::"}, nil),
		"nobody there":                   client.GetMe(ctx, &client.Client{Base: "http://127.0.0.1:1"}, nil),
	} {
		if err == nil {
			t.Errorf("%s is no failure", what)
		}
	}
}

// TestEveryOperation sends a request for each operation of the client.
func TestEveryOperation(t *testing.T) {
	c, ctx := asking(t), t.Context()
	var out []byte
	for what, err := range map[string]error{
		"actor": client.GetActor(ctx, c, "UGA", client.GetActorParams{}, &out), "attendance": client.GetAttendance(ctx, c, client.GetAttendanceParams{}, &out),
		"brief": client.GetBrief(ctx, c, client.GetBriefParams{Since: "2027-02-01"}, &out), "codebook": client.GetCodebook(ctx, c, &out), "lines": client.GetLines(ctx, c, client.GetAttendanceParams{}, &out),
		"matrix": client.GetMatrix(ctx, c, client.GetAttendanceParams{}, &out), "timeline": client.GetTimeline(ctx, c, client.GetTimelineParams{}, &out), "me": client.GetMe(ctx, c, &out),
		"export": client.GetExport(ctx, c, "jsonl", client.GetExportParams{}, &out), "what changed": client.GetWhatChanged(ctx, c, client.GetWhatChangedParams{Between: "2027-01-01"}, &out),
		"actors": client.ListActors(ctx, c, client.ListActorsParams{}, &out), "changes": client.ListChanges(ctx, c, client.ListChangesParams{From: "2027-01-01T00:00:00Z"}, &out),
		"dossiers": client.ListDossiers(ctx, c, &out), "events": client.ListEvents(ctx, c, client.ListActorsParams{}, &out), "issues": client.ListIssues(ctx, c, &out),
		"known": client.ListKnownActors(ctx, c, client.ListKnownActorsParams{Name: "kenya"}, &out), "notices": client.ListNotices(ctx, c, client.ListActorsParams{}, &out),
		"positions": client.ListPositions(ctx, c, client.ListActorsParams{}, &out), "reports": client.ListReports(ctx, c, client.ListActorsParams{}, &out), "shifts": client.ListShifts(ctx, c, client.ListActorsParams{}, &out),
		"statements": client.ListStatements(ctx, c, client.ListActorsParams{}, &out), "search": client.Search(ctx, c, client.SearchParams{Q: "boats"}, &out),
		"review": client.GetReview(ctx, c, client.GetNetworkParams{}, &out), "reading": client.PostReading(ctx, c, map[string]string{"text": "Kenya met Uganda."}, &out),
	} {
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	for what, err := range map[string]error{"why": client.GetWhy(ctx, c, "m000", client.GetActorParams{}, nil), "history": client.GetHistory(ctx, c, "m000", client.GetActorParams{}, nil),
		"report": client.GetReport(ctx, c, "m000", client.GetActorParams{}, nil), "evidence": client.GetEvidence(ctx, c, "m000", client.GetEvidenceParams{}, nil)} {
		var p *client.Problem
		if !errors.As(err, &p) || p.Status != 404 {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// TestNamespace asks in the name of a desk.
func TestNamespace(t *testing.T) {
	var desk string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		desk = r.Header.Get(access.NamespaceHeader)
		w.WriteHeader(http.StatusNoContent)
	}))
	defer s.Close()
	for _, name := range []string{"north", ""} {
		c := &client.Client{Base: s.URL, Namespace: name}
		if err := client.DropDossier(t.Context(), c, "sea", nil); err != nil || desk != name {
			t.Errorf("asked in the name of %q, not %q: %v", desk, name, err)
		}
	}
}
