package reading

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/entities"
	"rapporteur/entities/knowledge"
	"rapporteur/frames"
	"rapporteur/frames/attribution"
	"rapporteur/frames/rules"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/ontology"
)

// Reader reads reports. It is read-only and may be shared by goroutines.
type Reader struct {
	engine *language.Engine
	finder *attribution.Reader
	linker *entities.Linker
	rules  *rules.Reader
	codes  *ontology.Ontology
	// confidences are what hand-checked samples say of each rule.
	confidences confidences
	budget      Budget
}

// NewReader makes a reader of the steps that come before. It fails where a
// table that is built in cannot be read.
func NewReader(engine *language.Engine, finder *attribution.Reader, linker *entities.Linker, codes *ontology.Ontology) (*Reader, error) {
	found, err := rules.Load(codes)
	if err != nil {
		return nil, err
	}
	judged, err := loadConfidences()
	if err != nil {
		return nil, err
	}
	return &Reader{engine, finder, linker, found, codes, judged, DefaultBudget()}, nil
}

// Load makes a reader of the engine and the tables that are built in, with
// what the user adds to the tables of actors.
func Load(own ...*knowledge.Addition) (*Reader, error) {
	codes, err := ontology.Load()
	if err != nil {
		return nil, err
	}
	return LoadWith(codes, own...)
}

// LoadWith is Load with codes and issues of negotiation that have been read.
func LoadWith(codes *ontology.Ontology, own ...*knowledge.Addition) (*Reader, error) {
	var linker *entities.Linker
	var failed error
	var actors sync.WaitGroup // the tables and the weights load side by side
	actors.Go(func() { linker, failed = entities.Load(own...) })
	engine, err := language.Load()
	actors.Wait()
	if err != nil {
		return nil, err
	}
	if failed != nil {
		return nil, failed
	}
	finder, err := attribution.Load()
	if err != nil {
		return nil, err
	}
	return NewReader(engine, finder, linker, codes)
}

// Read gives everything that a report puts on the record. What exceeds the budget
// is read up to there, and a notice says so. It fails if the context is over, and
// for no other reason.
func (r *Reader) Read(ctx context.Context, report *rapporteur.Report) (*rapporteur.Reading, error) {
	spent := r.budget.spend(ctx)
	x := r.begin(report, spent.limits())
	if !spent.over() {
		x.statements()
	}
	found := x.frames(spent)
	x.meetings(found[frames.Meeting], found[frames.Absence])
	x.events(found[frames.Event])
	x.positions(found[frames.Position])
	if err := ctx.Err(); err != nil {
		return nil, &rapporteur.Error{Code: rapporteur.Interrupted, Op: "read report " + report.ID, Err: err}
	}
	x.notices()
	x.unread(spent)
	distinct(x.out)
	x.listActors()
	for _, s := range x.doc.Sentences {
		at := x.doc.Span(x.doc.Bytes(s.First, s.Last))
		x.out.Sentences = append(x.out.Sentences, [2]int{at.Start, at.End})
	}
	return x.out, nil
}

// begin analyses a report and finds who speaks and who is who.
func (r *Reader) begin(report *rapporteur.Report, limits language.Limits) *reading {
	doc := r.engine.AnalyzeWithin(report, limits)
	said := r.finder.Statements(doc)
	cast := r.linker.Link(doc, said)
	return &reading{Reader: r, doc: doc, said: said, within: frames.Within(doc, said), cast: cast, links: newLinks(doc, cast, r.rules), out: &rapporteur.Reading{
		Schema: rapporteur.Schema, Report: *report, Actors: []rapporteur.Actor{}, Statements: []rapporteur.Statement{},
		Meetings: []rapporteur.Meeting{}, Events: []rapporteur.Event{}, Positions: []rapporteur.Position{}, Notices: []rapporteur.Notice{},
	}}
}

// frames gives what readers find in the report, by kind, as far as the budget goes.
func (r *reading) frames(spent *spending) map[frames.Kind][]frames.Frame {
	out := map[frames.Kind][]frames.Frame{}
	for _, reader := range r.rules.Of(r.said, r.links) {
		if spent.over() {
			break
		}
		found, err := reader.Read(spent.ctx, r.doc)
		if err != nil {
			break // the context is over, which Read reports
		}
		for _, f := range found {
			out[f.Kind] = append(out[f.Kind], f)
		}
	}
	return out
}

