package language

import (
	"rapporteur"
	"rapporteur/language/lemma"
	"rapporteur/language/neural"
	"rapporteur/language/segment"
)

// desk is what one goroutine needs to analyse a document; its memory is used
// again for the next one.
type desk struct {
	reader  *neural.Reader
	lemmas  *lemma.Lemmatizer
	names   agreement
	split   segment.Sentences
	forms   []string
	pieces  []piece
	ends    []int
	answers []neural.Analysis
}

// piece is a sentence, or a part of one too long to be read at once.
type piece struct{ first, last, sentence int }

// longestPiece is the number of tokens read at once; the work for a tree grows
// with its square.
const longestPiece = 200

// bytesPerToken is how long a word of news is with the blank behind it, at least.
const bytesPerToken = 5

func newDesk(model *neural.Model) *desk {
	return &desk{reader: model.NewReader(), lemmas: lemma.New()}
}

// segment finds the sentences and tokens, as far as the limits go.
func (k *desk) segment(d *Document, limits Limits) {
	d.Tokens = make([]Token, 0, len(d.Text)/bytesPerToken)
	for i, p := range d.Paragraphs {
		if p.Kind == rapporteur.Boilerplate {
			continue
		}
		if n := len(d.Unread); n > 0 && d.Unread[n-1].Limit == ReportLimit {
			leaveOut(d, p.Start, p.End, ReportLimit)
			continue
		}
		k.split.Reset()
		segment.Split(d.Text, p.Start, p.End, &k.split)
		first := 0
		for _, last := range k.split.Ends {
			addSentence(d, k.split.Tokens[first:last], i, limits)
			first = last
		}
	}
}

// addSentence adds a sentence of a paragraph to a document.
func addSentence(d *Document, tokens []segment.Token, paragraph int, limits Limits) {
	first := len(d.Tokens)
	most, limit := limits.within(len(tokens), first)
	for _, t := range tokens[:most] {
		d.Tokens = append(d.Tokens, Token{Range: Range{t.Start, t.End}, Form: d.Text[t.Start:t.End], Joined: t.Joined})
	}
	if most > 0 {
		d.Sentences = append(d.Sentences, Sentence{First: first, Last: len(d.Tokens), Paragraph: paragraph})
	}
	if most < len(tokens) {
		leaveOut(d, tokens[most].Start, tokens[len(tokens)-1].End, limit)
	}
}

// annotate runs the network, as long as there is time, and turns its answers into
// words.
func (k *desk) annotate(e *Engine, d *Document, limits Limits) {
	k.cut(d)
	read := k.reader.ReadUntil(k.forms, k.ends, k.answers, limits.over)
	at, root := 0, 0
	for i, p := range k.pieces {
		if at == read {
			truncate(d, p.first)
			break
		}
		answers := k.answers[at:][:p.last-p.first]
		at += len(answers)
		k.fill(e, d.Tokens[p.first:p.last], p.first, answers)
		if i > 0 && k.pieces[i-1].sentence == p.sentence {
			hang(d, p, root)
		} else {
			root = rootOf(d, p)
		}
		addNames(d, e.names, p.first, answers)
	}
}

// cut divides the sentences into pieces.
func (k *desk) cut(d *Document) {
	k.forms, k.pieces, k.ends = k.forms[:0], k.pieces[:0], k.ends[:0]
	for i, s := range d.Sentences {
		for first := s.First; first < s.Last; first += longestPiece {
			p := piece{first, min(first+longestPiece, s.Last), i}
			for _, t := range d.Tokens[p.first:p.last] {
				k.forms = append(k.forms, t.Form)
			}
			k.pieces, k.ends = append(k.pieces, p), append(k.ends, len(k.forms))
		}
	}
	if cap(k.answers) < len(k.forms) {
		k.answers = make([]neural.Analysis, len(k.forms)*5/4)
	}
	k.answers = k.answers[:len(k.forms)]
}

// fill writes the answers for the tokens of a piece that begins at first.
func (k *desk) fill(e *Engine, tokens []Token, first int, answers []neural.Analysis) {
	for i, a := range answers {
		t := &tokens[i]
		t.UPOS, t.XPOS = e.tags[a.Tag][0], e.tags[a.Tag][1]
		t.Lemma = k.lemmas.Lemma(t.Form, t.UPOS, t.XPOS)
		t.Deprel = e.relations[a.Relation]
		if t.Head = first + int(a.Head); a.Head < 0 {
			t.Head, t.Deprel = -1, "root"
		} else if t.Deprel == "root" {
			t.Deprel = "dep"
		}
	}
}

// rootOf is the token of a piece that has no head.
func rootOf(d *Document, p piece) int {
	for i := p.first; i < p.last; i++ {
		if d.Tokens[i].Head < 0 {
			return i
		}
	}
	return p.first
}

// hang puts the tree of a later piece under the root of the first one.
func hang(d *Document, p piece, root int) {
	t := &d.Tokens[rootOf(d, p)]
	t.Head, t.Deprel = root, "parataxis"
}

// addNames adds the names among the answers for the tokens from first on.
func addNames(d *Document, classes []NameClass, first int, answers []neural.Analysis) {
	begin := 0
	for i, a := range answers {
		class, part, ok := neural.NamePart(a.Name)
		if !ok {
			continue
		}
		if part == neural.Begin || part == neural.Single {
			begin = i
		}
		if part == neural.End || part == neural.Single {
			d.Names = append(d.Names, Name{First: first + begin, Last: first + i + 1, Class: classes[class]})
		}
	}
}
