package dataset

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// annotations writes the evidence of entries (W3C Web Annotation Data Model, 2017): each
// piece of a report that supports an entry is an annotation of that report, in one
// AnnotationPage.
type annotations struct {
	to        io.WriteCloser
	out       *bufio.Writer
	generator agent
	made      string
	some      bool
}

// agent is what made an annotation.
type agent struct {
	ID   string `json:"id"`
	Type string `json:"type"`
	Name string `json:"name"`
}

// newAnnotations opens an export of evidence.
func newAnnotations(o Options) (Writer, error) {
	w, err := o.To.Main("rapporteur.annotations.json")
	if err != nil {
		return nil, err
	}
	a := &annotations{to: w, out: bufio.NewWriterSize(w, 64<<10), generator: agent{"urn:rapporteur:program", "Software", o.Provenance.Program}, made: o.Provenance.Made}
	head, err := oneLine(struct {
		Context []any  `json:"@context"`
		ID      string `json:"id"`
		Type    string `json:"type"`
		// The provenance is no word of the model; the second context names it.
		Provenance service.Provenance `json:"rapporteur:provenance"`
	}{[]any{"http://www.w3.org/ns/anno.jsonld", map[string]string{"rapporteur": "urn:rapporteur:"}}, "urn:rapporteur:annotations", "AnnotationPage", o.Provenance})
	if err != nil {
		return nil, err
	}
	_, err = a.out.WriteString(head[:len(head)-1] + `,"items":[`)
	return a, err
}

// oneLine gives a value as JSON without a line feed.
func oneLine(v any) (string, error) {
	var b bytes.Buffer
	err := export.Line(&b, v)
	return string(bytes.TrimSpace(b.Bytes())), err
}

// annotation is a piece of a report that supports an entry.
type annotation struct {
	ID         string `json:"id"`
	Type       string `json:"type"`
	Motivation string `json:"motivation"`
	Created    string `json:"created"`
	Generator  agent  `json:"generator"`
	Body       []body `json:"body"`
	Target     aimed  `json:"target"`
}

type body struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Value   string `json:"value"`
	Format  string `json:"format,omitempty"`
}

type aimed struct {
	Source   string `json:"source"`
	Selector []any  `json:"selector"`
}

type positionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type quoteSelector struct {
	Type  string `json:"type"`
	Exact string `json:"exact"`
}

// Entry implements record.Sink.
func (a *annotations) Entry(e *record.Entry) error {
	said := []body{{"TextualBody", "describing", export.Phrase(e), "text/plain"}, {"TextualBody", "tagging", string(e.Kind), ""}}
	for i := range e.Members {
		m := &e.Members[i]
		for k, s := range m.Evidence() {
			if err := a.one(annotation{ID: fmt.Sprintf("urn:rapporteur:%s:%s:%s:%d", e.ID, m.Report, m.ID, k+1), Type: "Annotation", Motivation: "describing", Created: a.made,
				Generator: a.generator, Body: said, Target: aimed{sourceOf(m), selectors(s)}}); err != nil {
				return err
			}
		}
	}
	return nil
}

// sourceOf is the address of a report; one without an address has its id.
func sourceOf(m *record.Member) string {
	if webAddress(string(m.URL)) {
		return string(m.URL)
	}
	return "urn:rapporteur:report:" + m.Report
}

// selectors say where words stand, and which; without the words only where.
func selectors(s rapporteur.Span) []any {
	out := []any{positionSelector{"TextPositionSelector", s.Start, s.End}}
	if s.Text != "" {
		out = append(out, quoteSelector{"TextQuoteSelector", s.Text})
	}
	return out
}

func (a *annotations) one(v annotation) error {
	line, err := oneLine(v)
	if err != nil {
		return err
	}
	if a.some {
		fmt.Fprint(a.out, ",")
	}
	a.some = true
	_, err = a.out.WriteString("\n" + line)
	return err
}

// Kinds implements record.Choosing.
func (*annotations) Kinds() []record.Kind { return record.Kinds() }

// Actor implements record.Sink; annotations are of reports.
func (*annotations) Actor(*record.Party) error { return nil }

// Report implements record.Sink; annotations say where they are.
func (*annotations) Report(*record.Report) error { return nil }

// Close ends the page.
func (a *annotations) Close() error {
	fmt.Fprint(a.out, "\n]}\n")
	if err := a.out.Flush(); err != nil {
		return err
	}
	return a.to.Close()
}
