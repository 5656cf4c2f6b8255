package mcp_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/mcp"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// texts are reports about people and talks that are made up.
var texts = []string{
	"date 2027-03-01\n\nTalks in Oslo\n\nKenya met Uganda in Oslo on Monday. Rwanda was not invited.\n\n“We support lifting the embargo,” said the foreign ministry of Kenya.\n\nUganda opposes lifting the embargo, its government said.",
	"date 2027-03-09\n\nMore talks\n\nKenya will meet Tanzania in Bern on Friday, the foreign ministry said.\n\nKenya opposes lifting the embargo, its foreign ministry said.",
}

// options are those of a server over a record of the texts.
func options(t *testing.T) mcp.Options {
	t.Helper()
	reader, err := service.Tables{}.Reader(reading.Budget{})
	if err != nil {
		t.Fatal(err)
	}
	r := record.New(memory.New(), time.Now)
	o := mcp.Options{Record: r, Version: "1", Read: reader.Read, Knowing: reader.ReadKnowing, Explain: reader.Explaining().Read}
	g := service.Ingest{Record: r, Read: o.Read, Knowing: o.Knowing, Workers: 1}
	for i, text := range texts {
		offer := service.Offer{Text: text, Outlet: fmt.Sprintf("Wire %d", i)}
		if err := g.Add(t.Context(), offer.Inputs(), func(one service.Arrival) error { return one.Err }); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := service.KeepDossier(t.Context(), r, "embargo", service.Question{States: []string{"KEN"}}); err != nil {
		t.Fatal(err)
	}
	return o
}

// session connects the SDK's own client with a server.
func session(t *testing.T, o mcp.Options, who access.Who) *sdk.ClientSession {
	t.Helper()
	here, there := sdk.NewInMemoryTransports()
	server, err := mcp.NewServer(o, who).Connect(t.Context(), there, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Wait() })
	return connected(t, here)
}

func connected(t *testing.T, over sdk.Transport) *sdk.ClientSession {
	t.Helper()
	s, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), over, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// call calls a tool and reads its structured answer.
func call[Out any](t *testing.T, s *sdk.ClientSession, tool string, arguments map[string]any) (out Out) {
	t.Helper()
	got, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	if got.IsError {
		t.Fatalf("%s: %s", tool, said(got))
	}
	data, err := json.Marshal(got.StructuredContent)
	if err == nil {
		err = json.Unmarshal(data, &out)
	}
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	return out
}

func said(r *sdk.CallToolResult) string {
	var out strings.Builder
	for _, c := range r.Content {
		if text, ok := c.(*sdk.TextContent); ok {
			out.WriteString(text.Text)
		}
	}
	return out.String()
}

// fails calls a tool that must fail and say why.
func fails(t *testing.T, s *sdk.ClientSession, tool string, arguments map[string]any, why string) {
	t.Helper()
	got, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: arguments})
	switch {
	case err == nil && !got.IsError:
		t.Errorf("%s %v was answered: %s", tool, arguments, said(got))
	case err == nil && !strings.Contains(said(got), why), err != nil && !strings.Contains(err.Error(), why):
		t.Errorf("%s %v: %v %v", tool, arguments, err, got)
	}
}

var reader = access.Who{Name: "kim", Role: access.Reader}

func TestTools(t *testing.T) {
	s := session(t, options(t), reader)
	list, err := s.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tool := range list.Tools {
		names = append(names, tool.Name)
		if tool.InputSchema == nil || tool.OutputSchema == nil || tool.Description == "" || !tool.Annotations.ReadOnlyHint {
			t.Errorf("%s says too little of itself", tool.Name)
		}
	}
	slices.Sort(names)
	if diff := cmp.Diff([]string{"brief", "evidence", "list_dossiers", "positions", "read_text", "search", "search_sentences", "who_meets", "who_moved"}, names); diff != "" {
		t.Error(diff)
	}
}