// Between gives what the actor at one span of a report does to the one at another:
// codes and modality of the event, nil where no word of the report tells. The spans are
// the report's, in code points; an empty target stands for nobody. See
// [rules.Reader.Between].
func (r *Reader) Between(report *rapporteur.Report, source, target rapporteur.Span) *rapporteur.Event {
	x := r.begin(report, language.Limits{})
	at := rapporteur.NewIndex(report.Text).Offset
	return r.rules.Between(x.doc, x.said, x.links, language.Range{Start: at(source.Start), End: at(source.End)}, language.Range{Start: at(target.Start), End: at(target.End)})
}

// reading is the state of reading one report.
type reading struct {
	*Reader
	doc *language.Document
	// said are the statements as frames, within for each the one whose words hold it,
	// -1 for none.
	said   []frames.Frame
	within []int
	cast   *entities.Cast
	links  *links
	out    *rapporteur.Reading
	// statementOf gives the statement made of each frame, -1 for none.
	statementOf []int
}

const pronounForm = entities.ByPronoun

// everyone gives the actors that a noun and those joined to it stand for:
// "Trump and Putin". What stands in the ranges outside does not count.
func (r *reading) everyone(head int, outside ...language.Range) []int {
	if head < 0 {
		return nil
	}
	var out []int
	add := func(token int) {
		i := r.cast.Describe(token)
		if m := r.cast.At(token); m != nil && m.Pair != nil {
			out = append(out, m.Pair...)
		} else if i >= 0 && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	add(head)
	for c := range r.doc.Children(head) {
		if r.doc.Tokens[c].Has("conj") && r.doc.Tokens[c].UPOS != "VERB" && !syntax.OverlapsAny(r.doc.Tokens[c].Range, outside) && !syntax.JoinsApposition(r.doc, head, c) && !syntax.ButNot(r.doc, c) {
			add(c)
		}
	}
	return out
}

func (r *reading) ids(actors []int) []string {
	out := []string{}
	for _, i := range actors {
		out = append(out, r.cast.Actors[i].ID)
	}
	return out
}

// mentionSpan gives the span by which the text calls the actor at a token.
func (r *reading) mentionSpan(head int) rapporteur.Span {
	if m := r.cast.At(head); m != nil {
		return r.doc.Span(r.doc.Bytes(m.First, m.Last))
	}
	return r.doc.Span(r.doc.Tokens[head].Range)
}

// wordsOf gives the words of some ranges.
func (r *reading) wordsOf(parts []language.Range) []string {
	var out []string
	for _, p := range parts {
		out = append(out, strings.Fields(r.doc.Words(p))...)
	}
	return out
}

// most is the number of words that evidence may have.
const most = 80

// brief cuts a range to the words around a point of it, if it is too long to
// show.
func (r *reading) brief(whole, point language.Range) language.Range {
	starts, ends := wordBounds(r.doc.Text, whole)
	if len(starts) <= most {
		return whole
	}
	at := 0
	for at < len(starts)-1 && ends[at] <= point.Start {
		at++
	}
	first := max(0, min(at-most/2, len(starts)-most))
	return language.Range{Start: starts[first], End: ends[first+most-1]}
}

// around gives the sentence of a token, or the words around it where that is too long
// to show.
func (r *reading) around(token int) language.Range {
	s := r.doc.Sentences[r.doc.SentenceOf(token)]
	return r.brief(r.doc.Bytes(s.First, s.Last), r.doc.Tokens[token].Range)
}

// wordBounds gives the starts and ends of the words of a range.
func wordBounds(text string, r language.Range) (starts, ends []int) {
	in := false
	for i, c := range text[r.Start:r.End] {
		blank := c == ' ' || c == '\n' || c == '\t' || c == '\r'
		switch {
		case !blank && !in:
			starts, in = append(starts, r.Start+i), true
		case blank && in:
			ends, in = append(ends, r.Start+i), false
		}
	}
	if in {
		ends = append(ends, r.End)
	}
	return starts, ends
}

// basis makes what every entry stands on. The id is a hash of the report, the
// kind and the offsets of the evidence and of what else tells entries apart.
func (r *reading) basis(kind, rule string, confidence float64, evidence []language.Range, more ...language.Range) rapporteur.Basis {
	h := sha256.New()
	fmt.Fprint(h, r.out.Report.TextID(), kind)
	b := rapporteur.Basis{Confidence: confidence, Rule: rule}
	for _, e := range evidence {
		b.Evidence = append(b.Evidence, r.doc.Span(e))
		fmt.Fprint(h, " ", e.Start, "-", e.End)
	}
	for _, e := range more {
		fmt.Fprint(h, " ", e.Start, "-", e.End)
	}
	b.ID = hex.EncodeToString(h.Sum(nil))[:16]
	return b
}
