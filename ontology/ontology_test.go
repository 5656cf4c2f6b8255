package ontology_test

import (
	"regexp"
	"testing"
	"testing/fstest"

	"rapporteur/ontology"
)

func load(t *testing.T) *ontology.Ontology {
	t.Helper()
	o, err := ontology.Load()
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// TestCodes holds the codes to their form and to PLOVER's types and modes.
func TestCodes(t *testing.T) {
	o := load(t)
	form := regexp.MustCompile(`^(0[1-9]|1[0-9]|20)[0-9]{0,2}$`)
	codes := o.Codes()
	if len(codes) != 311 {
		t.Errorf("%d codes", len(codes))
	}
	contexts := map[string]bool{}
	for _, c := range o.Contexts() {
		contexts[c.Name] = true
	}
	for i, c := range codes {
		if !form.MatchString(c.Code) || c.Name == "" || c.Goldstein < -10 || c.Goldstein > 10 {
			t.Errorf("code %+v", c)
		}
		if i > 0 && codes[i-1].Code >= c.Code {
			t.Errorf("%s after %s", c.Code, codes[i-1].Code)
		}
		typ, ok := o.Type(c.Type)
		if c.Type != "" && !ok {
			t.Errorf("%s: type %q", c.Code, c.Type)
		}
		if _, ok := typ.Mode(c.Mode); c.Mode != "" && !ok {
			t.Errorf("%s: %s has no mode %q", c.Code, c.Type, c.Mode)
		}
		for _, x := range c.Contexts {
			if !contexts[x] {
				t.Errorf("%s: context %q", c.Code, x)
			}
		}
		if c.Type == "" && c.Root() != "01" {
			t.Errorf("%s has no type", c.Code)
		}
	}
}

// TestTraps holds what differs between copies of the tables.
func TestTraps(t *testing.T) {
	o := load(t)
	for _, tc := range []struct {
		code, typ, mode string
		goldstein       float64
		quad            ontology.Quad
	}{
		{"163", "SANCTION", "discontinue", -8, ontology.MaterialConflict},
		{"0231", "REQUEST", "assist", 3.4, ontology.VerbalCooperation},
		{"010", "", "", 0, ontology.VerbalCooperation},
		{"090", "ACCUSE", "investigate", -2, ontology.MaterialCooperation},
		{"145", "PROTEST", "riot", -7.5, ontology.VerbalConflict},
		{"106", "REQUEST", "meet", -5, ontology.VerbalConflict},
		{"190", "ASSAULT", "", -10, ontology.MaterialConflict},
	} {
		c, ok := o.Code(tc.code)
		if !ok || c.Type != tc.typ || c.Mode != tc.mode || c.Goldstein != tc.goldstein || c.Quad != tc.quad {
			t.Errorf("%s: %+v", tc.code, c)
		}
	}
}

// TestTypes holds the types of PLOVER to the codes that stand for them.
func TestTypes(t *testing.T) {
	o := load(t)
	types := o.Types()
	if len(types) != 16 {
		t.Errorf("%d types", len(types))
	}
	for _, typ := range types {
		for _, code := range append([]string{typ.Cameo}, modeCodes(typ)...) {
			if _, ok := o.Code(code); !ok {
				t.Errorf("%s: no code %q", typ.Name, code)
			}
		}
		if c, _ := o.Code(typ.Cameo); c.Type != typ.Name {
			t.Errorf("%s stands for %s, which is %s", typ.Cameo, typ.Name, c.Type)
		}
		if (typ.Score < 0) != (typ.Quad >= ontology.VerbalConflict) && typ.Score != 0 {
			t.Errorf("%s: score %v in %s", typ.Name, typ.Score, typ.Quad)
		}
	}
}

func modeCodes(t ontology.Type) []string {
	var out []string
	for _, m := range t.Modes {
		out = append(out, m.Cameo)
	}
	return out
}

func TestCameo(t *testing.T) {
	o := load(t)
	for _, tc := range []struct {
		typ, mode string
		contexts  []string
		want      string
	}{
		{"AID", "", []string{"military"}, "072"},
		{"ASSAULT", "aerial", nil, "195"},
		{"ASSAULT", "aerial", []string{"military"}, "195"},
		{"REJECT", "", nil, "120"},
		{"SANCTION", "discontinue", []string{"economic"}, "1621"},
		{"PARTY", "", nil, ""},
	} {
		if got := o.Cameo(tc.typ, tc.mode, tc.contexts...); got != tc.want {
			t.Errorf("%s %s %v: %s, want %s", tc.typ, tc.mode, tc.contexts, got, tc.want)
		}
	}
}

func TestIssueOf(t *testing.T) {
	o := load(t)
	for proposal, want := range map[string]string{
		"lifting the sanctions against Iran":          "sanctions",
		"easing sanctions step by step":               "sanctions-relief",
		"a role for Europe at the table":              "participation",
		"sending Polish troops":                       "foreign-troops",
		"an immediate ceasefire in Aleppo":            "ceasefire",
		"enrichment of uranium on its soil":           "enrichment",
		"NATO membership for Ukraine":                 "alliance-membership",
		"the release of hostages held by the group":   "hostages",
		"territorial concessions to its neighbour":    "territorial-concessions",
		"direct talks between the two leaders":        "talks-format",
		"humanitarian corridors for the city":         "humanitarian-access",
		"the withdrawal of all foreign forces":        "withdrawal",
		"elections in both parts of the country soon": "elections",
	} {
		got := o.IssueOf(proposal)
		if got == nil || got.ID != want {
			t.Errorf("%q: %v, want %s", proposal, got, want)
		}
	}
	if got := o.IssueOf("his birthday cake"); got != nil {
		t.Errorf("a cake is %v", got)
	}
}

func TestOwnIssues(t *testing.T) {
	own := fstest.MapFS{"issues.tsv": {Data: []byte("id\tgroup\tlabel\twords\nchess\tgames\tThe match\tchess; king's gambit\ntrade\teconomy\tTrade, our list\tbarter*\n")}}
	o, err := ontology.Load(own, fstest.MapFS{})
	if err != nil {
		t.Fatal(err)
	}
	if got := o.IssueOf("a king's gambit in chess"); got == nil || got.ID != "chess" || o.GroupOf("chess") != "games" {
		t.Errorf("got %v", got)
	}
	if got := o.IssueOf("bartering"); got == nil || got.Label != "Trade, our list" {
		t.Errorf("got %v", got)
	}
	if _, err := ontology.Load(fstest.MapFS{"issues.tsv": {Data: []byte("id\nx\n")}}); err == nil {
		t.Error("a table without its columns is read")
	}
}

// TestIssues holds the list to ids that are unique and words that are read.
func TestIssues(t *testing.T) {
	o := load(t)
	ids := map[string]bool{}
	form := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	for _, i := range o.Issues() {
		if ids[i.ID] || !form.MatchString(i.ID) || i.Label == "" || o.GroupOf(i.ID) == "" {
			t.Errorf("issue %+v", i)
		}
		ids[i.ID] = true
	}
	if n := len(ids); n < 55 || n > 80 {
		t.Errorf("%d issues", n)
	}
}

func TestQuad(t *testing.T) {
	if got := ontology.MaterialConflict.String(); got != "material conflict" {
		t.Errorf("class 4 is %q", got)
	}
}
