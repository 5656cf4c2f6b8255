package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/language/lemma"
)

// dictionary is a folder of the files of WordNet with a word or two in each.
func dictionary(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"noun.exc": "geese goose\nsheaves sheaf\n", "verb.exc": "sought seek\nseeking seek\nseeks seek\n", "adj.exc": "drier dry\ndriest dry\n", "adv.exc": "farther far\nfarthest far\n",
		"index.noun": "  1 a line of the licence\nenvoy n 1\nferry n 1\necho n 1\nsheaf n 1\nice_floe n 1\n",
		"index.verb": "deny v 1\nveto v 1\nseek v 1\n", "index.adj": "calm a 1\nincomprehensible a 1\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// row is a word of a treebank.
func row(number, form, base, upos, xpos, misc string) string {
	return strings.Join([]string{number, form, base, upos, xpos, "_", "0", "root", "_", misc}, "\t") + "\n\n"
}

// TestGenerate learns a table from a treebank and a dictionary: it knows their words, the
// irregular ones by the dictionary's lists, and nothing of a misspelt word.
func TestGenerate(t *testing.T) {
	treebank := filepath.Join(t.TempDir(), "small.conllu")
	text := row("1", "wrought", "work", "VERB", "VBD", "_") + row("1", "wrought", "work", "VERB", "VBD", "_") +
		row("1", "feries", "ferry", "NOUN", "NNS", "CorrectForm=ferries") + row("1", "unknown", "_", "X", "FW", "_")
	if err := os.WriteFile(treebank, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := run(&out, dictionary(t), []string{treebank}); err != nil {
		t.Fatal(err)
	}
	table, err := lemma.Parse(out.String())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ form, upos, xpos, want string }{
		{"wrought", "VERB", "VBD", "work"}, {"geese", "NOUN", "NNS", "goose"}, {"sheaves", "NOUN", "NNS", "sheaf"},
		{"sought", "VERB", "VBN", "seek"}, {"drier", "ADJ", "JJR", "dry"}, {"farthest", "ADV", "RBS", "far"},
		{"envoys", "NOUN", "NNS", "envoy"}, {"ferries", "NOUN", "NNS", "ferry"}, {"denied", "VERB", "VBD", "deny"}, {"calmer", "ADJ", "JJR", "calm"},
	} {
		if got := table.Lemma(c.form, c.upos, c.xpos); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.form, c.xpos, got, c.want)
		}
	}
	for _, never := range []string{"feries", "licence", "floe", "incomprehensibler"} {
		if strings.Contains(out.String(), never) {
			t.Errorf("%s has a row", never)
		}
	}
}

// TestGenerateWithout says which file is missing.
func TestGenerateWithout(t *testing.T) {
	empty := t.TempDir()
	for _, c := range []struct {
		wordnet   string
		treebanks []string
		missing   string
	}{{empty, nil, "noun.exc"}, {dictionary(t), []string{filepath.Join(empty, "none.conllu")}, "none.conllu"}} {
		if err := run(&bytes.Buffer{}, c.wordnet, c.treebanks); err == nil || !strings.Contains(err.Error(), c.missing) {
			t.Errorf("%v, which is of %s", err, c.missing)
		}
	}
}
