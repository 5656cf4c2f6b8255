package service

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/table"
)

// nameColumns are the columns in which a table may have what a desk calls something, the
// first that there is: tables of --actors and --issues can be taken as they are.
var nameColumns = []string{"name", "label", "title"}

// SetTable gives the desk in whose name a record is asked a table of its own: a
// tab-separated one with the columns id and name, for actors also kind and state.
func SetTable(ctx context.Context, r *record.Record, kind, file string, data []byte) (record.Table, error) {
	t, err := TableOf(kind, file, data)
	if err != nil {
		return t, err
	}
	return t, KeepTable(ctx, r, t)
}

// TableOf reads a table of a desk.
func TableOf(kind, file string, data []byte) (record.Table, error) {
	out := record.Table{Kind: record.TableKind(kind)}
	wrong := func(err error) error {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "table " + kind, Message: "no table of names; its columns are id and name, with a tab between them", Err: err}
	}
	rows, err := table.Parse(file, data, "id")
	if err != nil {
		return out, wrong(err)
	}
	at := slices.IndexFunc(nameColumns, func(c string) bool { return slices.Contains(rows.Columns, c) })
	if at < 0 {
		return out, wrong(fmt.Errorf("%s: no column %q", file, nameColumns[0]))
	}
	for _, row := range rows.Rows {
		out.Rows = append(out.Rows, record.Named{ID: row.Get("id"), Name: row.Get(nameColumns[at]), Actor: rapporteur.ActorKind(row.Get("kind")), State: row.Get("state")})
	}
	return out, nil
}

// actorKinds are what an actor of a desk can be.
var actorKinds = []rapporteur.ActorKind{"", rapporteur.State, rapporteur.Person, rapporteur.Organisation, rapporteur.Group, rapporteur.Collective}

// KeepTable gives the desk in whose name a record is asked a table.
func KeepTable(ctx context.Context, r *record.Record, t record.Table) error {
	op := "table " + string(t.Kind)
	if !slices.Contains(record.TableKinds(), t.Kind) {
		return invalid(op, "a desk has tables of actors, issues, offices and outlets")
	}
	seen := map[string]bool{}
	for i := range t.Rows {
		row := &t.Rows[i]
		row.ID, row.Name = strings.TrimSpace(row.ID), strings.TrimSpace(row.Name)
		switch {
		case row.ID == "":
			return invalid(op, fmt.Sprintf("row %d lacks an id; a row has an id and a name", i+1))
		case row.Name == "":
			return invalid(op, fmt.Sprintf("row %d lacks a name; a row has an id and a name", i+1))
		case seen[row.ID]:
			return invalid(op, "it has "+row.ID+" twice; give each id one name")
		case t.Kind != record.ActorNames && row.Actor+rapporteur.ActorKind(row.State) != "":
			row.Actor, row.State = "", "" // columns of another table
		case t.Kind == record.ActorNames && !slices.Contains(actorKinds, row.Actor):
			return invalid(op, fmt.Sprintf("%s is of the kind %s; it is state, person, organisation, group or collective", row.ID, row.Actor))
		}
		seen[row.ID] = true
	}
	if len(t.Rows) == 0 {
		return invalid(op, "it has no rows; rapporteur table drop "+string(t.Kind)+" takes a table away")
	}
	return record.TablesOf(r).Set(ctx, t)
}

// tableActor is an actor that a table of a desk knows, nil where none does, or where it
// does not say what it is.
func tableActor(tables []record.Table, id string) *rapporteur.Actor {
	for _, t := range tables {
		for _, row := range t.Rows {
			if t.Kind == record.ActorNames && row.ID == id && row.Actor != "" {
				return &rapporteur.Actor{ID: id, Known: true, Name: row.Name, Kind: row.Actor, State: rapporteur.Text(row.State)}
			}
		}
	}
	return nil
}