// TestAnswersCanBeChecked asks for everything and looks every quotation up in its report.
func TestAnswersCanBeChecked(t *testing.T) {
	o := options(t)
	s := session(t, o, reader)
	check := func(of string, quotes ...mcp.Quote) {
		for _, q := range quotes {
			r, err := o.Record.Report(t.Context(), q.Report)
			if err != nil {
				t.Fatalf("%s: %v", of, err)
			}
			if points := []rune(r.Text); string(points[q.Start:q.End]) != q.Text || q.Text == "" {
				t.Errorf("%s: %q is not what stands there", of, q.Text)
			}
			if q.Outlet == "" {
				t.Errorf("%s: nobody published %q", of, q.Text)
			}
		}
	}
	met := call[mcp.Entries](t, s, "who_meets", map[string]any{"state": []string{"RWA"}})
	if len(met.Entries) != 1 || met.Entries[0].Place != "Oslo" || !slices.ContainsFunc(met.Entries[0].Attendance, func(a mcp.Attendee) bool { return a.Actor == "RWA" && a.Presence == "excluded" }) {
		t.Fatalf("%+v", met)
	}
	check("who_meets", met.Entries[0].Quotes...)
	if next := call[mcp.Entries](t, s, "who_meets", map[string]any{"upcoming": true}); next.Total != 1 || next.Entries[0].Place != "Bern" {
		t.Errorf("%+v", next)
	}
	proof := call[mcp.Evidence](t, s, "evidence", map[string]any{"id": met.Entries[0].ID})
	if len(proof.Sources) != 1 || len(proof.Sources[0].Paragraphs) == 0 {
		t.Fatalf("%+v", proof)
	}
	check("evidence", proof.Sources[0].Quotes...)
	by := proof.Sources[0]
	if by.Rule == "" || by.Confidence == 0 || by.Trigger == nil || by.Trigger.Probability == 0 || len(by.Roles) == 0 {
		t.Errorf("how it is told is not said: %+v", by)
	} else {
		for _, w := range append(by.Roles, *by.Trigger) {
			check("told", mcp.Quote{Text: w.Text, Report: by.Report, Start: w.Start, End: w.End, Outlet: by.Outlet})
		}
	}
	brief := call[mcp.Brief](t, s, "brief", map[string]any{"dossier": "embargo", "long": true, "since": "2027-02-01"})
	if brief.Reports != 2 || len(brief.Sections) == 0 {
		t.Errorf("%+v", brief)
	}
	for _, section := range brief.Sections {
		for _, l := range section.Lines {
			check("brief", l.Quotes...)
		}
	}
	stands := call[mcp.Matrix](t, s, "positions", nil)
	if stands.Total == 0 || stands.Stands[0].Proposal == "" {
		t.Errorf("%+v", stands)
	}
	for _, m := range call[mcp.Moves](t, s, "who_moved", nil).Moves {
		check("who_moved", m.From.Quote, m.To.Quote)
	}
	found := call[mcp.Sentences](t, s, "search_sentences", map[string]any{"query": "embargo"})
	if len(found.Sentences) == 0 {
		t.Error("no sentence is found")
	}
	check("search_sentences", found.Sentences...)
	if all := call[mcp.Dossiers](t, s, "list_dossiers", nil); len(all.Dossiers) != 1 || all.Dossiers[0].Name != "embargo" {
		t.Errorf("%+v", all)
	}
}

