package entities_test

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/entities"
	"rapporteur/language"
)

// TestHomeStates holds for whom somebody acts of whom a report says an office or a title
// alone, and whose the organs are that several states have by one name.
func TestHomeStates(t *testing.T) {
	const kenya = "Kenya opened an inquiry on Monday. Kenya's president asked the police of Kenya for help. Kenya was waiting, and so was Nairobi. Kenya asked again. "
	for _, c := range []struct{ name, text, words, want string }{
		{"a title of one state alone", "Talks went on. Rep. Tom Hill spoke.", "Hill", "USA"},
		{"party and state behind a name", "Talks went on. Ada Hill (R-Texas) spoke.", "Hill", "USA"},
		{"the same between commas", "Talks went on. Ada Hill, D-Ohio, spoke.", "Hill", "USA"},
		{"a letter that is no party", "Talks went on. Ada Hill (X-Texas) spoke.", "Hill", ""},
		{"an office of the state that is told of", kenya + "Transport Minister Ada Hill spoke.", "Hill", "KEN"},
		{"a senator of the state that is told of", kenya + "Senator Ada Hill spoke.", "Hill", "KEN"},
		{"no office", kenya + "Ada Hill spoke.", "Hill", ""},
		{"a state that is told of once", "Kenya waited. Transport Minister Ada Hill spoke.", "Hill", ""},
		{"an organ of an owner", "Mexico's Congress met.", "Congress", "MEX"},
		{"an organ behind an adjective", "The Nigerian Senate met.", "Senate", "NGA"},
		{"an organ whose owner stands before its first mention", "Australia's Senate met. On Monday the Senate rose.", "Senate#2", "AUS"},
		{"an organ without an owner", "The Senate met.", "Senate", "USA"},
		{"those who face a person", "President Emmanuel Macron came. Mr. Macron's hosts said no.", "hosts", ""},
		{"those who face a state", "Kenya waited. Kenya's creditors said no. Kenya's neighbours agreed.", "neighbours", ""},
		{"an organ behind an adjective that nobody knows", kenya + "The Zorban government said no.", "government", ""},
		{"an organ of its own state", "America's Congress met.", "Congress", "USA"},
		{"an organ of a town", "The Tehran Police Department closed.", "Department", "IRN"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, links := link(t, "2024-03-05", c.text)
			if got := sideOf(links, referentOf(doc, links, c.words)); got != c.want {
				t.Errorf("acts for %q, want %q", got, c.want)
			}
		})
	}
}

// sideOf gives for whom an actor acts.
func sideOf(links *entities.Links, id string) string {
	for i := range links.Actors() {
		if a := links.Actor(i); a.ID == id {
			return a.For
		}
	}
	return "no such actor: " + id
}

// TestFaced holds whose land those are of whom a report says whom they face.
func TestFaced(t *testing.T) {
	for _, c := range []struct{ name, text, noun, owner, want string }{
		{"hosts of a person", "President Emmanuel Macron came. Mr. Macron's hosts said no.", "hosts", "Macron's", ""},
		{"critics of a person", "President Emmanuel Macron came. Mr. Macron's critics said no.", "critics", "", "FRA"},
		{"critics of a state", "Kenya's critics said no.", "critics", "Kenya's", ""},
		{"critics from a state", "Kenyan critics said no.", "critics", "", "KEN"},
		{"soldiers of a state", "Kenya's soldiers said no.", "soldiers", "", "KEN"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, links := link(t, "2024-03-05", c.text)
			at := func(words string) int { // the first token of the words
				return slices.IndexFunc(doc.Tokens, func(x language.Token) bool { return x.Start == strings.LastIndex(c.text, words) })
			}
			noun := at(c.noun)
			if a := links.Referent(noun); a < 0 || string(links.Actor(a).State) != c.want {
				t.Errorf("actor %d of %q", a, c.noun)
			}
			if c.owner != "" && links.Faced(at(c.owner)) != noun {
				t.Errorf("%s is not read as its %s", c.owner, c.noun)
			}
		})
	}
}
