package schema_test

import (
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/frames/schema"
	"rapporteur/ontology"

	"github.com/google/go-cmp/cmp"
)

func load(t *testing.T) *schema.Schema {
	t.Helper()
	s, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestKinds(t *testing.T) {
	var got []string
	for _, k := range load(t).Kinds {
		got = append(got, k.Name)
		if len(k.Types) == 0 || len(k.Roles) == 0 || len(k.Attributes) == 0 {
			t.Errorf("%s: %d types, %d roles, %d attributes", k.Name, len(k.Types), len(k.Roles), len(k.Attributes))
		}
		if strings.Count(k.Example, "[") != 1 || strings.Count(k.Example, "]") != 1 {
			t.Errorf("%s: the example shows no trigger: %s", k.Name, k.Example)
		}
	}
	if diff := cmp.Diff([]string{"statement", "meeting", "event", "position", "absence"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestMeanings(t *testing.T) {
	for _, k := range load(t).Kinds {
		meaning := map[string]string{}
		for _, x := range k.Types {
			meaning["type "+x.Name] = x.Meaning
		}
		for _, x := range k.Roles {
			meaning["role "+x.Name] = x.Meaning
		}
		for _, x := range k.Attributes {
			meaning["attribute "+x.Name] = x.Meaning
		}
		for name, m := range meaning {
			if m == "" {
				t.Errorf("%s, %s: no meaning", k.Name, name)
			}
		}
	}
}

// TestCodes holds every code to the ontology: PLOVER's types and modes exist, the
// CAMEO code is one whose conversion gives them back, and every type of PLOVER is a
// type of events.
func TestCodes(t *testing.T) {
	codes, err := ontology.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := load(t)
	for _, k := range s.Kinds {
		for _, x := range k.Types {
			if x.Plover == "" {
				if x.Cameo != "" {
					t.Errorf("%s %s: CAMEO %s without a type of PLOVER", k.Name, x.Name, x.Cameo)
				}
				continue
			}
			plover, ok := codes.Type(x.Plover)
			if !ok {
				t.Errorf("%s %s: no type %s in PLOVER", k.Name, x.Name, x.Plover)
				continue
			}
			if _, ok := plover.Mode(x.Mode); !ok && x.Mode != "" {
				t.Errorf("%s %s: %s has no mode %s", k.Name, x.Name, x.Plover, x.Mode)
			}
			if code, ok := codes.Code(x.Cameo); !ok || code.Type != x.Plover || code.Mode != x.Mode && x.Mode != "" {
				t.Errorf("%s %s: CAMEO %s is %s %s", k.Name, x.Name, x.Cameo, code.Type, code.Mode)
			}
			if k.Name == "event" && x.Mode == "" && plover.Cameo != x.Cameo {
				t.Errorf("%s: CAMEO %s, the ontology has %s", x.Name, x.Cameo, plover.Cameo)
			}
		}
	}
	for _, plover := range codes.Types() {
		if s.Kind("event").Type(plover.Name) == nil {
			t.Errorf("no event of type %s", plover.Name)
		}
	}
}

// TestContract holds attributes to the values that the contract promises.
func TestContract(t *testing.T) {
	s := load(t)
	for _, tc := range []struct {
		kind, attribute string
		values          []string
	}{
		{"statement", "mode", []string{string(rapporteur.Direct), string(rapporteur.Mixed), string(rapporteur.Indirect)}},
		{"meeting", "status", []string{string(rapporteur.Held), string(rapporteur.UnderWayMeeting), string(rapporteur.PlannedMeeting), string(rapporteur.Proposed), string(rapporteur.Postponed), string(rapporteur.Cancelled), string(rapporteur.RefusedMeeting)}},
		{"event", "modality", []string{string(rapporteur.Happened), string(rapporteur.UnderWay), string(rapporteur.Planned), string(rapporteur.Threatened), string(rapporteur.Conditional), string(rapporteur.Denied), string(rapporteur.Refused)}},
		{"position", "stance", []string{string(rapporteur.Supports), string(rapporteur.Opposes), string(rapporteur.ConditionalStance), string(rapporteur.Undecided)}},
	} {
		if diff := cmp.Diff(tc.values, s.Kind(tc.kind).Attribute(tc.attribute).Values); diff != "" {
			t.Errorf("%s of a %s: %s", tc.attribute, tc.kind, diff)
		}
	}
	var absences []string
	for _, x := range s.Kind("absence").Types {
		absences = append(absences, x.Name)
	}
	for _, p := range []rapporteur.Presence{rapporteur.Excluded, rapporteur.Declined, rapporteur.Absent, rapporteur.WalkedOut} {
		if !slices.Contains(absences, string(p)) {
			t.Errorf("no absence of type %s", p)
		}
	}
	for _, role := range []rapporteur.Text{rapporteur.Participant, rapporteur.Host, rapporteur.Mediator, rapporteur.Observer} {
		if s.Kind("meeting").Role(string(role)) == nil {
			t.Errorf("no %s at a meeting", role)
		}
	}
}

func TestLookUp(t *testing.T) {
	s := load(t)
	statement := s.Kind("statement")
	content := statement.Role("content")
	if content == nil || !content.Span || !content.Many || !content.Required {
		t.Errorf("content of a statement: %+v", content)
	}
	if source := statement.Role("source"); source == nil || source.Span || source.Many || source.Required {
		t.Errorf("source of a statement: %+v", source)
	}
	if !statement.Attribute("medium").Allows("") || statement.Attribute("medium").Allows("smoke") || !statement.Attribute("act").Allows("vow") {
		t.Error("a medium may be empty and is no smoke; acts are another table's")
	}
	if s.Kind("rumour") != nil || statement.Type("song") != nil || statement.Role("patient") != nil {
		t.Error("what the tables do not have was found")
	}
}
