package rules

import (
	"strings"

	"rapporteur"
	"rapporteur/frames"
)

// eventFrames gives the events of a text.
func eventFrames(x *text) []frames.Frame {
	var out []frames.Frame
	found := eventsIn(x)
	for k := range found {
		if len(found[k].actors) > 0 && found[k].modality != "" {
			out = append(out, eventFrame(x, &found[k]))
		}
	}
	return out
}

func eventFrame(x *text, d *event) frames.Frame {
	b := newFrame(frames.Event, d.plover.Type, d.trigger, d.rule)
	b.point(frames.Agent, d.actors...)
	b.point(frames.Patient, d.recipients...)
	b.pointAt(frames.Place, placeOf(x, d.trigger))
	b.date(dateOf(x, d.trigger))
	b.claimedBy(d.claimedBy)
	if d.modality != rapporteur.Happened {
		b.Set(frames.Modality, string(d.modality))
	}
	b.Set(frames.EventMode, string(d.plover.Mode))
	b.Set(frames.Cameo, string(d.cameo))
	b.Set(frames.Hedge, hedgeOf(x, d.trigger))
	b.Set(frames.Contexts, strings.Join(contextsOf(x, d), ","))
	if x.lexicon.types[d.plover.Type].open {
		b.Set(frames.About, contentVerb(x, d.trigger))
	}
	return b.Frame
}
