package entities

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/entities/knowledge"
)

// crowd makes persons and organisations of a few short names, so that many share words.
func crowd(n int, seed uint64) []Actor {
	r := rand.New(rand.NewPCG(seed, 0))
	firsts, lasts := []string{"Ada", "A", "Adam", "Ines", "I", "Mohammed", "Mohamed"}, []string{"Kellerman", "Kellermann", "Kelerman", "Kellermna", "Berg", "al-Tamimi", "Farnborough"}
	var all []Actor
	for range n {
		name := firsts[r.IntN(len(firsts))] + " " + lasts[r.IntN(len(lasts))]
		a := Actor{Actor: rapporteur.Actor{Name: name, Kind: rapporteur.Person}, Family: knowledge.Fold(knowledge.FamilyName(name))}
		if r.IntN(5) == 0 {
			a = Actor{Actor: rapporteur.Actor{Name: name, Kind: rapporteur.Organisation}}
		}
		all = append(all, a)
	}
	return all
}

// sameNameByScan gives the first person whose name can be the same, by looking at all.
func sameNameByScan(actors []Actor, words []string) int {
	return slices.IndexFunc(actors, func(a Actor) bool {
		own := knowledge.Words(a.Name)
		x, y := own[0], words[0]
		return a.Kind == rapporteur.Person && own[len(own)-1] == words[len(words)-1] &&
			(x == y || len(x) == 1 && strings.HasPrefix(y, x) || len(y) == 1 && strings.HasPrefix(x, y))
	})
}

// oneLetterOffByScan gives the one person whose family name is one letter off a word,
// by looking at all.
func oneLetterOffByScan(actors []Actor, word string) int {
	found := -1
	for i, a := range actors {
		if a.Kind == rapporteur.Person && len(word) >= 6 && len(a.Family) >= 6 && knowledge.Distance(a.Family, word, 1) == 1 {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// TestPersonIndex holds that the index answers as a look at all persons does, however
// many have been added meanwhile.
func TestPersonIndex(t *testing.T) {
	for seed := range uint64(40) {
		all := crowd(12, seed)
		x := newPersonIndex()
		for n := 1; n <= len(all); n++ {
			x.extend(all[:n])
			for _, name := range []string{"Ada Kellerman", "A Berg", "Ines Farnborough", "Q Berg", "I Kelerman"} {
				words := knowledge.Words(name)
				if got, want := x.sameName(words), sameNameByScan(all[:n], words); got != want {
					t.Fatalf("%s of %s is %d, want %d", name, names(all[:n]), got, want)
				}
			}
			for _, word := range []string{"kellerman", "kellermann", "kellermam", "farnboroug", "berg", "tamimi", "tamimy"} {
				if got, want := x.oneLetterOff(all[:n], word), oneLetterOffByScan(all[:n], word); got != want {
					t.Fatalf("%s of %s is %d, want %d", word, names(all[:n]), got, want)
				}
			}
		}
	}
}

func names(actors []Actor) string {
	var all []string
	for _, a := range actors {
		all = append(all, fmt.Sprintf("%s (%s)", a.Name, a.Kind))
	}
	return strings.Join(all, ", ")
}

// TestSounds holds that a given name is found however it is written.
func TestSounds(t *testing.T) {
	x := newPersonIndex()
	x.extend([]Actor{{Actor: rapporteur.Actor{Name: "Mohammed Berg", Kind: rapporteur.Person}, Family: "berg"}})
	if got := x.bySound[knowledge.Sound("mohamed")]; len(got) != 1 {
		t.Errorf("Mohamed is %v", got)
	}
	if got := x.bySurname["berg"]; len(got) != 1 || x.families["berg"] != 1 {
		t.Errorf("Berg is %v", got)
	}
}
