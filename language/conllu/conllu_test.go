package conllu_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/language/conllu"
)

const sample = `# newdoc id = d1
# newpar
# text = They don't talk.
1	They	they	PRON	PRP	Number=Plur	4	nsubj	4:nsubj	_
2-3	don't	_	_	_	_	_	_	_	TokenRange=5:10
2	do	do	AUX	VBP	_	4	aux	4:aux	_
3	n't	not	PART	RB	_	4	advmod	4:advmod	_
4	talk	talk	VERB	VB	VerbForm=Inf	0	root	0:root	SpaceAfter=No|NER=O
4.1	talk	talk	VERB	VB	_	_	_	0:root	CopyOf=4
5	.	.	PUNCT	.	_	4	punct	4:punct	_

`

func TestReadGivesWordsTokensAndNodes(t *testing.T) {
	var s conllu.Sentence
	r := conllu.NewReader(strings.NewReader(sample))
	if err := r.Read(&s); err != nil {
		t.Fatal(err)
	}
	if len(s.Words) != 5 || s.Words[1].Head != 4 || s.Words[2].Lemma != "not" {
		t.Errorf("words: %+v", s.Words)
	}
	want := []conllu.Multiword{{First: 2, Last: 3, Form: "don't", Misc: "TokenRange=5:10"}}
	if diff := cmp.Diff(want, s.Multiwords); diff != "" {
		t.Error(diff)
	}
	if len(s.Empty) != 1 || s.Empty[0].After != 4 || s.Empty[0].Minor != 1 {
		t.Errorf("empty nodes: %+v", s.Empty)
	}
	if s.Text() != "They don't talk." || !s.OpensParagraph() {
		t.Errorf("comments: %q", s.Comments)
	}
	if err := r.Read(&s); !errors.Is(err, io.EOF) {
		t.Errorf("after the last sentence: %v", err)
	}
}

func TestMisc(t *testing.T) {
	start, end, ok := conllu.TokenRange("SpaceAfter=No|TokenRange=5:10")
	if start != 5 || end != 10 || !ok {
		t.Errorf("range %d:%d, %v", start, end, ok)
	}
	if _, _, ok := conllu.TokenRange("_"); ok {
		t.Error("a range where there is none")
	}
	if conllu.SpaceAfter("TokenRange=5:10|SpaceAfter=No") || !conllu.SpaceAfter("_") {
		t.Error("SpaceAfter")
	}
	if got := conllu.WithAttribute("_", "NER", "O"); got != "NER=O" {
		t.Error(got)
	}
	if got := conllu.WithAttribute("NER=O|SpaceAfter=No", "NER", "B-PER"); got != "SpaceAfter=No|NER=B-PER" {
		t.Error(got)
	}
}

func TestReadNamesTheLineThatIsWrong(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"columns", "1\tone\n", "line 1: 2 columns, want 10 separated by tabs"},
		{"too many", "1\ta\ta\tX\tX\t_\t0\troot\t_\t_\t_\n", "line 1: more than 10 columns"},
		{"order", "2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n", `line 1: word number "2", want 1`},
		{"head", "1\ta\ta\tX\tX\t_\tx\troot\t_\t_\n", `line 1: head "x", want a word number, 0 or _`},
		{"far head", "1\ta\ta\tX\tX\t_\t9\tdep\t_\t_\n", "word 1 has the head 9 of 1 words"},
		{"token", "2-3\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", `line 1: token "2-3", want one that begins at 1`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := conllu.ReadAll(strings.NewReader(tc.text))
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("error %v, want %q", err, tc.want)
			}
		})
	}
}

func TestTreebanksAreWrittenAsRead(t *testing.T) {
	dir := os.Getenv("RAPPORTEUR_DATA")
	if dir == "" {
		t.Skip("RAPPORTEUR_DATA names no folder of corpora")
	}
	files, err := filepath.Glob(filepath.Join(dir, "ud", "*-dev.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := render(t, read(t, string(want))); got != string(want) {
			t.Errorf("%s is not written as read", file)
		}
	}
}

func FuzzWhatIsWrittenIsReadBack(f *testing.F) {
	f.Add(sample)
	f.Add("# a\n\n1\t#\t_\t_\t_\t_\t_\t_\t_\t_\r\n")
	f.Fuzz(func(t *testing.T, text string) {
		once, err := conllu.ReadAll(strings.NewReader(text))
		if err != nil {
			return
		}
		again := render(t, once)
		if got := render(t, read(t, again)); got != again {
			t.Errorf("%q becomes %q", again, got)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat(sample, 200)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r := conllu.NewReader(strings.NewReader(text))
		var s conllu.Sentence
		for r.Read(&s) == nil {
		}
	}
	b.ReportMetric(float64(b.N)*1000/b.Elapsed().Seconds(), "tokens/s")
}

func read(t *testing.T, text string) []conllu.Sentence {
	t.Helper()
	all, err := conllu.ReadAll(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func render(t *testing.T, all []conllu.Sentence) string {
	t.Helper()
	var out bytes.Buffer
	w := conllu.NewWriter(&out)
	for i := range all {
		if err := w.Write(&all[i]); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}
