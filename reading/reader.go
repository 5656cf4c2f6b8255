package reading

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"rapporteur"
	"rapporteur/entities"
	"rapporteur/entities/knowledge"
	"rapporteur/frames"
	"rapporteur/frames/attribution"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/ontology"
	"slices"
	"strings"
	"sync"
)

// Reader reads reports. It is read-only and may be shared by goroutines.
type Reader struct {
	engine *language.Engine
	finder *attribution.Reader
	linker *entities.Linker
	tables *tables
	budget Budget
}

// NewReader makes a reader of the steps that come before. It fails where a
// table that is built in cannot be read.
func NewReader(engine *language.Engine, finder *attribution.Reader, linker *entities.Linker, codes *ontology.Ontology) (*Reader, error) {
	t, err := loadTables(codes)
	if err != nil {
		return nil, err
	}
	return &Reader{engine, finder, linker, t, DefaultBudget()}, nil
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
	for _, step := range []func(){x.statements, x.meetings, x.events, x.positions} {
		if spent.over() {
			break
		}
		step()
	}
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
	return &reading{Reader: r, doc: doc, said: said, within: frames.Within(doc, said), quotations: syntax.Quotations(doc), cast: cast, out: &rapporteur.Reading{
		Schema: rapporteur.Schema, Report: *report, Actors: []rapporteur.Actor{}, Statements: []rapporteur.Statement{},
		Meetings: []rapporteur.Meeting{}, Events: []rapporteur.Event{}, Positions: []rapporteur.Position{}, Notices: []rapporteur.Notice{},
	}}
}

// reading is the state of reading one report.
type reading struct {
	*Reader
	doc *language.Document
	// said are the statements as frames, within for each the one whose words hold it,
	// -1 for none.
	said       []frames.Frame
	within     []int
	quotations []syntax.Quotation
	cast       *entities.Cast
	out        *rapporteur.Reading
	// sources are who says each token, made when first asked for.
	sources []int
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
	fmt.Fprint(h, r.out.Report.ID, kind)
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
