package dataset_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/dataset"
	"rapporteur/export"
	"rapporteur/ontology"
	"rapporteur/service"
)

func TestCodebook(t *testing.T) {
	codes, err := ontology.Load()
	if err != nil {
		t.Fatal(err)
	}
	p, err := service.Provenance{Program: "rapporteur 1.2.3", Schema: rapporteur.Schema}.Cite()
	if err != nil {
		t.Fatal(err)
	}
	all, err := dataset.Codebook(codes, p)
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]int{}
	for _, e := range all {
		parts[e.Part]++
		if e.Name == "" || e.Meaning+e.Figures == "" {
			t.Errorf("%+v explains nothing", e)
		}
	}
	for part, least := range map[string]int{"fields": 100, "values": 20, "plover": 60, "cameo": 300, "contexts": 20, "issues": 50, "rules": 20, "quality": 15, "program": 10} {
		if parts[part] < least {
			t.Errorf("%d lines of %s", parts[part], part)
		}
	}
	for _, format := range []string{"text", "csv", "json", "markdown"} {
		var out bytes.Buffer
		if err := dataset.List(all).Write(&out, format, export.Plain()); err != nil || !strings.Contains(out.String(), "rapporteur 1.2.3") {
			t.Errorf("%s: %d bytes, %v", format, out.Len(), err)
		}
	}
}

// TestQualityIsThatOfTheDocument holds the codebook's figures to docs/quality.md.
func TestQualityIsThatOfTheDocument(t *testing.T) {
	document, err := os.ReadFile("../docs/quality.md")
	if err != nil {
		t.Fatal(err)
	}
	codes, _ := ontology.Load()
	all, err := dataset.Codebook(codes, service.Provenance{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		if value, _, _ := strings.Cut(e.Figures, " of "); e.Part == "quality" && !strings.Contains(string(document), value) {
			t.Errorf("%s, %s: %s does not stand in docs/quality.md", e.Of, e.Name, value)
		}
	}
}
