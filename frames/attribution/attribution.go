package attribution

import (
	"context"
	"sort"
	"strings"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// attribution is words of a report with the source they are attributed to, on its
// way to a frame.
type attribution struct {
	// source is the head of the source's mention, -1 where the text names none.
	source int
	// cueHead is the token of the cue that governs the others; cue is empty for a
	// quotation without one.
	cueHead int
	cue     language.Range
	act     string
	// kind is speech, document or decline.
	kind string
	// content is every unbroken part, in the order of the text.
	content []language.Range
	mode    rapporteur.Mode
	// addressee is the head of the hearer's mention, -1 for none.
	addressee int
	// medium is statement, interview, briefing …, empty where not said.
	medium string
	// rule names the rule that found it.
	rule string
}

// setInto ends the names of the rules for expressions that are set apart in what
// is said: "according …".
const setInto = " …"

// clausal reports whether the content is a clause or a quotation, not only an
// object of the cue.
func (a *attribution) clausal() bool {
	return a.mode != rapporteur.Indirect || a.rule == "clause of cue" || a.rule == "cue set into sentence" || strings.HasSuffix(a.rule, setInto)
}

// Reader finds statements by rules. It is read-only and may be shared.
type Reader struct {
	classes map[wordClass]bool
	cues    cues
	media   *media
	// anonymity is what sources ask who do not want to be known.
	anonymity anonymity
}

// Load reads the tables.
func Load() (*Reader, error) {
	cues, err := loadCues()
	if err != nil {
		return nil, err
	}
	media, err := loadMedia()
	if err != nil {
		return nil, err
	}
	classes, err := loadClasses()
	if err != nil {
		return nil, err
	}
	asked, err := loadAnonymity()
	if err != nil {
		return nil, err
	}
	return &Reader{cues: cues, media: media, classes: classes, anonymity: asked}, nil
}

// Read gives the statements of a text, in the order of their cues. It does not fail.
func (f *Reader) Read(_ context.Context, doc *language.Document) ([]frames.Frame, error) {
	return f.Statements(doc), nil
}

// Statements gives the statements of a text, in the order of their cues.
func (f *Reader) Statements(doc *language.Document) []frames.Frame {
	s := newSearch(f, doc)
	for i := range doc.Tokens {
		s.tryCue(i)
	}
	s.readLabels()
	s.joinParticiples()
	s.leaveToNearer()
	s.dropNestedObjects()
	s.dropFrames()
	s.continueQuotations()
	s.dropRepeats()
	out := make([]frames.Frame, len(s.found))
	for i := range s.found {
		out[i] = s.frameOf(&s.found[i])
	}
	return out
}

// search is the state of one text's search.
type search struct {
	*Reader
	doc        *language.Document
	quotations []syntax.Quotation
	quoted     syntax.Quoted
	found      []attribution
	// matches is room for the cues of one token.
	matches []match
}

func newSearch(f *Reader, doc *language.Document) *search {
	quotations := syntax.Quotations(doc)
	return &search{Reader: f, doc: doc, quotations: quotations, quoted: syntax.QuotedTokens(doc, quotations)}
}

// dropRepeats keeps one of the attributions that claim the same words: the one
// with a source, then the earlier rule's.
func (s *search) dropRepeats() {
	kept := s.found[:0]
	for _, a := range s.found {
		repeat := false
		for i, b := range kept {
			if same(a.content, b.content) && (a.rule != passive || a.source == b.source) {
				if b.source < 0 && a.source >= 0 {
					kept[i] = a
				}
				repeat = true
			}
		}
		if !repeat {
			kept = append(kept, a)
		}
	}
	s.found = kept
	sort.SliceStable(s.found, func(i, j int) bool { return s.found[i].cue.Start < s.found[j].cue.Start })
}

func same(a, b []language.Range) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
