package mcp

import (
	"context"

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
	tool(s, to, "evidence", "What an entry stands on", "The exact words that an entry of the record stands on, report by report, with their paragraphs, outlets and addresses.", access.Ask, s.evidence)
}

func (s *server) evidence(ctx context.Context, in EvidenceInput) (Evidence, error) {
	got, err := service.EvidenceOf(ctx, s.Record, nil, in.ID, in.AsOf)
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
