package knowledge

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"rapporteur"
)

// A JSON dump of Wikidata is an array with one entity a line, see
// https://www.wikidata.org/wiki/Wikidata:Database_download. It is read twice,
// a line at a time: first for states and for the positions that the table of
// offices knows by their English label, then for the people who held one and
// for bodies. Only these are kept, whatever the size of the dump.

// wikidataEntity is the part of an entity that is read.
type wikidataEntity struct {
	ID, Modified string
	Labels       struct{ En wikidataText }
	Aliases      struct{ En []wikidataText }
	Claims       struct {
		P31, P21, P27, P39, P17, P1001, P298 []wikidataClaim
	}
}

type wikidataText struct{ Value string }

type wikidataClaim struct {
	Mainsnak   wikidataSnak
	Rank       string
	Qualifiers struct{ P580, P582 []wikidataSnak }
}

type wikidataSnak struct {
	Datavalue struct{ Value json.RawMessage }
}

// wikidataBodies are the classes of bodies that are read, with their sector.
var wikidataBodies = map[string]string{
	"Q484652": "international", "Q245065": "international", "Q4120211": "international",
	"Q7278": "party", "Q17149090": "armed group",
}

// Values of wikidata's properties.
const (
	wikidataHuman  = "Q5"
	wikidataMale   = "Q6581097"
	wikidataFemale = "Q6581072"
)

// wikidata is what the first reading of a dump finds.
type wikidata struct {
	*Base
	// states are codes by the id of the entity.
	states map[string]string
	// positions are posts by the id of the entity, territories the state that
	// a position without one in its label belongs to.
	positions   map[string]post
	territories map[string]string
	titles      map[string]string
	// until is the day of the latest change in the dump.
	until string
	out   []entry
}

// readWikidata reads a dump; open has it read from the start.
func readWikidata(a *Base, open func(func(io.Reader) error) error) ([]entry, error) {
	w := &wikidata{Base: a, states: map[string]string{}, positions: map[string]post{}, territories: map[string]string{}, titles: map[string]string{}}
	for _, step := range []func(*wikidataEntity){w.survey, w.collect} {
		if err := open(func(r io.Reader) error { return eachEntity(r, step) }); err != nil {
			return nil, err
		}
		w.settlePositions()
	}
	return w.out, nil
}

// eachEntity decodes a dump line by line.
func eachEntity(r io.Reader, do func(*wikidataEntity)) error {
	lines := bufio.NewReaderSize(r, 1<<20)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("line %d: %w", n, err)
		}
		text := bytes.TrimSuffix(bytes.TrimSpace(line), []byte(","))
		if len(text) > 1 {
			var e wikidataEntity
			// An entity without aliases may have an empty list for a map.
			var odd *json.UnmarshalTypeError
			if err := json.Unmarshal(text, &e); err != nil && !errors.As(err, &odd) {
				return fmt.Errorf("line %d: %w; the dump must have one entity a line", n, err)
			}
			do(&e)
		}
		if err != nil {
			return nil
		}
	}
}

// survey notes states and positions.
func (w *wikidata) survey(e *wikidataEntity) {
	if day, _, ok := strings.Cut(e.Modified, "T"); ok {
		w.until = max(w.until, day)
	}
	label := e.Labels.En.Value
	if code := value[string](e.Claims.P298); code != "" {
		if k := w.actors[code]; k != nil && k.Kind == rapporteur.State {
			w.states[e.ID] = code
			w.out = append(w.out, entry{name: label, aliases: texts(e.Aliases.En), kind: rapporteur.State, state: code})
		}
		return
	}
	if label == "" || item(e.Claims.P31) == wikidataHuman {
		return
	}
	if office, actor := w.postNamed(label); office != "" {
		w.positions[e.ID] = post{office, actor}
	} else if w.offices.byPhrase[Fold(label)] != nil {
		w.titles[e.ID] = Fold(label)
		if w.territories[e.ID] = item(e.Claims.P1001); w.territories[e.ID] == "" {
			w.territories[e.ID] = item(e.Claims.P17)
		}
	}
}

// settlePositions gives positions without a state in their label the state of
// their jurisdiction.
func (w *wikidata) settlePositions() {
	for id, phrase := range w.titles {
		if state := w.states[w.territories[id]]; state != "" {
			w.positions[id] = post{w.officeCalled(phrase, state), state}
		}
	}
	clear(w.titles)
}

