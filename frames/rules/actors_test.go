package rules_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/frames/attribution"
	"rapporteur/frames/rules"
	"rapporteur/language"
	"rapporteur/ontology"
	"rapporteur/table"
)

// invented are actors of a small world, known by single words: testdata/actors.tsv. They
// answer what rules ask without any linking.
type invented struct {
	doc    *language.Document
	actors []rules.Actor
	// byWord gives the actor of a name, byNoun that of a description, places the place of
	// a name.
	byWord, byNoun map[string]int
	places         map[string]*rapporteur.Place
}

func inventActors(t *testing.T) invented {
	t.Helper()
	data, err := os.ReadFile("testdata/actors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := table.Parse("actors.tsv", data)
	if err != nil {
		t.Fatal(err)
	}
	world := invented{byWord: map[string]int{}, byNoun: map[string]int{}, places: map[string]*rapporteur.Place{}}
	for _, row := range rows.Rows {
		if c := row.Get("country"); c != "" {
			for _, w := range row.List("words") {
				world.places[w] = &rapporteur.Place{Name: w, Country: rapporteur.Text(c), State: row.Get("kind") == "state"}
			}
		}
		if row.Get("kind") == "" {
			continue
		}
		a := rules.Actor{ID: row.Get("id"), Name: row.Get("id"), Kind: rapporteur.ActorKind(row.Get("kind")), State: row.Get("state"), For: row.Get("for"), Known: row.Get("known") == "yes", Sector: row.Get("sector")}
		for _, w := range row.List("words") {
			world.byWord[w] = len(world.actors)
		}
		for _, w := range row.List("nouns") {
			world.byNoun[w] = len(world.actors)
		}
		world.actors = append(world.actors, a)
	}
	return world
}

// loaded gives what a text is read with before its frames are found, and the rules.
func loaded(t *testing.T) (*rules.Reader, *language.Engine, *attribution.Reader) {
	t.Helper()
	codes, err := ontology.Load()
	if err != nil {
		t.Fatal(err)
	}
	found, err := rules.Load(codes)
	if err != nil {
		t.Fatal(err)
	}
	engine, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	finder, err := attribution.Load()
	if err != nil {
		t.Fatal(err)
	}
	return found, engine, finder
}

func (w invented) of(doc *language.Document) rules.Actors { w.doc = doc; return &w }

func (w *invented) Phrase(head int) *rules.Mention {
	if m := w.Mention(head); m != nil || head < 0 {
		return m
	}
	if a := w.Describe(head); a >= 0 {
		return &rules.Mention{First: head, Last: head + 1, Head: head, Actor: a}
	}
	return nil
}

func (w *invented) Mention(token int) *rules.Mention {
	if token < 0 {
		return nil
	}
	form := w.doc.Tokens[token].Form
	m := &rules.Mention{First: token, Last: token + 1, Head: token, Actor: -1, Place: w.places[form]}
	if a, ok := w.byWord[form]; ok {
		m.Actor, m.Named, m.Own = a, true, true
	}
	if form == "both" {
		m.Pair, m.Actor = []int{0, 1}, -1
	}
	if m.Actor < 0 && m.Place == nil && m.Pair == nil {
		return nil
	}
	return m
}

func (w *invented) Describe(token int) int {
	if m := w.Mention(token); m != nil && (m.Actor >= 0 || m.Pair != nil) {
		return m.Actor
	}
	if a, ok := w.byNoun[w.doc.Tokens[token].Lemma]; ok {
		return a
	}
	return -1
}

func (w *invented) Territory(token int) int {
	if m := w.Mention(token); m != nil && m.Place != nil {
		return w.Location(token)
	}
	return -1
}

func (w *invented) Location(token int) int {
	m := w.Mention(token)
	return slices.IndexFunc(w.actors, func(a rules.Actor) bool {
		return a.Kind == rapporteur.State && a.ID == string(m.Place.Country)
	})
}

// Pair gives the last two persons before a word.
func (w *invented) Pair(token int) []int {
	var out []int
	for i := range token {
		if m := w.Mention(i); m != nil && m.Actor >= 0 && w.actors[m.Actor].Kind == rapporteur.Person && !slices.Contains(out, m.Actor) {
			out = append(out, m.Actor)
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

func (w *invented) Introduced(actor int) int {
	for i := range w.doc.Tokens {
		if w.Describe(i) == actor {
			return i
		}
	}
	return -1
}

func (w *invented) Actor(actor int) *rules.Actor { return &w.actors[actor] }

// words gives tokens as they are written, on one line.
func words(doc *language.Document, first, last int) string {
	return strings.Join(strings.Fields(doc.Words(doc.Bytes(first, last))), " ")
}
