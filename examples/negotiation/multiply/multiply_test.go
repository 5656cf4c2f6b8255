package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func made(t *testing.T, m maker) ([]byte, string) {
	t.Helper()
	var out bytes.Buffer
	actors := t.TempDir()
	if err := m.run("..", actors, &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), actors
}

func TestSameSeedSameBytes(t *testing.T) {
	one, _ := made(t, maker{count: 150, casts: 2, seed: 7})
	two, _ := made(t, maker{count: 150, casts: 2, seed: 7})
	other, _ := made(t, maker{count: 150, casts: 2, seed: 8})
	if !bytes.Equal(one, two) || bytes.Equal(one, other) {
		t.Error("the bytes do not follow from the seed")
	}
}

func TestNothingOfTheFirstWorldIsLeft(t *testing.T) {
	out, actors := made(t, maker{count: 180, casts: 2, seed: 1})
	addresses := map[string]string{}
	for line := range bytes.Lines(out) {
		var m model
		if err := json.Unmarshal(line, &m); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"Veldria", "Marenia", "Isendal", "Linnmere", "LINNMERE", "Kostrel", "Strait"} {
			if strings.Contains(m.Title+m.Text+m.Outlet, name) {
				t.Errorf("%s in %q", name, m.Title)
			}
		}
		addresses[m.URL] = m.Published
	}
	if len(addresses) != 177 { // each of three rounds has one revision
		t.Errorf("%d addresses", len(addresses))
	}
	sheets, err := readSheets(actors)
	if err != nil {
		t.Fatal(err)
	}
	if len(sheets) != 5 {
		t.Errorf("%d tables", len(sheets))
	}
}
