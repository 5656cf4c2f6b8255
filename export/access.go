package export

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/access"
)

// Users lists who may log in, with their roles at desks.
func Users(all []access.User, grants []access.Grant) *Listing {
	l := &Listing{Columns: []string{"name", "role", "made", "changed", "desks"}, None: "There is no user; `rapporteur users add` adds one."}
	for _, u := range all {
		at := rolesAt(grants, u.Name)
		l.Values = append(l.Values, struct {
			access.User
			Desks map[string]access.Role `json:"desks,omitempty"`
		}{u, at})
		l.Rows = append(l.Rows, []string{u.Name, string(u.Role), stamp(u.Made), stamp(u.Changed), rolesText(at)})
		l.Items = append(l.Items, Item{Head: facts(u.Name, string(u.Role), "added "+stamp(u.Made), "changed "+stamp(u.Changed), rolesText(at))})
	}
	return l
}

// rolesAt are the roles of a holder by desk.
func rolesAt(grants []access.Grant, holder string) map[string]access.Role {
	out := map[string]access.Role{}
	for _, g := range grants {
		if g.Holder == holder {
			out[g.Namespace] = g.Role
		}
	}
	return out
}

// rolesText is roles by desk in a line, nothing for none.
func rolesText(at map[string]access.Role) string {
	var out []string
	for _, desk := range slices.Sorted(maps.Keys(at)) {
		out = append(out, string(at[desk])+" at "+desk)
	}
	return strings.Join(out, ", ")
}

// Keys lists the keys of programs with their roles at desks, and which of them open at a
// time.
func Keys(all []access.Key, grants []access.Grant, now time.Time) *Listing {
	l := &Listing{Columns: []string{"id", "name", "role", "made", "ends", "revoked", "desks"}, None: "There is no key; `rapporteur keys add` makes one."}
	for _, k := range all {
		at := rolesAt(grants, access.KeyHolder(k.ID))
		l.Values = append(l.Values, struct {
			access.Key
			Desks map[string]access.Role `json:"desks,omitempty"`
		}{k, at})
		l.Rows = append(l.Rows, []string{k.ID, k.Name, string(k.Role), stamp(k.Made), stamp(k.Ends), stamp(k.Revoked), rolesText(at)})
		standing := "does not end"
		switch {
		case !k.Revoked.IsZero():
			standing = "revoked " + stamp(k.Revoked)
		case !k.Good(now):
			standing = "ended " + stamp(k.Ends)
		case !k.Ends.IsZero():
			standing = "ends " + stamp(k.Ends)
		}
		l.Items = append(l.Items, Item{Entry: k.ID, Head: facts(k.Name, string(k.Role), "made "+stamp(k.Made), standing, rolesText(at))})
	}
	return l
}

// Trail lists who did what.
func Trail(lines []access.Line) *Listing {
	l := &Listing{Columns: []string{"number", "at", "who", "address", "what", "about"}, None: "Nothing in the trail matches."}
	for _, one := range lines {
		l.Values = append(l.Values, one)
		l.Rows = append(l.Rows, []string{strconv.FormatInt(one.Number, 10), stamp(one.At), one.Who, one.Address, string(one.What), one.About})
		who := one.Who
		if who == "" {
			who = "somebody at this machine"
		}
		head := facts(stamp(one.At), who, string(one.What), one.About)
		if one.Address != "" {
			head = facts(head, "from "+one.Address)
		}
		l.Items = append(l.Items, Item{Head: head})
	}
	return l
}

// stamp is a time as lists have it, nothing for none.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
