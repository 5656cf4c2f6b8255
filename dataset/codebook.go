package dataset

import (
	_ "embed"
	"fmt"
	"strings"

	"rapporteur/export"
	"rapporteur/frames/schema"
	"rapporteur/ontology"
	"rapporteur/reading"
	"rapporteur/service"
	"rapporteur/table"
)

//go:embed tables/quality.tsv
var quality []byte

// Explained is a line of the codebook.
type Explained struct {
	// Part is fields, values, plover, cameo, contexts, issues, rules, quality or program.
	Part string `json:"part"`
	// Of is what the name belongs to: a table, a kind of entry, a type.
	Of      string `json:"of,omitempty"`
	Name    string `json:"name"`
	Type    string `json:"type,omitempty"`
	Meaning string `json:"meaning,omitempty"`
	Figures string `json:"figures,omitempty"`
}

// Codebook explains every field, code and rule, with its figures of quality.
func Codebook(codes *ontology.Ontology, p service.Provenance) ([]Explained, error) {
	tables, err := Tables()
	if err != nil {
		return nil, err
	}
	inventory, err := schema.Load()
	if err != nil {
		return nil, err
	}
	out := fieldsOf(tables)
	out = append(out, valuesOf(inventory)...)
	out = append(out, codesOf(codes)...)
	rules, err := rulesOf()
	if err != nil {
		return nil, err
	}
	out = append(out, rules...)
	measured, err := qualityOf()
	if err != nil {
		return nil, err
	}
	out = append(out, measured...)
	for _, pair := range about(p) {
		if pair[0] != "asked" && pair[0] != "no_text" && pair[0] != "made" {
			out = append(out, Explained{Part: "program", Name: pair[0], Meaning: pair[1]})
		}
	}
	return out, nil
}

func fieldsOf(tables []Table) []Explained {
	var out []Explained
	for _, t := range tables {
		for _, c := range t.Columns {
			out = append(out, Explained{Part: "fields", Of: t.Name, Name: c.Name, Type: string(c.Type), Meaning: describe(c)})
		}
	}
	return out
}

// valuesOf gives what attributes of entries may be.
func valuesOf(inventory *schema.Schema) []Explained {
	var out []Explained
	for _, kind := range []string{"statement", "meeting", "event", "position"} {
		k := inventory.Kind(kind)
		if k == nil {
			continue
		}
		for _, t := range k.Types {
			out = append(out, Explained{Part: "values", Of: kind, Name: t.Name, Type: "type", Meaning: t.Meaning, Figures: code(t.Cameo)})
		}
	}
	return out
}

func code(cameo string) string {
	if cameo == "" {
		return ""
	}
	return "CAMEO " + cameo
}

func codesOf(codes *ontology.Ontology) []Explained {
	var out []Explained
	for _, t := range codes.Types() {
		out = append(out, Explained{Part: "plover", Name: t.Name, Type: t.Quad.String(), Meaning: t.Meaning, Figures: fmt.Sprintf("score %v, CAMEO %s", t.Score, t.Cameo)})
		for _, m := range t.Modes {
			out = append(out, Explained{Part: "plover", Of: t.Name, Name: m.Name, Type: "mode", Meaning: m.Meaning, Figures: fmt.Sprintf("score %v, CAMEO %s", m.Score, m.Cameo)})
		}
	}
	for _, c := range codes.Contexts() {
		out = append(out, Explained{Part: "contexts", Name: c.Name, Meaning: c.Meaning})
	}
	for _, c := range codes.Codes() {
		out = append(out, Explained{Part: "cameo", Of: c.Type, Name: c.Code, Type: c.Quad.String(), Meaning: c.Name, Figures: fmt.Sprintf("Goldstein %v", c.Goldstein)})
	}
	for _, i := range codes.Issues() {
		out = append(out, Explained{Part: "issues", Of: codes.GroupOf(i.ID), Name: i.ID, Meaning: i.Label})
	}
	return out
}

func rulesOf() ([]Explained, error) {
	judged, err := reading.JudgedRules()
	if err != nil {
		return nil, err
	}
	var out []Explained
	for _, j := range judged {
		out = append(out, Explained{Part: "rules", Of: j.Kind, Name: j.Rule, Type: j.Trait,
			Figures: fmt.Sprintf("%d of %d judged right; confidence %.2f", j.Right, j.All, j.Confidence)})
	}
	return append(out, Explained{Part: "rules", Name: "learned", Meaning: "found by the model and by no rule; its confidence is the model's probability, calibrated on the reports of development"}), nil
}

func qualityOf() ([]Explained, error) {
	parsed, err := table.Parse("quality.tsv", quality, "what", "figure", "value", "of", "on")
	if err != nil {
		return nil, err
	}
	var out []Explained
	for _, row := range parsed.Rows {
		out = append(out, Explained{Part: "quality", Of: row.Get("what"), Name: row.Get("figure"), Meaning: row.Get("on"), Figures: row.Get("value") + " of " + row.Get("of")})
	}
	return out, nil
}

// List puts the codebook into a form that is printed.
func List(all []Explained) *export.Listing {
	l := &export.Listing{Columns: []string{"part", "of", "name", "type", "meaning", "figures"}, None: "There is nothing to explain."}
	for i := range all {
		e := &all[i]
		l.Values = append(l.Values, e)
		l.Rows = append(l.Rows, []string{e.Part, e.Of, e.Name, e.Type, e.Meaning, e.Figures})
		head := strings.Trim(strings.Join([]string{e.Of, e.Name}, "."), ".")
		if e.Type != "" {
			head += " (" + e.Type + ")"
		}
		l.Items = append(l.Items, export.Item{Entry: e.Part, Head: head, Lines: []string{e.Meaning, e.Figures}})
	}
	return l
}
