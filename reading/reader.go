package reading

import (
	"context"
	"sync"

	"rapporteur"
	"rapporteur/entities"
	"rapporteur/entities/knowledge"
	"rapporteur/frames"
	"rapporteur/frames/attribution"
	"rapporteur/frames/learned"
	"rapporteur/frames/rules"
	"rapporteur/language"
	"rapporteur/ontology"
)

// Reader reads reports. It is read-only and may be shared by goroutines.
type Reader struct {
	engine *language.Engine
	finder *attribution.Reader
	linker *entities.Linker
	rules  *rules.Reader
	model  frames.Reader
	codes  *ontology.Ontology
	// precedence is which of the two is believed, by kind.
	precedence map[frames.Kind]Precedence
	// confidences are what hand-checked samples say of each rule.
	confidences confidences
	calibration calibration
	together    together
	// weights are those of deeds, standWeights of positions.
	weights, standWeights weights
	attributes            attributeWeights
	budget                Budget
	// explaining asks for the words by which entries are told.
	explaining bool
	// tell knows the holders of offices whom other reports name, nil for none.
	tell rapporteur.Learned
}

// NewReader makes a reader of the steps that come before. It fails where a
// table that is built in cannot be read.
func NewReader(engine *language.Engine, model frames.Reader, finder *attribution.Reader, linker *entities.Linker, codes *ontology.Ontology) (*Reader, error) {
	found, err := rules.Load(codes)
	if err != nil {
		return nil, err
	}
	judged, err := loadConfidences()
	if err != nil {
		return nil, err
	}
	calibrated, err := loadCalibration()
	if err != nil {
		return nil, err
	}
	pairs, err := loadTogether()
	if err != nil {
		return nil, err
	}
	deeds, err := loadWeights("deeds.tsv", deedsTable)
	if err != nil {
		return nil, err
	}
	stands, err := loadWeights("positions.tsv", positionsTable)
	if err != nil {
		return nil, err
	}
	attributes, err := loadAttributes()
	if err != nil {
		return nil, err
	}
	return &Reader{engine: engine, finder: finder, linker: linker, rules: found, model: model, codes: codes, confidences: judged, calibration: calibrated, together: pairs, weights: deeds, standWeights: stands, attributes: attributes, budget: DefaultBudget(), precedence: precedences()}, nil
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
	model, err := learned.Load()
	if err != nil {
		return nil, err
	}
	return NewReader(engine, model, finder, linker, codes)
}

// Read gives everything that a report puts on the record. What exceeds the budget
// is read up to there, and a notice says so. It fails if the context is over, and
// for no other reason.
func (r *Reader) Read(ctx context.Context, report *rapporteur.Report) (*rapporteur.Reading, error) {
	if t := translationOf(report); t != nil {
		return r.readTranslation(ctx, t)
	}
	spent := r.budget.spend(ctx)
	x, err := r.begin(ctx, report, spent.limits())
	if err != nil {
		return nil, interrupted(report, err)
	}
	return x.read(ctx, spent)
}

// ReadKnowing is Read where other reports tell who holds offices that no table knows a
// holder of.
func (r *Reader) ReadKnowing(ctx context.Context, report *rapporteur.Report, tell rapporteur.Learned) (*rapporteur.Reading, error) {
	knowing := *r
	knowing.tell = tell
	return knowing.Read(ctx, report)
}

// read makes entries of what stands in the report.
func (r *reading) read(ctx context.Context, spent *spending) (*rapporteur.Reading, error) {
	if !spent.over() {
		r.statements()
		issued(r)
	}
	found := r.byKind(spent)
	r.meetings(found[frames.Meeting], found[frames.Absence])
	r.events(found[frames.Event])
	r.positions(found[frames.Position])
	if err := ctx.Err(); err != nil {
		return nil, interrupted(&r.out.Report, err)
	}
	r.notices()
	r.unread(spent)
	r.out.Notices = append(r.out.Notices, foreign(r.doc.Report)...)
	distinct(r.out)
	doubtPresumed(r.out, r.links.Links)
	r.incumbents()
	r.listActors()
	for _, s := range r.doc.Sentences {
		at := r.doc.Span(r.doc.Bytes(s.First, s.Last))
		r.out.Sentences = append(r.out.Sentences, [2]int{at.Start, at.End})
	}
	r.out.Sentences = withForeign(&r.out.Report, r.out.Sentences)
	return r.out, nil
}

