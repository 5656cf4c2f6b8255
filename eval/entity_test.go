package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/language/conllu"
)

const entities = `# newdoc id = d
# global.Entity = GRP-etype-link-identity
1	The	the	DET	DT	_	2	det	_	Entity=(1-person-coref-A-B(2-person-sgl
2	envoys	envoy	NOUN	NNS	_	3	nsubj	_	Entity=2)
3	met	meet	VERB	VBD	_	0	root	_	_
4	us	we	PRON	PRP	_	3	obj	_	Entity=(3-person-sgl)1)|SpaceAfter=No

1	They	they	PRON	PRP	_	2	nsubj	_	Entity=(1-person-ana)
2	left	leave	VERB	VBD	_	0	root	_	_

`

func TestEntities(t *testing.T) {
	got, err := Entities(sentences(t, entities))
	if err != nil {
		t.Fatal(err)
	}
	want := []Chain{{{0, 4, 2}, {4, 5, 4}}, {{0, 2, 1}}, {{3, 4, 3}}}
	if diff := cmp.Diff(want, Chains(got)); diff != "" {
		t.Error(diff)
	}
	if a := got[0].Attributes; a["etype"] != "person" || a["identity"] != "A-B" {
		t.Errorf("attributes %v", a)
	}
}

func TestEntitiesThatAreNone(t *testing.T) {
	for name, tc := range map[string]struct{ old, with, want string }{
		"no header":   {"global.Entity", "global.Else", "global.Entity"},
		"never ended": {")1)", ")", "is not closed"},
		"never begun": {"Entity=2)", "Entity=7)", "did not begin"},
		"no bracket":  {"Entity=2)", "Entity=2", "want a bracket"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Entities(sentences(t, strings.Replace(entities, tc.old, tc.with, 1)))
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("error %v, want %q", err, tc.want)
			}
		})
	}
}

func sentences(t *testing.T, text string) []conllu.Sentence {
	t.Helper()
	all, err := conllu.ReadAll(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return all
}
