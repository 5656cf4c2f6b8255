package pages

import (
	"strings"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
)

// factsOf are what an entry says, name by name.
func factsOf(e *record.Entry) []fact {
	out := facts{e: e}
	switch {
	case e.Meeting != nil:
		out.meeting(e.Meeting)
	case e.Statement != nil:
		out.statement(e.Statement)
	case e.Event != nil:
		out.event(e.Event)
	case e.Position != nil:
		out.position(e.Position)
	case e.Notice != nil:
		out.say("Notice", worded(e.Notice.Kind))
	}
	if b := e.Basis(); b != nil {
		out.say("Probability", percent(b.Confidence))
	}
	out.say("Sources", plural(e.Sources, "independent source", "independent sources"))
	if e.OpinionOnly() {
		out.list[len(out.list)-1].Value = append(out.list[len(out.list)-1].Value, part{Text: "opinion pieces alone", Look: "doubt"})
	}
	return out.list
}

// facts gathers what an entry says.
type facts struct {
	e    *record.Entry
	list []fact
}

func (f *facts) say(name, value string) {
	if value != "" {
		f.list = append(f.list, fact{name, words(value)})
	}
}

func (f *facts) people(name string, ids []string, actsFor string) {
	if c := people(f.e, ids, actsFor, ""); len(c) > 0 {
		f.list = append(f.list, fact{name, c})
	}
}

func (f *facts) claimed(by rapporteur.Text) {
	if by != "" {
		f.list = append(f.list, fact{"According to", append(people(f.e, []string{string(by)}, "", ""), part{Text: "alone", Look: "doubt"})})
	}
}

func (f *facts) meeting(m *rapporteur.Meeting) {
	f.say("Status", worded(string(m.Status)))
	f.say("Kind", m.Kind)
	f.say("Day", export.Day(m.Date))
	f.say("Place", located(f.e, m.Place))
	for _, p := range presences {
		if who := attending(m, p); len(who) > 0 {
			f.people(presenceNames[p], who, "")
		}
	}
	f.say("About", string(m.About))
	f.say("Outcome", string(m.Outcome))
	f.claimed(m.ClaimedBy)
}

func (f *facts) statement(s *rapporteur.Statement) {
	f.people("Who", s.Speakers, string(s.For))
	if s.Act != "assert" {
		f.say("Does", worded(string(s.Act)))
	}
	f.people("To", s.Addressees, "")
	f.say("Words", map[rapporteur.Mode]string{rapporteur.Direct: "quoted", rapporteur.Mixed: "quoted in part", rapporteur.Indirect: "reported"}[s.Mode])
	f.say("Through", string(s.Medium))
	if s.Anonymity != nil {
		f.say("Unnamed", s.Anonymity.Text)
	}
	f.say("Place", string(s.Place))
	f.say("Day", export.Day(s.Date))
}

func (f *facts) event(v *rapporteur.Event) {
	f.people("Who", v.Actors, "")
	code := worded(v.Plover.Type)
	if v.Plover.Mode != "" {
		code += ", " + worded(string(v.Plover.Mode))
	}
	f.say("Does", code)
	f.people("To whom", v.Recipients, "")
	f.say("Whether", worded(string(v.Modality)))
	f.say("Hedge", string(v.Hedge))
	f.say("Day", export.Day(v.Date))
	f.say("Place", located(f.e, v.Place))
	f.say("About", strings.Join(v.Plover.Contexts, ", "))
	f.say("CAMEO", string(v.Cameo))
	f.claimed(v.ClaimedBy)
}

func (f *facts) position(p *rapporteur.Position) {
	f.people("Who", []string{p.Actor}, string(p.For))
	if p.Issue != nil {
		f.say("Issue", p.Issue.Label)
		f.say("Direction", string(p.Direction))
	}
	f.say("Proposal", p.Proposal)
	f.say("Stance", stanceWords[p.Stance])
	if p.Condition != nil {
		f.say("Condition", p.Condition.Text)
	}
	if p.RedLine != nil {
		f.say("Red line", p.RedLine.Text)
	}
	f.say("Day", export.Day(p.Date))
	f.claimed(p.ClaimedBy)
}

// stanceWords are stances towards a proposal.
var stanceWords = map[rapporteur.Stance]string{rapporteur.Supports: "supports it", rapporteur.Opposes: "opposes it",
	rapporteur.ConditionalStance: "supports it on a condition", rapporteur.Undecided: "is undecided"}

// placed is the name of a place.
func placed(p *rapporteur.Place) string {
	if p == nil {
		return ""
	}
	return p.Name
}

// located is a place with its country, where that says more.
func located(e *record.Entry, p *rapporteur.Place) string {
	if p == nil || p.Country == "" || p.State {
		return placed(p)
	}
	return p.Name + ", " + e.Called(string(p.Country))
}
