package record

import (
	"context"
	"slices"
	"time"

	"rapporteur"
)

// TableKind is what a table of a desk names.
type TableKind string

// What a desk may call by names of its own.
const (
	ActorNames  TableKind = "actors"
	IssueNames  TableKind = "issues"
	OfficeNames TableKind = "offices"
	OutletNames TableKind = "outlets"
)

// TableKinds are all kinds of tables of a desk.
func TableKinds() []TableKind {
	return []TableKind{ActorNames, IssueNames, OfficeNames, OutletNames}
}

// Table is one of a desk's own: what it calls the actors, issues, offices or outlets of the
// record. Readings are everybody's, so a table changes what a desk is shown and can
// name in a correction, and not what is read.
type Table struct {
	Kind TableKind `json:"kind"`
	// Set is when it was given.
	Set  time.Time `json:"set"`
	Rows []Named   `json:"rows"`
}

// Named is a name that a desk has for something.
type Named struct {
	// ID is that of an actor or issue, the title of an office as reports are read, or the
	// name under which an outlet stands on the record.
	ID string `json:"id"`
	// Name is what the desk calls it.
	Name string `json:"name"`
	// Actor is what an actor of a desk is, who is known to it alone.
	Actor rapporteur.ActorKind `json:"actor,omitempty"`
	State string               `json:"state,omitempty"`
}

// deskTableKind is the kind of the rows that are tables.
const deskTableKind = "table"

// Tables are those of the desk in whose name a record is asked.
type Tables struct{ *Record }

// TablesOf gives the tables of a record.
func TablesOf(r *Record) Tables { return Tables{r} }

// Set gives a desk a table, in the place of the one of its kind. In the name of no
// desk there is none.
func (r Tables) Set(ctx context.Context, t Table) error {
	t.Set = timeless(r.clock())
	return r.change(ctx, func(u Update, desk *Namespace) error {
		have, err := tablesOf(u, desk.Name)
		if err != nil {
			return err
		}
		n := len(t.Rows)
		for _, other := range have {
			if other.Kind != t.Kind {
				n += len(other.Rows)
			}
		}
		if desk.Names > 0 && n > desk.Names {
			return overQuota("set table "+string(t.Kind), desk.Name, desk.Names, "names", "give a shorter table")
		}
		return putRow(u, desk.Name, deskTableKind, string(t.Kind), t)
	})
}

// Drop takes a table of a desk away; one that is not there is Invalid.
func (r Tables) Drop(ctx context.Context, kind TableKind) error {
	return r.change(ctx, func(u Update, desk *Namespace) error {
		have, err := tablesOf(u, desk.Name)
		if err != nil || !slices.ContainsFunc(have, func(t Table) bool { return t.Kind == kind }) {
			return refusal(err, "drop table "+string(kind), "the desk has no such table; `rapporteur table list` has them all")
		}
		return u.DropDeskRow(desk.Name, deskTableKind, string(kind))
	})
}

// change changes the tables of the desk in whose name the record is asked.
func (r Tables) change(ctx context.Context, do func(Update, *Namespace) error) error {
	name := r.Namespace(ctx)
	if name == "" {
		return invalid("table", "name the desk whose it is with --namespace; what everybody's reports are read with are the tables of --actors and --issues")
	}
	return r.store.Update(ctx, func(u Update) error {
		desk, err := deskOf(u, name)
		if err != nil {
			return err
		}
		return do(u, desk)
	})
}

// List gives the tables of the desk in whose name the record is asked, by kind; none in
// nobody's name.
func (r Tables) List(ctx context.Context) (all []Table, err error) {
	name := r.Namespace(ctx)
	if name == "" {
		return nil, nil
	}
	err = r.store.View(ctx, func(v View) error {
		if _, err := deskOf(v, name); err != nil {
			return err
		}
		all, err = tablesOf(v, name)
		return err
	})
	return all, err
}

func tablesOf(v DeskView, name string) ([]Table, error) {
	rows, err := v.DeskRows(name, deskTableKind)
	if err != nil {
		return nil, err
	}
	return decodedRows[Table](rows)
}

// names are what a desk calls things, by what they are and their ids.
type names struct {
	by map[TableKind]map[string]string
	// outlets are those of the record that the desk calls by a name.
	outlets map[string][]string
}

// namesOf gives the names of tables, nil for none.
func namesOf(tables []Table) *names {
	if len(tables) == 0 {
		return nil
	}
	n := &names{by: map[TableKind]map[string]string{}, outlets: map[string][]string{}}
	for _, t := range tables {
		n.by[t.Kind] = map[string]string{}
		for _, row := range t.Rows {
			n.by[t.Kind][row.ID] = row.Name
			if t.Kind == OutletNames {
				n.outlets[row.Name] = append(n.outlets[row.Name], row.ID)
			}
		}
	}
	return n
}

// entry calls what an entry names as the desk does. What stands in its members is what
// the reports say.
func (n *names) entry(e *Entry) {
	if n == nil {
		return
	}
	for id := range e.Names {
		if name := n.by[ActorNames][id]; name != "" {
			e.Names[id] = name
		}
	}
	for id, a := range e.Cast {
		e.Cast[id] = n.actor(a)
	}
	if p := e.Position; p != nil && p.Issue != nil && n.by[IssueNames][p.Issue.ID] != "" {
		called, issue := *p, *p.Issue
		called.Direction = DirectionOf(p) // which the words of the issue tell
		issue.Label = n.by[IssueNames][issue.ID]
		called.Issue = &issue
		e.Position = &called
	}
}

// actor calls an actor and the offices as the desk does.
func (n *names) actor(a rapporteur.Actor) rapporteur.Actor {
	if name := n.by[ActorNames][a.ID]; name != "" {
		a.Name = name
	}
	if len(n.by[OfficeNames]) > 0 {
		a.Roles = slices.Clone(a.Roles)
		for i := range a.Roles {
			if title := n.by[OfficeNames][a.Roles[i].Office]; title != "" {
				a.Roles[i].Office = title
			}
		}
	}
	return a
}
