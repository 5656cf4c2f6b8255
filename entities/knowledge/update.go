package knowledge

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/table"
)

// The tables that an update writes into a user's folder; the user's own stand beside
// them under other names.
const (
	updatedPersons = "persons-update.tsv"
	updatedTerms   = "terms-update.tsv"
)

// Change is what an update does with one row of a source.
type Change struct {
	// What is new, ended, longer, kept or passed over; the last two change nothing.
	What   string `json:"what"`
	Person string `json:"person"`
	Name   string `json:"name"`
	Office string `json:"office"`
	For    string `json:"for"`
	From   string `json:"from"`
	To     string `json:"to,omitempty"`
	Until  string `json:"until,omitempty"`
	Source string `json:"source,omitempty"`
	// Why says why nothing is changed.
	Why string `json:"why,omitempty"`
}

// Changes reports whether anything is written.
func (c *Change) Changes() bool { return c.What != "kept" && c.What != "passed over" }

// Update brings a folder of a user's tables up to what a source says of the holders of
// offices. What the user wrote stays and wins.
type Update struct {
	base *Base
	// mine are the user's own terms, persons and terms the rows that are written.
	mine    []ownTerm
	persons map[string][]string
	terms   map[termKey][]string
	taken   map[string]bool
	Changes []Change
}

type termKey struct{ person, office, actor, from string }

// ownTerm is a term that the user wrote.
type ownTerm struct {
	termKey
	to string
}

// NewUpdate begins an update of a folder that Open has read; nil for one that is yet to
// be made. The base must have been loaded with it.
func NewUpdate(base *Base, folder *Addition) (*Update, error) {
	u := &Update{base: base, persons: map[string][]string{}, terms: map[termKey][]string{}, taken: map[string]bool{}}
	if folder == nil {
		return u, nil
	}
	for _, t := range folder.tables {
		k, _ := kindOf(t.Name)
		name := filepath.Base(t.Name)
		for _, r := range t.Rows {
			key := termKey{r.Get("person"), r.Get("office"), r.Get("actor"), r.Get("from")}
			switch {
			case name == updatedPersons:
				u.persons[r.Get("id")] = cells(r, personColumns)
			case name == updatedTerms:
				u.terms[key] = cells(r, termColumns)
			case k.prefix == "terms":
				u.mine = append(u.mine, ownTerm{key, cmp.Or(r.Get("to"), r.Get("until"), t.Until)})
			}
		}
	}
	return u, nil
}

var (
	personColumns = []string{"id", "name", "aliases", "gender", "state"}
	termColumns   = []string{"person", "office", "actor", "from", "to", "until", "source"}
)

func cells(r table.Row, columns []string) []string {
	var out []string
	for _, c := range columns {
		out = append(out, r.Get(c))
	}
	return out
}

// Take takes in rows of a source, the earliest terms first.
func (u *Update) Take(rows []HolderRow) {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b HolderRow) int {
		return cmp.Or(cmp.Compare(a.For, b.For), cmp.Compare(a.Office, b.Office), cmp.Compare(a.From, b.From))
	})
	for i := range rows {
		if c := u.take(&rows[i]); c.What != "" {
			u.Changes = append(u.Changes, c)
		}
	}
}

func (u *Update) take(r *HolderRow) Change {
	id, known := u.person(r)
	c := Change{Person: id, Name: r.Name, Office: r.Office, For: r.For, From: r.From, To: r.To, Source: r.Source}
	if r.To == "" {
		c.Until = r.AsOf
	}
	if t := u.same(known, r); t != nil {
		return u.later(c, t)
	}
	if why := u.hindrance(r, id); why != "" {
		c.What, c.Why = "passed over", why
		if strings.HasPrefix(why, "your") {
			c.What = "kept"
		}
		return c
	}
	c.What = "new"
	u.endOthers(r, id)
	if known == nil {
		u.persons[id] = []string{id, r.Name, strings.Join(r.aliases, ";"), strings.Trim(string(r.gender), "\x00"), cmp.Or(r.state, u.base.Actor(r.For).State)}
	}
	u.write(c)
	return c
}

// person gives the id of the person of a row, and the row of the tables, nil for one
// whom no table has.
func (u *Update) person(r *HolderRow) (string, *Actor) {
	home := cmp.Or(r.state, u.base.Actor(r.For).State)
	found := u.base.Find(r.Name)
	for _, s := range found {
		k := s.Actor
		monarch := len(found) == 1 && r.Office == "head-of-state" // of several states
		if k.Kind == rapporteur.Person && (k.State == "" || home == "" || k.State == home || monarch) {
			return k.ID, k
		}
	}
	id := Slug(r.Name)
	for n := 2; u.base.Actor(id) != nil || u.taken[id] && u.persons[id] != nil && u.persons[id][1] != r.Name; n++ {
		id = fmt.Sprint(Slug(r.Name), "-", n)
	}
	u.taken[id] = true
	return id, nil
}

