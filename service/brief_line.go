package service

import (
	"rapporteur"
	"rapporteur/record"
)

// SectionID names a section of a brief.
type SectionID string

// The sections of a brief, in their order.
const (
	Met        SectionID = "met"
	Moved      SectionID = "moved"
	Wants      SectionID = "wants"
	Agreed     SectionID = "agreed"
	Promised   SectionID = "promised"
	Demanded   SectionID = "demanded"
	Refused    SectionID = "refused"
	Threatened SectionID = "threatened"
	Done       SectionID = "done"
	Next       SectionID = "next"
	InDispute  SectionID = "disputed"
	Thin       SectionID = "thin"
	Background SectionID = "background"
	Odd        SectionID = "odd"
)

// sections are what the sections are called, and how many lines they have on a page;
// those that have none are in a long brief alone.
var sections = []struct {
	id   SectionID
	name string
	most int
}{
	{Met, "Met", 5}, {Moved, "Who moved", 3}, {Wants, "What each party wants", 8}, {Agreed, "Agreed", 4},
	{Promised, "Accepted, offered or promised by one side", 3}, {Demanded, "Demanded", 4},
	{Refused, "Refused", 4}, {Threatened, "Threatened or warned", 3}, {Done, "Done", 4}, {Next, "To come", 5}, {InDispute, "In dispute", 3},
	{Thin, "Rests on one report or one party's word", 3}, {Background, "Background", 0}, {Odd, "Odd in the reports", 0},
}

// BriefLine is one thing that a brief tells. Which of the fields are set depends on the
// section.
type BriefLine struct {
	// Entries are the ids of what it stands on.
	Entries []string        `json:"entries"`
	When    rapporteur.Date `json:"when"`
	Where   string          `json:"where,omitempty"`
	// Who does it, or came, or wants it, by name; To whom it is done.
	Who []string `json:"who"`
	To  []string `json:"to,omitempty"`
	// Left is who was left out of a meeting, or stayed away.
	Left []Absence `json:"left,omitempty"`
	// Kind and Status are those of a meeting; Act, Mode and Modality of an event.
	Kind     string              `json:"kind,omitempty"`
	Status   rapporteur.Status   `json:"status,omitempty"`
	Act      string              `json:"act,omitempty"`
	Mode     string              `json:"mode,omitempty"`
	Modality rapporteur.Modality `json:"modality,omitempty"`
	// What is the object: what is agreed, demanded or wanted, or what a meeting was
	// about. Verbatim says that it is a sentence of a report.
	What     string `json:"what,omitempty"`
	Verbatim bool   `json:"verbatim,omitempty"`
	// Stance, Direction and Condition are those of a position.
	Stance    rapporteur.Stance    `json:"stance,omitempty"`
	Direction rapporteur.Direction `json:"direction,omitempty"`
	Condition string               `json:"condition,omitempty"`
	Issue     string               `json:"issue,omitempty"`
	// Overdue says that the day of a plan has gone by without another word of it.
	Overdue bool `json:"overdue,omitempty"`
	// Outcome is what came of a meeting.
	Outcome string `json:"outcome,omitempty"`
	// ClaimedBy is on whose word alone it rests.
	ClaimedBy string   `json:"claimed_by,omitempty"`
	Hedge     string   `json:"hedge,omitempty"`
	Disputed  bool     `json:"disputed,omitempty"`
	Sources   int      `json:"sources,omitempty"`
	Outlets   []string `json:"outlets,omitempty"`
	// Quotes are the words that it stands on.
	Quotes []Quote `json:"quotes"`
	// Shift is how a party moved.
	Shift *record.Shift `json:"shift,omitempty"`
	// Versions are what is said where reports disagree.
	Versions []VersionLine `json:"versions,omitempty"`
}

// Absence is a way of not being at a meeting, with those who were not in that way.
type Absence struct {
	Presence rapporteur.Presence `json:"presence"`
	Who      []string            `json:"who"`
}

// Quote is words of a report.
type Quote struct {
	Report    string          `json:"report"`
	Start     int             `json:"start"`
	End       int             `json:"end"`
	Text      string          `json:"text"`
	Published rapporteur.Date `json:"published"`
	// Outlet is who published it, or where that is not known the report's title.
	Outlet string `json:"outlet"`
	// Translation are the words that were read, where they are those of a translation.
	Translation string `json:"translation,omitempty"`
}

// VersionLine is one of the things that reports say where they disagree.
type VersionLine struct {
	Field string   `json:"field"`
	Value string   `json:"value"`
	By    []string `json:"by"`
}

// lineOf is what every line of an entry has.
func lineOf(e *record.Entry) BriefLine {
	l := BriefLine{Entries: []string{e.ID}, Who: []string{}, Sources: e.Sources, Outlets: e.Outlets, Quotes: quotesOf(e)}
	for _, d := range e.Disputes {
		l.Disputed = l.Disputed || d.Field == "status" || d.Field == "modality"
	}
	return l
}

// quotesOf are the first words of the reports that an entry stands on, those of a report
// that says what the record says before others: what was held is not shown by its
// announcement.
func quotesOf(e *record.Entry) []Quote {
	out := []Quote{}
	for _, agrees := range []bool{true, false} {
		for i := range e.Members {
			m := &e.Members[i]
			if (statusIn(&m.Content) == statusIn(&e.Content)) == agrees && len(out) < 2 {
				out = append(out, quoteOf(m, m.Evidence())...)
			}
		}
	}
	return out
}

// quoteOf is the first of some spans of a report, none where it has no words.
func quoteOf(m *record.Member, spans []rapporteur.Span) []Quote {
	for _, s := range spans {
		if s.Text != "" {
			return []Quote{{m.Report, s.Start, s.End, s.Text, m.Published, sourceOf(m), s.Translation}}
		}
	}
	return nil
}

// sourceOf names the outlet of a member, or its report by the title.
func sourceOf(m *record.Member) string {
	switch {
	case m.Outlet != "":
		return string(m.Outlet)
	case m.Title != "":
		return string(m.Title)
	}
	return "report " + m.Report
}

// statusIn is how far a meeting or an event of a content has come.
func statusIn(c *record.Content) string {
	switch {
	case c.Meeting != nil:
		return string(c.Meeting.Status)
	case c.Event != nil:
		return string(c.Event.Modality)
	}
	return ""
}

// namesOf are the names of actors, each once; those who have none are left out if
// others have one.
func namesOf(e *record.Entry, ids []string) []string {
	var named, all []string
	seen := map[string]bool{}
	for _, id := range ids {
		name := e.Called(id)
		if seen[name] {
			continue
		}
		seen[name] = true
		all = append(all, name)
		if e.IsNamed(id) {
			named = append(named, name)
		}
	}
	if len(named) > 0 {
		return named
	}
	return append([]string{}, all...)
}
