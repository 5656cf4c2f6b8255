package reading

import (
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/rules"
)

// wishes are the positions of a report so far, by who holds them.
type wishes map[string][]*wish

// wish is a position with what is asked of it again and again.
type wish struct {
	position int
	words    []string
	shown    map[rapporteur.Span]bool
}

// wishesBack is how many wishes of one actor a further mention looks back over: far
// more than a report tells of, so that a list of thousands is not compared each with
// each.
const wishesBack = 100

func (w wishes) add(r *reading, position int) {
	p := &r.out.Positions[position]
	one := &wish{position, rules.ContentWords(p.Proposal), map[rapporteur.Span]bool{}}
	for _, e := range p.Evidence {
		one.shown[e] = true
	}
	w[p.Actor] = append(w[p.Actor], one)
}

// retold reports whether the same actor's stance on the same words stands
// already, and adds the sentence to what shows it.
func (r *reading) retold(told wishes, f *frames.Frame, holder int) bool {
	evidence := r.doc.Span(around(r.doc, f.Trigger))
	words := rules.ContentWords(r.doc.Words(proposalOf(r.doc, f)))
	of := told[r.links.Actor(holder).ID]
	for _, w := range of[max(0, len(of)-wishesBack):] {
		if !sameProposal(w.words, words) {
			continue
		}
		if w.shown[evidence] {
			return true
		}
		if p := &r.out.Positions[w.position]; p.Stance == stanceOf(f) {
			p.Evidence, w.shown[evidence] = append(p.Evidence, evidence), true
			if claimOf(r.links, f, holder) == "" {
				p.ClaimedBy = "" // the party or the reporter says so as well
			}
			return true
		}
	}
	return false
}

// sameProposal reports whether the words of two proposals are those of one, told twice:
// the content words of the shorter one are in the other.
func sameProposal(x, y []string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) > 0 && !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}
