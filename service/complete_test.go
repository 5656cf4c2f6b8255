package service_test

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/service"
)

func TestCompleteWithoutRecord(t *testing.T) {
	for _, test := range []struct {
		of       string
		about    service.Subject
		prefix   string
		has, not string
	}{
		{"statuses", service.Meetings, "", "held", "supports"},
		{"statuses", service.Meetings, "HE", "held", "planned"},
		{"stances", service.Positions, "s", "supports", "opposes"},
		{"stances", service.Meetings, "", "", "supports"}, // meetings have no stance
		{"types", service.Events, "agr", "AGREE", "REJECT"},
		{"types", "", "", "AGREE", ""}, // what any subject takes
		{"actors", service.Meetings, "", "", "KEN"},
	} {
		got, err := service.Complete(t.Context(), nil, service.Completion{Of: test.of, About: test.about, Prefix: test.prefix})
		if err != nil {
			t.Fatal(err)
		}
		if test.has != "" && !slices.Contains(got, test.has) || test.not != "" && slices.Contains(got, test.not) {
			t.Errorf("%+v: %v", test, got)
		}
		for _, v := range got {
			if !strings.HasPrefix(strings.ToLower(v), strings.ToLower(test.prefix)) {
				t.Errorf("%q does not begin with %q", v, test.prefix)
			}
		}
	}
}

func TestCompleteFromRecord(t *testing.T) {
	r := kept(t, "2027-03-01", "2027-03-11")
	if _, _, err := service.KeepDossier(t.Context(), r, "lakes", service.Question{Actors: []string{"Kenya"}}); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ of, prefix, has string }{
		{"actors", "ken", "KEN"},
		{"actors", "Ugan", "Uganda"},
		{"dossiers", "la", "lakes"},
		{"outlets", "coast", "Coast Wire"},
		{"places", "Nai", "nairobi"},
		{"states", "u", "UGA"},
	} {
		got, err := service.Complete(t.Context(), r, service.Completion{Of: test.of, Prefix: test.prefix, About: service.Meetings})
		if err != nil || !slices.Contains(got, test.has) {
			t.Errorf("%s %q: %v, %v", test.of, test.prefix, got, err)
		}
	}
	a, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings})
	if err != nil {
		t.Fatal(err)
	}
	entry := a.Entries[0].ID
	got, err := service.Complete(t.Context(), r, service.Completion{Of: "entries", Prefix: entry[:4]})
	if err != nil || !slices.Contains(got, entry) {
		t.Errorf("entries: %v, %v, want %s", got, err, entry)
	}
	if got, err = service.Complete(t.Context(), r, service.Completion{Of: "reports", Prefix: entry[:4]}); err != nil || slices.Contains(got, entry) {
		t.Errorf("an entry among the reports: %v, %v", got, err)
	}
}
