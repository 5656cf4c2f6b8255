package language

import (
	_ "embed" // the weights
	"runtime"
	"strings"

	"rapporteur"
	"rapporteur/language/neural"
)

//go:embed weights/english.model
var english string

// Engine analyses English text. It may be used by any number of goroutines;
// the same report gives the same document on every run.
type Engine struct {
	model *neural.Model
	// tags are the pairs of UPOS and XPOS that the model knows.
	tags [][2]string
	// relations and names are those that the model knows.
	relations []string
	names     []NameClass
	// idle are the desks that nobody sits at.
	idle chan *desk
}

// Load makes an engine of the weights that are part of the program.
func Load() (*Engine, error) { return LoadWeights(english) }

// LoadWeights makes an engine of other weights, made by rapporteur-lab train.
func LoadWeights(data string) (*Engine, error) {
	file, err := neural.Decode(data)
	if err != nil {
		return nil, err
	}
	model, err := neural.New(file)
	if err != nil {
		return nil, err
	}
	return newEngine(model), nil
}

func newEngine(model *neural.Model) *Engine {
	e := &Engine{model: model, relations: model.Labels().Relations, idle: make(chan *desk, runtime.GOMAXPROCS(0))}
	for _, pair := range model.Labels().Tags {
		upos, xpos, _ := strings.Cut(pair, " ")
		e.tags = append(e.tags, [2]string{upos, xpos})
	}
	for _, name := range model.Labels().Names {
		e.names = append(e.names, NameClass(name))
	}
	return e
}

// Portable gives the same engine without assembly. Its answers are the same.
func (e *Engine) Portable() *Engine { return newEngine(e.model.Portable()) }

// Analyze finds the sentences, tokens, tags, lemmas, trees, names and dates of
// a report. Boilerplate is not read.
func (e *Engine) Analyze(report *rapporteur.Report) *Document {
	return e.AnalyzeWithin(report, Limits{})
}

// AnalyzeWithin is Analyze as far as the limits go.
func (e *Engine) AnalyzeWithin(report *rapporteur.Report, limits Limits) *Document {
	d := NewDocument(report)
	k := e.sit()
	k.segment(d, limits)
	k.annotate(e, d, limits)
	nameParticles(d)
	k.names.settle(d)
	e.leave(k)
	joinUp(d)
	findDates(d)
	return d
}

// Annotate fills the tags, lemmas, trees and names of a document whose
// sentences and tokens, by their forms, are given.
func (e *Engine) Annotate(d *Document) {
	k := e.sit()
	k.annotate(e, d, Limits{})
	nameParticles(d)
	k.names.settle(d)
	e.leave(k)
	joinUp(d)
}

// joinUp mends the trees and makes them ready to be walked. They are checked
// before they are mended, for what mends them goes up to their roots, and after.
func joinUp(d *Document) {
	d.Link()
	reattach(d)
	d.Link()
	if repair(d) {
		d.Link()
	}
}

// sit takes a free desk, or sets up a new one.
func (e *Engine) sit() *desk {
	select {
	case k := <-e.idle:
		return k
	default:
		return newDesk(e.model)
	}
}

// leave frees a desk; those beyond one for each processor are given up.
func (e *Engine) leave(k *desk) {
	select {
	case e.idle <- k:
	default:
	}
}
