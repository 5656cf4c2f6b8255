package service

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"rapporteur/entities/knowledge"
	"rapporteur/record"
)

// Who asks the tables of actors. Empty fields ask for everybody.
type Who struct {
	// Name is an id or a part of a name.
	Name string
	Kind string
	// State is a state or body that somebody belongs to, or with Office the one that
	// the office is held for.
	State, Office string
	// On is a day on which the office was held, or is presumed to have been.
	On string
	// Learned are holders of offices by the word of reports of a record. The tables go
	// before them.
	Learned []record.Holder
}

// Find gives the actors that match, in the order of the tables.
func (q *Who) Find(base *knowledge.Base) ([]KnownActor, error) {
	if err := q.check(base); err != nil {
		return nil, err
	}
	return q.withLearned(base, q.find(base)), nil
}

var dayForm = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// check refuses codes that no table has.
func (q *Who) check(base *knowledge.Base) error {
	switch {
	case q.On != "" && !dayForm.MatchString(q.On):
		return invalid("--on", "give a day as YYYY-MM-DD")
	case q.State != "" && base.Actor(q.State) == nil:
		return invalid("--state", fmt.Sprintf("no state or body has the id %q; states are ISO 3166 alpha-3 codes, rapporteur actors --kind state lists them", q.State))
	case q.Office != "" && !base.Offices().Has(q.Office):
		return invalid("--office", fmt.Sprintf("no office has the id %q; ids are like head-of-state, foreign-minister, head-of-body", q.Office))
	}
	return nil
}

// KnownActor is an actor with the names it goes by and the terms asked for.
type KnownActor struct {
	ID     string      `json:"id"`
	Kind   string      `json:"kind"`
	Name   string      `json:"name"`
	State  string      `json:"state,omitempty"`
	Sector string      `json:"sector,omitempty"`
	Status string      `json:"status,omitempty"`
	Names  []string    `json:"names"`
	Terms  []KnownTerm `json:"terms"`
}

// KnownTerm is an office that somebody held.
type KnownTerm struct {
	Office string `json:"office"`
	Title  string `json:"title"`
	For    string `json:"for"`
	From   string `json:"from"`
	// To is empty while the office is held on the day of KnownUntil.
	To         string `json:"to,omitempty"`
	KnownUntil string `json:"known_until,omitempty"`
	// Source says where the row of the tables comes from, where it tells.
	Source string `json:"source,omitempty"`
	// Presumed says that the day asked for is later than the one until which the tables
	// know that the office is held.
	Presumed bool `json:"presumed,omitempty"`
	// Learned are the reports that name the person in the office, where no table does,
	// and Confidence how sure they make it; Acting as they have it.
	Learned    []record.Naming `json:"learned,omitempty"`
	Confidence float64         `json:"confidence,omitempty"`
	Acting     bool            `json:"acting,omitempty"`
}

func (q *Who) find(base *knowledge.Base) []KnownActor {
	names := base.Names()
	out := []KnownActor{}
	for _, k := range base.Actors() {
		if q.Kind != "" && string(k.Kind) != q.Kind || q.Office == "" && q.State != "" && k.State != q.State || !q.named(k, names[k]) {
			continue
		}
		terms := q.terms(base, k)
		if len(terms) == 0 && (q.Office != "" || q.On != "") {
			continue
		}
		out = append(out, KnownActor{k.ID, string(k.Kind), k.Name, k.State, k.Sector, k.Status, names[k], terms})
	}
	return out
}

// named reports whether the words asked for stand in the id or in a name.
func (q *Who) named(k *knowledge.Actor, names []string) bool {
	if q.Name == "" || strings.EqualFold(k.ID, q.Name) {
		return true
	}
	query := " " + knowledge.Fold(q.Name)
	for _, name := range names {
		if strings.Contains(" "+knowledge.Fold(name), query) {
			return true
		}
	}
	return false
}

// terms gives the terms of an actor that the flags ask for.
func (q *Who) terms(base *knowledge.Base, k *knowledge.Actor) []KnownTerm {
	out := []KnownTerm{}
	presumed := base.Terms().PresumedOn(k, q.On)
	for _, t := range k.Terms {
		maybe := q.On != "" && slices.Contains(presumed, t) && !q.relieved(t)
		if q.Office != "" && (t.Office != q.Office || q.State != "" && t.For != q.State) || q.On != "" && !t.Holds(q.On) && !maybe {
			continue
		}
		found := KnownTerm{Office: t.Office, Title: base.Offices().Title(t), For: t.For, From: t.From, To: t.To, Source: t.Source, Presumed: maybe}
		if t.To == "" {
			found.KnownUntil = t.Until
		}
		out = append(out, found)
	}
	return out
}
