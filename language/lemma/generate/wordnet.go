package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/language/lemma"
)

// lexicon collects examples; those of a dictionary are added for forms and tags
// that no treebank has.
type lexicon struct {
	examples []lemma.Example
	seen     map[[2]string]bool
	// irregular holds the lemmas with a form in a list of exceptions, by the tag
	// of the form.
	irregular map[[2]string]bool
}

func newLexicon(treebank []lemma.Example) *lexicon {
	l := &lexicon{examples: treebank, seen: map[[2]string]bool{}, irregular: map[[2]string]bool{}}
	for _, e := range treebank {
		l.seen[[2]string{e.Form, e.XPOS}] = true
	}
	return l
}

func (l *lexicon) add(form, upos, xpos, base string) {
	key := [2]string{form, xpos}
	if l.seen[key] {
		return
	}
	l.seen[key] = true
	l.examples = append(l.examples, lemma.Example{Form: form, UPOS: upos, XPOS: xpos, Lemma: base})
}

// readWordNet adds the exceptions and the regular forms of all words.
func (l *lexicon) readWordNet(dir string) error {
	for _, file := range []struct{ name, upos string }{
		{"noun.exc", "NOUN"}, {"verb.exc", "VERB"}, {"adj.exc", "ADJ"}, {"adv.exc", "ADV"},
		{"index.noun", "NOUN"}, {"index.verb", "VERB"}, {"index.adj", "ADJ"},
	} {
		err := eachLine(filepath.Join(dir, file.name), func(fields []string) {
			if strings.HasSuffix(file.name, ".exc") {
				l.addException(file.upos, fields[0], fields[1])
			} else {
				l.addRegular(file.upos, fields[0])
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// eachLine calls for the fields of each line of single words in small letters.
func eachLine(path string, call func(fields []string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // nothing was written
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) > 1 && lines.Text()[0] != ' ' && isWord(fields[0]) {
			call(fields)
		}
	}
	return lines.Err()
}

func isWord(s string) bool {
	for _, r := range s {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return len(s) > 2
}

func (l *lexicon) addException(upos, form, base string) {
	if !isWord(base) {
		return
	}
	for _, tag := range tagsOf(upos, form) {
		l.irregular[[2]string{base, tag}] = true
		l.add(form, upos, tag, base)
	}
}

// tagsOf gives the tags that an irregular form can have.
func tagsOf(upos, form string) []string {
	ends := func(s string) bool { return strings.HasSuffix(form, s) }
	switch {
	case upos == "NOUN":
		return []string{"NNS"}
	case upos == "VERB" && ends("ing"):
		return []string{"VBG"}
	case upos == "VERB" && ends("s"):
		return []string{"VBZ"}
	case upos == "VERB":
		return []string{"VBD", "VBN"}
	case upos == "ADJ" && ends("er"):
		return []string{"JJR"}
	case upos == "ADJ" && ends("est"):
		return []string{"JJS"}
	case upos == "ADV" && ends("er"):
		return []string{"RBR"}
	case upos == "ADV" && ends("est"):
		return []string{"RBS"}
	}
	return nil
}

// addRegular adds the forms that a word has by rule, unless it has others.
func (l *lexicon) addRegular(upos, base string) {
	add := func(form, tag string) {
		if !l.irregular[[2]string{base, tag}] || strings.HasSuffix(base, "ll") { // smelt, smelled
			l.add(form, upos, tag, base)
		}
	}
	switch upos {
	case "NOUN":
		add(plural(base), "NNS")
		if strings.HasSuffix(base, "ies") || strings.HasSuffix(base, "ics") {
			add(base, "NNS")
		}
		if strings.HasSuffix(base, "o") {
			add(base+"es", "NNS")
		}
	case "VERB":
		add(plural(base), "VBZ")
		if strings.HasSuffix(base, "o") {
			add(base+"es", "VBZ")
		}
		add(joined(base, "ed"), "VBD")
		add(joined(base, "ed"), "VBN")
		add(joined(base, "ing"), "VBG")
	case "ADJ":
		if len(base) <= 7 {
			add(joined(base, "er"), "JJR")
			add(joined(base, "est"), "JJS")
		}
	}
}

// plural adds the "s" of nouns and of verbs in the third person.
func plural(base string) string {
	for _, end := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(base, end) {
			return base + "es"
		}
	}
	if endsConsonantY(base) {
		return base[:len(base)-1] + "ies"
	}
	return base + "s"
}

// joined adds an ending that begins with a vowel.
func joined(base, ending string) string {
	last := len(base) - 1
	switch {
	case strings.HasSuffix(base, "ee"), strings.HasSuffix(base, "oe"), strings.HasSuffix(base, "ye"):
		return base + strings.TrimPrefix(ending, "e")
	case base[last] == 'e':
		return base[:last] + ending
	case endsConsonantY(base) && ending[0] != 'i':
		return base[:last] + "i" + ending
	}
	return base + ending
}

func endsConsonantY(base string) bool {
	last := len(base) - 1
	return base[last] == 'y' && !strings.ContainsRune("aeiou", rune(base[last-1]))
}
