package service

import (
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// FieldValues gives the values that a field of a kind of entry may have, for a form; none
// where any may come.
func FieldValues(kind record.Kind, field string) []string {
	switch field {
	case "role":
		return texts(rapporteur.Participant, rapporteur.Host, rapporteur.Mediator, rapporteur.Observer)
	case "presence":
		return texts(rapporteur.Present, rapporteur.Expected, rapporteur.Excluded, rapporteur.Declined, rapporteur.Absent, rapporteur.WalkedOut)
	case "direction":
		return texts(rapporteur.InFavour, rapporteur.Against)
	}
	values, err := fieldValues(kind, field)
	if field == "issue" {
		values, err = issueIDs()
	}
	if err != nil {
		return nil // the schema is part of the program, and its tests load it
	}
	return slices.DeleteFunc(values, func(v string) bool { return v == "" })
}

func texts[T ~string](values ...T) []string {
	var out []string
	for _, v := range values {
		out = append(out, string(v))
	}
	return out
}
