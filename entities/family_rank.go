package entities

import "rapporteur/entities/knowledge"

// familyRanks tell whom a family name alone means.
type familyRanks struct{ *discourse }

// ranks order offices by how far their holders are known by family name alone.
var ranks = map[string]int{"head-of-state": 1, "head-of-government": 1, "supreme-leader": 1, "head-of-body": 2, "foreign-minister": 2, "crown-prince": 2, "foreign-policy-chief": 2, "defence-minister": 3, "national-security-adviser": 3, "special-envoy": 3, "chief-negotiator": 3, "group-leader": 3}

// wellKnown finds the known person whom a family name alone means on the day:
// the only one of the highest rank, of the gender that the title tells.
func (r familyRanks) wellKnown(n *personName, word string) *knowledge.Actor {
	people := r.base.Persons().ByFamily(word)
	if n.office >= 0 {
		if k := r.holder(r.offices.phrases[n.office]); k != nil {
			for _, p := range people {
				if p == k {
					return k
				}
			}
		}
	}
	var found *knowledge.Actor
	best, tie := rankNone, false
	for _, k := range people {
		if n.title.Gender != 0 && k.Gender != 0 && n.title.Gender != k.Gender {
			continue
		}
		if r.byGivenName(n) && !styleTitles(r).goesBy(k, n.address, word) {
			continue
		}
		switch at := r.rank(k, len(people) <= fewBearers); {
		case at < best:
			found, best, tie = k, at, false
		case at == best:
			tie = true
		}
	}
	if tie {
		return nil
	}
	return found
}

// Ranks behind those of the table: any office, held by the bearer of a family
// name that few have, and the first offices of a state, held before.
const (
	rankAnyOffice = iota + 4
	rankFormer
	rankNone
)

// rankSecretaryGeneral is the rank of the head of the United Nations, whom a family name
// means before any head of state.
const rankSecretaryGeneral = -1

// fewBearers is the number of known bearers up to which a family name alone says who
// is meant, though the office be low or past.
const fewBearers = 3

// rank is the best rank of a person's offices on the day; seldom says that few
// have the family name.
func (r familyRanks) rank(k *knowledge.Actor, seldom bool) int {
	best := rankNone
	for _, t := range k.Terms {
		at := ranks[t.Office]
		if t.Office == "head-of-body" && t.For == "UN" {
			at = rankSecretaryGeneral
		}
		switch {
		case t.Holds(r.day) && at != 0:
			best = min(best, at)
		case t.Holds(r.day) && seldom:
			best = min(best, rankAnyOffice)
		case seldom && at == 1 && r.day != "" && t.From <= r.day:
			best = min(best, rankFormer)
		}
	}
	return best
}
