package service_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/service"
	"rapporteur/source"
)

// opened gives the names of inputs and for each its text or the code of its error.
func opened(t *testing.T, in *service.Inputs, targets ...string) (names, results []string) {
	t.Helper()
	for input := range in.All(targets) {
		names = append(names, input.Name)
		report, err := input.Open(t.Context())
		switch {
		case err != nil:
			results = append(results, string(rapporteur.CodeOf(err)))
		default:
			results = append(results, string(report.Title))
		}
	}
	return names, results
}

func TestFolderInOrderWithoutWhatIsHidden(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"b.txt":           "Second\n\nThe lake rose on Monday.\n",
		"a.txt":           "First\n\nThe lake fell on Monday.\n",
		"deep/c.jsonl":    `{"title": "Third", "text": "The lake froze on Monday."}` + "\n" + `{"title": "Fourth", "text": "The lake thawed on Monday."}` + "\n",
		".hidden/d.txt":   "Never\n\nNobody reads this.\n",
		".also-not-me.md": "Never\n\nNobody reads this.\n",
	} {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	in := &service.Inputs{Opener: &source.Opener{}}
	names, titles := opened(t, in, root)
	if want := []string{"First", "Second", "Third", "Fourth"}; !slices.Equal(titles, want) {
		t.Errorf("%v: %v, want %v", names, titles, want)
	}
}

func TestNothingToRead(t *testing.T) {
	in := &service.Inputs{Opener: &source.Opener{}}
	if _, codes := opened(t, in, t.TempDir()); !slices.Equal(codes, []string{string(rapporteur.Empty)}) {
		t.Errorf("an empty folder: %v", codes)
	}
	missing := filepath.Join(t.TempDir(), "missing")
	if _, codes := opened(t, in, missing+".jsonl", missing+".txt"); !slices.Equal(codes, []string{string(rapporteur.Unreadable), string(rapporteur.Unreadable)}) {
		t.Errorf("files that are missing: %v", codes)
	}
}

func TestStandardInputIsLinesOrOneReport(t *testing.T) {
	for _, test := range []struct {
		name, given string
		want        []string
	}{
		{"lines", "\ufeff \n" + `{"title": "One", "text": "The lake rose."}` + "\n" + `{"title": "Two", "text": "The lake fell."}` + "\n", []string{"One", "Two"}},
		{"a report", "One Report on a Lake\n\nThe lake rose on Monday, the ministry said.\n", []string{"One Report on a Lake"}},
		{"nothing", "", []string{string(rapporteur.Empty)}},
	} {
		in := &service.Inputs{Opener: &source.Opener{}, Stdin: strings.NewReader(test.given)}
		if _, got := opened(t, in, "-"); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// TestNoMoreThanWanted is opened: who stops asking gets no further input.
func TestNoMoreThanWanted(t *testing.T) {
	in := &service.Inputs{Opener: &source.Opener{}}
	root := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt"} {
		if err := os.WriteFile(filepath.Join(root, name), []byte("The lake rose."), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for range in.All([]string{root, root}) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d inputs after the first was enough", n)
	}
}
