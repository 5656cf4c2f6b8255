package source_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/source"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Every page in testdata is read as the golden file beside it says.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, path := range pages {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			r, err := source.Parse(path, data, source.Options{})
			if err != nil {
				t.Fatal(err)
			}
			checkReport(t, r)
			got := fmt.Sprintf("title\t%s\nbyline\t%s\noutlet\t%s\npublished\t%s\nurl\t%s\ngenre\t%s\n\n%s",
				r.Title, r.Byline, r.Outlet, r.Published, r.URL, r.Genre, kinds(r))
			golden := strings.TrimSuffix(path, ".html") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// All real reports at hand are read, with a date and a body.
func TestCorpus(t *testing.T) {
	root := os.Getenv("RAPPORTEUR_DATA")
	if root == "" {
		t.Skip("RAPPORTEUR_DATA is not set; it names the folder of the corpora")
	}
	for _, pattern := range []string{"reports/*.txt", "gold/*.txt"} {
		paths, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil || len(paths) == 0 {
			t.Fatalf("no %s in %s", pattern, root)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			r, err := source.Parse(path, data, source.Options{})
			if err != nil {
				t.Error(err)
				continue
			}
			checkReport(t, r)
			if r.Published == "" || !strings.Contains(kinds(r), "body\t") {
				t.Errorf("%s: no date or no body", path)
			}
		}
	}
}
