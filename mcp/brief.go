package mcp

import (
	"context"

	"rapporteur/service"
)

// BriefInput asks for a brief.
type BriefInput struct {
	Long bool `json:"long,omitempty" jsonschema:"all lines, also the doubtful"`
	Filters
}

// Line is one thing that a brief tells.
type Line struct {
	Entries   []string `json:"entries" jsonschema:"the ids of what it stands on"`
	When      string   `json:"when,omitempty" jsonschema:"EDTF"`
	Where     string   `json:"where,omitempty"`
	Who       []string `json:"who,omitempty"`
	To        []string `json:"to,omitempty"`
	LeftOut   []string `json:"left_out,omitempty" jsonschema:"who was left out of a meeting or stayed away, and how"`
	Kind      string   `json:"kind,omitempty" jsonschema:"of a meeting, or the act and mode of a deed"`
	Status    string   `json:"status,omitempty"`
	What      string   `json:"what,omitempty" jsonschema:"what is agreed, demanded or wanted, or what a meeting is about"`
	Stance    string   `json:"stance,omitempty"`
	Condition string   `json:"condition,omitempty"`
	Outcome   string   `json:"outcome,omitempty"`
	ClaimedBy string   `json:"claimed_by,omitempty" jsonschema:"on whose word alone it rests"`
	Disputed  bool     `json:"disputed,omitempty"`
	Sources   int      `json:"sources,omitempty"`
	Quotes    []Quote  `json:"quotes"`
	Moved     *Move    `json:"moved,omitempty"`
	Versions  []string `json:"versions,omitempty" jsonschema:"what is said where reports disagree, and by whom"`
}

// Section is a heading with its lines.
type Section struct {
	Name  string `json:"name"`
	Lines []Line `json:"lines"`
	More  int    `json:"more" jsonschema:"how many lines were left out"`
	Over  bool   `json:"over,omitempty" jsonschema:"more lines were left out than that"`
}

// Brief is a page of what is new.
type Brief struct {
	Since   string `json:"since"`
	Until   string `json:"until"`
	Reports int    `json:"reports" jsonschema:"how many reports these days have"`
	// ReportsOver says that they have more.
	ReportsOver bool      `json:"reports_over,omitempty" jsonschema:"they have more than that"`
	Sections    []Section `json:"sections"`
}

// linesMost is how many lines of a section are given of a long brief.
const linesMost = 40

func (s *server) brief(ctx context.Context, in BriefInput) (Brief, error) {
	b, err := service.BriefOn(ctx, s.Record, service.BriefQuestion{Question: in.question(service.Everything, s.Silent), Long: in.Long})
	if err != nil {
		return Brief{}, err
	}
	out := Brief{Since: string(b.Since), Until: string(b.Until), Reports: b.Reports, ReportsOver: b.ReportsOver, Sections: []Section{}}
	for _, from := range b.Sections {
		section := Section{Name: from.Name, Lines: []Line{}, More: from.More + max(0, len(from.Lines)-linesMost), Over: from.Over}
		for i := range from.Lines[:min(len(from.Lines), linesMost)] {
			section.Lines = append(section.Lines, lineOf(&from.Lines[i]))
		}
		out.Sections = append(out.Sections, section)
	}
	return out, nil
}

func lineOf(l *service.BriefLine) Line {
	out := Line{Entries: l.Entries, When: string(l.When), Where: l.Where, Who: l.Who, To: l.To, Kind: l.Kind, Status: string(l.Status), What: short(l.What, wordsMost),
		Stance: string(l.Stance), Condition: l.Condition, Outcome: l.Outcome, ClaimedBy: l.ClaimedBy, Disputed: l.Disputed, Sources: l.Sources, Quotes: []Quote{}}
	if out.Kind == "" {
		out.Kind = l.Act
		if l.Mode != "" {
			out.Kind += ", " + l.Mode
		}
	}
	if out.Status == "" {
		out.Status = string(l.Modality)
	}
	for _, a := range l.Left {
		for _, who := range a.Who {
			out.LeftOut = append(out.LeftOut, who+" ("+string(a.Presence)+")")
		}
	}
	for _, q := range l.Quotes[:min(len(l.Quotes), quotesMost)] {
		out.Quotes = append(out.Quotes, Quote{Text: q.Text, Report: q.Report, Start: q.Start, End: q.End, Outlet: q.Outlet, Published: string(q.Published)})
	}
	if l.Shift != nil {
		move := moveOf(l.Shift)
		out.Moved = &move
	}
	for _, v := range l.Versions {
		words := v.Field + ": " + v.Value
		for _, by := range v.By {
			words += " — " + by
		}
		out.Versions = append(out.Versions, words)
	}
	return out
}
