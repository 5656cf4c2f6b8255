package mcp

import (
	"context"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/record"
	"rapporteur/service"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// SearchInput asks for entries.
type SearchInput struct {
	Query string `json:"query,omitempty" jsonschema:"words that the entry's own words hold; in quotation marks for a phrase"`
	Kind  string `json:"kind,omitempty" jsonschema:"statements, meetings, events, positions or notices; all unless said"`
	Filters
	Paging
}

// MeetInput asks for meetings.
type MeetInput struct {
	Upcoming bool     `json:"upcoming,omitempty" jsonschema:"only what is proposed, planned, under way or put off"`
	Status   []string `json:"status,omitempty" jsonschema:"only of these: proposed, planned, under-way, held, postponed, cancelled, refused"`
	Filters
	Paging
}

// Entries is a part of a list of entries.
type Entries struct {
	Entries []Item `json:"entries"`
	Total   int    `json:"total"`
	Over    bool   `json:"over,omitempty" jsonschema:"there are more than total, which are not counted"`
	Next    string `json:"next,omitempty" jsonschema:"the cursor for what comes after these"`
}

// SentenceInput asks for sentences.
type SentenceInput struct {
	Query string `json:"query" jsonschema:"words that the sentence holds, all of them; in quotation marks for a phrase"`
	Since string `json:"since,omitempty" jsonschema:"only reports of this day or later, YYYY-MM-DD"`
	Until string `json:"until,omitempty" jsonschema:"only reports of this day or before"`
	Paging
}

// Sentences is a part of a list of sentences.
type Sentences struct {
	Sentences []Quote `json:"sentences"`
	Next      string  `json:"next,omitempty" jsonschema:"the cursor for what comes after these"`
}

// lists declares the tools that find things.
func (s *server) lists(to *sdk.Server) {
	tool(s, to, "search", "Search the record", "Entries of the record (statements, meetings, events, positions, notices) by words, actors, states, issues, dossier and days, each with its exact words.", access.Ask, s.search)
	tool(s, to, "who_meets", "Who meets whom", "Meetings: who with whom, where, when, planned or held, and who is left out.", access.Ask, s.meets)
	tool(s, to, "search_sentences", "Search sentences", "Sentences of reports that hold words, the last to arrive first, with their places.", access.Ask, s.sentences)
	tool(s, to, "list_dossiers", "The dossiers", "The named parts of the record, with what belongs to each.", access.Ask, s.dossiers)
}

var subjects = map[string]service.Subject{"": service.Everything, "statements": service.Statements, "meetings": service.Meetings, "events": service.Events,
	"positions": service.Positions, "notices": service.Notices}

func (s *server) search(ctx context.Context, in SearchInput) (Entries, error) {
	about, ok := subjects[in.Kind]
	if !ok {
		return Entries{}, &rapporteur.Error{Code: rapporteur.Invalid, Op: "kind " + in.Kind, Message: "give statements, meetings, events, positions or notices"}
	}
	q := in.question(about, s.Silent)
	q.Text = in.Query
	return s.entries(ctx, q, &in.Paging)
}

func (s *server) meets(ctx context.Context, in MeetInput) (Entries, error) {
	q := in.question(service.Meetings, s.Silent)
	q.Statuses = in.Status
	if in.Upcoming {
		q.Statuses = []string{"proposed", "planned", "under-way", "postponed"}
	}
	return s.entries(ctx, q, &in.Paging)
}

// entries answers a question with a part of a list.
func (s *server) entries(ctx context.Context, q service.Question, p *Paging) (Entries, error) {
	part, err := p.part(q.AsOf, s.Now())
	if err != nil {
		return Entries{}, err
	}
	part.ask(&q, p.Cursor == "")
	a, err := service.Ask(ctx, s.Record, q)
	if err != nil {
		return Entries{}, err
	}
	out := Entries{Entries: []Item{}, Total: a.Total, Over: a.Over, Next: part.next(len(a.Entries), a.Total)}
	for i := range a.Entries {
		out.Entries = append(out.Entries, itemOf(&a.Entries[i]))
	}
	return out, nil
}

func (s *server) sentences(ctx context.Context, in SentenceInput) (Sentences, error) {
	if s.Silent {
		return Sentences{}, errSilent
	}
	for flag, day := range map[string]string{"since": in.Since, "until": in.Until} {
		if err := service.Day(flag, day); err != nil {
			return Sentences{}, err
		}
	}
	part, err := in.part("", time.Unix(0, 0))
	if err != nil {
		return Sentences{}, err
	}
	found, err := s.Record.Search(ctx, record.Filter{Text: in.Query, Since: rapporteur.Date(in.Since), Until: rapporteur.Date(in.Until), Limit: part.limit + 1, Offset: part.offset})
	if err != nil {
		return Sentences{}, err
	}
	shown := found[:min(len(found), part.limit)]
	out := Sentences{Sentences: []Quote{}, Next: part.next(len(shown), part.offset+len(found))}
	for _, f := range shown {
		out.Sentences = append(out.Sentences, Quote{Text: f.Text, Report: f.Report, Start: f.Start, End: f.End, Outlet: string(f.Outlet), Published: string(f.Published)})
	}
	return out, nil
}

var errSilent = &rapporteur.Error{Code: rapporteur.Forbidden, Op: "words of reports", Message: "this server gives none (--no-text)"}

// Dossier is a named part of the record.
type Dossier struct {
	Name   string   `json:"name"`
	Actors []string `json:"actors,omitempty"`
	States []string `json:"states,omitempty"`
	Issues []string `json:"issues,omitempty"`
	Since  string   `json:"since,omitempty"`
	Until  string   `json:"until,omitempty"`
}

// Dossiers are all of them.
type Dossiers struct {
	Dossiers []Dossier `json:"dossiers"`
}

func (s *server) dossiers(ctx context.Context, _ struct{}) (Dossiers, error) {
	all, err := s.Record.Dossiers(ctx)
	out := Dossiers{Dossiers: []Dossier{}}
	for _, d := range all {
		out.Dossiers = append(out.Dossiers, Dossier{Name: d.Name, Actors: d.Actors, States: d.States, Issues: d.Issues, Since: string(d.Since), Until: string(d.Until)})
	}
	return out, err
}
