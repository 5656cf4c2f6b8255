package eval

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur"
)

// Add compares what was read in a report with its annotation. It fails where an
// anchor of a statement is not in the report.
//
// A statement matches where half of its words do (F1), a meeting where half of
// the participants or of their states are there and day, place or words are the
// same, an event with the same type, an actor and a recipient in common and the
// words in its evidence, a position of the same party with the words in its
// evidence and a word of its issue.
func (s *EntryScores) Add(g *Annotation, r *rapporteur.Reading) error {
	c := comparison{s, g, r, actorIndex(r)}
	if err := c.statements(); err != nil {
		return err
	}
	c.meetings()
	c.events()
	c.positions()
	return nil
}

// comparison is of one report.
type comparison struct {
	*EntryScores
	gold   *Annotation
	read   *rapporteur.Reading
	actors actors
}

func (c *comparison) miss(format string, args ...any) {
	c.Missed = append(c.Missed, fmt.Sprintf(format, args...))
}

func (c *comparison) invent(b rapporteur.Basis, format string, args ...any) {
	c.Invented = append(c.Invented, fmt.Sprintf(format, args...)+" | "+b.Evidence[0].Text)
}

// voiced is a statement in the mouth of one of its speakers.
type voiced struct {
	*rapporteur.Statement
	speaker, words string
}

func (c *comparison) voiced() []voiced {
	var out []voiced
	for i := range c.read.Statements {
		x := &c.read.Statements[i]
		var words []string
		for _, p := range x.Content {
			words = append(words, p.Text)
		}
		speakers := x.Speakers
		if len(speakers) == 0 {
			speakers = []string{""}
		}
		for _, id := range speakers {
			out = append(out, voiced{x, id, strings.Join(words, " ")})
		}
	}
	return out
}

func (c *comparison) statements() error {
	said := c.voiced()
	words := make([]string, len(c.gold.Statements))
	for i, g := range c.gold.Statements {
		var err error
		if words[i], err = g.words(c.read.Report.Text); err != nil {
			return err
		}
	}
	right := func(g, s int) bool {
		return c.actors.speaks(&c.gold.Statements[g], said[s].speaker, said[s].Statement)
	}
	p := pairUp(len(words), len(said), func(g, s int) float64 {
		v := alike(words[g], said[s].words)
		if v < 0.5 {
			return 0
		}
		if right(g, s) {
			v += 0.01
		}
		return v
	})
	var ok []bool
	for _, m := range p.matched {
		ok = append(ok, right(m[0], m[1]))
		c.statementFields(&c.gold.Statements[m[0]], said[m[1]].Statement)
	}
	c.both("st+speaker", "statement", p, ok)
	for _, g := range p.missed {
		c.miss("statement: %s | %s", c.gold.Statements[g].Speaker, words[g])
	}
	for _, s := range p.invented {
		c.invent(said[s].Basis, "statement: %s", said[s].speaker)
	}
	return nil
}

func (c *comparison) statementFields(g *AnnotatedStatement, s *rapporteur.Statement) {
	t := c.tallies["statement"]
	t.field("mode", g.Mode == string(s.Mode))
	if g.State != "" {
		t.field("for", plain(g.State) == plain(string(s.For)))
	}
	if g.Medium != "" {
		t.field("medium", plain(g.Medium) == plain(string(s.Medium)))
	}
}

func (c *comparison) events() {
	gold, read := c.gold.Events, c.read.Events
	p := pairUp(len(gold), len(read), func(g, s int) float64 {
		x, y := &gold[g], &read[s]
		switch {
		case x.Type != y.Plover.Type,
			len(x.Actor) > 0 && !c.actors.meets(x.Actor, y.Actors),
			len(x.Recipient) > 0 && !c.actors.meets(x.Recipient, y.Recipients),
			!shows(y.Basis, x.Anchor, x.places()):
			return 0
		case plain(x.Modality) == plain(string(y.Modality)):
			return 1.1
		}
		return 1
	})
	var ok []bool
	for _, m := range p.matched {
		x, y := &gold[m[0]], &read[m[1]]
		ok = append(ok, plain(x.Modality) == plain(string(y.Modality)) && (x.ClaimedBy != "") == (y.ClaimedBy != "" || y.Hedge != ""))
	}
	c.both("ev+modality", "event", p, ok)
	for _, g := range p.missed {
		c.miss("event: %s %v -> %v | %s", gold[g].Type, gold[g].Actor, gold[g].Recipient, gold[g].Anchor)
	}
	for _, s := range p.invented {
		c.invent(read[s].Basis, "event: %s %v -> %v", read[s].Plover.Type, read[s].Actors, read[s].Recipients)
	}
}

func (c *comparison) positions() {
	gold, read := c.gold.Positions, c.read.Positions
	p := pairUp(len(gold), len(read), func(g, s int) float64 {
		if !c.samePosition(&gold[g], &read[s]) {
			return 0
		}
		if gold[g].Stance == string(read[s].Stance) {
			return 2
		}
		return 1
	})
	var ok []bool
	for _, m := range p.matched {
		ok = append(ok, gold[m[0]].Stance == string(read[m[1]].Stance))
	}
	c.both("pos+stance", "position", p, ok)
	for _, g := range p.missed {
		c.miss("position: %s %s %s | %s", gold[g].Actor, gold[g].Stance, gold[g].Issue, gold[g].Anchor)
	}
	for _, s := range p.invented {
		c.invent(read[s].Basis, "position: %s %s %s", read[s].Actor, read[s].Stance, read[s].Proposal)
	}
}

func (c *comparison) samePosition(g *AnnotatedPosition, s *rapporteur.Position) bool {
	a := c.actors[s.Actor]
	state := ""
	if a != nil {
		state = plain(string(a.State))
	}
	same := calls(a)[lastWord(g.Actor)] || g.State != "" && slices.Contains([]string{plain(string(s.For)), state, plain(s.Actor)}, plain(g.State))
	label := ""
	if s.Issue != nil {
		label = s.Issue.Label
	}
	return same && shows(s.Basis, g.Anchor, g.places()) && shareWord(topics(g.wanted()), topics(s.Proposal+" "+label))
}
