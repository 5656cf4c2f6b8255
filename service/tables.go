package service

import (
	"io/fs"
	"os"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/ontology"
	"rapporteur/reading"
)

// Tables are those of the user, beside the built-in ones.
type Tables struct {
	// Actors are folders of tables, tables, PETRARCH dictionaries or Wikidata dumps;
	// the last one counts.
	Actors []string
	// Issues are tables of issues of negotiation; the first one that has an id counts.
	Issues []string
}

// Reader loads the engine and the tables for a reader that keeps within a budget.
func (t Tables) Reader(budget reading.Budget) (*reading.Reader, error) {
	own, err := t.additions()
	if err != nil {
		return nil, err
	}
	codes, err := t.Ontology()
	if err != nil {
		return nil, err
	}
	reader, err := reading.LoadWith(codes, own...)
	if err != nil && rapporteur.CodeOf(err) == rapporteur.Internal {
		err = &rapporteur.Error{Code: rapporteur.Internal, Op: "start", Err: err}
	}
	if err != nil {
		return nil, err
	}
	return reader.With(budget), nil
}

// Knowledge loads the tables of actors.
func (t Tables) Knowledge() (*knowledge.Base, error) {
	own, err := t.additions()
	if err != nil {
		return nil, err
	}
	return knowledge.Load(own...)
}

func (t Tables) additions() ([]*knowledge.Addition, error) {
	var out []*knowledge.Addition
	for _, path := range t.Actors {
		own, err := knowledge.Open(path)
		if err != nil {
			return nil, err
		}
		out = append(out, own)
	}
	return out, nil
}

// Ontology loads the issues and the codes of events.
func (t Tables) Ontology() (*ontology.Ontology, error) {
	var own []fs.FS
	for _, path := range t.Issues {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, &rapporteur.Error{Code: rapporteur.Unreadable, Op: "--issues " + path, Message: "cannot be read; give a table with the columns id, group, label, words", Err: err}
		}
		table := ontology.Issues(data)
		if _, err := ontology.Load(table); err != nil {
			return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "--issues " + path, Message: "no table of issues; its columns are id, group, label, words, with a tab between them", Err: err}
		}
		own = append(own, table)
	}
	return ontology.Load(own...)
}
