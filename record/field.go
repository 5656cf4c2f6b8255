package record

import (
	"slices"
	"strings"

	"rapporteur"
)

// none is the value that takes away what a field says.
const none = "none"

// Fields are the fields of a kind of entry that a person can set, besides actor:ID
// and, of a meeting, role:ID and presence:ID.
func Fields(k Kind) []string {
	switch k {
	case Meeting:
		return []string{"date", "place", "status", "type", "host", "about", "outcome"}
	case Event:
		return []string{"date", "place", "modality", "type", "actor", "recipient"}
	case Statement:
		return []string{"date", "place", "act", "mode", "medium", "speaker", "addressee", "wording"}
	case Position:
		return []string{"date", "stance", "direction", "issue", "proposal", "wording", "condition", "actor"}
	}
	return nil
}

// Lists are the lists of actors of a kind of entry that a person can add to or take
// from.
func Lists(k Kind) []string {
	switch k {
	case Meeting:
		return []string{"participant"}
	case Event:
		return []string{"actor", "recipient"}
	case Statement:
		return []string{"speaker", "addressee"}
	}
	return nil
}

// IsActor reports whether the value of a field is the id of an actor.
func IsActor(field string) bool {
	return slices.Contains([]string{"host", "actor", "recipient", "speaker", "addressee", "participant"}, field)
}

// clearable are the fields that may be set to none.
func clearable(field string) bool {
	return slices.Contains([]string{"date", "place", "host", "about", "outcome", "medium", "issue", "direction", "condition"}, field)
}

// quoted are the fields whose value is words of a report.
func quoted(k Kind, field string) bool {
	return k == Statement && field == "wording" || k == Position && field == "condition"
}

// values are the values that a field may have, none where it may have any.
func values(k Kind, field string) []string {
	field, _, _ = strings.Cut(field, ":")
	switch {
	case k == Meeting && field == "status":
		return texts(rapporteur.Proposed, rapporteur.PlannedMeeting, rapporteur.UnderWayMeeting, rapporteur.Held,
			rapporteur.Postponed, rapporteur.Cancelled, rapporteur.RefusedMeeting)
	case k == Meeting && field == "type":
		return []string{"talks", "summit", "call", "visit", "meeting"}
	case k == Meeting && field == "role":
		return texts(rapporteur.Participant, rapporteur.Host, rapporteur.Mediator, rapporteur.Observer)
	case k == Meeting && field == "presence":
		return texts(rapporteur.Expected, rapporteur.Present, rapporteur.Excluded, rapporteur.Declined, rapporteur.Absent, rapporteur.WalkedOut)
	case k == Event && field == "modality":
		return texts(rapporteur.Happened, rapporteur.UnderWay, rapporteur.Planned, rapporteur.Threatened,
			rapporteur.Conditional, rapporteur.Denied, rapporteur.Refused)
	case k == Statement && field == "mode":
		return texts(rapporteur.Direct, rapporteur.Mixed, rapporteur.Indirect)
	case k == Position && field == "stance":
		return texts(rapporteur.Supports, rapporteur.Opposes, rapporteur.ConditionalStance, rapporteur.Undecided)
	case k == Position && field == "direction":
		return texts(rapporteur.InFavour, rapporteur.Against)
	}
	return nil
}

func texts[T ~string](values ...T) []string {
	var out []string
	for _, v := range values {
		out = append(out, string(v))
	}
	return out
}
