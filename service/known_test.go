package service_test

import (
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/service"
)

func TestFindActors(t *testing.T) {
	base, err := service.Tables{}.Knowledge()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		who  service.Who
		has  string
		not  string
	}{
		{"by id", service.Who{Name: "nzl"}, "NZL", "KEN"},
		{"by a part of a name", service.Who{Name: "zealand"}, "NZL", "KEN"},
		{"by kind", service.Who{Kind: "state"}, "KEN", "EU"},
		{"by kind and state", service.Who{Kind: "person", State: "DEU"}, "olaf-scholz", "emmanuel-macron"},
		{"who held an office on a day", service.Who{Office: "head-of-government", State: "DEU", On: "2023-06-01"}, "olaf-scholz", "friedrich-merz"},
		{"nobody", service.Who{Name: "no such name"}, "", ""},
	} {
		found, err := test.who.Find(base)
		if err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		var ids []string
		for _, a := range found {
			ids = append(ids, a.ID)
		}
		if test.has != "" && !slices.Contains(ids, test.has) || slices.Contains(ids, test.not) || test.has == "" && len(ids) > 0 {
			t.Errorf("%s: %d actors, %v", test.name, len(ids), ids[:min(len(ids), 9)])
		}
	}
}

// TestFindNamesTheTerm of who held an office: its title, for whom, and until when it
// is known where it has no end.
func TestFindNamesTheTerm(t *testing.T) {
	base, err := service.Tables{}.Knowledge()
	if err != nil {
		t.Fatal(err)
	}
	found, err := (&service.Who{Office: "head-of-government", State: "DEU", On: "2023-06-01"}).Find(base)
	if err != nil || len(found) != 1 || len(found[0].Terms) != 1 {
		t.Fatalf("%+v, %v", found, err)
	}
	term := found[0].Terms[0]
	if term.For != "DEU" || term.Title == "" || term.From > "2023-06-01" || term.To == "" && term.KnownUntil == "" {
		t.Errorf("%+v", term)
	}
}

func TestFindRefusesWhatNoTableHas(t *testing.T) {
	base, err := service.Tables{}.Knowledge()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		who  service.Who
		want string
	}{
		{service.Who{On: "June 2023"}, "YYYY-MM-DD"},
		{service.Who{State: "Germania"}, "no state or body"},
		{service.Who{Office: "gardener"}, "no office"},
	} {
		if _, err := test.who.Find(base); rapporteur.CodeOf(err) != rapporteur.Invalid || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v, want %q", test.who, err, test.want)
		}
	}
}