// TestPages walks through a list with cursors and meets everything once, also when
// something is added on the way.
func TestPages(t *testing.T) {
	o := options(t)
	o.Write = true
	s := session(t, o, access.Who{Role: access.Editor})
	total, seen := 0, map[string]bool{}
	for cursor, n := "", 0; ; n++ {
		arguments := map[string]any{"limit": 1}
		if cursor != "" {
			arguments["cursor"] = cursor
		}
		got := call[mcp.Entries](t, s, "search", arguments)
		if n == 0 {
			total = got.Total
			call[mcp.Added](t, s, "add_report", map[string]any{"text": "Ghana met Togo in Accra on Monday.", "published": "2027-03-20", "outlet": "Late Wire"})
		}
		for _, e := range got.Entries {
			if seen[e.ID] {
				t.Fatalf("%s comes twice", e.ID)
			}
			seen[e.ID] = true
		}
		if cursor = got.Next; cursor == "" || n > 100 {
			break
		}
	}
	if len(seen) != total || total < 4 {
		t.Errorf("%d of %d", len(seen), total)
	}
	first := call[mcp.Sentences](t, s, "search_sentences", map[string]any{"query": "embargo", "limit": 1})
	if second := call[mcp.Sentences](t, s, "search_sentences", map[string]any{"query": "embargo", "limit": 1, "cursor": first.Next}); first.Next == "" || second.Sentences[0] == first.Sentences[0] {
		t.Errorf("%+v %+v", first, second)
	}
}

func TestReadText(t *testing.T) {
	o := options(t)
	s := session(t, o, reader)
	got := call[mcp.Text](t, s, "read_text", map[string]any{"text": "Ghana met Togo in Accra on Monday.", "published": "2027-03-20"})
	if len(got.Entries) != 1 || got.Entries[0].Kind != "meeting" || got.Entries[0].Date != "2027-03-15" || got.Known {
		t.Errorf("%+v", got)
	}
	if n, err := o.Record.CountReports(t.Context(), record.Filter{}); err != nil || n != len(texts) {
		t.Errorf("%d reports: %v", n, err)
	}
	fails(t, s, "read_text", map[string]any{"text": " "}, "no words")
	fails(t, s, "read_text", map[string]any{"text": "x", "published": "soon"}, "YYYY-MM-DD")
	fails(t, s, "read_text", map[string]any{"text": strings.Repeat("long ", 100_000)}, "too long")
	o.Read = nil
	fails(t, session(t, o, reader), "read_text", map[string]any{"text": "x"}, "unknown tool")
}

func TestRefused(t *testing.T) {
	s := session(t, options(t), reader)
	fails(t, s, "search", map[string]any{"kind": "rumours"}, "give statements")
	fails(t, s, "search", map[string]any{"dossier": "none"}, "no dossier none")
	fails(t, s, "search", map[string]any{"cursor": "x"}, "the answer before")
	fails(t, s, "who_moved", map[string]any{"as_of": "soon"}, "as-of")
	fails(t, s, "search_sentences", map[string]any{"query": "a", "since": "soon"}, "YYYY-MM-DD")
	fails(t, s, "evidence", map[string]any{"id": "m0000000000"}, "m0000000000")
	fails(t, s, "brief", map[string]any{"actor": "nobody whom one knows"}, "")
	fails(t, s, "accept", map[string]any{"id": "x"}, "unknown tool")
	fails(t, session(t, options(t), access.Who{}), "list_dossiers", nil, "not allowed")
}

func TestWrites(t *testing.T) {
	o := options(t)
	o.Write = true
	var trail []string
	o.Note = func(_ context.Context, what access.What, _ string) { trail = append(trail, string(what)) }
	fails(t, session(t, o, reader), "add_report", map[string]any{"text": "Ghana met Togo."}, "change the record")
	s := session(t, o, access.Who{Name: "kim", Role: access.Editor})
	id := call[mcp.Entries](t, s, "who_meets", map[string]any{"state": []string{"RWA"}}).Entries[0].ID
	if got := call[mcp.Verdict](t, s, "accept", map[string]any{"id": id, "note": "seen"}); got.Number == 0 {
		t.Errorf("%+v", got)
	}
	call[mcp.Verdict](t, s, "reject", map[string]any{"id": id})
	if left := call[mcp.Entries](t, s, "who_meets", map[string]any{"state": []string{"RWA"}}); left.Total != 0 {
		t.Errorf("what was rejected is there: %+v", left)
	}
	all, err := o.Record.Corrections(t.Context(), record.CorrectionFilter{})
	if err != nil || len(all) != 2 || all[0].By != "kim" {
		t.Errorf("%+v %v", all, err)
	}
	call[mcp.Added](t, s, "add_report", map[string]any{"text": "Ghana met Togo in Accra on Monday."})
	if diff := cmp.Diff([]string{"corrected", "corrected", "report-added"}, trail); diff != "" {
		t.Error(diff)
	}
	fails(t, s, "reject", map[string]any{"id": "none"}, "none")
	fails(t, s, "add_report", map[string]any{"text": ""}, "no words")
}

