package record_test

import (
	"fmt"
	"testing"

	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// TestDossierOfReportsAndActors: the reports of a dossier are those that tell of what it
// holds, its actors those of its entries, with so many entries as it has of them.
func TestDossierOfReportsAndActors(t *testing.T) {
	r := river(t)
	for _, d := range []record.Dossier{{Name: "sea", States: []string{"CCC"}}, {Name: "blockade", Issues: []string{"blockade"}}, {Name: "none", Actors: []string{"ZZZ"}}} {
		if err := r.SaveDossier(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		f    record.Filter
		want string
	}{
		{record.Filter{Dossier: "sea"}, "[d c] 2; [CCC 2 AAA 1]"},
		{record.Filter{Dossier: "sea", Limit: 1}, "[d] 2; [CCC 2]"},
		{record.Filter{Dossier: "sea", Limit: 1, Offset: 1}, "[c] 2; [AAA 1]"},
		{record.Filter{Dossier: "sea", Outlets: []string{"Courier"}, Actors: []string{"AAA"}}, "[c] 1; [AAA 1]"},
		{record.Filter{Dossier: "sea", Reports: []string{"a", "d"}}, "[d] 1; [CCC 2 AAA 1]"},
		{record.Filter{Dossier: "blockade"}, "[f e] 2; [AAA 2 anna-ahl 2]"},
		{record.Filter{Dossier: "none"}, "[] 0; []"},
	} {
		reports, err := r.Reports(t.Context(), c.f)
		if err != nil {
			t.Fatal(err)
		}
		n, err := r.CountReports(t.Context(), c.f)
		if err != nil {
			t.Fatal(err)
		}
		parties, err := r.Parties(t.Context(), c.f)
		if err != nil {
			t.Fatal(err)
		}
		ids, who := []string{}, []string{}
		for i := range reports {
			ids = append(ids, reports[i].ID)
		}
		for _, p := range parties {
			who = append(who, fmt.Sprint(p.ID, " ", p.Entries))
		}
		if d := cmp.Diff(c.want, fmt.Sprint(ids, " ", n, "; ", who)); d != "" {
			t.Errorf("%+v (-want +got):\n%s", c.f, d)
		}
	}
}
