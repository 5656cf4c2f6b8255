package reading

import (
	"rapporteur"
	"rapporteur/language/syntax"
	"rapporteur/table"
	"slices"
)

// utterance is what saying that a deed will, or will not, be done amounts to.
type utterance struct {
	own      bool
	modality rapporteur.Modality
	types    []string
	frame
}

// addUtterance reads a row of utterances.tsv.
func (t *eventTables) addUtterance(r table.Row) {
	u := utterance{own: r.Get("whose") == "own", modality: rapporteur.Modality(r.Get("modality")), types: r.List("types")}
	u.plover = rapporteur.Plover{Type: r.Get("type"), Mode: role(r, "mode")}
	u.cameo = role(r, "cameo")
	u.complete(t.codes)
	t.utterances = append(t.utterances, u)
}

// utter turns what a party says that will or will not be done into the event
// that saying so is: a promise, a threat, a refusal, an accusation. It reports
// whether there is one.
func (r *reading) utter(d *deed) bool {
	speaker := d.claimedBy
	if !r.party(speaker) || r.doc.Tokens[d.trigger].UPOS != "VERB" || d.modality == rapporteur.Denied && syntax.MoodOf(r.doc, d.trigger) == "" {
		return false
	}
	if d.plover.Type == "SUPPORT" && syntax.MoodOf(r.doc, d.trigger) == "" {
		return false // "will do its job to uphold" promises no support
	}
	own := r.sharesSide(speaker, d.actors)
	for k := range r.tables.utterances {
		u := &r.tables.utterances[k]
		if u.own != own || u.modality != d.modality || !slices.Contains(u.types, d.plover.Type) {
			continue
		}
		if !own {
			d.recipients = d.actors
			d.actors = []int{speaker}
		} else if len(d.recipients) == 0 {
			d.recipients = r.partiesIn(d.trigger, d.actors)
		}
		if u.plover.Type != d.plover.Type {
			d.modality = rapporteur.Happened // a concession said to come is still to come
		}
		d.frame, d.claimedBy, d.rule = &u.frame, -1, "word given in a statement"
		return true
	}
	return false
}
