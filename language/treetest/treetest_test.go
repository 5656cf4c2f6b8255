package treetest

import "testing"

func TestParse(t *testing.T) {
	doc := Parse(t, `
“/“”+PUNCT/3/punct We/PRP/3/nsubj left:leave/VBD/0/root ,/,/3/punct
She/PRP/2/nsubj slept:sleep/VBD/0/root ././2/punct

He/PRP/2/nsubj stayed:stay/VBD/0/root`)
	if want := "“ We left, She slept.\n\nHe stayed"; doc.Text != want {
		t.Errorf("text %q, want %q", doc.Text, want)
	}
	if len(doc.Sentences) != 3 || doc.Sentences[2].Paragraph != 1 || len(doc.Paragraphs) != 2 {
		t.Fatalf("%d sentences, the last one in paragraph %d of %d", len(doc.Sentences), doc.Sentences[2].Paragraph, len(doc.Paragraphs))
	}
	slept := doc.Tokens[5]
	if slept.Form != "slept" || slept.Lemma != "sleep" || slept.UPOS != "VERB" || slept.Head != -1 || doc.Words(slept.Range) != "slept" {
		t.Errorf("%+v", slept)
	}
	if doc.Child(5, "nsubj") != 4 {
		t.Errorf("the subject of %q is %d, want 4", slept.Form, doc.Child(5, "nsubj"))
	}
}
