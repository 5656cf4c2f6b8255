package record

import "slices"

// heirOf gives the piece of another version that has the words of an address: the
// one most like what the address means, unless that is more like something else of
// the old version. It is nil where nothing is like it.
func heirOf(a Address, kind Kind, old, now []*piece) *piece {
	at := -1
	for i, p := range old {
		if p.row.Kind == kind && slices.Contains(p.ids(), a.Member) {
			at = i
		}
	}
	if at < 0 {
		return nil
	}
	meant := old[at]
	heir := mostAlike(meant, now)
	if heir == nil {
		return nil
	}
	if back := mostAlike(heir, slices.DeleteFunc(slices.Clone(old), func(p *piece) bool { return p.row.Stale && p != meant })); likeness(heir, back) > likeness(heir, meant) {
		return nil
	}
	return heir
}

// mostAlike gives the piece that is most like another, nil where none is.
func mostAlike(p *piece, among []*piece) *piece {
	var out *piece
	best := 0.0
	for _, o := range among {
		if l := likeness(p, o); l > best {
			out, best = o, l
		}
	}
	return out
}

// likeness is how much two pieces of two versions are alike: in their words first of
// all, then in what was read from them. It is 0 for different words.
func likeness(a, b *piece) float64 {
	if a.row.Kind != b.row.Kind {
		return 0
	}
	words := share(wordSet(said(a.Evidence())), wordSet(said(b.Evidence())))
	if words < alikeWords {
		return 0
	}
	return words + share(a.marks(), b.marks())/4
}

// marks are the actors of a piece and what tells it from others in the same words.
func (p *piece) marks() map[string]bool {
	out := map[string]bool{}
	for _, id := range p.actors() {
		out["actor "+id] = true
	}
	what := ""
	switch c := p.Content; {
	case c.Position != nil:
		what = c.Position.Proposal + " " + string(c.Position.Stance)
	case c.Statement != nil:
		what = said(c.Statement.Content)
	case c.Meeting != nil:
		what = c.Meeting.Kind + " " + string(c.Meeting.Status) + " " + string(c.Meeting.Date)
	case c.Event != nil:
		what = c.Event.Plover.Type + " " + string(c.Event.Modality) + " " + string(c.Event.Date)
	case c.Notice != nil:
		what = c.Notice.Kind
	}
	for w := range wordSet(what) {
		out[w] = true
	}
	return out
}

// heir gives the id of the entry that an address means now, its own where that is
// still there or nothing has its words.
func heir(a Address, kind Kind, all []Content) string {
	best, most := a.Member, 0.0
	for _, c := range all {
		k, id := c.kind(a.Report)
		if k != kind {
			continue
		}
		if id == a.Member {
			return id
		}
		for _, e := range c.Evidence() {
			both := min(e.End, a.End) - max(e.Start, a.Start)
			whole := max(e.End, a.End) - min(e.Start, a.Start)
			if share := float64(both) / float64(max(1, whole)); share > most {
				best, most = id, share
			}
		}
	}
	return best
}
