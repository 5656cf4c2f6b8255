package eval_test

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"rapporteur/eval"
)

const attributedText = `The envoy said that “talks résumé soon”, and Moe added the hall was cold. “No,” she wrote.`

// extentOf finds pieces of the text.
func extentOf(t *testing.T, pieces ...string) eval.Extent {
	t.Helper()
	var e eval.Extent
	for _, p := range pieces {
		i := strings.Index(attributedText, p)
		if i < 0 {
			t.Fatalf("no %q in the text", p)
		}
		start := utf8.RuneCountInString(attributedText[:i])
		e = append(e, eval.Piece{Start: start, End: start + utf8.RuneCountInString(p)})
	}
	return e
}

func TestAttributions(t *testing.T) {
	x := func(p ...string) eval.Extent { return extentOf(t, p...) }
	said := eval.Attributed{Source: x("The envoy"), Cue: x("said"), Content: x("that “talks résumé soon”")}
	added := eval.Attributed{Source: x("Moe"), Cue: x("added"), Content: x("the hall was cold")}
	wrote := eval.Attributed{Source: x("she"), Cue: x("wrote"), Content: x("“No,”")}
	for _, tc := range []struct {
		name         string
		gold, system []eval.Attributed
		mode         string
		// counts of exact contents, then the shares of the contents
		want         eval.Score
		found, right float64
	}{
		{"the same", []eval.Attributed{said, added, wrote}, []eval.Attributed{wrote, added, said}, "all", eval.Score{Gold: 3, System: 3, Correct: 3}, 3, 3},
		{"that and marks do not count", []eval.Attributed{said}, []eval.Attributed{{Content: x("talks résumé soon")}}, "direct", eval.Score{Gold: 1, System: 1, Correct: 1}, 1, 1},
		{"shares of words", []eval.Attributed{added}, []eval.Attributed{{Content: x("hall was cold. “No")}}, "indirect", eval.Score{Gold: 1, System: 1}, 0.75, 0.75},
		{"the better partner", []eval.Attributed{added}, []eval.Attributed{{Content: x("cold")}, added}, "all", eval.Score{Gold: 1, System: 2, Correct: 1}, 1, 1},
		{"a false alarm has its own mode", nil, []eval.Attributed{wrote}, "direct", eval.Score{System: 1}, 0, 0},
		{"pieces", []eval.Attributed{{Content: x("talks", "soon", "the hall")}}, []eval.Attributed{said}, "mixed", eval.Score{Gold: 1, System: 1}, 0.5, 2.0 / 3},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := eval.Attributions(attributedText, x("“talks résumé soon”", "“No,”"), tc.gold, tc.system)[tc.mode].Content
			if diff := cmp.Diff(tc.want, got.Exact); diff != "" {
				t.Error(diff)
			}
			if math.Abs(got.Overlap.Found-tc.found) > 1e-9 || math.Abs(got.Overlap.Right-tc.right) > 1e-9 {
				t.Errorf("found %v, right %v; want %v, %v", got.Overlap.Found, got.Overlap.Right, tc.found, tc.right)
			}
		})
	}
}

func TestReadBrat(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a_01.ann")
	lines := "T1\tSource 0 3\tMoe\nT2\tCue 4 8\tsaid\nT3\tContent 9 13;15 19\tless\nmore\nT4\tContent 20 24\tlast\n" +
		"T5\tAttribution 4 8\tsaid\nE1\tAttribution:T5 Content:T3 Content2:T4 Cue:T2 Source:T1\nE2\tAttribution:T5 Cue:T2\n"
	if err := os.WriteFile(path, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := eval.ReadBrat(path)
	if err != nil {
		t.Fatal(err)
	}
	want := []eval.Attributed{{Source: eval.Extent{{0, 3}}, Cue: eval.Extent{{4, 8}}, Content: eval.Extent{{9, 13}, {15, 19}, {20, 24}}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if err := os.WriteFile(path, []byte("T1\tSource x 3\tMoe\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := eval.ReadBrat(path); err == nil || !strings.Contains(err.Error(), "T1") {
		t.Errorf("error %v", err)
	}
}