// TestSilent gives no words of reports to anybody.
func TestSilent(t *testing.T) {
	o := options(t)
	o.Silent = true
	s := session(t, o, reader)
	met := call[mcp.Entries](t, s, "search", nil)
	proof := call[mcp.Evidence](t, s, "evidence", map[string]any{"id": met.Entries[0].ID})
	for _, answer := range []any{met, proof, call[mcp.Brief](t, s, "brief", map[string]any{"since": "2027-02-01"}), call[mcp.Moves](t, s, "who_moved", nil)} {
		data, err := json.Marshal(answer)
		if err != nil || strings.Contains(string(data), "was not invited") || strings.Contains(string(data), `"text":"`) {
			t.Errorf("%s %v", data, err)
		}
	}
	fails(t, s, "search_sentences", map[string]any{"query": "embargo"}, "no-text")
	if _, err := s.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: "rapporteur://report/" + proof.Sources[0].Report}); err == nil {
		t.Error("a report was given")
	}
}

func TestResources(t *testing.T) {
	o := options(t)
	s := session(t, o, reader)
	met := call[mcp.Entries](t, s, "who_meets", nil).Entries[0]
	report, err := s.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: "rapporteur://report/" + met.Quotes[0].Report})
	if err != nil || !strings.Contains(report.Contents[0].Text, met.Quotes[0].Text) || report.Contents[0].Meta["outlet"] == "" {
		t.Errorf("%+v %v", report, err)
	}
	entry, err := s.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: "rapporteur://entry/" + met.ID})
	if err != nil || !strings.Contains(entry.Contents[0].Text, met.ID) {
		t.Errorf("%+v %v", entry, err)
	}
	for _, uri := range []string{"rapporteur://report/none", "rapporteur://entry/none", "file:///etc/hostname"} {
		if got, err := s.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: uri}); err == nil {
			t.Errorf("%s: %+v", uri, got)
		}
	}
	prompt, err := s.GetPrompt(t.Context(), &sdk.GetPromptParams{Name: "morning_brief", Arguments: map[string]string{"dossier": "embargo"}})
	if err != nil || !strings.Contains(prompt.Messages[0].Content.(*sdk.TextContent).Text, "dossier embargo") {
		t.Errorf("%+v %v", prompt, err)
	}
}

// TestHTTP speaks over streamable HTTP, as whom the gate let in.
func TestHTTP(t *testing.T) {
	o := options(t)
	o.Write = true
	h := mcp.Handler(o)
	role := access.Reader
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(w, r.WithContext(access.With(r.Context(), access.Who{Name: "kim", Role: role})))
	}))
	defer server.Close()
	s := connected(t, &sdk.StreamableClientTransport{Endpoint: server.URL})
	if met := call[mcp.Entries](t, s, "who_meets", nil); met.Total != 2 {
		t.Errorf("%+v", met)
	}
	fails(t, s, "reject", map[string]any{"id": "x"}, "change the record")
	role = access.Editor
	call[mcp.Added](t, s, "add_report", map[string]any{"text": "Ghana met Togo in Accra on Monday."})
}

// TestServe ends with its streams.
func TestServe(t *testing.T) {
	if err := mcp.Serve(t.Context(), options(t), reader, strings.NewReader(""), io.Discard); err != nil {
		t.Error(err)
	}
}
