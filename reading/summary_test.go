package reading_test

import (
	"fmt"
	"strings"

	"rapporteur"
)

// summary writes the entries of a reading a line each, for .reading files.
func summary(r *rapporteur.Reading, shown func(kind string) bool) []string {
	s := summarizer{names: map[string]string{}, actors: map[string]rapporteur.Actor{}}
	for _, a := range r.Actors {
		s.names[a.ID] = a.Name
		s.actors[a.ID] = a
	}
	var out []string
	add := func(kind, format string, args ...any) {
		if shown(kind) {
			out = append(out, fmt.Sprintf(format, args...))
		}
	}
	for _, m := range r.Meetings {
		add("meetings", "meeting: %s", s.meeting(m))
	}
	for _, x := range r.Statements {
		add("statements", "statement: %s", s.statement(x))
	}
	for _, e := range r.Events {
		add("events", "event: %s", s.event(e))
	}
	for _, p := range r.Positions {
		line := fmt.Sprintf("%s %s: %s", s.names[p.Actor], p.Stance, p.Proposal)
		if p.Condition != nil {
			line += " | " + p.Condition.Text
		}
		if p.RedLine != nil {
			line += " | red line: " + p.RedLine.Text
		}
		if p.ClaimedBy != "" {
			line += " | claimed by " + s.names[string(p.ClaimedBy)]
		}
		add("positions", "position: %s", line)
	}
	for _, n := range r.Notices {
		add("notices", "notice: %s: %s", n.Kind, n.Message)
	}
	return out
}

type summarizer struct {
	names  map[string]string
	actors map[string]rapporteur.Actor
}

func (s summarizer) all(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = s.names[id]
	}
	return strings.Join(names, " and ")
}

// meeting: status, kind, place, date: who; who is left out | about
func (s summarizer) meeting(m rapporteur.Meeting) string {
	facts := []string{string(m.Status), m.Kind}
	if m.Place != nil {
		facts = append(facts, "in "+m.Place.Name)
	}
	if m.Date != "" && !m.Date.Presumed() {
		facts = append(facts, "on "+string(m.Date))
	}
	var here []string
	for _, a := range m.Attendance {
		who := s.names[a.Actor]
		if a.Role != "" && a.Role != rapporteur.Participant {
			who += " (" + string(a.Role) + ")"
		}
		if a.Presence.LeftOut() {
			who += " (" + string(a.Presence) + ")"
		}
		here = append(here, who)
	}
	line := strings.Join(facts, " ") + ": " + strings.Join(here, ", ")
	if m.Outcome != "" {
		line += " | outcome: " + string(m.Outcome)
	}
	for _, h := range m.History {
		line += " | before: " + string(h.Status) + " " + string(h.Date)
	}
	if m.ClaimedBy != "" {
		line += " | claimed by " + s.names[string(m.ClaimedBy)]
	}
	return line
}

// statement: speaker for side, mode act: the words | to whom | medium
func (s summarizer) statement(x rapporteur.Statement) string {
	who := s.all(x.Speakers)
	if who == "" {
		who = "?"
	}
	var words []string
	for _, c := range x.Content {
		words = append(words, strings.Join(strings.Fields(c.Text), " "))
	}
	line := fmt.Sprintf("%s, %s %s: %s", who, x.Mode, x.Act, strings.Join(words, " … "))
	if len(x.Addressees) > 0 {
		line += " | to " + s.all(x.Addressees)
	}
	if x.Medium != "" {
		line += " | " + string(x.Medium)
	}
	if x.Place != "" {
		line += " | in " + string(x.Place)
	}
	if x.Date != "" {
		line += " | on " + string(x.Date)
	}
	if len(x.Speakers) > 0 && x.For != "" && string(x.For) != x.Speakers[0] && string(x.For) != s.own(x.Speakers[0]) {
		line += " | for " + string(x.For)
	}
	if x.Anonymity != nil {
		line += " | " + x.Anonymity.Text
	}
	if x.Within != "" {
		line += " | within another"
	}
	return line
}

// own gives whom a speaker speaks for as a rule.
func (s summarizer) own(id string) string {
	a := s.actors[id]
	switch {
	case a.Kind == rapporteur.State:
		return a.ID
	case len(a.Roles) > 0 && a.Roles[0].For != "":
		return string(a.Roles[0].For)
	case a.State != "":
		return string(a.State)
	}
	return a.ID
}

// event: actors TYPE/mode recipients [contexts], modality | claim
func (s summarizer) event(e rapporteur.Event) string {
	deed := e.Plover.Type
	if e.Plover.Mode != "" {
		deed += "/" + string(e.Plover.Mode)
	}
	line := fmt.Sprintf("%s %s %s", s.all(e.Actors), deed, s.all(e.Recipients))
	if len(e.Plover.Contexts) > 0 {
		line += " [" + strings.Join(e.Plover.Contexts, " ") + "]"
	}
	line += ", " + string(e.Modality)
	if e.ClaimedBy != "" {
		line += " | claimed by " + s.names[string(e.ClaimedBy)]
	}
	if e.Hedge != "" {
		line += " | " + string(e.Hedge)
	}
	return line
}
