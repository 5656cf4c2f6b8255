package train

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestSwapsKeepTheLabels(t *testing.T) {
	s := swaps{}
	s.add(annotated{forms: []string{"Ada", "Moss", "saw", "Oslo"}, names: []string{"B-person", "I-person", "O", "B-location"}})
	s.add(annotated{forms: []string{"Rome", ",", "Eli", "Stone"}, names: []string{"B-location", "O", "B-person", "I-person"}})
	bio := []string{"B-person", "I-person", "O", "B-location"}
	e := &Example{Forms: []string{"Ada", "Moss", "saw", "Oslo"}, Names: nameOutputs(bio, nameClasses[:])}
	r := rand.New(rand.NewPCG(1, 1))
	seen := map[string]bool{}
	for range 200 {
		got := s.vary(e, nameClasses[:], r)
		if len(got.Forms) != 4 || got.Forms[2] != "saw" || !slices.Equal(got.Names, e.Names) {
			t.Fatalf("%v is not the same sentence with other names", got)
		}
		seen[got.Forms[0]+" "+got.Forms[1]] = true
		seen[got.Forms[3]] = true
	}
	for _, name := range []string{"Ada Moss", "Eli Stone", "Oslo", "Rome"} {
		if !seen[name] {
			t.Errorf("no %s in 200 sentences", name)
		}
	}
	if e.Forms[0] != "Ada" {
		t.Error("the example itself changed")
	}
}
