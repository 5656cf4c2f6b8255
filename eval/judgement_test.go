package eval_test

import (
	"os"
	"path/filepath"
	"testing"

	"rapporteur"
	"rapporteur/eval"

	"github.com/google/go-cmp/cmp"
)

func TestStand(t *testing.T) {
	path := filepath.Join(t.TempDir(), "speakers.tsv")
	rows := "report\tstart\tend\tsays\tverdict\terror\n" +
		"a\t5\t9\tann/FRA\tright\t\n" +
		"a\t20\t30\tbob/\twrong\tother person\n" +
		"b\t1\t2\tcy/\twrong\tnot speech\n" +
		"b\t7\t9\tdi/\tunclear\t\n"
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	judged, err := eval.ReadJudgements(path)
	if err != nil {
		t.Fatal(err)
	}
	r := &rapporteur.Reading{Statements: []rapporteur.Statement{
		{Basis: rapporteur.Basis{Confidence: 0.95}, Speakers: []string{"ann"}, For: "FRA", Content: []rapporteur.Span{{Start: 5, End: 9}}},
		{Basis: rapporteur.Basis{Confidence: 0.6}, Speakers: []string{"bob"}, Content: []rapporteur.Span{{Start: 20, End: 30}}},
	}}
	got := eval.Stand(judged, eval.Answers("a", "speakers", r))
	want := &eval.Standing{Right: 1, Wrong: 2, Unclear: 1, Kept: 1, Mended: 1, Errors: map[string]int{"other person": 1}}
	want.Bands[9] = eval.Score{System: 1, Correct: 1}
	want.Bands[6] = eval.Score{System: 1}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("standing (-want +got):\n%s", d)
	}
}

func TestReadJudgementsRejects(t *testing.T) {
	path := filepath.Join(t.TempDir(), "events.tsv")
	if err := os.WriteFile(path, []byte("report\tstart\tend\tsays\tverdict\terror\na\t1\t2\tx\tperhaps\t\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := eval.ReadJudgements(path); err == nil {
		t.Error("a verdict that is none was read")
	}
}

func TestSampleIsFixed(t *testing.T) {
	all := make([]eval.Answer, 50)
	for i := range all {
		all[i].Start = i
	}
	a, b := eval.Sample(all, 10, 1), eval.Sample(all, 10, 1)
	if d := cmp.Diff(a, b); d != "" || len(a) != 10 {
		t.Errorf("two draws of 10 differ, or hold %d:\n%s", len(a), d)
	}
	if n := len(eval.Sample(all, 99, 1)); n != 50 {
		t.Errorf("%d of 50 were drawn", n)
	}
}
