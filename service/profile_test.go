package service_test

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/service"
)

// saidOfKenya is a report in which somebody says something of Kenya.
func saidOfKenya(id, text, content string) *rapporteur.Reading {
	return &rapporteur.Reading{
		Report:    rapporteur.Report{ID: id, Outlet: "Coast Wire", Published: "2027-03-09", Text: text},
		Actors:    []rapporteur.Actor{{ID: "UGA", Known: true, Name: "Uganda", Kind: rapporteur.State}, {ID: "KEN", Known: true, Name: "Kenya", Kind: rapporteur.State}},
		Sentences: [][2]int{{0, len(text)}},
		Statements: []rapporteur.Statement{{Basis: rapporteur.Basis{ID: "s" + id, Confidence: 0.9, Evidence: []rapporteur.Span{words(text, text)}},
			Speakers: []string{text[:3]}, Mode: rapporteur.Indirect, Act: "assert", Content: []rapporteur.Span{words(text, content)}, Date: "2027-03-09"}},
	}
}

func TestProfile(t *testing.T) {
	r := kept(t, "2027-03-01")
	if _, err := r.Add(t.Context(), saidOfKenya("u1", "UGA says that Kenya will open the road.", "Kenya will open the road"), saidOfKenya("u2", "KEN says that Kenya is ready.", "Kenya is ready"),
		saidOfKenya("u3", "UGA says to Kenya that rain is near.", "rain is near")); err != nil {
		t.Fatal(err)
	}
	dir, err := service.Tables{}.Directory()
	if err != nil {
		t.Fatal(err)
	}
	p, err := dir.Profile(t.Context(), r, "KEN", "")
	if err != nil {
		t.Fatal(err)
	}
	if p.Party.Name != "Kenya" || p.Known == nil || len(p.Meetings) != 1 || len(p.Statements) != 1 || len(p.Named) != 1 {
		t.Fatalf("%+v", p)
	}
	if got := p.Statements[0].Statement.Content[0].Text; got != "Kenya is ready" {
		t.Errorf("it says %q", got)
	}
	if got := p.Named[0].Statement.Content[0].Text; !strings.Contains(got, "open the road") {
		t.Errorf("others say %q", got)
	}
	if p, err = dir.Profile(t.Context(), r, "FRA", ""); err != nil || p.Party.Name != "France" || p.Party.Entries != 0 {
		t.Errorf("%+v %v", p, err)
	}
	if _, err = dir.Profile(t.Context(), r, "~nobody", ""); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Error(err)
	}
	if _, err = dir.Profile(t.Context(), r, "KEN", "soon"); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Error(err)
	}
}
