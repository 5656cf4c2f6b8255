package service

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"rapporteur/frames/schema"
	"rapporteur/record"
)

// fieldValues gives the values that a field of a kind of entries may have by the
// schema, none where any may come.
func fieldValues(kind record.Kind, field string) ([]string, error) {
	of := Statements
	for subject, k := range kindOf {
		if k == kind && subject != Shifts {
			of = subject
		}
	}
	switch field {
	case "type":
		return Vocabulary(of, record.ByType)
	case "act":
		return Vocabulary(Statements, record.ByType)
	case "status", "modality", "stance", "mode", "medium":
		inventory, err := schema.Load()
		if err != nil {
			return nil, err
		}
		k := inventory.Kind(string(kind))
		if k == nil || k.Attribute(field) == nil {
			return nil, nil
		}
		return slices.DeleteFunc(slices.Clone(k.Attribute(field).Values), func(v string) bool { return v == "" }), nil
	}
	return nil, nil
}

// allowed gives settings as the schema writes their values, or says which of them has
// a value that its field cannot have.
func allowed(kind record.Kind, demands []record.Demand) error {
	for i := range demands {
		d := &demands[i]
		if d.Action != record.Set || !slices.Contains(record.Fields(kind), d.Field) || d.Value == "none" || d.Value == "" {
			continue
		}
		values, err := fieldValues(kind, d.Field)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(values, func(v string) bool { return strings.EqualFold(v, d.Value) })
		switch {
		case at >= 0:
			d.Value = values[at]
		case len(values) > 0:
			return invalid("correct "+d.Entry, fmt.Sprintf("%s is no %s of %s%s; it is one of %s", d.Value, d.Field, withArticle(kind), near(d.Value, values, ""), strings.Join(values, ", ")))
		}
	}
	return nil
}

// withArticle is the name of a kind as a sentence has it.
func withArticle(kind record.Kind) string {
	if kind == record.Event {
		return "an " + string(kind)
	}
	return "a " + string(kind)
}

// kindOfEntry gives the kind of an entry of the record, empty where there is none of
// that id.
func kindOfEntry(ctx context.Context, r *record.Record, id string) (record.Kind, error) {
	var kind record.Kind
	err := r.Look(ctx, time.Time{}, func(l *record.Look) (err error) {
		kind, err = l.KindOf(id)
		return err
	})
	return kind, err
}
