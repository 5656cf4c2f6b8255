package record

import (
	"rapporteur"
	"slices"
)

// over is a class of statuses within which reports contradict each other: what
// was planned may turn out otherwise, and no one was wrong.
func over(s rapporteur.Status) bool {
	return s == rapporteur.Held || s == rapporteur.UnderWayMeeting
}

// progress is how far a status has come.
func progress(s rapporteur.Status) int {
	return slices.Index([]rapporteur.Status{rapporteur.Proposed, rapporteur.PlannedMeeting, rapporteur.RefusedMeeting,
		rapporteur.Postponed, rapporteur.Cancelled, rapporteur.UnderWayMeeting, rapporteur.Held}, s)
}
