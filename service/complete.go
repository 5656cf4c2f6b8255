package service

import (
	"context"
	"slices"
	"strings"
	"time"

	"rapporteur/record"
)

// Completion asks for the values that somebody may be about to type.
type Completion struct {
	// Of names what is typed: actors, dossiers, entries, reports, namespaces, or a filter such as
	// states, issues, outlets, places, statuses, stances, types.
	Of string
	// About is the subject of the question that is being typed, if it is known.
	About Subject
	// Prefix is what has been typed.
	Prefix string
}

// mostCompletions is the number of values that are offered.
const mostCompletions = 200

// fieldNamed are the filters by the names of what they take.
var fieldNamed = map[string]record.Field{"states": record.ByState, "issues": record.ByIssue, "outlets": record.ByOutlet,
	"places": record.ByPlace, "statuses": record.ByStatus, "stances": record.ByStance, "types": record.ByType}

// Complete gives the values that begin with what has been typed, in any case of
// letters. Without a record it gives what the tables of the program know.
func Complete(ctx context.Context, r *record.Record, c Completion) ([]string, error) {
	all, err := c.known()
	if err != nil {
		return nil, err
	}
	if r != nil {
		there, err := c.onRecord(ctx, r)
		if err != nil {
			return nil, err
		}
		all = append(all, there...)
	}
	var out []string
	for _, v := range all {
		if hasPrefixFold(v, c.Prefix) && !slices.Contains(out, v) && len(out) < mostCompletions {
			out = append(out, v)
		}
	}
	return out, nil
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// known gives what the tables of the program have. Where it is not known what is
// asked about, all that any subject takes.
func (c *Completion) known() ([]string, error) {
	field, ok := fieldNamed[c.Of]
	if !ok {
		return nil, nil
	}
	subjects := []Subject{c.About}
	if _, ok := fields[c.About]; !ok {
		subjects = []Subject{Meetings, Events, Statements, Positions, Notices}
	}
	var out []string
	for _, s := range subjects {
		if !slices.Contains(fields[s], field) {
			continue
		}
		values, err := Vocabulary(s, field)
		if err != nil {
			return nil, err
		}
		out = append(out, values...)
	}
	return out, nil
}

// onRecord gives what the record has.
func (c *Completion) onRecord(ctx context.Context, r *record.Record) ([]string, error) {
	switch c.Of {
	case "entries", "reports":
		return c.ids(ctx, r)
	case "dossiers":
		var names []string
		err := r.Look(ctx, time.Time{}, func(l *record.Look) (err error) {
			names, err = dossierNames(l)
			return err
		})
		return names, err
	case "namespaces":
		all, err := r.Namespaces(ctx)
		var names []string
		for _, n := range all {
			names = append(names, n.Name)
		}
		return names, err
	case "actors":
		return actorNames(ctx, r, c.Prefix)
	case "states", "issues", "outlets", "places":
		values, err := r.Values(ctx, fieldNamed[c.Of])
		var out []string
		for _, v := range values {
			out = append(out, v.Value)
		}
		return out, err
	}
	return nil, nil
}

// entryID is the length of an entry's id; that of a report is longer.
const entryID = 11

func (c *Completion) ids(ctx context.Context, r *record.Record) ([]string, error) {
	all, err := r.IDs(ctx, c.Prefix, 2*mostCompletions)
	return slices.DeleteFunc(all, func(id string) bool { return (len(id) == entryID) != (c.Of == "entries") }), err
}

func dossierNames(l *record.Look) ([]string, error) {
	all, err := l.Dossiers()
	var out []string
	for _, d := range all {
		out = append(out, d.Name)
	}
	return out, err
}

// actorNames gives ids and names, those of actors with most entries first.
func actorNames(ctx context.Context, r *record.Record, prefix string) ([]string, error) {
	all, err := r.Parties(ctx, record.Filter{Text: prefix, Limit: mostCompletions})
	if err != nil {
		return nil, err
	}
	if more, err := r.Parties(ctx, record.Filter{Actors: []string{prefix, strings.ToUpper(prefix)}}); err == nil {
		all = append(all, more...)
	}
	var out []string
	for _, p := range all {
		out = append(out, p.ID, p.Name)
	}
	return out, nil
}
