package reading

import (
	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/ontology"
	"rapporteur/table"
	"slices"
	"strings"
	"unicode"
)

// frame is a word that means an event in one construction.
type frame struct {
	rest      []string
	pos       string
	needs     []demand
	plover    rapporteur.Plover
	cameo     rapporteur.Text
	actor     []string
	recipient []string
}

// demand is what must, or must not, stand at one of some places beside the word.
type demand struct {
	places  []string
	not     bool
	classes []string
}

// eventTables are what the rules know of words for events.
type eventTables struct {
	codes  *ontology.Ontology
	frames map[string][]frame
	// classes are words of one sort, which frames ask for beside their own.
	classes map[string]map[string]bool
	// lights are verbs that carry a noun for a deed, with the preposition that
	// leads it in, empty for an object.
	lights map[string][]string
	// acts are what attributions do by saying it.
	acts map[string]frame
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

func newEventTables(codes *ontology.Ontology) eventTables {
	return eventTables{codes: codes, frames: map[string][]frame{}, classes: map[string]map[string]bool{}, lights: map[string][]string{}, acts: map[string]frame{}, moods: map[string]rapporteur.Modality{}, hedges: map[string]bool{}, openers: map[string]bool{}, types: map[string]typeTraits{}, contexts: map[string][]string{}}
}

// addFrame reads a row of frames.tsv.
func (t *eventTables) addFrame(r table.Row) {
	f := frame{
		pos: r.Get("pos"), cameo: role(r, "cameo"), actor: r.List("actor"), recipient: r.List("recipient"),
		plover: rapporteur.Plover{Type: r.Get("type"), Mode: role(r, "mode"), Contexts: r.List("contexts")},
	}
	f.complete(t.codes)
	for _, n := range r.List("needs") {
		f.needs = append(f.needs, parseDemand(n))
	}
	for _, w := range r.List("words") {
		words := strings.Fields(w)
		f.rest = words[1:]
		t.frames[words[0]] = append(t.frames[words[0]], f)
	}
}

// complete fills the cells that a row leaves empty.
func (f *frame) complete(o *ontology.Ontology) {
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
func parseDemand(cell string) demand {
	var d demand
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

func (t *eventTables) addType(r table.Row) {
	yes := func(column string) bool { return r.Get(column) == "yes" }
	t.types[r.Get("type")] = typeTraits{yes("spoken"), yes("open"), yes("pointed"), yes("bodily"), yes("tried"), yes("official")}
}

// addAct reads a row of acts.tsv: the event that a kind of saying is.
func (t *eventTables) addAct(r table.Row) {
	f := frame{
		cameo: role(r, "cameo"), recipient: r.List("recipient"),
		plover: rapporteur.Plover{Type: r.Get("type"), Mode: role(r, "mode")},
	}
	f.complete(t.codes)
	t.acts[r.Get("act")] = f
}

func (t *eventTables) addLight(r table.Row) {
	words := strings.Fields(r.Get("verb"))
	t.lights[words[0]] = append(t.lights[words[0]], strings.Join(words[1:], " "))
}

// addClass reads a row of frame_classes.tsv.
func (t *eventTables) addClass(r table.Row) {
	class := map[string]bool{}
	for _, w := range r.List("words") {
		class[w] = true
	}
	t.classes[r.Get("class")] = class
}

// frameOf gives the first frame of a word whose construction is there.
func (r *reading) frameOf(i int) *frame {
	t := r.doc.Tokens[i]
	if syntax.Attributive(r.doc, i) {
		return nil
	}
	for _, word := range r.spellings(i) {
		all := r.tables.frames[word]
		for k := range all {
			if f := &all[k]; f.speaks(t) && syntax.HasParticles(r.doc, i, f.rest) && r.meets(i, f.needs) {
				return f
			}
		}
	}
	return nil
}

// spellings gives the keys under which the tables may have a token: with what is
// joined to it by a hyphen, "cease-fire", by its lemma, and as it is written.
func (r *reading) spellings(i int) []string {
	t := r.doc.Tokens[i]
	keys := make([]string, 0, 3)
	if i >= 2 && r.doc.Tokens[i-1].Form == "-" && r.doc.Tokens[i-2].End == r.doc.Tokens[i-1].Start && r.doc.Tokens[i-1].End == t.Start {
		keys = append(keys, lower(r.doc.Tokens[i-2].Form)+"-"+lower(t.Lemma))
	}
	keys = append(keys, lower(t.Lemma))
	if form := lower(t.Form); form != keys[len(keys)-1] && (t.UPOS == "ADJ" || r.tables.frames[keys[len(keys)-1]] == nil) {
		keys = append(keys, form) // a present taken for a past has no lemma
	}
	return keys
}

// speaks reports whether a token is of the frame's part of speech. Verbs also
// head phrases as participles that a tagger takes for adjectives.
func (f *frame) speaks(t language.Token) bool {
	switch f.pos {
	case "verb":
		return t.UPOS == "VERB"
	case "adj":
		return t.UPOS == "ADJ" || t.UPOS == "VERB" && t.XPOS == "VBN"
	}
	return t.UPOS == "NOUN" || t.UPOS == "PROPN"
}

// meets reports whether everything that a frame asks for is there.
func (r *reading) meets(i int, needs []demand) bool {
	for _, d := range needs {
		if r.present(i, d) == d.not {
			return false
		}
	}
	return true
}

// present reports whether one of the tokens at the places is of one of the
// classes; where there are no classes, whether there is any.
func (r *reading) present(i int, d demand) bool {
	for _, place := range d.places {
		for _, at := range r.argumentAt(i, place) {
			if len(d.classes) == 0 || slices.ContainsFunc(d.classes, func(c string) bool {
				return r.isOf(at, c) && (place != "gov" || !r.plainLemma(c) || lower(r.doc.Tokens[at].Lemma) == c)
			}) {
				return true
			}
		}
	}
	return false
}

// plainLemma reports whether a class is a lemma that stands for itself.
func (r *reading) plainLemma(class string) bool {
	_, known := r.tables.classes[class]
	return !known && unicode.IsLower(rune(class[0])) && !slices.Contains([]string{"actor", "wish", "person", "named", "sides"}, class)
}

// isOf reports whether a token belongs to a class of the table; "actor" is
// whoever is in the cast, and the name of a type of event is what has a frame
// of that type.
func (r *reading) isOf(token int, class string) bool {
	switch {
	case class == "actor":
		m := r.cast.At(token)
		return r.cast.Describe(token) >= 0 || m != nil && m.Pair != nil || r.cast.Territory(token) >= 0
	case class == "wish":
		return r.wished(token)
	case class == "person":
		return r.personal(token)
	case class == "sides":
		return r.differentSides(r.parties(token))
	case class == "named":
		a := r.cast.ActorAt(token)
		return a >= 0 && r.cast.Actors[a].Kind == rapporteur.Person
	case unicode.IsUpper(rune(class[0])):
		f := r.frameOf(token)
		return f != nil && f.plover.Type == class
	}
	words, known := r.tables.classes[class]
	if !known {
		return slices.ContainsFunc(r.kernel(token), func(k int) bool { return lower(r.doc.Tokens[k].Lemma) == class })
	}
	for _, k := range r.kernel(token) {
		for _, key := range r.spellings(k) {
			if words[key] {
				return true
			}
		}
	}
	return false
}

// wished reports whether a clause tells what should be rather than what is: "that
// he leave", "that they must leave".
func (r *reading) wished(verb int) bool {
	if a := syntax.Auxiliary(r.doc, verb, "be"); a >= 0 && lower(r.doc.Tokens[a].Form) == "be" && syntax.MoodOf(r.doc, verb) == "" {
		return true // that they be freed
	}
	if syntax.Inverted(r.doc, verb) || r.ifs(verb) {
		return false // should they need help
	}
	if a := r.doc.Child(verb, "aux"); a >= 0 {
		return slices.Contains([]string{"must", "should", "need"}, r.doc.Tokens[a].Lemma)
	}
	return r.doc.Tokens[verb].XPOS == "VB" && !syntax.MarkedBy(r.doc, verb, "to")
}

// kernel gives the nouns that say what a phrase is: its head, what is joined to
// it or set before it, and behind a number or a group what it is of: "dozens of
// prisoners".
func (r *reading) kernel(token int) []int {
	out := []int{token}
	for c := range r.doc.Children(token) {
		t := r.doc.Tokens[c]
		switch {
		case t.Has("conj", "compound", "nmod:desc"):
			out = append(out, c)
		case t.Has("nmod") && syntax.HasPreposition(r.doc, c, "of") && r.tables.classes["amount"][r.doc.Tokens[token].Lemma]:
			out = append(out, c)
		}
	}
	return out
}

// argumentAt gives the tokens that stand at a place beside a word: subj and obj by
// meaning, not by form; a preposition; xcomp and ccomp for clauses; mod for
// what is set before a noun; poss and origin for whose it is; gov for the word
// that governs it.
func (r *reading) argumentAt(i int, place string) []int {
	if first, rest, path := strings.Cut(place, ">"); path {
		var out []int
		for _, t := range r.argumentAt(i, first) {
			out = append(out, r.argumentAt(t, rest)...)
		}
		return out
	}
	switch place {
	case "neg":
		return itself(i, syntax.Negated(r.doc, i))
	case "expl":
		return itself(i, r.doc.Child(i, "expl") >= 0 || r.doc.Tokens[i].Has("nsubj") && r.doc.Child(r.doc.Tokens[i].Head, "expl") >= 0)
	case "subj":
		return single(r.doer(i))
	case "obj":
		return single(r.done(i))
	case "iobj", "xcomp", "ccomp":
		return r.clauses(i, place)
	case "mod":
		return syntax.Dependents(r.doc, i, "compound", "amod", "nummod")
	case "poss":
		return syntax.Dependents(r.doc, i, "nmod:poss")
	case "gov":
		return single(r.doc.Tokens[i].Head)
	case "conj", "case":
		return syntax.Dependents(r.doc, i, place)
	case "second":
		all := syntax.Dependents(r.doc, i, "obj")
		return all[min(1, len(all)):]
	case "topic":
		subject, _, _ := r.arguments(i)
		if e := r.doc.Child(i, "expl"); subject < 0 && e >= 0 {
			if subject = e; r.cast.ActorAt(e) < 0 { // "says it is willing", taken for an empty subject
				subject = r.sourceOf(i)
			}
		}
		return single(subject)
	case "speaker":
		return single(r.sourceOf(i))
	case "self", "origin":
		return []int{i}
	}
	return r.phrasesWith(i, place)
}

func itself(token int, is bool) []int {
	if is {
		return []int{token}
	}
	return nil
}

func single(token int) []int {
	if token < 0 {
		return nil
	}
	return []int{token}
}

// clauses gives the clauses that a word governs: an infinitive is xcomp however
// it hangs, a clause with its own subject ccomp.
func (r *reading) clauses(i int, place string) []int {
	var out []int
	for c := range r.doc.Children(i) {
		t := r.doc.Tokens[c]
		infinitive := t.XPOS == "VB" && syntax.MarkedBy(r.doc, c, "to")
		switch {
		case place == "iobj" && (t.Has("iobj") || t.Has("obj") && r.given(i, c) >= 0),
			place == "xcomp" && (t.Has("xcomp") || infinitive && t.Has("advcl", "acl", "ccomp")),
			place == "ccomp" && (t.Has("ccomp") || t.Has("acl") && syntax.MarkedBy(r.doc, c, "that")) && !infinitive:
			out = append(out, c)
		}
	}
	return out
}

// phrasesWith gives what a preposition joins to a word, to its object, or to the
// verb that a noun is the object of.
func (r *reading) phrasesWith(i int, preposition string) []int {
	var out []int
	from := []int{i}
	if t := r.doc.Tokens[i]; t.UPOS == "VERB" {
		for _, o := range single(r.done(i)) {
			from = append(from, r.kernel(o)...)
		}
	} else if v := r.light(i); v >= 0 {
		from = append(from, v)
	}
	for _, h := range from {
		for c := range r.doc.Children(h) {
			t := r.doc.Tokens[c]
			if preposition == "with" && syntax.Comitative(r.doc, c) {
				continue
			}
			if t.Has("obl", "nmod", "advcl", "acl", "xcomp", "ccomp") && c > h && syntax.LedBy(r.doc, c, preposition) && !slices.Contains(out, c) {
				if o := r.doc.Child(c, "obj"); o == c+1 && t.XPOS == "VBG" && strings.HasPrefix(t.Lemma, "neighb") {
					c = o // from neighbouring Chad, taken for a verb
				}
				out = append(out, c)
			}
		}
	}
	return out
}

// blames reports whether a frame tells what a speaker holds against the subject
// of his words: "said Oslo had broken the pact".
func (f *frame) blames() bool {
	return slices.Contains(f.actor, "speaker") && (slices.Contains(f.recipient, "subj") || slices.Contains(f.recipient, "topic"))
}

// negates reports whether a frame's meaning is that of its word with a negation:
// who does not agree rejects.
func (f *frame) negates() bool {
	return slices.ContainsFunc(f.needs, func(d demand) bool { return !d.not && slices.Contains(d.places, "neg") })
}
