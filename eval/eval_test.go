package eval_test

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/eval"
	"rapporteur/language/conllu"
)

// corpus reads sentences of lines "form lemma upos head deprel" with an
// optional first line "from-to form" for a multiword token.
func corpus(t *testing.T, text string) []conllu.Sentence {
	t.Helper()
	var b strings.Builder
	for block := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		n := 0
		for line := range strings.SplitSeq(block, "\n") {
			c := strings.Fields(line)
			if len(c) == 2 {
				b.WriteString(c[0] + "\t" + c[1] + strings.Repeat("\t_", 8) + "\n")
				continue
			}
			n++
			b.WriteString(strings.Join([]string{string(rune('0' + n)), c[0], c[1], c[2], "X", "_", c[3], c[4], "_", "_"}, "\t") + "\n")
		}
		b.WriteString("\n")
	}
	all, err := conllu.ReadAll(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

const gold = `They they PRON 4 nsubj
2-3 can't
ca can AUX 4 aux
n't not PART 4 advmod
talk talk VERB 0 root
. . PUNCT 4 punct

Why why ADV 0 root
? ? PUNCT 1 punct`

func TestTreebank(t *testing.T) {
	for _, tc := range []struct {
		name, system string
		// correct answers of the system, of seven words
		tokens, sentences, words, lemmas, upos, uas, las int
	}{
		{"the same", gold, 6, 2, 7, 7, 7, 7, 7},
		{"subtype does not count", strings.Replace(gold, "nsubj", "nsubj:pass", 1), 6, 2, 7, 7, 7, 7, 7},
		{"wrong lemma, tag, head and relation", `They it NOUN 4 obj
2-3 can't
ca can AUX 5 aux
n't not PART 4 advmod
talk talk VERB 0 root
. . PUNCT 4 punct

Why why ADV 0 root
? ? PUNCT 1 punct`, 6, 2, 7, 6, 6, 6, 5},
		{"tokens instead of words", `They they PRON 4 nsubj
ca can AUX 4 aux
n't not PART 4 advmod
talk talk VERB 0 root
. . PUNCT 4 punct

Why why ADV 0 root
? ? PUNCT 1 punct`, 5, 2, 7, 7, 7, 7, 7},
		{"one sentence, one unknown word", `They they PRON 3 nsubj
can't can't AUX 3 aux
talk talk VERB 0 root
. . PUNCT 3 punct
Why why ADV 3 advcl
? ? PUNCT 5 punct`, 6, 0, 5, 5, 5, 4, 4},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := eval.Treebank(corpus(t, gold), corpus(t, tc.system))
			if err != nil {
				t.Fatal(err)
			}
			want := []int{tc.tokens, tc.sentences, tc.words, tc.lemmas, tc.upos, tc.uas, tc.las}
			have := []int{got.Tokens.Correct, got.Sentences.Correct, got.Words.Correct,
				got.Lemmas.Correct, got.UPOS.Correct, got.UAS.Correct, got.LAS.Correct}
			if diff := cmp.Diff(want, have); diff != "" {
				t.Error(diff)
			}
			if got.Words.Gold != 7 || got.LAS.Aligned != tc.words {
				t.Errorf("%d gold words, %d aligned", got.Words.Gold, got.LAS.Aligned)
			}
		})
	}
}

func TestTreebankRefusesAnotherText(t *testing.T) {
	_, err := eval.Treebank(corpus(t, gold), corpus(t, "They they PRON 0 root"))
	if err == nil || !strings.Contains(err.Error(), `after 4 characters "can't`) {
		t.Errorf("error %v", err)
	}
}

func TestScore(t *testing.T) {
	s := eval.Score{Gold: 4, System: 2, Correct: 1, Aligned: 2}
	for _, tc := range []struct{ got, want float64 }{
		{s.Precision(), 0.5}, {s.Recall(), 0.25}, {s.F1(), 1.0 / 3}, {s.AlignedAccuracy(), 0.5},
		{eval.Score{}.F1(), 0},
	} {
		if math.Abs(tc.got-tc.want) > 1e-9 {
			t.Errorf("got %v, want %v", tc.got, tc.want)
		}
	}
}

func TestNames(t *testing.T) {
	gold := []eval.NameSpan{{0, 2, "person"}, {5, 6, "location"}, {8, 10, "organisation"}}
	system := []eval.NameSpan{{0, 2, "person"}, {5, 6, "organisation"}, {8, 9, "organisation"}}
	got := eval.Names(gold, system)
	want := eval.NameScores{All: eval.Score{Gold: 3, System: 3, Correct: 1}, Class: map[string]eval.Score{
		"person": {Gold: 1, System: 1, Correct: 1}, "location": {Gold: 1},
		"organisation": {Gold: 1, System: 2}, "other": {},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if twice := got.Add(got); twice.All.Gold != 6 || twice.Class["person"].Correct != 2 {
		t.Errorf("added: %+v", twice)
	}
}

func TestNamedReport(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.tsv")
	lines := []string{"Envoys\tO", "of\tO", "South\tB-Location\tB-NORP", "Sudan\tI-Location", "met\tO",
		"\"\tO", "in\tO", "Juba\tB-Facility", "\"\tO", ".\tO", "", "US\tB-Money\tB-Location", "$\tI-Money", "5\tI-Money", ""}
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := eval.ReadNamedReport(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]eval.NameSpan{{2, 4, "location"}, {7, 8, "location"}}, r.Names); diff != "" {
		t.Error(diff)
	}
	text, names := r.Text()
	if want := "Envoys of South Sudan met \"in Juba\".\n\nUS $5"; text != want {
		t.Errorf("text %q, want %q", text, want)
	}
	for i, want := range []string{"South Sudan", "Juba"} {
		if got := text[names[i].Start:names[i].End]; got != want {
			t.Errorf("name %q, want %q", got, want)
		}
	}
}

func TestRawText(t *testing.T) {
	all, err := conllu.ReadAll(strings.NewReader(`# newdoc id = a
# text = Talks!
1	Talks	talk	NOUN	NNS	_	0	root	_	SpaceAfter=No
2	!	!	PUNCT	.	_	1	punct	_	SpaceAfter=No

# text = Go.
1	Go	go	VERB	VB	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_

# text = On.
1	On	on	ADV	RB	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_

# newpar
# text = End
1	End	end	NOUN	NN	_	0	root	_	_
`))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := eval.RawText(all), "Talks!Go. On.\n\nEnd"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
