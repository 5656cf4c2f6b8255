package reading

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/learned"
	"rapporteur/frames/rules"
)

// agreeing gives the rule by which a deed that the model finds is found as well, of the
// same side and to the same one in its sentence; empty for none.
func agreeing(r *reading, d *deed) string {
	if rules.Earlier(r.doc, d.Trigger) {
		return ""
	}
	at := r.doc.SentenceOf(d.Trigger)
	for i := range r.ruledEvents {
		f := &r.ruledEvents[i]
		away := f.Trigger - d.Trigger
		if byModel(f) == byModel(d.Frame) || r.doc.SentenceOf(f.Trigger) != at || !alike(f.Type, d.Type) || away*away > 4*adjacent*adjacent {
			continue
		}
		if shareSide(r.links, likeliest(r.links, f, frames.Agent), d.agents) && shareSide(r.links, likeliest(r.links, f, frames.Patient), d.patients) {
			return f.Maker
		}
	}
	return ""
}

// modelToo is what confirms a meeting that a rule finds and the model too, by the same word
// or one beside it; empty for none.
func modelToo(r *reading, m *meetingMention) string {
	if m.rule == learned.Maker {
		return ""
	}
	for i := range r.found {
		f := &r.found[i]
		away := f.Trigger - m.trigger
		if f.Kind == frames.Meeting && away*away <= adjacent*adjacent {
			return learned.Maker
		}
	}
	return ""
}

// confirm names beside the rule of an entry another way of reading that gives it too.
func confirm(b *rapporteur.Basis, by string) {
	if by != "" {
		b.Rule += rapporteur.AndBy + by
	}
}
