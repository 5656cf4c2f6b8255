package rules

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/table"
)

// addContext reads a row of context_words.tsv.
func (t *eventLexicon) addContext(r table.Row) {
	for _, w := range r.List("words") {
		t.contexts[w] = append(t.contexts[w], r.Get("context"))
	}
}

// addFrame reads a row of frames.tsv.
func (t *eventLexicon) addFrame(r table.Row) {
	f := construction{
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
		t.constructions[words[0]] = append(t.constructions[words[0]], f)
	}
}

func (t *eventLexicon) addType(r table.Row) {
	yes := func(column string) bool { return r.Get(column) == "yes" }
	t.types[r.Get("type")] = typeTraits{yes("spoken"), yes("open"), yes("pointed"), yes("bodily"), yes("tried"), yes("official")}
}

// addAct reads a row of acts.tsv: the event that a kind of saying is.
func (t *eventLexicon) addAct(r table.Row) {
	f := construction{
		cameo: role(r, "cameo"), recipient: r.List("recipient"),
		plover: rapporteur.Plover{Type: r.Get("type"), Mode: role(r, "mode")},
	}
	f.complete(t.codes)
	t.acts[r.Get("act")] = f
}

func (t *eventLexicon) addLight(r table.Row) {
	words := strings.Fields(r.Get("verb"))
	t.lights[words[0]] = append(t.lights[words[0]], strings.Join(words[1:], " "))
}

// addClass reads a row of frame_classes.tsv.
func (t *eventLexicon) addClass(r table.Row) {
	class := map[string]bool{}
	for _, w := range r.List("words") {
		class[w] = true
	}
	t.classes[r.Get("class")] = class
}

// addStance reads a row of stances.tsv.
func (t *lexicon) addStance(r table.Row) {
	t.stances[r.Get("word")] = append(t.stances[r.Get("word")], stanceWord{pos: r.Get("pos"), stance: rapporteur.Stance(r.Get("stance")), denied: r.Get("negated") == "yes"})
}

// addRedLine reads a row of red_lines.tsv.
func (t *lexicon) addRedLine(r table.Row) {
	t.redLines = append(t.redLines, strings.Fields(r.Get("words")))
}

func (t *lexicon) addEncounter(r table.Row) {
	w := meetingWord{kind: r.Get("kind"), subject: role(r, "subject"), object: role(r, "object"), with: role(r, "with"), to: role(r, "to"), persons: r.Get("persons") == "yes", alone: r.Get("persons") == "none", needs: r.List("needs")}
	if r.Get("persons") == "officials" {
		t.sightings[r.Get("word")] = w
		return
	}
	if r.Get("pos") == "verb" {
		t.verbs[r.Get("word")] = w
		return
	}
	t.nouns[r.Get("word")] = w
}

func (t *lexicon) addMeetingVerb(r table.Row) {
	words := strings.Fields(r.Get("verb")) // "call off" stands before "call"
	t.meetingVerbs[words[0]] = append(t.meetingVerbs[words[0]], meetingVerb{words[1:], role(r, "role"), rapporteur.Presence(role(r, "presence")), rapporteur.Status(role(r, "status")), r.Get("part") == "yes"})
	slices.SortStableFunc(t.meetingVerbs[words[0]], func(a, b meetingVerb) int { return len(b.rest) - len(a.rest) })
}

// addExclusion reads a row of exclusions.tsv.
func (t *lexicon) addExclusion(r table.Row) {
	words := strings.Fields(r.Get("word"))
	w := exclusionWord{rest: words[1:], pos: r.Get("pos"), left: r.List("left"), presence: rapporteur.Presence(r.Get("presence")), needs: r.Get("needs")}
	w.negated, w.refusal = r.Get("negated") == "yes", r.Get("negated") == "refused"
	w.near, w.alone = r.Get("near") == "yes", r.Get("alone") == "yes"
	if r.Get("from") != "-" {
		w.from = r.List("from")
	}
	t.exclusions[words[0]] = append(t.exclusions[words[0]], w)
}

// addUtterance reads a row of utterances.tsv.
func (t *eventLexicon) addUtterance(r table.Row) {
	u := utterance{own: r.Get("whose") == "own", modality: rapporteur.Modality(r.Get("modality")), types: r.List("types")}
	u.plover = rapporteur.Plover{Type: r.Get("type"), Mode: role(r, "mode")}
	u.cameo = role(r, "cameo")
	u.complete(t.codes)
	t.utterances = append(t.utterances, u)
}

// role reads a cell in which - is nothing.
func role(r table.Row, column string) rapporteur.Text {
	if v := r.Get(column); v != "-" {
		return rapporteur.Text(v)
	}
	return ""
}