// collect notes people who held a position, and bodies.
func (w *wikidata) collect(e *wikidataEntity) {
	label := e.Labels.En.Value
	class := item(e.Claims.P31)
	switch sector, isBody := wikidataBodies[class]; {
	case label == "":
	case isBody:
		kind := rapporteur.Organisation
		if sector != "international" {
			kind = rapporteur.Group
		}
		w.out = append(w.out, entry{name: label, aliases: texts(e.Aliases.En), kind: kind, sector: sector, state: w.states[item(e.Claims.P17)]})
	case class == wikidataHuman:
		if terms := w.terms(e); len(terms) > 0 {
			w.out = append(w.out, entry{name: label, aliases: texts(e.Aliases.En), kind: rapporteur.Person, state: w.states[item(e.Claims.P27)], gender: wikidataGender(item(e.Claims.P21)), terms: terms})
		}
	}
}

// terms reads the positions held, with their first and last day. One without
// a first day is left out, and one without a last day runs until the day of
// the dump.
func (w *wikidata) terms(e *wikidataEntity) []entryTerm {
	var out []entryTerm
	for _, c := range e.Claims.P39 {
		p, ok := w.positions[item([]wikidataClaim{c})]
		if !ok || c.Rank == "deprecated" {
			continue
		}
		t := entryTerm{office: p.office, actor: p.actor, from: day(c.Qualifiers.P580), to: day(c.Qualifiers.P582), until: w.until}
		if t.from != "" && (t.to != "" || t.until != "") {
			out = append(out, t)
		}
	}
	return out
}

// postNamed reads a label that names an office and its state or body:
// "President of Eastland", "Eastland Foreign Minister".
func (w *wikidata) postNamed(label string) (office, actor string) {
	words := Words(label)
	forms := make([]string, len(words))
	for i := range forms {
		forms[i] = "X" // the lexicon asks for capitals
	}
	senses, n := w.names.match(words, forms)
	if k := OfficeHolder(senses); k != nil {
		if office := w.officeCalled(strings.Join(words[n:], " "), k.ID); office != "" {
			return office, k.ID
		}
	}
	for i := 1; i < len(words)-1; i++ {
		if words[i] != "of" && words[i] != "for" {
			continue
		}
		rest := words[i+1:]
		if rest[0] == "the" {
			rest = rest[1:]
		}
		k := OfficeHolder(w.names.lookup(strings.Join(rest, " ")))
		if k == nil {
			continue
		}
		if office := w.officeCalled(strings.Join(words[:i], " "), k.ID); office != "" {
			return office, k.ID
		}
	}
	return "", ""
}

// officeCalled gives the office that a phrase names for a state or body, empty
// for none.
func (w *wikidata) officeCalled(phrase, actor string) string {
	general := ""
	for _, s := range w.offices.byPhrase[phrase] {
		if s.For == actor {
			return s.ID
		}
		if s.For == "*" && general == "" {
			general = s.ID
		}
	}
	return general
}

// value decodes the first value of a property that is not deprecated.
func value[T any](claims []wikidataClaim) T {
	var v T
	for _, c := range claims {
		if c.Rank != "deprecated" && json.Unmarshal(c.Mainsnak.Datavalue.Value, &v) == nil {
			break
		}
	}
	return v
}

// item gives the entity that a property points to.
func item(claims []wikidataClaim) string {
	return value[struct{ ID string }](claims).ID
}

// day reads a point in time with its precision: 9 is a year, 10 a month, 11 a
// day.
func day(snaks []wikidataSnak) string {
	if len(snaks) == 0 {
		return ""
	}
	var t struct {
		Time      string
		Precision int
	}
	length := map[int]int{9: 4, 10: 7, 11: 10}
	if json.Unmarshal(snaks[0].Datavalue.Value, &t) != nil || len(t.Time) < 11 || t.Time[0] != '+' {
		return ""
	}
	return t.Time[1 : 1+length[t.Precision]]
}

func wikidataGender(id string) byte {
	switch id {
	case wikidataMale:
		return 'm'
	case wikidataFemale:
		return 'f'
	}
	return 0
}

func texts(list []wikidataText) []string {
	var out []string
	for _, t := range list {
		out = append(out, t.Value)
	}
	return out
}
