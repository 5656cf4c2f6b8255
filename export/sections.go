package export

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur"
)

func (p *page) meetings() {
	if !p.open("Meetings", len(p.reading.Meetings)) {
		return
	}
	for _, m := range p.reading.Meetings {
		var here, out, ids []string
		for _, a := range m.Attendance {
			ids = append(ids, a.Actor)
			name := p.who(a.Actor)
			if a.Role != "" && a.Role != rapporteur.Participant {
				name += ", " + string(a.Role)
			}
			if a.Presence.LeftOut() {
				out = append(out, fmt.Sprintf("%s (%s)", name, a.Presence))
				continue
			}
			here = append(here, name)
		}
		lines := []string{p.words(strings.Join(here, "; "))}
		say := func(label, words string) {
			if words != "" {
				lines = append(lines, label+p.words(words))
			}
		}
		say("left out: ", strings.Join(out, "; "))
		say("about: ", string(m.About))
		say("outcome: ", string(m.Outcome))
		for _, h := range m.History {
			say("before: ", facts(string(h.Status), string(h.Date)))
		}
		if m.ClaimedBy != "" {
			say("claimed by ", p.who(string(m.ClaimedBy)))
		}
		lines = append(lines, p.naming(m.Basis, ids)...)
		p.entry(facts(string(m.Status), m.Kind, place(m.Place), string(m.Date)), append(lines, p.why(m.Basis))...)
	}
}

func place(at *rapporteur.Place) string {
	switch {
	case at == nil:
		return ""
	case at.Country == "":
		return at.Name
	}
	return fmt.Sprintf("%s (%s)", at.Name, at.Country)
}

// facts joins what is known.
func facts(parts ...string) string {
	var known []string
	for _, f := range parts {
		if f != "" {
			known = append(known, f)
		}
	}
	return strings.Join(known, " · ")
}

func (p *page) statements() {
	if !p.open("Statements", len(p.reading.Statements)) {
		return
	}
	for _, s := range p.reading.Statements {
		who := p.everyone(s.Speakers)
		if who == "" {
			who = "speaker not clear"
		}
		var to string
		if len(s.Addressees) > 0 {
			to = "to " + p.everyone(s.Addressees)
		}
		lines := p.said(s)
		p.entry(facts(who, string(s.Act), string(s.Mode), string(s.Medium), to, string(s.Date)), append(lines, p.why(s.Basis))...)
	}
}

// said quotes the sentence of a statement with its cue's words set off from
// what is said, then what is said beyond that sentence, whole.
func (p *page) said(s rapporteur.Statement) []string {
	lines := p.evidence(s.Basis, s.Content...)
	for _, c := range s.Content {
		if !shown(s.Evidence, c) {
			lines = append(lines, p.quote(c, c))
		}
	}
	return lines
}

// shown reports whether a span lies inside one that is quoted. One that begins or
// ends outside is quoted itself, so that no word of it is lost.
func shown(quoted []rapporteur.Span, part rapporteur.Span) bool {
	return slices.ContainsFunc(quoted, func(q rapporteur.Span) bool { return q.Start <= part.Start && part.End <= q.End })
}

func (p *page) events() {
	if !p.open("Events", len(p.reading.Events)) {
		return
	}
	for _, e := range p.reading.Events {
		deed := p.everyone(e.Actors) + " → " + e.Plover.Type
		if len(e.Recipients) > 0 {
			deed += " → " + p.everyone(e.Recipients)
		}
		var claim string
		if e.ClaimedBy != "" {
			claim = "claimed by " + p.who(string(e.ClaimedBy))
		}
		lines := p.naming(e.Basis, slices.Concat(e.Actors, e.Recipients))
		p.entry(facts(deed, string(e.Modality), claim, string(e.Hedge), place(e.Place), string(e.Date)), append(lines, p.why(e.Basis))...)
	}
}

func (p *page) positions() {
	if !p.open("Positions", len(p.reading.Positions)) {
		return
	}
	for _, s := range p.reading.Positions {
		var decisive []rapporteur.Span
		var condition string
		if s.Condition != nil {
			decisive = append(decisive, *s.Condition)
			if s.Condition.Text != "" {
				condition = "condition: " + p.words(s.Condition.Text)
			}
		}
		var red string
		if s.RedLine != nil {
			decisive, red = append(decisive, *s.RedLine), "red line"
		}
		var claim string
		if s.ClaimedBy != "" {
			claim = "claimed by " + p.who(string(s.ClaimedBy))
		}
		lines := append([]string{condition}, p.naming(s.Basis, []string{s.Actor}, decisive...)...)
		var issue string
		if s.Issue != nil {
			issue = facts(s.Issue.Label, string(s.Direction))
		}
		p.entry(facts(strings.TrimSuffix(fmt.Sprintf("%s %s: %s", p.who(s.Actor), stance(s.Stance), s.Proposal), ": "), red, issue, claim), append(lines, p.why(s.Basis))...)
	}
}

// stance gives the stance as a verb.
func stance(s rapporteur.Stance) string {
	switch s {
	case rapporteur.ConditionalStance:
		return "supports on a condition"
	case rapporteur.Undecided:
		return "is undecided on"
	}
	return string(s)
}

func (p *page) notices() {
	if !p.open("Notices", len(p.reading.Notices)) {
		return
	}
	for _, n := range p.reading.Notices {
		var lines []string
		for _, e := range n.Evidence {
			lines = append(lines, p.quote(e, e))
		}
		p.entry(strings.TrimSuffix(n.Kind+": "+n.Message, ": "), lines...)
	}
}
