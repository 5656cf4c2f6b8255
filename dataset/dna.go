package dataset

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
)

// network writes positions as the statements of Discourse Network Analyzer (Leifeld),
// in the form of its export of an event list: who, of which organisation, on which
// concept, agrees or not. Semicolons between, words in quotation marks, no quotation
// marks and no semicolons in them.
type network struct {
	to     io.WriteCloser
	out    *bufio.Writer
	number int
}

// newDNA opens an export of positions for Discourse Network Analyzer.
func newDNA(o Options) (Writer, error) {
	w, err := o.To.Main("rapporteur.dna.csv")
	if err != nil {
		return nil, err
	}
	n := &network{to: w, out: bufio.NewWriterSize(w, 64<<10)}
	_, err = n.out.WriteString(`"statement ID";"time";"document ID";"document title";"author";"source";"section";"type";"text";"person";"organization";"concept";"agreement"` + "\n")
	return n, err
}

// agreementOf gives what a party agrees with, 1, or does not, 0: the issue where its
// direction is known, else the proposal, because the stance is towards that.
func agreementOf(p *rapporteur.Position) (concept string, agreement int, ok bool) {
	direction := record.DirectionOf(p)
	switch {
	case p.Stance == rapporteur.Undecided:
		return "", 0, false
	case p.Issue != nil && direction == rapporteur.Against:
		return p.Issue.Label, 0, true
	case p.Issue != nil && direction == rapporteur.InFavour:
		return p.Issue.Label, 1, true
	case p.Stance == rapporteur.Opposes:
		return p.Proposal, 0, p.Proposal != ""
	}
	return p.Proposal, 1, p.Proposal != ""
}

// Entry implements record.Sink. Who neither wants something nor refuses it has no
// agreement, and is left out.
func (n *network) Entry(e *record.Entry) error {
	p := e.Position
	if p == nil {
		return nil
	}
	concept, agreement, ok := agreementOf(p)
	if !ok {
		return nil
	}
	organisation := nameOf(e, firstOf(string(p.For), p.Actor))
	person := ""
	if e.Cast[p.Actor].Kind == rapporteur.Person {
		person = nameOf(e, p.Actor)
	}
	for i := range e.Members {
		m := &e.Members[i]
		var quote string
		if words := m.Evidence(); len(words) > 0 {
			quote = words[0].Text
		}
		on := string(m.Published)
		if day(m.Published) == nil {
			on = string(e.First)
		}
		if day(rapporteur.Date(on)) == nil {
			continue // its time is a column that must be there
		}
		n.number++
		cells := []string{strconv.Itoa(n.number), on + " 00:00:00", quoteDNA(m.Report), quoteDNA(string(m.Title)), quoteDNA(""), quoteDNA(string(m.Outlet)), quoteDNA(""),
			quoteDNA("DNA Statement"), quoteDNA(quote), quoteDNA(person), quoteDNA(organisation), quoteDNA(concept), strconv.Itoa(agreement)}
		if _, err := fmt.Fprintln(n.out, strings.Join(cells, ";")); err != nil {
			return err
		}
	}
	return nil
}

// quoteDNA writes words as DNA does.
func quoteDNA(words string) string {
	return `"` + strings.NewReplacer(`"`, "'", ";", ",").Replace(export.Clean(words)) + `"`
}

// Kinds implements record.Choosing.
func (*network) Kinds() []record.Kind { return []record.Kind{record.Position} }

// Actor implements record.Sink; actors stand in the statements.
func (*network) Actor(*record.Party) error { return nil }

// Report implements record.Sink; documents stand in the statements.
func (*network) Report(*record.Report) error { return nil }

// Close ends the list.
func (n *network) Close() error {
	if err := n.out.Flush(); err != nil {
		return err
	}
	return n.to.Close()
}
