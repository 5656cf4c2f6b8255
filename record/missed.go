package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur"
)

// An entry that no reading has can be added by a person, with the words of the report
// that it stands on. It is a member of the report like any other, made by the
// correction: whenever the report is read, its words are looked for and it is there.

// byHand is the rule of an entry that a person added.
const byHand = "person"

// find gives the place of the words of a missed entry in a text.
func (d Demand) find(text string) (rapporteur.Span, error) {
	op := "correct " + d.Entry
	if !slices.Contains([]Kind{Statement, Meeting, Event, Position}, d.Kind) {
		return rapporteur.Span{}, invalid(op, "say what was missed: statement, meeting, event or position")
	}
	if strings.TrimSpace(d.Value) == "" {
		return rapporteur.Span{}, invalid(op, "give its words as they stand in the report: --words \"…\"")
	}
	all := places(text, d.Value)
	switch {
	case len(all) == 0:
		return rapporteur.Span{}, invalid(op, "these words do not stand in the report: "+d.Value)
	case d.Nth == 0 && len(all) > 1:
		return rapporteur.Span{}, invalid(op, fmt.Sprintf("these words stand in the report %d times; say which with --nth, or give more words", len(all)))
	case d.Nth < 0 || d.Nth > len(all):
		return rapporteur.Span{}, invalid(op, fmt.Sprintf("these words stand in the report %d times, there is no --nth %d", len(all), d.Nth))
	}
	return all[max(0, d.Nth-1)], nil
}

// places gives everywhere that words stand in a text.
func places(text, words string) []rapporteur.Span {
	index := rapporteur.NewIndex(text)
	var out []rapporteur.Span
	for from := 0; ; {
		at := strings.Index(text[from:], words)
		if at < 0 {
			return out
		}
		at += from
		out = append(out, index.Span(at, at+len(words)))
		_, size := utf8.DecodeRuneInString(text[at:])
		from = at + size
	}
}

// rank has the status of a meeting come before its seats, and the seats before what is
// said of them.
func (s Setting) rank() int {
	switch {
	case strings.Contains(s.Field, ":"):
		return 3
	case s.Action == Include:
		return 2
	case IsActor(s.Field):
		return 1
	}
	return 0
}

// lacks says what an entry cannot be without, empty for nothing.
func (c Content) lacks() string {
	switch {
	case c.Statement != nil && len(c.Statement.Speakers) == 0:
		return "who said it: --set speaker=ID"
	case c.Meeting != nil && len(c.Meeting.Attendance) == 0:
		return "who met: --add participant=ID"
	case c.Meeting != nil && c.Meeting.Status == "":
		return "how far it has come: --set status=held, planned, …"
	case c.Event != nil && c.Event.Plover.Type == "":
		return "a type of PLOVER: --set type=CONSULT, …"
	case c.Event != nil && len(c.Event.Actors) == 0:
		return "who did it: --set actor=ID"
	case c.Position != nil && c.Position.Actor == "":
		return "whose it is: --set actor=ID"
	case c.Position != nil && c.Position.Stance == "":
		return "where they stand: --set stance=supports, opposes, …"
	}
	return ""
}

// bare is an entry of which only the words are known.
func bare(report string, kind Kind, words rapporteur.Span) Content {
	words.Report = report
	spans := []rapporteur.Span{words}
	basis := rapporteur.Basis{ID: missedID(report, kind, words), Confidence: 1, Rule: byHand, Evidence: spans}
	switch kind {
	case Statement:
		return Content{Statement: &rapporteur.Statement{Basis: basis, Speakers: []string{}, Addressees: []string{}, Mode: rapporteur.Indirect, Content: spans}}
	case Meeting:
		return Content{Meeting: &rapporteur.Meeting{Basis: basis, Kind: "meeting", Attendance: []rapporteur.Attendance{}, History: []rapporteur.StatusChange{}}}
	case Event:
		return Content{Event: &rapporteur.Event{Basis: basis, Plover: rapporteur.Plover{Contexts: []string{}}, Actors: []string{}, Recipients: []string{}, Modality: rapporteur.Happened}}
	}
	return Content{Position: &rapporteur.Position{Basis: basis, Proposal: words.Text}}
}

// missedID is the id of an entry that a person added: the same at every reading, and
// in every copy of the text.
func missedID(report string, kind Kind, words rapporteur.Span) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %s %s %d-%d", byHand, textID(report), kind, words.Start, words.End))
	return hex.EncodeToString(sum[:])[:16]
}
