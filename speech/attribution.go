package speech

import (
	"sort"
	"strings"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// Attribution is words of a report with the source they are attributed to.
type Attribution struct {
	// Source is the head token of the source's mention, -1 where the text
	// names none.
	Source int
	// SourceRange is the whole mention: with titles, appositions and what else
	// belongs to it. Empty where the text names none.
	SourceRange language.Range
	// Cue is the cue's tokens, CueHead the one that governs.
	CueHead int
	Cue     language.Range
	Act     string
	// Kind is speech, document or decline.
	Kind string
	// Content is every unbroken part, in the order of the text.
	Content []language.Range
	Mode    rapporteur.Mode
	// Addressee is the head token of the hearer's mention, -1 for none.
	Addressee int
	// Medium is statement, interview, briefing …, empty where not said.
	Medium string
	// Within is the index of the attribution whose content holds this one,
	// -1 for none.
	Within int
	// Rule names the rule that found it.
	Rule string
}

// setInto ends the names of the rules for expressions that are set apart in what
// is said: "according …".
const setInto = " …"

// Clausal reports whether the content is a clause or a quotation, not only an
// object of the cue.
func (a *Attribution) Clausal() bool {
	return a.Mode != rapporteur.Indirect || a.Rule == "clause of cue" || a.Rule == "cue set into sentence" || strings.HasSuffix(a.Rule, setInto)
}

// Finder finds attributions. It is read-only and may be shared.
type Finder struct {
	classes map[wordClass]bool
	cues    cues
	media   *media
	// anonymity is what sources ask who do not want to be known.
	anonymity anonymity
}

// Load reads the tables.
func Load() (*Finder, error) {
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
	return &Finder{cues: cues, media: media, classes: classes, anonymity: asked}, nil
}

// Find gives the attributions of a text, in the order of their cues, and its
// quotations.
func (f *Finder) Find(doc *language.Document) ([]Attribution, []syntax.Quotation) {
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
	s.nest()
	for i := range s.found {
		s.found[i].SourceRange = s.mention(&s.found[i])
	}
	return s.found, s.quotations
}

// search is the state of one text's search.
type search struct {
	*Finder
	doc        *language.Document
	quotations []syntax.Quotation
	quoted     syntax.Quoted
	found      []Attribution
	// matches is room for the cues of one token.
	matches []match
}

func newSearch(f *Finder, doc *language.Document) *search {
	quotations := syntax.Quotations(doc)
	return &search{Finder: f, doc: doc, quotations: quotations, quoted: syntax.QuotedTokens(doc, quotations)}
}

// dropRepeats keeps one of the attributions that claim the same words: the one
// with a source, then the earlier rule's.
func (s *search) dropRepeats() {
	kept := s.found[:0]
	for _, a := range s.found {
		repeat := false
		for i, b := range kept {
			if same(a.Content, b.Content) && (a.Rule != passive || a.Source == b.Source) {
				if b.Source < 0 && a.Source >= 0 {
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
	sort.SliceStable(s.found, func(i, j int) bool { return s.found[i].Cue.Start < s.found[j].Cue.Start })
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

// nest finds for each attribution the smallest one that its cue stands in.
func (s *search) nest() {
	for i := range s.found {
		a := &s.found[i]
		a.Within = -1
		size := 0
		for j, b := range s.found {
			if i == j {
				continue
			}
			for _, c := range b.Content {
				if c.Contains(a.Cue) && (a.Within < 0 || c.Len() < size) {
					a.Within, size = j, c.Len()
				}
			}
		}
	}
}
