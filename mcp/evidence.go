package mcp

import (
	"context"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/service"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// EvidenceInput asks for the words of an entry.
type EvidenceInput struct {
	ID   string `json:"id" jsonschema:"the id of an entry"`
	AsOf string `json:"as_of,omitempty" jsonschema:"the record as it stood at the end of this day"`
}

// Source is a report that tells of an entry.
type Source struct {
	Report     string   `json:"report" jsonschema:"id; the resource rapporteur://report/ID has its text"`
	Outlet     string   `json:"outlet,omitempty"`
	Published  string   `json:"published,omitempty"`
	Title      string   `json:"title,omitempty"`
	Address    string   `json:"address,omitempty"`
	Quotes     []Quote  `json:"quotes" jsonschema:"the exact words that the entry stands on"`
	Paragraphs []string `json:"paragraphs,omitempty" jsonschema:"the paragraphs in which they stand"`
	Rule       string   `json:"rule,omitempty" jsonschema:"how this report's entry was found"`
	Confidence float64  `json:"confidence,omitempty" jsonschema:"how likely this report's entry is right, 0 to 1"`
	Trigger    *Word    `json:"trigger,omitempty" jsonschema:"the word that tells it; of the first reports"`
	Roles      []Word   `json:"roles,omitempty" jsonschema:"the words that fill its roles"`
}

// Word is words of a report by which it tells an entry.
type Word struct {
	Role        string  `json:"role,omitempty" jsonschema:"which role they fill"`
	Text        string  `json:"text,omitempty" jsonschema:"the exact words"`
	Start       int     `json:"start" jsonschema:"first code point in the report's text"`
	End         int     `json:"end" jsonschema:"code point behind the last"`
	Probability float64 `json:"probability" jsonschema:"how surely the model takes them for that, 1 for a rule"`
}

func wordOf(role string, s rapporteur.Span, probability float64) Word {
	return Word{Role: role, Text: s.Text, Start: s.Start, End: s.End, Probability: probability}
}

// told says how a report tells the entry.
func (out *Source) told(b *rapporteur.Basis) {
	if b == nil {
		return
	}
	out.Rule, out.Confidence = b.Rule, b.Confidence
	if b.Told == nil {
		return
	}
	trigger := wordOf("", b.Told.Trigger, b.Told.Probability)
	out.Trigger = &trigger
	for _, r := range b.Told.Roles {
		out.Roles = append(out.Roles, wordOf(r.Role, r.Words, r.Probability))
	}
}

// Evidence is what an entry stands on.
type Evidence struct {
	Entry   Item     `json:"entry"`
	Sources []Source `json:"sources" jsonschema:"the first published first"`
	More    int      `json:"more,omitempty" jsonschema:"how many further reports tell of it"`
	// Became is another entry that this one is part of now.
	Became string `json:"became,omitempty" jsonschema:"the id of the entry that it became part of"`
}

// proofs declares the tool that shows what an entry stands on.
func (s *server) proofs(to *sdk.Server) {
	tool(s, to, "evidence", "What an entry stands on", "The exact words that an entry of the record stands on, report by report, with their paragraphs, outlets and addresses, the word that tells it and how surely.", access.Ask, s.evidence)
}

func (s *server) evidence(ctx context.Context, in EvidenceInput) (Evidence, error) {
	explain := s.Explain
	if s.Silent {
		explain = nil
	}
	got, err := service.EvidenceOf(ctx, s.Record, explain, in.ID, in.AsOf)
	if err != nil {
		return Evidence{}, err
	}
	if s.Silent {
		got.Entry.Silence()
	}
	out := Evidence{Entry: itemOf(got.Entry), Sources: []Source{}, More: max(0, len(got.Sources)-reportsMost), Became: got.Entry.SupersededBy}
	for _, from := range got.Sources[:min(len(got.Sources), reportsMost)] {
		m := from.Member
		one := Source{Report: m.Report, Outlet: string(m.Outlet), Published: string(m.Published), Title: string(m.Title), Address: string(m.URL), Quotes: []Quote{}}
		for _, e := range wordsOf(m) {
			one.Quotes = append(one.Quotes, quoteOf(m, e))
		}
		one.told(m.Basis())
		if !s.Silent {
			one.Paragraphs = paragraphs(from.Passages)
		}
		out.Sources = append(out.Sources, one)
	}
	return out, nil
}

func paragraphs(all []service.Passage) (out []string) {
	for _, p := range all {
		words := ""
		for _, r := range p.Runs {
			words += r.Text
		}
		out = append(out, short(words, 4*wordsMost))
	}
	return out
}
