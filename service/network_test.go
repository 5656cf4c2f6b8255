package service_test

import (
	"testing"

	"rapporteur"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
)

func TestNetwork(t *testing.T) {
	r := kept(t, "2027-03-01", "2027-03-11")
	if _, err := r.Add(t.Context(), saidOfKenya("u1", "UGA says that Kenya will open the road.", "Kenya will open the road"), saidOfKenya("u2", "KEN says that Kenya is ready.", "Kenya is ready")); err != nil {
		t.Fatal(err)
	}
	got, err := service.NetworkOf(t.Context(), r, service.Question{}, 10)
	if err != nil {
		t.Fatal(err)
	}
	want := &service.Network{Nodes: []service.NetworkNode{{ID: "KEN", Name: "Kenya", Ties: 3}, {ID: "UGA", Name: "Uganda", Ties: 3}},
		Ties: []service.Tie{{From: "KEN", To: "UGA", Met: 2}, {From: "UGA", To: "KEN", Named: 1}}, Total: 2, Looked: 4}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if one, err := service.NetworkOf(t.Context(), r, service.Question{}, 1); err != nil || len(one.Nodes) != 1 || len(one.Ties) != 0 || one.Total != 2 {
		t.Errorf("%+v %v", one, err)
	}
	if _, err := service.NetworkOf(t.Context(), r, service.Question{Since: "soon"}, 1); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Error(err)
	}
}
