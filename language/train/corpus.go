package train

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/language/conllu"
	"rapporteur/language/neural"
)

// annotated is a sentence with its labels in words; what it lacks is nil.
type annotated struct {
	forms, tags, relations, names []string
	heads                         []int32
	// document names the text that the sentence stands in.
	document string
}

// longestSentence is the number of words above which a sentence is left out.
const longestSentence = 250

// nameClasses are the classes of names in the order of the outputs; the words
// are those of language.NameClass.
var nameClasses = [...]string{"person", "organisation", "location", "norp", "facility", "misc", "date", "money"}

// className gives the class of a label of the Worldwide corpus.
func className(label string) (string, error) {
	switch label {
	case "Person", "Location", "Facility", "NORP", "Misc", "Date", "Money":
		return strings.ToLower(label), nil
	case "Organization":
		return "organisation", nil
	case "Product":
		return "misc", nil
	}
	return "", fmt.Errorf("unknown class of names %q", label)
}

// readTreebank reads the tags and trees of a CoNLL-U file.
func readTreebank(path string) ([]annotated, error) {
	sentences, err := conllu.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var all []annotated
	documents := 0
	for _, s := range sentences {
		if s.OpensDocument() {
			documents++
		}
		if len(s.Words) > longestSentence {
			continue
		}
		a := annotated{document: fmt.Sprint(path, " ", documents)}
		for _, w := range s.Words {
			a.forms = append(a.forms, w.Form)
			a.tags = append(a.tags, w.UPOS+" "+w.XPOS)
			a.relations = append(a.relations, w.Deprel)
			a.heads = append(a.heads, int32(w.Head))
		}
		all = append(all, a)
	}
	return all, nil
}

// readNames reads the files of a folder of the Worldwide corpus: a token and
// its label in BIO on a line, separated by a tab. Further columns hold names
// inside names, which are left out.
func readNames(folder string) ([]annotated, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.tsv"))
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	var all []annotated
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for block := range strings.SplitSeq(string(text), "\n\n") {
			a, err := readNamed(block)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", path, err)
			}
			if n := len(a.forms); n == 0 || n > longestSentence {
				continue
			}
			if len(all)%2 == 1 {
				a.joinPossessives()
			}
			a.document = path
			all = append(all, a)
		}
	}
	return all, nil
}

// readNamed reads the lines of one sentence. A token with a space in it is cut
// in two.
func readNamed(block string) (annotated, error) {
	var a annotated
	for line := range strings.SplitSeq(block, "\n") {
		columns := strings.Split(line, "\t")
		if len(columns) < 2 {
			continue
		}
		part, class, _ := strings.Cut(columns[1], "-")
		if class != "" {
			name, err := className(class)
			if err != nil {
				return a, err
			}
			class = name
		}
		for _, form := range strings.Fields(columns[0]) {
			a.forms = append(a.forms, form)
			a.names = append(a.names, strings.TrimSuffix(part+"-"+class, "-"))
			if part == "B" {
				part = "I"
			}
		}
	}
	return a, nil
}

// joinPossessives makes one token of ’ and s, as UD has it. The corpus divides
// them; half of its sentences are joined, so that both are known.
func (a *annotated) joinPossessives() {
	n := 0
	for i := 0; i < len(a.forms); i++ {
		a.forms[n], a.names[n] = a.forms[i], a.names[i]
		if a.forms[i] == "’" && i+1 < len(a.forms) && a.forms[i+1] == "s" && a.names[i] == a.names[i+1] {
			a.forms[n] = "’s"
			i++
		}
		n++
	}
	a.forms, a.names = a.forms[:n], a.names[:n]
}

// labelsOf gives the labels of the treebanks in alphabetical order.
func labelsOf(treebanks []annotated) neural.Labels {
	tags, relations := map[string]bool{}, map[string]bool{}
	for _, a := range treebanks {
		for i := range a.forms {
			tags[a.tags[i]] = true
			relations[a.relations[i]] = true
		}
	}
	return neural.Labels{Tags: sortedKeys(tags), Relations: sortedKeys(relations), Names: slices.Clone(nameClasses[:])}
}

func sortedKeys(set map[string]bool) []string {
	keys := make([]string, 0, len(set))
	for k := range set {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// vocabularyOf gives the words seen twice or more in alphabetical order, and
// in how many documents each was seen; row 0, the unknown word, comes first in
// documents.
func vocabularyOf(corpus []annotated) (words []string, documents []int) {
	type sight struct {
		times, documents int
		last             string
	}
	seen := map[string]sight{}
	for _, a := range corpus {
		for _, form := range a.forms {
			word := neural.Vocabulary(form)
			s := seen[word]
			s.times++
			if s.documents == 0 || s.last != a.document {
				s.documents++
				s.last = a.document
			}
			seen[word] = s
		}
	}
	for word, s := range seen {
		if s.times >= 2 {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	documents = []int{1}
	for _, word := range words {
		documents = append(documents, seen[word].documents)
	}
	return words, documents
}

// examplesOf turns words into outputs of the network.
func examplesOf(corpus []annotated, labels neural.Labels) []*Example {
	tags, relations := indexed(labels.Tags), indexed(labels.Relations)
	var all []*Example
	for _, a := range corpus {
		e := &Example{Forms: a.forms, Heads: a.heads, Tags: lookUp(a.tags, tags), Relations: lookUp(a.relations, relations)}
		if a.names != nil {
			e.Names = nameOutputs(a.names, labels.Names)
		}
		all = append(all, e)
	}
	return all
}

func indexed(labels []string) map[string]int32 {
	index := make(map[string]int32, len(labels))
	for i, l := range labels {
		index[l] = int32(i)
	}
	return index
}

func lookUp(words []string, index map[string]int32) []int32 {
	if words == nil {
		return nil
	}
	ids := make([]int32, len(words))
	for i, w := range words {
		ids[i] = Unlabelled
		if id, ok := index[w]; ok {
			ids[i] = id
		}
	}
	return ids
}

// nameOutputs turns BIO labels into the outputs of BIOES.
func nameOutputs(bio, classes []string) []int32 {
	outputs := make([]int32, len(bio))
	for i, label := range bio {
		part, class, ok := strings.Cut(label, "-")
		if !ok {
			continue
		}
		begins := part == "B" || i == 0 || !continues(bio[i-1], class)
		ends := i+1 == len(bio) || bio[i+1] != "I-"+class
		bioes := neural.Inside
		switch {
		case begins && ends:
			bioes = neural.Single
		case begins:
			bioes = neural.Begin
		case ends:
			bioes = neural.End
		}
		outputs[i] = int32(neural.NameOutput(slices.Index(classes, class), bioes))
	}
	return outputs
}

// continues reports whether a name of the class may go on after a label.
func continues(label, class string) bool {
	_, before, _ := strings.Cut(label, "-")
	return before == class
}
