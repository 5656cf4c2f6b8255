package reading

import (
	"maps"
	"slices"

	"rapporteur/frames"
)

// Precedence says which reader of frames is believed where both find something.
type Precedence uint8

// The ways to read a kind of frame.
const (
	// RulesFirst takes what rules find, and from the model what they do not.
	RulesFirst Precedence = iota
	// ModelFirst takes what the model finds, and from rules what it does not.
	ModelFirst
	RulesAlone
	ModelAlone
	// Weighed takes what both find, and of that what is likely (weigh.go).
	Weighed
)

// precedences are those that read the annotated reports of development best: the rules
// of meetings are more often right where they find something, the model of statements
// and positions, and deeds of both are weighed.
func precedences() map[frames.Kind]Precedence {
	return map[frames.Kind]Precedence{
		frames.Statement: ModelFirst, frames.Position: ModelAlone,
		frames.Meeting: RulesFirst, frames.Event: Weighed, frames.Absence: RulesFirst,
	}
}

// Preferring gives the same reader with another precedence for some kinds: to compare.
func (r *Reader) Preferring(p Precedence, kinds ...frames.Kind) *Reader {
	same := *r
	same.precedence = maps.Clone(r.precedence)
	for _, k := range kinds {
		same.precedence[k] = p
	}
	return &same
}

// byKind gives what the model and the rules find in the report but statements, as far
// as the budget goes.
func (r *reading) byKind(spent *spending) map[frames.Kind][]frames.Frame {
	ruled := r.ruled(spent)
	r.ruledEvents = ruled[frames.Event]
	out := map[frames.Kind][]frames.Frame{}
	for kind, found := range kinds(r.rules.Resolve(r.doc, r.found, r.said, r.links)) {
		switch r.precedence[kind] {
		case RulesFirst:
			believed, at := seated(r.links, ruled[kind], found)
			out[kind] = append(r.without(found, ruled[kind]), believed...)
			maps.Copy(r.seatedAt, at)
		case ModelFirst:
			out[kind] = append(r.without(ruled[kind], found), found...)
		case Weighed:
			out[kind] = slices.Concat(found, ruled[kind])
		case ModelAlone:
			out[kind] = found
		}
	}
	for kind, found := range ruled {
		if _, ok := out[kind]; !ok && r.precedence[kind] != ModelAlone {
			out[kind] = found
		}
	}
	for _, all := range out {
		slices.SortStableFunc(all, func(a, b frames.Frame) int { return a.Trigger - b.Trigger })
	}
	return out
}

// ruled gives what rules find.
func (r *reading) ruled(spent *spending) map[frames.Kind][]frames.Frame {
	var all []frames.Frame
	for _, reader := range r.rules.Of(r.said, r.links) {
		if spent.over() {
			break
		}
		found, err := reader.Read(spent.ctx, r.doc)
		if err != nil {
			break // the context is over, which Read reports
		}
		all = append(all, found...)
	}
	return kinds(all)
}

// kinds parts frames by their kind; statements are left out.
func kinds(all []frames.Frame) map[frames.Kind][]frames.Frame {
	out := map[frames.Kind][]frames.Frame{}
	for _, f := range all {
		if f.Kind != frames.Statement {
			out[f.Kind] = append(out[f.Kind], f)
		}
	}
	return out
}

// without gives the frames that are not among those which are believed: these have one
// by the same word or one beside it, or of the type in the same sentence, where a
// sentence tells no more than one; it may tell what several want.
func (r *reading) without(found, believed []frames.Frame) []frames.Frame {
	bySentence := map[int][]*frames.Frame{}
	for i := range believed {
		s := r.doc.SentenceOf(believed[i].Trigger)
		bySentence[s] = append(bySentence[s], &believed[i])
	}
	var out []frames.Frame
	for _, f := range found {
		told := slices.ContainsFunc(bySentence[r.doc.SentenceOf(f.Trigger)], func(o *frames.Frame) bool {
			away := o.Trigger - f.Trigger
			return away*away <= adjacent*adjacent || o.Type == f.Type && f.Kind != frames.Position
		})
		if !told {
			out = append(out, f)
		}
	}
	return out
}
