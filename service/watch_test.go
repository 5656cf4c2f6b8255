package service_test

import (
	"testing"
	"time"

	"rapporteur"
	"rapporteur/service"
)

// TestWatchTellsOnce what is new, and nothing that was there before.
func TestWatchTellsOnce(t *testing.T) {
	minted := time.Date(2027, 4, 1, 0, 0, 0, 0, time.UTC) // the clock of the record
	r := kept(t, "2027-03-01", "2027-03-11")
	now := minted
	w := &service.Watch{Record: r, Question: service.Question{About: service.Everything}, Now: func() time.Time { return now }, From: minted.Add(-time.Hour)}
	for i, want := range []int{2, 0, 0} {
		found, err := w.Next(t.Context())
		if err != nil || len(found) != want {
			t.Errorf("asked %d times: %d new, %v, want %d", i+1, len(found), err, want)
		}
		now = now.Add(time.Hour)
	}
	w.From = minted
	if found, err := w.Next(t.Context()); err != nil || len(found) != 2 {
		t.Errorf("asked from an earlier time: %d, %v", len(found), err)
	}
	late := &service.Watch{Record: r, Question: service.Question{About: service.Meetings}, Now: time.Now, From: minted.Add(time.Second)}
	if found, err := late.Next(t.Context()); err != nil || len(found) != 0 {
		t.Errorf("from a later time: %d, %v", len(found), err)
	}
	wrong := &service.Watch{Record: r, Question: service.Question{About: service.Meetings, Dossier: "none"}, Now: time.Now}
	if _, err := wrong.Next(t.Context()); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("a dossier that is none: %v", err)
	}
}

func TestFrom(t *testing.T) {
	now := time.Date(2027, 4, 1, 12, 0, 0, 0, time.UTC)
	for text, want := range map[string]time.Time{"": now, "2027-03-05": time.Date(2027, 3, 5, 0, 0, 0, 0, time.Local), "2027-03-05T10:00:00Z": time.Date(2027, 3, 5, 10, 0, 0, 0, time.UTC)} {
		if got, err := service.From(text, now); err != nil || !got.Equal(want) {
			t.Errorf("From(%q) = %v, %v", text, got, err)
		}
	}
	if _, err := service.From("soon", now); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("soon: %v", err)
	}
}
