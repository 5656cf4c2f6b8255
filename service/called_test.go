package service_test

import (
	"testing"

	"rapporteur/record"
	"rapporteur/service"
)

// TestCalled finds actors by what people type.
func TestCalled(t *testing.T) {
	r := kept(t, "2027-03-01")
	dir, err := service.Tables{}.Directory()
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{"KEN": "KEN", "kenya": "KEN", "FRA": "FRA", "France": "FRA", "~nobody": "", "Nobody Of That Name": ""} {
		if got, err := dir.Called(t.Context(), r, typed); got != want || (err == nil) != (want != "") {
			t.Errorf("%s: %q, want %q; %v", typed, got, want, err)
		}
	}
}

func TestFieldValues(t *testing.T) {
	for field, want := range map[string]string{"role": "participant", "presence": "present", "status": "held", "direction": "for"} {
		if got := service.FieldValues(record.Meeting, field); len(got) == 0 || got[0] != want && field != "status" {
			t.Errorf("%s: %q", field, got)
		}
	}
	if got := service.FieldValues(record.Position, "issue"); len(got) < 10 {
		t.Errorf("%q", got)
	}
	if got := service.FieldValues(record.Meeting, "about"); got != nil {
		t.Errorf("%q", got)
	}
}
