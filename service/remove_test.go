package service_test

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

func TestRemovable(t *testing.T) {
	r := kept(t, "2027-03-01", "2027-03-11")
	all, err := service.Ask(t.Context(), r, service.Question{About: service.Reports})
	if err != nil || len(all.Reports) != 2 {
		t.Fatalf("%+v, %v", all, err)
	}
	first := all.Reports[0].ID
	for _, test := range []struct {
		name string
		what record.Removal
		want int
	}{
		{"one report", record.Removal{Reports: []string{first}}, 1},
		{"one report twice", record.Removal{Reports: []string{first, first}}, 1},
		{"an outlet", record.Removal{Outlets: []string{"Coast Wire"}}, 2},
		{"an outlet in other letters", record.Removal{Outlets: []string{"the coast-wire"}}, 2},
		{"a report and its outlet", record.Removal{Reports: []string{first}, Outlets: []string{"Coast Wire"}}, 2},
		{"nothing", record.Removal{}, 0},
	} {
		got, err := service.Removable(t.Context(), r, test.what)
		if err != nil || len(got) != test.want {
			t.Errorf("%s: %d reports, %v", test.name, len(got), err)
		}
	}
	for _, test := range []struct {
		what record.Removal
		want string
	}{
		{record.Removal{Reports: []string{"nonesuch"}}, "no report nonesuch"},
		{record.Removal{Outlets: []string{"Coast Wires"}}, "is it Coast Wire?"},
	} {
		if _, err := service.Removable(t.Context(), r, test.what); rapporteur.CodeOf(err) != rapporteur.Invalid || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v, want %q", test.what, err, test.want)
		}
	}
}

// TestRemove takes off what an outlet published, however its name is written, and
// nothing of another one.
func TestRemove(t *testing.T) {
	r := kept(t, "2027-03-01", "2027-03-11")
	if gone, err := service.Remove(t.Context(), r, record.Removal{Outlets: []string{"Coast Wave"}, By: "kim"}); err == nil || len(gone) > 0 || !strings.Contains(err.Error(), "is it Coast Wire?") {
		t.Errorf("gone %v, %v", gone, err)
	}
	if gone, err := service.Remove(t.Context(), r, record.Removal{Outlets: []string{"COAST WIRE"}, By: "kim"}); err != nil || len(gone) != 2 {
		t.Errorf("gone %v, %v", gone, err)
	}
}
