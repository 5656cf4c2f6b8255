package reading

import (
	"testing"

	"rapporteur"
)

// TestSettleStatus holds what a status becomes to the report's day, 15 June 2021.
func TestSettleStatus(t *testing.T) {
	l := &links{published: "2021-06-15"}
	for _, c := range []struct {
		date         rapporteur.Date
		status, want rapporteur.Status
	}{
		{"2021-06-14", rapporteur.UnderWayMeeting, rapporteur.Held},
		{"2021-06-15", rapporteur.UnderWayMeeting, rapporteur.UnderWayMeeting},
		{"2021-06-12/2021-06-14", rapporteur.UnderWayMeeting, rapporteur.Held},
		{"2021-06-12/2021-06-16", rapporteur.UnderWayMeeting, rapporteur.UnderWayMeeting},
		{"2021-06", rapporteur.UnderWayMeeting, rapporteur.UnderWayMeeting},
		{"2021-05", rapporteur.UnderWayMeeting, rapporteur.Held},
		{"2019/..", rapporteur.UnderWayMeeting, rapporteur.UnderWayMeeting},
		{"", rapporteur.UnderWayMeeting, rapporteur.UnderWayMeeting},
		{"2021-06-16", rapporteur.UnderWayMeeting, rapporteur.PlannedMeeting},
		{"2021-06-16", rapporteur.Held, rapporteur.PlannedMeeting},
		{"2021-06-14", rapporteur.PlannedMeeting, rapporteur.PlannedMeeting},
	} {
		m := meetingMention{date: c.date, status: c.status}
		if settleStatus(l, &m); m.status != c.want {
			t.Errorf("%s on %s is %s, want %s", c.status, c.date, m.status, c.want)
		}
	}
}
