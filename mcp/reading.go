package mcp

import (
	"context"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/service"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// TextInput hands over a text.
type TextInput struct {
	Text      string `json:"text" jsonschema:"a news report as plain text, 200,000 characters at most"`
	Published string `json:"published,omitempty" jsonschema:"its day, YYYY-MM-DD, from which days such as Monday count"`
	Outlet    string `json:"outlet,omitempty" jsonschema:"who published it"`
	Title     string `json:"title,omitempty" jsonschema:"its title, where the text does not begin with it"`
}

// Text is what a text would put on the record.
type Text struct {
	Report    string `json:"report" jsonschema:"the id that the report has, or would have"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
	Genre     string `json:"genre"`
	Known     bool   `json:"known" jsonschema:"the record has it already"`
	Entries   []Item `json:"entries" jsonschema:"their ids hold for this answer alone"`
	More      int    `json:"more,omitempty" jsonschema:"how many further entries there are"`
}

// textMost is the most bytes of a text that is handed over, entriesMost the most
// entries that are given of it.
const (
	textMost    = 400_000
	entriesMost = 200
)

var errNoWords = &rapporteur.Error{Code: rapporteur.Empty, Op: "text", Message: "no words in it"}

// readings declares the tool that reads a text.
func (s *server) readings(to *sdk.Server) {
	if s.Read == nil {
		return
	}
	tool(s, to, "read_text", "Read a text", "Reads a news report and says what it would put on the record: meetings, statements, events, positions with their exact words. Nothing is kept.", access.Ask, s.readText)
}

func (in *TextInput) offer() (*service.Offer, error) {
	if len(in.Text) > textMost {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "text", Message: "too long; give the report alone"}
	}
	if err := service.Day("published", in.Published); err != nil {
		return nil, err
	}
	return &service.Offer{Text: in.Text, Published: in.Published, Outlet: in.Outlet, Title: in.Title}, nil
}

func (s *server) readText(ctx context.Context, in TextInput) (Text, error) {
	o, err := in.offer()
	if err != nil {
		return Text{}, err
	}
	g := service.Ingest{Record: s.Record, Read: s.Read, Knowing: s.Knowing, Workers: 1}
	all, _ := g.Preview(ctx, o, 1)
	switch {
	case len(all) == 0:
		return Text{}, errNoWords
	case all[0].Err != nil:
		return Text{}, all[0].Err
	}
	m := all[0].Marked
	r := &m.Report.Report
	out := Text{Report: r.ID, Title: string(r.Title), Published: string(r.Published), Genre: string(r.Genre), Known: all[0].Known, Entries: []Item{}, More: max(0, len(m.Entries)-entriesMost)}
	for i := range m.Entries[:min(len(m.Entries), entriesMost)] {
		out.Entries = append(out.Entries, itemOf(&m.Entries[i]))
	}
	return out, nil
}
