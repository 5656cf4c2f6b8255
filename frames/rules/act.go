package rules

import (
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// actEvents finds what speakers do by speaking, where no frame says it already:
// accuse, demand, refuse, promise. The words between their mark and the recipient
// are those of the cue.
func actEvents(x *text, taken map[int]bool) []event {
	var out []event
	for k := range x.statements {
		a := &x.statements[k]
		f, ok := x.lexicon.acts[a.Attribute(frames.Act)]
		if !ok || a.Head(frames.Source) < 0 || taken[frames.Cue(a)] || syntax.Questioned(x.doc, frames.Cue(a)) {
			continue
		}
		if d, ok := actEvent(x, a, &f); ok {
			out, taken[frames.Cue(a)] = append(out, d), true
		}
	}
	return out
}

func actEvent(x *text, a *frames.Frame, f *construction) (event, bool) {
	d := event{trigger: frames.Cue(a), construction: f, rule: "act of speaking", modality: cameAbout(x, frames.Cue(a), f.plover.Type), claimedBy: claimant(x, frames.Cue(a))}
	for _, i := range coordinated(x, a.Head(frames.Source), frames.Ranges(x.doc, a, frames.Content)...) {
		if isParty(x, i) {
			d.actors = append(d.actors, i)
		}
	}
	if syntax.Negated(x.doc, frames.Cue(a)) {
		return d, false
	}
	d.recipients = addresseesOf(x, a, d.actors)
	if len(d.recipients) == 0 {
		d.recipients = patientsOf(x, frames.Cue(a), f, d.actors)
	}
	settleClaim(x, &d)
	return d, len(d.actors) > 0 && len(d.recipients) > 0
}

// addresseesOf gives the parties that something is said to.
func addresseesOf(x *text, a *frames.Frame, speakers []referent) []referent {
	var out []referent
	for _, i := range coordinated(x, a.Head(frames.Addressee)) {
		if isParty(x, i) && !sharesSide(x, i, speakers) {
			out = append(out, i)
		}
	}
	return out
}
