package rules

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/ontology"
)

// construction is a word that means an event in one construction.
type construction struct {
	rest      []string
	pos       string
	needs     []constraint
	plover    rapporteur.Plover
	cameo     rapporteur.Text
	actor     []string
	recipient []string
}

// constraint is what must, or must not, stand at one of some places beside the word.
type constraint struct {
	places  []string
	not     bool
	classes []string
}

// eventLexicon are what the rules know of words for events.
type eventLexicon struct {
	codes *ontology.Ontology
	// constructions are those of a word, by its spelling.
	constructions map[string][]construction
	// classes are words of one sort, which frames ask for beside their own.
	classes map[string]map[string]bool
	// lights are verbs that carry a noun for a deed, with the preposition that
	// leads it in, empty for an object.
	lights map[string][]string
	// acts are what attributions do by saying it.
	acts map[string]construction
	// moods are what words say of the deeds that they govern.
	moods      map[string]rapporteur.Modality
	hedges     map[string]bool
	utterances []utterance
	types      map[string]typeTraits
	// contexts are what words show an event to be about.
	contexts map[string][]string
	// openers lead in clauses that do not say whether something comes about: "if".
	openers map[string]bool
}

// complete fills the cells that a row leaves empty.
func (f *construction) complete(o *ontology.Ontology) {
	actor, recipient := []string{"subj"}, []string{"obj"}
	switch f.pos {
	case "noun":
		actor, recipient = []string{"poss", "by", "subj", "origin"}, []string{"on", "against", "of"}
	case "adj":
		actor = []string{"topic"}
	}
	if f.actor == nil {
		f.actor = actor
	}
	if f.recipient == nil {
		f.recipient = recipient
	}
	if f.plover.Contexts == nil {
		f.plover.Contexts = []string{}
	}
	if f.cameo == "" {
		f.cameo = rapporteur.Text(o.Cameo(f.plover.Type, string(f.plover.Mode), f.plover.Contexts...))
	}
}

// parseDemand reads "place|place:class|class", with ! before what must not be
// there.
func parseDemand(cell string) constraint {
	var d constraint
	cell, d.not = strings.CutPrefix(cell, "!")
	place, classes, found := strings.Cut(cell, ":")
	d.places = strings.Split(place, "|")
	if found {
		d.classes = strings.Split(classes, "|")
	}
	return d
}

// typeTraits are what a type of event asks of its deeds; event_types.tsv explains.
type typeTraits struct{ spoken, open, pointed, bodily, tried, official bool }

// constructionOf gives the first frame of a word whose construction is there.
func constructionOf(x *text, i int) *construction {
	t := x.doc.Tokens[i]
	if syntax.Attributive(x.doc, i) {
		return nil
	}
	for _, word := range spellings(x, i) {
		all := x.lexicon.constructions[word]
		for k := range all {
			if f := &all[k]; f.speaks(t) && syntax.HasParticles(x.doc, i, f.rest) && meets(x, i, f.needs) {
				return f
			}
		}
	}
	return nil
}

// speaks reports whether a token is of the frame's part of speech. Verbs also
// head phrases as participles that a tagger takes for adjectives.
func (f *construction) speaks(t language.Token) bool {
	switch f.pos {
	case "verb":
		return t.UPOS == "VERB"
	case "adj":
		return t.UPOS == "ADJ" || t.UPOS == "VERB" && t.XPOS == "VBN"
	}
	return t.UPOS == "NOUN" || t.UPOS == "PROPN"
}

// meets reports whether everything that a frame asks for is there.
func meets(x *text, i int, needs []constraint) bool {
	for _, d := range needs {
		if isSatisfied(x, i, d) == d.not {
			return false
		}
	}
	return true
}

// isSatisfied reports whether one of the tokens at the places is of one of the
// classes; where there are no classes, whether there is any.
func isSatisfied(x *text, i int, d constraint) bool {
	for _, place := range d.places {
		for _, at := range slot(x, i, place) {
			if len(d.classes) == 0 || slices.ContainsFunc(d.classes, func(c string) bool {
				return isOfClass(x, at, c) && (place != "gov" || !plainLemma(x, c) || lower(x.doc.Tokens[at].Lemma) == c)
			}) {
				return true
			}
		}
	}
	return false
}

// plainLemma reports whether a class is a lemma that stands for itself.
func plainLemma(x *text, class string) bool {
	_, known := x.lexicon.classes[class]
	return !known && unicode.IsLower(rune(class[0])) && !slices.Contains([]string{"actor", "wish", "person", "named", "sides"}, class)
}

// isOfClass reports whether a token belongs to a class of the table; "actor" is
// whoever is in the cast, and the name of a type of event is what has a construction
// of that type.
func isOfClass(x *text, token int, class string) bool {
	switch {
	case class == "actor":
		m := x.actors.Mention(token)
		return x.actors.Describe(token) >= 0 || m != nil && m.Pair != nil || x.actors.Territory(token) >= 0
	case class == "wish":
		return isWish(x, token)
	case class == "person":
		return isPersonal(x, token)
	case class == "sides":
		return differentSides(x, parties(x, token))
	case class == "named":
		a := actorAt(x, token)
		return a.some() && x.actors.Actor(a.actor).Kind == rapporteur.Person
	case unicode.IsUpper(rune(class[0])):
		f := constructionOf(x, token)
		return f != nil && f.plover.Type == class
	}
	words, known := x.lexicon.classes[class]
	if !known {
		return slices.ContainsFunc(kernelOf(x, token), func(k int) bool { return lower(x.doc.Tokens[k].Lemma) == class })
	}
	for _, k := range kernelOf(x, token) {
		for _, key := range spellings(x, k) {
			if words[key] {
				return true
			}
		}
	}
	return false
}

// blames reports whether a frame tells what a speaker holds against the subject
// of his words: "said Oslo had broken the pact".
func (f *construction) blames() bool {
	return slices.Contains(f.actor, "speaker") && (slices.Contains(f.recipient, "subj") || slices.Contains(f.recipient, "topic"))
}

// negates reports whether a frame's meaning is that of its word with a negation:
// who does not agree rejects.
func (f *construction) negates() bool {
	return slices.ContainsFunc(f.needs, func(d constraint) bool { return !d.not && slices.Contains(d.places, "neg") })
}

func newEventLexicon(codes *ontology.Ontology) eventLexicon {
	return eventLexicon{codes: codes, constructions: map[string][]construction{}, classes: map[string]map[string]bool{}, lights: map[string][]string{}, acts: map[string]construction{}, moods: map[string]rapporteur.Modality{}, hedges: map[string]bool{}, openers: map[string]bool{}, types: map[string]typeTraits{}, contexts: map[string][]string{}}
}
