package record

import (
	"slices"
	"strconv"
)

// alikeWords is the share of words in common from which the evidence of an entry
// still stands in another version of the article.
const alikeWords = 0.6

// carryOver has the corrections of the other versions of an article hold in the one
// that counts, wherever the words stand that they are about. Where they do not, the
// correction is one to be looked at again (see Corrections).
func (b *batch) carryOver(group []*ReportRow, head *ReportRow) error {
	for _, r := range group {
		if r != head {
			if err := b.carry(r, head); err != nil {
				return err
			}
		}
	}
	return nil
}

// carryFrom is carryOver from a version that goes.
func (b *batch) carryFrom(leaving *ReportRow, rest []*ReportRow) error {
	for _, r := range rest {
		if leaving != nil && r.SupersededBy == "" {
			if err := b.carry(leaving, r); err != nil {
				return err
			}
		}
	}
	return nil
}

// carry has the corrections of one version hold in another.
func (b *batch) carry(from, to *ReportRow) error {
	there, err := b.corrections.of(from.TextID())
	if err != nil || len(there) == 0 || sameText(from, to) {
		return err
	}
	old, err := b.everyPiece(from)
	if err != nil {
		return err
	}
	now, err := b.of(to)
	if err != nil {
		return err
	}
	var over []Correction
	for _, c := range there {
		for _, a := range slices.Concat(c.Targets, c.Others) {
			if a.Report != from.ID {
				continue
			}
			p := heirOf(a, c.Kind, old, now)
			if p == nil && c.Action == Missed && !slices.ContainsFunc(c.Targets, func(t Address) bool { return t.Report == to.ID }) {
				there, err := additions{b}.carryTo(c, a, to)
				if err != nil {
					return err
				}
				if there != nil {
					over = append(over, *there)
				}
				continue
			}
			if p == nil || slices.Contains(p.of, c) {
				continue
			}
			over = append(over, Correction{At: b.at, Entry: c.Entry, Kind: c.Kind, Action: Carry,
				Value: strconv.FormatInt(c.ID, 10), Targets: addresses([]*piece{p}), Others: []Address{a}})
			if err := b.leave(p); err != nil {
				return err
			}
		}
	}
	for i := range over {
		if err := b.append(&over[i]); err != nil {
			return err
		}
	}
	if len(over) == 0 {
		return nil
	}
	return b.enter(to)
}

// everyPiece gives the pieces of all readings of a report, the last ones last.
func (b *batch) everyPiece(r *ReportRow) ([]*piece, error) {
	rows, err := b.tx.MembersOf(r.Number)
	if err != nil {
		return nil, err
	}
	return b.decode(rows)
}

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

func wordSet(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range wordsOf(text) {
		out[w] = true
	}
	return out
}

// share is the part of all members of two sets that both have (Jaccard).
func share(a, b map[string]bool) float64 {
	both := 0
	for k := range a {
		if b[k] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(a)+len(b)-both))
}
