package language_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/language"
	"rapporteur/language/conllu"
)

const bare = `# newdoc
# newpar
# sent_id = 1
# text = Édith doesn't talk.
1	Édith	_	_	_	_	0	_	_	NER=B-PER|TokenRange=0:5
2-3	doesn't	_	_	_	_	_	_	_	TokenRange=6:13
2	does	_	_	_	_	0	_	_	SpaceAfter=No|TokenRange=6:10
3	n't	_	_	_	_	0	_	_	TokenRange=10:13
4	talk	_	_	_	_	0	_	_	SpaceAfter=No|TokenRange=14:18
5	.	_	_	_	_	0	_	_	TokenRange=18:19

# newpar
# sent_id = 2
# text = Go
1	Go	_	_	_	_	0	_	_	TokenRange=21:23

`

func TestTreebankBecomesADocumentAndBack(t *testing.T) {
	corpus, err := conllu.ReadAll(strings.NewReader(bare))
	if err != nil {
		t.Fatal(err)
	}
	d := language.FromCoNLLU(corpus)
	if want := "Édith doesn't talk.\n\nGo"; d.Text != want {
		t.Fatalf("text %q, want %q", d.Text, want)
	}
	if got := d.Text[d.Tokens[2].Start:d.Tokens[2].End]; got != "n't" || !d.Tokens[2].Joined {
		t.Errorf("token %q", got)
	}
	if d.Sentences[1].Paragraph != 1 || len(d.Paragraphs) != 2 {
		t.Errorf("paragraphs %v of %v", d.Paragraphs, d.Sentences)
	}
	d.Names = []language.Name{{First: 0, Last: 1, Class: language.PersonName}}
	var b []byte
	for _, s := range d.CoNLLU() {
		b = s.Append(b)
	}
	if diff := cmp.Diff(bare, string(b)); diff != "" {
		t.Error(diff)
	}
}

func TestFillKeepsWhatTheEngineDoesNotSay(t *testing.T) {
	corpus, err := conllu.ReadAll(strings.NewReader("# x = y\n1\tGo\t_\t_\t_\tA=b\t_\t_\t_\tC=d\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	d := language.FromCoNLLU(corpus)
	d.Tokens[0].Lemma, d.Tokens[0].UPOS, d.Tokens[0].Deprel = "go", "VERB", "root"
	d.Names = []language.Name{{First: 0, Last: 1, Class: language.MiscName}}
	d.Fill(corpus)
	want := "# x = y\n1\tGo\tgo\tVERB\t_\tA=b\t0\troot\t_\tC=d|NER=B-MISC\n\n"
	if diff := cmp.Diff(want, string(corpus[0].Append(nil))); diff != "" {
		t.Error(diff)
	}
}