func interrupted(report *rapporteur.Report, err error) error {
	return &rapporteur.Error{Code: rapporteur.Interrupted, Op: "read report " + report.ID, Err: err}
}

// begin analyses a report and finds who speaks and who is who.
func (r *Reader) begin(ctx context.Context, report *rapporteur.Report, limits language.Limits) (*reading, error) {
	return r.on(ctx, report, r.engine.AnalyzeWithin(report, limits))
}

// on finds the frames of an analysed report, and who is who. It fails if the context is
// over.
func (r *Reader) on(ctx context.Context, report *rapporteur.Report, doc *language.Document) (*reading, error) {
	found, err := r.model.Read(ctx, doc)
	if err != nil {
		return nil, err
	}
	said := only(found, frames.Statement)
	if p := r.precedence[frames.Statement]; p != ModelAlone {
		ruled, err := r.finder.Read(ctx, doc)
		if err != nil {
			return nil, err
		}
		switch p {
		case RulesAlone:
			said = ruled
		case RulesFirst:
			said = merged(ruled, said, func(*frames.Frame) bool { return true })
		default:
			said = merged(said, ruled, r.confidences.trusted)
		}
	}
	said = r.finder.WithoutUnsaid(doc, r.finder.WithoutNames(doc, said))
	linked, err := r.linker.LinkContext(ctx, doc, said, r.tell)
	if err != nil {
		return nil, err
	}
	links := newLinks(doc, linked, r.linker.Base(), r.rules)
	return &reading{Reader: r, seatedAt: map[int]bool{}, doc: doc, found: found, said: said, links: links, out: &rapporteur.Reading{
		Schema: rapporteur.Schema, Report: *report, Actors: []rapporteur.Actor{}, Statements: []rapporteur.Statement{},
		Meetings: []rapporteur.Meeting{}, Events: []rapporteur.Event{}, Positions: []rapporteur.Position{}, Notices: []rapporteur.Notice{},
	}}, nil
}

// only gives the frames of a kind.
func only(all []frames.Frame, kind frames.Kind) []frames.Frame {
	var out []frames.Frame
	for _, f := range all {
		if f.Kind == kind {
			out = append(out, f)
		}
	}
	return out
}

// Between gives what the actor at one span of a report does to the one at another:
// codes and modality of the event, nil where no word of the report tells. The spans are
// the report's, in code points; an empty target stands for nobody. See
// [rules.Reader.Between].
func (r *Reader) Between(report *rapporteur.Report, source, target rapporteur.Span) *rapporteur.Event {
	x, err := r.begin(context.Background(), report, language.Limits{})
	if err != nil {
		return nil // it fails for nothing but the context
	}
	at := rapporteur.NewIndex(report.Text).Offset
	return r.rules.Between(x.doc, x.said, x.links, language.Range{Start: at(source.Start), End: at(source.End)}, language.Range{Start: at(target.Start), End: at(target.End)})
}

// reading is the state of reading one report.
type reading struct {
	*Reader
	doc *language.Document
	// found are the frames that the model finds.
	found []frames.Frame
	// said are the statements as frames.
	said  []frames.Frame
	links *links
	out   *rapporteur.Reading
	// statementOf gives the statement made of each frame, -1 for none, saying the one
	// whose words hold a token.
	statementOf []int
	saying      map[int]int
	// ruledEvents are the deeds that rules find, whoever is believed.
	ruledEvents []frames.Frame
	// seatedAt are the words of meetings that rules find, at which the model says who sits.
	seatedAt map[int]bool
}
