package knowledge_test

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/entities/knowledge"
)

// builtIn loads the tables that are built in.
func builtIn(t *testing.T) *knowledge.Base {
	t.Helper()
	return mustLoad(t)
}

// TestNameAt holds which name a text begins with, by its words and their capitals.
func TestNameAt(t *testing.T) {
	a := builtIn(t)
	for _, tt := range []struct {
		text   string
		id     string // empty for none
		tokens int
	}{
		{"North Korea agreed", "PRK", 2},
		{"Norway agreed", "NOR", 1},
		{"norway agreed", "", 0},
		{"US ships left", "USA", 1},
		{"Us and them", "", 0},
		{"Nato agreed", "NATO", 1},
		{"agreed", "", 0},
		{"- Norway", "", 0},
		{"", "", 0},
	} {
		tokens := strings.Fields(tt.text)
		senses, n := a.NameAt(len(tokens), func(i int) ([]string, string) { return knowledge.Words(tokens[i]), tokens[i] })
		id := ""
		if n > 0 {
			id = senses[0].Actor.ID
		}
		if id != tt.id || n != tt.tokens {
			t.Errorf("%q begins with %q of %d tokens, want %q of %d", tt.text, id, n, tt.id, tt.tokens)
		}
	}
}

// TestNameInsideToken holds that a name that ends inside a token is none.
func TestNameInsideToken(t *testing.T) {
	a := builtIn(t)
	tokens := []string{"Norway-based"}
	if senses, n := a.NameAt(1, func(i int) ([]string, string) { return knowledge.Words(tokens[i]), tokens[i] }); n != 0 {
		t.Errorf("%v", senses)
	}
}

// TestOffices holds what offices are called and who has one of their own.
func TestOffices(t *testing.T) {
	o := builtIn(t).Offices()
	senses := o.Called([]byte("foreign ministers"))
	if len(senses) == 0 || senses[0].ID != "foreign-minister" || !senses[0].Plural {
		t.Errorf("foreign ministers are %v", senses)
	}
	if o.Called([]byte("harbour gull")) != nil {
		t.Error("a gull holds an office")
	}
	if n := o.Longest("foreign"); n < 2 {
		t.Errorf("the longest office that begins with foreign has %d words", n)
	}
	if own := o.Own("foreign-minister", "USA"); own == nil || own.For != "USA" {
		t.Errorf("the United States call it %v", own)
	}
	if o.Own("foreign-minister", "NOR") != nil || o.Of("foreign-minister", "NOR").For != "*" {
		t.Error("Norway has a row of its own")
	}
	if !o.Has("head-of-state") || o.Has("harbour-gull") {
		t.Error("what offices there are")
	}
	if got := o.Title(&knowledge.Term{Office: "harbour-gull", For: "NOR"}); got != "harbour-gull" {
		t.Errorf("an office that no table has is %q", got)
	}
}

// TestPersons holds by which words persons are found.
func TestPersons(t *testing.T) {
	p := builtIn(t).Persons()
	named := func(people []*knowledge.Actor, id string) bool {
		return slices.ContainsFunc(people, func(k *knowledge.Actor) bool { return k.ID == id })
	}
	for _, family := range []string{"zelensky", "zelenskyy", "zelenskiy"} {
		if !named(p.ByFamily(family), "volodymyr-zelensky") {
			t.Errorf("%s finds %v", family, p.ByFamily(family))
		}
	}
	for _, word := range []string{"volodymyr", "zelensky"} {
		if !named(p.ByWord(word), "volodymyr-zelensky") {
			t.Errorf("%s finds %v", word, p.ByWord(word))
		}
	}
	if len(p.ByFamily("zyzzyva")) > 0 {
		t.Error("a beetle is somebody")
	}
}

// TestTermsOf holds who serves on a day, and who was sent to whom.
func TestTermsOf(t *testing.T) {
	a := builtIn(t)
	cameron := a.Actor("david-cameron")
	for day, serves := range map[string]bool{"2012-05-01": true, "2019-05-01": false, "": false} {
		if cameron.Serves(day) != serves || len(cameron.TermsOn(day)) > 0 != serves {
			t.Errorf("on %q he serves: %v", day, !serves)
		}
	}
	sent := a.Terms().Envoys("UN", "YEM", "2024-03-05")
	if len(sent) != 1 || sent[0].ID != "hans-grundberg" {
		t.Errorf("the envoys of the UN for Yemen are %v", sent)
	}
	if sent := a.Terms().Envoys("UN", "NOR", "2024-03-05"); len(sent) > 0 {
		t.Errorf("the envoys of the UN for Norway are %v", sent)
	}
}

// TestShortNames holds which states a part of the compass may stand for.
func TestShortNames(t *testing.T) {
	var states []string
	for _, s := range builtIn(t).ShortNames("north") {
		states = append(states, s.State.ID+" beside "+s.Beside)
	}
	if !slices.Contains(states, "PRK beside PRK") {
		t.Errorf("the North is %v", states)
	}
}

// TestNames holds that every actor is listed with its own name first.
func TestNames(t *testing.T) {
	a := builtIn(t)
	names := a.Names()
	for _, k := range a.Actors() {
		if len(names[k]) == 0 || names[k][0] != k.Name {
			t.Errorf("the names of %s are %q", k.ID, names[k])
		}
	}
	if all := names[a.Actor("NOR")]; !slices.Contains(all, "Norwegian") || slices.Contains(all, "Bergen") {
		t.Errorf("Norway is called %q", all)
	}
}

// TestVocabulary holds what single words tell.
func TestVocabulary(t *testing.T) {
	a := builtIn(t)
	if h, ok := a.Honorific("mrs"); !ok || h.Gender != 'f' {
		t.Errorf("mrs is %v", h)
	}
	if n, ok := a.Noun("officials"); !ok || n.Kind != "person" || !n.Plural {
		t.Errorf("officials are %v", n)
	}
	if g, ok := a.GivenName("sergei"); !ok || g != 'm' {
		t.Errorf("sergei is %c", g)
	}
	if !a.Is("sides", "pair of sides") && !a.Is("side", "pair of sides") || a.Is("gull", "pair of sides") {
		t.Error("what makes a pair")
	}
}

// TestDistance holds how many letters apart words are, up to a limit.
func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b        string
		limit, want int
	}{
		{"lantern", "lantern", 2, 0},
		{"lantern", "lantrn", 2, 1},
		{"lantern", "lanetrn", 2, 1},
		{"lantern", "antrn", 2, 2},
		{"lantern", "gull", 2, 3},
		{"müller", "muller", 1, 1},
		{"", "ab", 2, 2},
	} {
		if got := knowledge.Distance(tt.a, tt.b, tt.limit); got != tt.want {
			t.Errorf("%s and %s are %d apart, want %d", tt.a, tt.b, got, tt.want)
		}
		if there, back := knowledge.Distance(tt.a, tt.b, tt.limit), knowledge.Distance(tt.b, tt.a, tt.limit); there != back {
			t.Errorf("%s and %s are %d or %d apart", tt.a, tt.b, there, back)
		}
	}
}
