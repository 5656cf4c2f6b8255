package entities

import (
	"sort"

	"rapporteur"
	"rapporteur/entities/knowledge"
)

// rolesOn gives the offices that a person holds on a day, or is presumed to hold.
func rolesOn(base *knowledge.Base, k *knowledge.Actor, day string) []rapporteur.Role {
	var roles []rapporteur.Role
	for _, t := range k.TermsOn(day) {
		roles = append(roles, roleIn(base, t))
	}
	sort.SliceStable(roles, func(i, j int) bool { return weight(k, roles[i]) < weight(k, roles[j]) })
	for _, t := range base.Terms().PresumedOn(k, day) {
		r := roleIn(base, t)
		r.Presumed = true
		roles = append(roles, r)
	}
	return roles
}

// roleIn gives the office of a term as the contract has it.
func roleIn(base *knowledge.Base, t *knowledge.Term) rapporteur.Role {
	r := rapporteur.Role{Office: t.Office, For: rapporteur.Text(t.For)}
	if o := base.Offices().Of(t.Office, t.For); o != nil {
		r.Office, r.Sector = o.Title, rapporteur.Text(o.Sector)
	}
	return r
}

// weight puts offices of a person's own state before those of parties and
// other bodies.
func weight(k *knowledge.Actor, r rapporteur.Role) int {
	if string(r.For) == k.State {
		return 0
	}
	return 1
}

// forWhom gives whom an actor acts for: itself for a state or body, the state
// of an organ, the state or body of a person's first office.
func forWhom(k *knowledge.Actor, roles []rapporteur.Role) string {
	switch k.Kind {
	case rapporteur.Person:
		if len(roles) > 0 {
			return string(roles[0].For)
		}
		return ""
	case rapporteur.Organisation:
		if k.Part != "" {
			return k.Part
		}
		if k.State != "" && k.Sector != "media" && k.Sector != "business" && k.Sector != "civil society" {
			return k.State
		}
	}
	return k.ID
}

// official reports whether who holds an office of a sector speaks for the state
// or body: a minister does, an analyst or a journalist does not.
func official(sector rapporteur.Text) bool {
	switch sector {
	case "government", "military", "legislature", "international", "armed group", "party", "judiciary":
		return true
	}
	return false
}
