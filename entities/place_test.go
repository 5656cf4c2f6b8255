package entities_test

import (
	"testing"

	"rapporteur/entities"
	"rapporteur/language"
)

// countryOf gives the country of the place that words of a text name.
func countryOf(doc *language.Document, links *entities.Links, words string) string {
	for i := range doc.Tokens {
		at := links.MentionAt(i)
		if at < 0 {
			continue
		}
		m := links.Mention(at)
		if doc.Words(doc.Bytes(m.First, m.Last)) != words {
			continue
		}
		if m.Place == nil {
			return "no place"
		}
		return string(m.Place.Country)
	}
	return "not named"
}

// TestPlaces holds in which state a place is that another one shares its name with.
func TestPlaces(t *testing.T) {
	checkLinks(t, []linkCase{
		{"a town behind which its province stands", "2024-03-05", "Envoys met in Paris, Texas, on Monday.", []string{"Paris, Texas", "USA"}},
		{"a town behind which its state stands", "2024-03-05", "Envoys met in Lyon, France, on Monday.", []string{"Lyon, France", "FRA"}},
		{"a province by its governor", "2024-03-05", "Georgia Governor Brian Kemp spoke in Atlanta.", []string{"Georgia", "USA"}},
		{"a town behind which a province with a state's name stands", "2024-03-05", "The mayor of Atlanta, Georgia, met Joe Biden.", []string{"Atlanta, Georgia", "USA"}},
		{"a province by its senator", "2024-03-05", "Senator Ada Moss of Georgia spoke.", []string{"Georgia", "USA"}},
		{"the capital of whom an adjective names", "2024-03-05", "Envoys met in the Latvian capital on Monday.", []string{"capital", "LVA"}},
		{"the capital of whom a longer adjective names", "2024-03-05", "Envoys met in the South African capital city.", []string{"capital city", "ZAF"}},
		{"the capital of whom its owner names", "2024-03-05", "Envoys met in Portugal's capital.", []string{"capital", "PRT"}},
		{"the capital of whom a name behind it names", "2024-03-05", "Envoys met in the capital of the Philippines.", []string{"capital", "PHL"}},
		{"the capital of a province", "2024-03-05", "Envoys met in the capital of Canada's Yukon territory.", []string{"capital", "not named"}},
		{"the capital of another time", "2024-03-05", "Envoys met in the old Turkish capital.", []string{"capital", "not named"}},
		{"money of a state", "2024-03-05", "The Swiss capital rules were made in Bern.", []string{"capital", "not named"}},
		{"a province from which a senator comes", "2024-03-05", "Ada Moss, a senator from Georgia, spoke.", []string{"Georgia", "USA"}},
		{"the state of that name", "2024-03-05", "Georgia's president Salome Zourabichvili met Emmanuel Macron in Tbilisi.", []string{"Georgia", "GEO"}},
	}, countryOf)
}

// TestShortStates holds when "the North" is a state.
func TestShortStates(t *testing.T) {
	checkLinks(t, []linkCase{
		{"beside the other", "2024-03-05", "North Korea and South Korea met. Later the North fired a missile.", []string{"the North", "PRK"}},
		{"a part of the compass", "2024-03-05", "The wind came from the North.", []string{"the North", "nobody"}},
		{"a part of a name", "2024-03-05", "North Korea and South Korea met. Ships crossed the North Sea.", []string{"the North", "nobody"}},
	}, actorOf)
}

// TestTerritory holds whose land a place is, and which state of the report it is in.
func TestTerritory(t *testing.T) {
	doc, links := link(t, "2024-03-05", "Norway closed a bridge in Bergen. Planes struck Gaza on Monday.")
	for words, want := range map[string][2]string{"Bergen": {"NOR", "NOR"}, "Gaza": {"~gaza", "nobody"}, "bridge": {"nobody", "nobody"}} {
		for i, token := range doc.Tokens {
			if token.Form != words {
				continue
			}
			if got := [2]string{idOf(links, links.Territory(i)), idOf(links, links.Location(i))}; got != want {
				t.Errorf("%s: land and state are %v, want %v", words, got, want)
			}
		}
	}
}

// idOf gives the id of an actor.
func idOf(links *entities.Links, actor int) string {
	if actor < 0 {
		return "nobody"
	}
	return links.Actor(actor).ID
}
