package export

import (
	"crypto/sha256"
	"encoding/hex"

	"rapporteur/service"
)

// BriefEdit is what a person made of a line of a brief: took it out, or gave it other
// words, which are marked as hers.
type BriefEdit struct {
	Drop      bool
	Words, By string
}

// key names a line by its section and its words, so that an edit holds for the line it
// was made of and for no other.
func (i *pageItem) key(in service.SectionID) string {
	sum := sha256.Sum256([]byte(i.lead + "\x00" + i.rest + "\x00" + i.ids))
	return string(in) + "-" + hex.EncodeToString(sum[:6])
}

// edited is a line as a person left it, false for one that was taken out.
func (b *Brief) edited(in service.SectionID, item pageItem) (pageItem, bool) {
	e, ok := b.Edits[item.key(in)]
	switch {
	case !ok:
		return item, true
	case e.Drop:
		return item, false
	case e.Words != "":
		item.lead, item.rest = "", e.Words
		item.facts = []string{"words of " + firstOf(e.By, "the officer")}
	}
	return item, true
}
