package main

import (
	"os"
	"path/filepath"
	"testing"

	"rapporteur/entities/coref"
	"rapporteur/frames/attribution"
)

// TestCoreferenceFloor holds the figure of docs/quality.md.
func TestCoreferenceFloor(t *testing.T) {
	const floor = 0.60
	folder := os.Getenv("RAPPORTEUR_DATA")
	if folder == "" {
		t.Skip("RAPPORTEUR_DATA is not set: no treebank to measure on")
	}
	engine, err := loadEngine()
	if err != nil {
		t.Fatal(err)
	}
	finder, err := attribution.Load()
	if err != nil {
		t.Fatal(err)
	}
	resolver, err := coref.Load()
	if err != nil {
		t.Fatal(err)
	}
	texts, err := chainedTexts(filepath.Join(folder, "ud", "en_gum_free-dev.conllu"), engine, finder)
	if err != nil {
		t.Fatal(err)
	}
	var sum chainScores
	for i := range texts {
		sum.add(resolver, &texts[i])
	}
	if f := sum.CoNLL(); f < floor {
		t.Errorf("CoNLL %.4f, floor %.4f", f, floor)
	}
}
