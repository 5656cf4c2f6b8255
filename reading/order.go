package reading

import (
	"slices"

	"rapporteur"
	"rapporteur/entities"
)

// mentionOrder is what is asked of the mentions of a report as a whole, found once.
type mentionOrder struct {
	// mentioned are the actors that have a mention, introduced the heads of their
	// first ones that are no pronouns.
	mentioned  map[int]bool
	introduced map[int]int
	// states are the actors that are states, by their ids.
	states map[string]int
	// ofSide are the mentions of those who act for a side, in the order of their heads.
	ofSide map[string][]sideMention
}

// sideMention is a mention, by its place among all, of who acts for a side: of those
// whose heads come no later the last one.
type sideMention struct{ head, place, actor int }

func orderOf(l *links) mentionOrder {
	o := mentionOrder{map[int]bool{}, map[int]int{}, map[string]int{}, map[string][]sideMention{}}
	for i := range l.cast.Mentions {
		m := &l.cast.Mentions[i]
		if m.Actor < 0 {
			continue
		}
		o.mentioned[m.Actor] = true
		if _, known := o.introduced[m.Actor]; !known && m.Form != entities.ByPronoun {
			o.introduced[m.Actor] = m.Head
		}
		side := l.Actor(m.Actor).Side()
		o.ofSide[side] = append(o.ofSide[side], sideMention{m.Head, i, m.Actor})
	}
	for _, all := range o.ofSide {
		slices.SortStableFunc(all, func(a, b sideMention) int { return a.head - b.head })
		for i := 1; i < len(all); i++ {
			if before := all[i-1]; before.place > all[i].place {
				all[i].place, all[i].actor = before.place, before.actor
			}
		}
	}
	for i := range l.cast.Actors {
		if a := &l.cast.Actors[i]; a.Kind == rapporteur.State && l.cast.Entered(i) {
			if _, known := o.states[a.ID]; !known {
				o.states[a.ID] = i
			}
		}
	}
	return o
}

// lastOf gives who acts for a side in its last mention before a token, -1 for nobody.
func (o *mentionOrder) lastOf(side string, token int) int {
	all := o.ofSide[side]
	n, _ := slices.BinarySearchFunc(all, token, func(m sideMention, token int) int { return m.head - token })
	if n == 0 {
		return -1
	}
	return all[n-1].actor
}
