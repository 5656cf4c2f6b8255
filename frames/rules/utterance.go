package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/language/syntax"
)

// utterance is what saying that a deed will, or will not, be done amounts to.
type utterance struct {
	own      bool
	modality rapporteur.Modality
	types    []string
	construction
}

// asUtterance turns what a party says that will or will not be done into the event
// that saying so is: a promise, a threat, a refusal, an accusation. It reports
// whether there is one.
func asUtterance(x *text, d *event) bool {
	speaker := d.claimedBy
	if !isParty(x, speaker) || x.doc.Tokens[d.trigger].UPOS != "VERB" || d.modality == rapporteur.Denied && syntax.MoodOf(x.doc, d.trigger) == "" {
		return false
	}
	if d.plover.Type == "SUPPORT" && syntax.MoodOf(x.doc, d.trigger) == "" {
		return false // "will do its job to uphold" promises no support
	}
	own := sharesSide(x, speaker, d.actors)
	for k := range x.lexicon.utterances {
		u := &x.lexicon.utterances[k]
		if u.own != own || u.modality != d.modality || !slices.Contains(u.types, d.plover.Type) {
			continue
		}
		if !own {
			d.recipients = d.actors
			d.actors = []referent{speaker}
		} else if len(d.recipients) == 0 {
			d.recipients = partiesUnder(x, d.trigger, d.actors)
		}
		if u.plover.Type != d.plover.Type {
			d.modality = rapporteur.Happened // a concession said to come is still to come
		}
		d.construction, d.claimedBy, d.rule = &u.construction, nobody(), "word given in a statement"
		return true
	}
	return false
}
