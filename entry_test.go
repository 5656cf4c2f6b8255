package rapporteur_test

import (
	"encoding/json"
	"testing"

	"rapporteur"
)

func TestTurnTakesTheDirectionAlong(t *testing.T) {
	for _, test := range []struct {
		from, to   rapporteur.Stance
		have, want rapporteur.Direction
	}{
		{rapporteur.Supports, rapporteur.Opposes, rapporteur.InFavour, rapporteur.Against},
		{rapporteur.Opposes, rapporteur.Supports, rapporteur.InFavour, rapporteur.Against},
		{rapporteur.Opposes, rapporteur.ConditionalStance, rapporteur.Against, rapporteur.InFavour},
		{rapporteur.Supports, rapporteur.ConditionalStance, rapporteur.Against, rapporteur.Against},
		{rapporteur.Supports, rapporteur.Undecided, rapporteur.Against, ""},
		{rapporteur.Undecided, rapporteur.Supports, rapporteur.Against, ""},
		{rapporteur.Supports, rapporteur.Opposes, "", ""},
	} {
		p := rapporteur.Position{Stance: test.from, Direction: test.have}
		if p.Turn(test.to); p.Stance != test.to || p.Direction != test.want {
			t.Errorf("%s, %q turned to %s: %s, %q, want %q", test.from, test.have, test.to, p.Stance, p.Direction, test.want)
		}
	}
}

func TestOpenDirectionIsNull(t *testing.T) {
	for d, want := range map[rapporteur.Direction]string{"": "null", rapporteur.Against: `"against"`} {
		if got, err := json.Marshal(d); err != nil || string(got) != want {
			t.Errorf("%q: %s, %v", d, got, err)
		}
	}
}

func TestPresumedDates(t *testing.T) {
	for d, want := range map[rapporteur.Date]bool{"2025-02?": true, "2025-02": false, "": false} {
		if d.Presumed() != want {
			t.Errorf("%q: %v", d, !want)
		}
	}
}

func TestActingIsAnotherHolder(t *testing.T) {
	a := rapporteur.Incumbent{Person: "ada-moss", Office: "president", For: "PER"}
	b := a
	b.Acting = true
	if a.Holder() == b.Holder() || a.Post() != b.Post() {
		t.Errorf("%q, %q; %v, %v", a.Holder(), b.Holder(), a.Post(), b.Post())
	}
}
