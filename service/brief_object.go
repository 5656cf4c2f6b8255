package service

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// objects tells what the deeds of reports are about. An event says who does what kind of
// thing to whom; what is agreed, demanded or refused is said by the position or the
// statement that the report makes in the same words.
type objects struct {
	// plain asks for objects that are sure and whole, else none: those of a page.
	plain bool
	// sayings are the members of positions and statements, by report.
	sayings map[string][]saying
}

type saying struct {
	entry  *record.Entry
	member *record.Member
}

func objectsOf(entries []record.Entry, lines []record.Line, plain bool) *objects {
	o := &objects{plain, map[string][]saying{}}
	add := func(e *record.Entry) {
		for i := range e.Members {
			o.sayings[e.Members[i].Report] = append(o.sayings[e.Members[i].Report], saying{e, &e.Members[i]})
		}
	}
	for i := range lines {
		for k := range lines[i].Positions {
			add(&lines[i].Positions[k])
		}
	}
	for i := range entries {
		if e := &entries[i]; e.Statement != nil || e.Position != nil {
			add(e)
		}
	}
	return o
}

// object is what a deed is about, with how well it fits.
type object struct {
	text  string
	fit   int
	entry *record.Entry
}

// of finds the object of an event; empty where no position and no statement has it, or
// where several positions may be meant.
func (o *objects) of(e *record.Entry) object {
	var best object
	doubtful := false
	for i := range e.Members {
		m := &e.Members[i]
		if m.Event == nil {
			continue
		}
		for _, s := range o.sayings[m.Report] {
			found := o.fitting(e, m, s)
			switch {
			case found.fit > best.fit:
				best, doubtful = found, false
			case found.fit == best.fit && found.fit > 0 && found.text != best.text:
				doubtful = true
			}
		}
	}
	if doubtful {
		return object{}
	}
	return best
}

// fitting says how well a position or a statement of the same report tells what an
// event is about: a position that was read from it, one of the same party in the same
// words, a statement of the same party in the same words. What somebody wants is not
// what he threatens with.
func (o *objects) fitting(e *record.Entry, m *record.Member, s saying) object {
	switch {
	case s.member.Position != nil:
		p := s.member.Position
		if o.plain {
			if !trusted(&p.Basis, sureWish) || len(p.Evidence) == 0 || isOver(p.Evidence[0].Text) {
				return object{}
			}
			whole := *p
			if whole.Proposal = wishIn(oneSpace(p.Evidence[0].Text), oneSpace(p.Proposal), true); whole.Proposal == "" {
				return object{}
			}
			p = &whole
		}
		if thinWords(p.Proposal) || !suits(e.Event, p.Stance) {
			return object{}
		}
		if string(p.From) == m.ID {
			return object{p.Proposal, 3, s.entry}
		}
		if overlapping(m.Evidence(), p.Evidence) && ofParty(e, p.Actor, string(p.For)) {
			return object{p.Proposal, 2, s.entry}
		}
	case s.member.Statement != nil:
		st := s.member.Statement
		if !o.plain && overlapping(m.Evidence(), st.Evidence) && slices.ContainsFunc(st.Speakers, func(id string) bool { return ofParty(e, id, string(st.For)) }) {
			if words := spokenIn(st); len(strings.Fields(words)) >= fewestWords && !thinWords(words) && !dangling(words) {
				return object{words, 1, s.entry}
			}
		}
	}
	return object{}
}

// dangling reports whether words begin in the middle of a sentence: "to the other side".
func dangling(words string) bool {
	first, _, _ := strings.Cut(strings.ToLower(words), " ")
	return slices.Contains([]string{"to", "of", "for", "with", "by", "and", "or", "on", "at", "from", "as"}, first)
}

// fewestWords make the words of a statement an object.
const fewestWords = 5

// suits reports whether a stance goes with a deed: what is refused is opposed, what is
// agreed, asked or conceded is not.
func suits(v *rapporteur.Event, s rapporteur.Stance) bool {
	switch sectionOf(v) {
	case Refused:
		return s == rapporteur.Opposes
	case Agreed, Demanded:
		return s != rapporteur.Opposes
	case Threatened:
		return false
	}
	return true
}

// ofParty reports whether an actor, or whom it speaks for, does a deed.
func ofParty(e *record.Entry, actor, acts string) bool {
	return slices.Contains(e.Event.Actors, actor) || acts != "" && slices.Contains(e.Event.Actors, acts)
}

func overlapping(a, b []rapporteur.Span) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Start < y.End && y.Start < x.End {
				return true
			}
		}
	}
	return false
}

// spokenIn gives the words of a statement on one line.
func spokenIn(s *rapporteur.Statement) string {
	parts := make([]string, len(s.Content))
	for i, c := range s.Content {
		parts[i] = c.Text
	}
	return strings.Join(strings.Fields(strings.Join(parts, " … ")), " ")
}

// sectionOf is the section of a brief that an event belongs to, empty for one that
// belongs to none.
func sectionOf(v *rapporteur.Event) SectionID {
	switch v.Modality {
	case rapporteur.Denied:
		return ""
	case rapporteur.Refused:
		return Refused
	case rapporteur.Threatened:
		return Threatened
	case rapporteur.Planned:
		return Next
	}
	switch v.Plover.Type {
	case "AGREE", "CONCEDE":
		if v.Modality == rapporteur.Conditional {
			return Promised // who would, if, has agreed to nothing yet
		}
		return Agreed
	case "REQUEST":
		return Demanded
	case "REJECT":
		return Refused
	case "THREATEN":
		return Threatened
	case "ACCUSE", "SUPPORT", "CONSULT":
		return ""
	}
	if v.Modality == rapporteur.Conditional {
		return ""
	}
	return Done
}

// thinWords reports whether a proposal says too little to be told alone: "it", "this
// condition", "a deal".
func thinWords(proposal string) bool {
	n := 0
	for _, w := range strings.Fields(proposal) {
		if w = strings.ToLower(strings.Trim(w, ",.;:“”\"'")); len(w) > 3 && !slices.Contains(pointing, w) {
			n++
		}
	}
	return n < 2 || unnamedThing(proposal)
}

// unnamedThing reports whether a proposal names a thing of which only what went before
// told: "the proposal in a public statement", not "the proposal of a fishing zone".
func unnamedThing(proposal string) bool {
	words := strings.Fields(strings.ToLower(proposal))
	if len(words) < 2 || !slices.Contains([]string{"the", "this", "that"}, words[0]) || !slices.Contains(generic, words[1]) {
		return false
	}
	return len(words) == 2 || slices.Contains([]string{"in", "at", "during", "after", "before"}, words[2])
}

// generic are nouns that say of a thing only that somebody proposed or did it.
var generic = strings.Fields("proposal proposals plan plans idea offer move decision step steps measure measures request call demand suggestion invitation claim comment remarks")

var pointing = []string{"this", "that", "these", "those", "their", "them", "with", "from", "into", "such", "some", "other", "it's", "they"}
