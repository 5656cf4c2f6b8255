package eval

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur"
)

var inBrackets = regexp.MustCompile(`\(.*?\)`)

// lastWord gives the last word of a name, without what stands in brackets.
func lastWord(name string) string {
	words := plainWords(inBrackets.ReplaceAllString(name, ""))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// calls gives everything that an actor may be called by.
func calls(a *rapporteur.Actor) map[string]bool {
	if a == nil {
		return map[string]bool{"": true}
	}
	return setOf(append(plainWords(a.Name), plain(a.Name), plain(a.ID))...)
}

// codesOf gives the ids, states and names of some actors.
func (x actors) codesOf(ids ...string) map[string]bool {
	out := map[string]bool{}
	for _, id := range ids {
		words := []string{plain(id)}
		if a := x[id]; a != nil {
			words = append(words, plain(string(a.State)), plain(a.Name), lastWord(a.Name))
		}
		for w := range setOf(words...) {
			out[w] = true
		}
	}
	return out
}

// named gives the two forms in which an annotator's name is looked for.
func named(name string) map[string]bool { return setOf(plain(name), lastWord(name)) }

// meets reports whether one of the annotator's names is among some actors.
func (x actors) meets(names, ids []string) bool {
	codes := x.codesOf(ids...)
	return slices.ContainsFunc(names, func(n string) bool { return shareWord(named(n), codes) })
}

// speaks reports whether a speaker is the annotated one: a person by name, an
// unnamed source as unnamed, an institution by its state or its name.
func (x actors) speaks(g *AnnotatedStatement, id string, s *rapporteur.Statement) bool {
	a := x[id]
	if g.Kind == "anonymous" {
		return id == "" || a != nil && a.Kind == rapporteur.Unnamed
	}
	if a == nil || a.Kind == rapporteur.Unnamed {
		return false
	}
	if g.Kind == "person" {
		return a.Kind == rapporteur.Person && calls(a)[lastWord(g.Speaker)]
	}
	if calls(a)[plain(g.Speaker)] || shareWord(topics(g.Speaker), topics(a.Name)) {
		return true
	}
	if g.State != "" && a.Kind != rapporteur.Person {
		return slices.Contains([]string{plain(id), plain(string(a.State)), plain(string(s.For))}, plain(g.State))
	}
	return s.SpeakerMention != nil && len(plainWords(s.SpeakerMention.Text)) <= 8 && len(plainWords(s.SpeakerMention.Text)) > 0 &&
		strings.Contains(plain(s.SpeakerMention.Text), plain(g.Speaker))
}

// shows reports whether the evidence of an entry holds most words of an anchor, or
// touches one of some places. More than eighty words show nothing.
func shows(b rapporteur.Basis, anchor string, places []rapporteur.Span) bool {
	var text []string
	touches := false
	for _, e := range b.Evidence {
		text = append(text, e.Text)
		touches = touches || slices.ContainsFunc(places, func(p rapporteur.Span) bool { return e.Start < p.End && p.Start < e.End })
	}
	words := plainWords(strings.Join(text, " "))
	wanted := plainWords(anchor)
	if len(words) > 80 || len(wanted) == 0 {
		return touches && len(words) <= 80
	}
	have, n := setOf(words...), 0
	for _, w := range wanted {
		if have[w] {
			n++
		}
	}
	return 10*n >= 6*len(wanted)
}

// firstDay gives the first day of a date.
func firstDay(d rapporteur.Date) string {
	day, _, _ := strings.Cut(string(d), "/")
	return day
}

// dayOrPart reports whether one date is the other or a part of it.
func dayOrPart(gold string, d rapporteur.Date) bool {
	day := firstDay(d)
	return gold != "" && day != "" && (strings.HasPrefix(gold, day) || strings.HasPrefix(day, gold))
}
