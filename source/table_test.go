package source

import (
	"strings"
	"testing"
)

func TestTables(t *testing.T) {
	if s, err := readSigns(signTable); err != nil || len(s) != 7 {
		t.Errorf("signs.tsv: %d places, %v", len(s), err)
	}
	if g, err := readGenres(genreTable); err != nil || len(g) == 0 {
		t.Errorf("genres.tsv: %d rows, %v", len(g), err)
	}
	if f, err := readFurniture(furnitureTable); err != nil || len(f.any) == 0 || len(f.part) == 0 {
		t.Errorf("furniture.tsv: %v", err)
	}
	if _, err := readFurniture([]byte("limit\tname\nall\tpanel")); err == nil {
		t.Error("furniture.tsv: a limit that there is not was read")
	}
	if w := englishWords(); !w["the"] {
		t.Error("english.tsv does not know the")
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(signTable)) {
		if !strings.HasPrefix(line, "#") && seen[line] {
			t.Errorf("signs.tsv: %q stands there twice", line)
		}
		seen[line] = true
	}
}

func TestTableErrors(t *testing.T) {
	for table, want := range map[string]string{
		"body\tmiddle\t9\twords":      `signs.tsv:2: "middle" is no place to look`,
		"body\thas\tlong\twords":      `signs.tsv:2: limit "long" is no length`,
		"title\thas\t9\twords":        `signs.tsv:2: "title" is no kind`,
		"boilerplate\thas\t-1\twords": `signs.tsv:2: limit "-1" is no length`,
	} {
		_, err := readSigns([]byte("kind\twhere\tlimit\tpattern\n" + table))
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: got %v", table, err)
		}
	}
}

func TestPattern(t *testing.T) {
	for _, tt := range []struct {
		pattern string
		where   where
		text    string
		want    bool
	}{
		{"photo", whole, "Photo", true},
		{"photo", whole, "Photos", false},
		{"photo", has, "The photographer left.", false},
		{"slideshow (* images)", whole, "Slideshow (12 images)", true},
		{"more on this*", whole, "More on this...", true},
		{"# min read", has, "A 5 min read by Jo", true},
		{"don't miss:", atStart, "Don’t miss: the bridge", true},
		{"read more", suffix, "What now? Read  more", true},
		{"read more", suffix, "What now? Spread more", false},
		{"the * newsletter", has, "Get the Courier’s evening newsletter today", true},
		{"a * b", has, "a" + strings.Repeat(" x", gap) + " b", false},
	} {
		if got := newPattern(tt.pattern).holds(tt.where, fold(tt.text).text); got != tt.want {
			t.Errorf("%q %s in %q: got %v", tt.pattern, tt.where, tt.text, got)
		}
	}
}
