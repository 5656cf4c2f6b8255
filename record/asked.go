package record

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// asked is what the making of a layer has asked of the shared record. Carrying corrections
// out is a matter of these answers alone: where they are the same, so is the layer.
type asked struct {
	// reports, entries and groups are asked for by name, the others by number.
	reports, entries          map[string]bool
	rows, bodies, of          map[int64]bool
	members, in, minted, past map[int64]bool
	superseded                map[int64]bool
	groups                    map[Grouping]map[string]bool
	owners                    map[Space]map[uint64]bool
	terms                     map[Term]bool
	queries                   map[string]Query
	things, actors            map[string]bool
	// open says that something was asked that is not followed here: nobody knows whether
	// the layer is the same.
	open bool
}

// note adds what is asked for to what was.
func note[K comparable](to *map[K]bool, some ...K) {
	if *to == nil {
		*to = map[K]bool{}
	}
	for _, one := range some {
		(*to)[one] = true
	}
}

// noteIn is note for one of several kinds.
func noteIn[S, K comparable](to *map[S]map[K]bool, kind S, some []K) {
	if *to == nil {
		*to = map[S]map[K]bool{}
	}
	all := (*to)[kind]
	note(&all, some...)
	(*to)[kind] = all
}

// clone is one to which more can be added.
func (a *asked) clone() *asked {
	c := *a
	for _, to := range []*map[string]bool{&c.reports, &c.entries, &c.things, &c.actors} {
		*to = maps.Clone(*to)
	}
	for _, to := range []*map[int64]bool{&c.rows, &c.bodies, &c.of, &c.members, &c.in, &c.minted, &c.past, &c.superseded} {
		*to = maps.Clone(*to)
	}
	c.groups, c.owners, c.terms, c.queries = maps.Clone(c.groups), maps.Clone(c.owners), maps.Clone(c.terms), maps.Clone(c.queries)
	for k, v := range c.groups {
		c.groups[k] = maps.Clone(v)
	}
	for k, v := range c.owners {
		c.owners[k] = maps.Clone(v)
	}
	return &c
}

// answers tells in few bytes what a view answers to all that was asked, all of it at
// once; empty for what nobody knows.
func (a *asked) answers(v View) (string, error) {
	if a.open {
		return "", nil
	}
	sum := sha256.New()
	h := &answering{v, json.NewEncoder(sum)}
	for _, ask := range []func(*asked) error{h.reports, h.members, h.entries, h.found, h.others} {
		if err := ask(a); err != nil {
			return "", err
		}
	}
	return string(sum.Sum(nil)), nil
}

// answering asks again what was asked.
type answering struct {
	view View
	sum  *json.Encoder
}

// heard takes an answer in.
func heard[T any](h *answering, answer T, err error) error {
	if err != nil {
		return err
	}
	return h.sum.Encode(answer)
}

// sorted are the values of a set in order.
func sorted[K cmp.Ordered](set map[K]bool) []K { return slices.Sorted(maps.Keys(set)) }

func (h *answering) reports(a *asked) error {
	if len(a.reports) > 0 {
		all, err := h.view.ReportsNamed(sorted(a.reports)...)
		if err := heard(h, all, err); err != nil {
			return err
		}
	}
	if len(a.rows) > 0 {
		all, err := h.view.ReportRows(sorted(a.rows)...)
		if err := heard(h, all, err); err != nil {
			return err
		}
	}
	if len(a.bodies) > 0 {
		all, err := h.view.Bodies(sorted(a.bodies)...)
		if err := heard(h, all, err); err != nil {
			return err
		}
	}
	for _, of := range slices.Sorted(maps.Keys(a.groups)) {
		all, err := h.view.Group(of, sorted(a.groups[of])...)
		if err := heard(h, all, err); err != nil {
			return err
		}
	}
	return nil
}

// members asks for members without their bodies, which never change.
func (h *answering) members(a *asked) error {
	for _, space := range slices.Sorted(maps.Keys(a.owners)) {
		all, err := h.view.Owners(space, sorted(a.owners[space])...)
		if err := heard(h, all, err); err != nil {
			return err
		}
	}
	if len(a.of) > 0 {
		all, err := h.view.MembersOf(sorted(a.of)...)
		if err := heard(h, all, err); err != nil {
			return err
		}
	}
	if len(a.in) > 0 {
		all, err := h.view.MembersIn(time.Time{}, sorted(a.in)...)
		if err := heard(h, all, err); err != nil {
			return err
		}
	}
	if len(a.members) == 0 {
		return nil
	}
	all, err := h.view.Members(sorted(a.members)...)
	for i := range all {
		all[i] = head(all[i])
	}
	return heard(h, all, err)
}

func (h *answering) entries(a *asked) error {
	for _, id := range sorted(a.entries) {
		one, err := h.view.Entry(id)
		if err := heard(h, one, err); err != nil {
			return err
		}
	}
	if len(a.minted) > 0 {
		all, err := h.view.EntryRows(sorted(a.minted)...)
		if err := heard(h, all, err); err != nil {
			return err
		}
	}
	if len(a.superseded) > 0 {
		all, err := h.view.Superseded(sorted(a.superseded)...)
		if err := heard(h, all, err); err != nil {
			return err
		}
	}
	if len(a.past) == 0 {
		return nil
	}
	all, err := h.view.Changes(sorted(a.past)...)
	return heard(h, all, err)
}

// found asks which entries terms and queries find.
func (h *answering) found(a *asked) error {
	if len(a.terms) > 0 {
		terms := slices.SortedFunc(maps.Keys(a.terms), func(x, y Term) int {
			return cmp.Or(strings.Compare(x.Name, y.Name), strings.Compare(x.Value, y.Value))
		})
		all, err := h.view.Having(terms...)
		var counts []int
		for _, t := range terms {
			counts = append(counts, all[t])
		}
		if err := heard(h, counts, err); err != nil {
			return err
		}
	}
	if len(a.queries) == 0 {
		return nil
	}
	var queries []Query
	for _, name := range slices.Sorted(maps.Keys(a.queries)) {
		queries = append(queries, a.queries[name])
	}
	all, err := h.view.EntriesOfEach(queries...)
	return heard(h, all, err)
}

func (h *answering) others(a *asked) error {
	if len(a.things) > 0 {
		all, err := h.view.CorrectionsOf(sorted(a.things)...)
		if err := heard(h, all, err); err != nil {
			return err
		}
	}
	if len(a.actors) == 0 {
		return nil
	}
	all, err := h.view.Actors(sorted(a.actors)...)
	return heard(h, all, err)
}

// query notes a query, by what it asks.
func (a *asked) query(q Query) {
	if a.queries == nil {
		a.queries = map[string]Query{}
	}
	a.queries[fmt.Sprintf("%+v", q)] = q
}
