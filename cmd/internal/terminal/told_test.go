package terminal

import (
	"bytes"
	"testing"

	"rapporteur"
)

// TestTold prints each failure once, as it comes, and how many they were at the end.
func TestTold(t *testing.T) {
	var out bytes.Buffer
	c := &Console{Stderr: &out, Getenv: func(string) string { return "" }}
	var told Told
	if err := told.Of(3); err != nil {
		t.Errorf("no failure: %v", err)
	}
	told.Tell(c, &rapporteur.Error{Code: rapporteur.Empty, Op: "read a", Message: "no words"})
	if status := Report(c, told.Of(1)); status != statusEmpty || out.String() != "rapporteur: read a: no words\n" {
		t.Errorf("one: %d %q", status, out.String())
	}
	told.Tell(c, &rapporteur.Error{Code: rapporteur.Forbidden, Op: "fetch b", Message: "refused"})
	err := told.Of(5)
	if status := Report(c, err); status != statusEmpty || out.String() != "rapporteur: read a: no words\nrapporteur: fetch b: refused\nrapporteur: 2 of 5 reports failed\n" {
		t.Errorf("two: %d %q", status, out.String())
	}
	if told.Of(1).Error() != "2 of 1 reports failed" {
		t.Error(told.Of(1))
	}
	one := Told{first: err, n: 1}
	if one.Of(1).Error() != err.Error() {
		t.Error(one.Of(1))
	}
}
