package entities_test

import "testing"

// TestCounterparts holds who is named by another person.
func TestCounterparts(t *testing.T) {
	checkLinks(t, []linkCase{
		{"the same office in another state", "2024-03-05", "Sergei Lavrov met his Turkish counterpart in Antalya.", []string{"his Turkish counterpart", "hakan-fidan"}},
		{"whom a name is set beside", "2024-03-05", "Sergei Lavrov met his Turkish counterpart, Hakan Fidan, in Antalya.", []string{"Hakan Fidan", "hakan-fidan"}},
		{"a head of state who governs has none in one who does not", "2024-03-05", "Emmanuel Macron spoke in Paris. He called his German counterpart.", []string{"counterpart", "~his-german-counterpart"}},
		{"nobody where no state is named", "2024-03-05", "Sergei Lavrov met his counterpart.", []string{"counterpart", "~his-counterpart"}},
		{"the second of two", "2024-03-05", "Emmanuel Macron met Olaf Scholz in Berlin. The latter smiled.", []string{"The latter", "olaf-scholz"}},
		{"the first of two", "2024-03-05", "Emmanuel Macron met Olaf Scholz in Berlin. The former smiled.", []string{"The former", "emmanuel-macron"}},
		{"not of three", "2024-03-05", "Emmanuel Macron met Olaf Scholz and Rishi Sunak in Berlin. The latter smiled.", []string{"The latter", "nobody"}},
	}, referentOf)
}