// same gives the term of the tables that a row is about.
func (u *Update) same(k *Actor, r *HolderRow) *Term {
	if k == nil {
		return nil
	}
	for _, t := range k.Terms {
		from, to := cmp.Or(r.From, r.AsOf), cmp.Or(r.To, r.AsOf)
		over := t.To != "" && t.To < from || t.To == "" && r.To != "" && r.To < t.From
		if t.Office == r.Office && t.For == r.For && !over && t.From <= to {
			return t
		}
	}
	return nil
}

// later writes what a row adds to a term of the tables: that it has ended, or that it
// still ran on a later day.
func (u *Update) later(c Change, t *Term) Change {
	c.From = t.From
	switch {
	case t.To == "" && c.To != "":
		c.What = "ended"
	case t.To == "" && c.To == "" && c.Until > t.Until:
		c.What = "longer"
	default:
		return Change{}
	}
	if u.isOwn(&c) {
		c.What, c.Why = "kept", "your own row goes first"
		return c
	}
	u.write(c)
	return c
}

// hindrance says why a row that is new is not taken in, empty if it is.
func (u *Update) hindrance(r *HolderRow, id string) string {
	if r.From == "" {
		return "the source gives no first day"
	}
	sole := u.base.Offices().Of(r.Office, r.For).Sole
	for _, o := range u.mine {
		if sole && o.office == r.Office && o.actor == r.For && o.person != id && o.to > r.From && (r.To == "" || o.from < r.To) {
			return "your own row has " + o.person + " in office"
		}
	}
	for _, t := range u.base.Terms().byPost[post{r.Office, r.For}] {
		if sole && t.Person.ID != id && t.From < r.From && t.To != "" && r.From < t.To && !strings.HasPrefix(t.To, r.From) {
			return "the tables have " + t.Person.Name + " in office until " + t.To
		}
		if sole && t.Person.ID != id && len(r.From) == len(t.From) && t.From[:min(len(t.From), 7)] == r.From[:min(len(r.From), 7)] {
			return "the tables have " + t.Person.Name + " from the same time, perhaps the same person"
		}
	}
	return ""
}

// endOthers ends the terms of those whom the holder of a sole office follows.
func (u *Update) endOthers(r *HolderRow, id string) {
	if !u.base.Offices().Of(r.Office, r.For).Sole {
		return
	}
	for _, t := range u.base.Terms().byPost[post{r.Office, r.For}] {
		if t.To != "" || t.Person.ID == id || t.From >= r.From {
			continue
		}
		c := Change{What: "ended", Person: t.Person.ID, Name: t.Person.Name, Office: t.Office, For: t.For, From: t.From, To: r.From, Source: r.Source}
		row := u.terms[keyOf(&c)]
		if row != nil && row[4] != "" || u.isOwn(&c) {
			continue // ended by the source's own row, or the user's
		}
		u.write(c)
		u.Changes = append(u.Changes, c)
	}
}

// isOwn reports whether a row is one that the user wrote.
func (u *Update) isOwn(c *Change) bool {
	return slices.ContainsFunc(u.mine, func(o ownTerm) bool { return o.termKey == keyOf(c) })
}

func keyOf(c *Change) termKey { return termKey{c.Person, c.Office, c.For, c.From} }

func (u *Update) write(c Change) {
	u.terms[keyOf(&c)] = []string{c.Person, c.Office, c.For, c.From, c.To, c.Until, c.Source}
}

// Files gives the tables to be written by their names, none if nothing changes. They
// have been read as they will be.
func (u *Update) Files(folder *Addition) (map[string]string, error) {
	if !slices.ContainsFunc(u.Changes, func(c Change) bool { return c.Changes() }) {
		return nil, nil
	}
	out := map[string]string{
		updatedPersons: sheet("Persons whom rapporteur actors update found in a source; your own rows belong in other files, and win.", personColumns, u.persons),
		updatedTerms:   sheet("Who holds which office by the sources of rapporteur actors update; your own rows belong in other files, and win.", termColumns, u.terms),
	}
	fresh := &Addition{}
	if folder != nil {
		fresh.path = folder.path
		for _, t := range folder.tables {
			if name := filepath.Base(t.Name); name != updatedPersons && name != updatedTerms {
				fresh.tables = append(fresh.tables, t)
			}
		}
	}
	for name, text := range out {
		k, _ := kindOf(name)
		t, err := table.Parse(name, []byte(text), k.columns...)
		if err != nil {
			return nil, unusable(err)
		}
		fresh.tables = append(fresh.tables, t)
	}
	_, err := Load(fresh)
	return out, err
}

// sheet writes a table, in the order of its rows.
func sheet[K comparable](what string, columns []string, rows map[K][]string) string {
	var lines []string
	for _, row := range rows {
		lines = append(lines, strings.TrimRight(strings.Join(row, "\t"), "\t"))
	}
	slices.Sort(lines)
	return "# " + what + "\n" + strings.Join(columns, "\t") + "\n" + strings.Join(lines, "\n") + "\n"
}
