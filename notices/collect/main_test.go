package main

import (
	"bytes"
	"testing"

	"rapporteur/notices"
)

// TestNoticesAreCurrent fails while a module is linked whose licence is not in the
// file, or the other way round.
func TestNoticesAreCurrent(t *testing.T) {
	if testing.Short() {
		t.Skip("asks go list for three systems")
	}
	want, err := collect()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, []byte(notices.Text)) {
		t.Error("notices/THIRD-PARTY.txt is not current; go generate ./notices")
	}
}

func TestNamed(t *testing.T) {
	for name, want := range map[string]bool{"LICENSE": true, "LICENCE.md": true, "COPYING": true, "NOTICE.txt": true, "LICENSE-GO": true,
		"UNLICENSE": true, "license_test.go": false, "README.md": false, "notices.md": false} {
		if got := named.MatchString(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
