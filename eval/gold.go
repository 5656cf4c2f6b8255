package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// GoldRecord is a record as a careful person would make it of some reports: what
// belongs together, what contradicts what, who moved. Reports are named by ids of
// the gold standard's own.
type GoldRecord struct {
	Meetings       []GoldEntry         `json:"meetings"`
	Events         []GoldEntry         `json:"events"`
	Statements     []GoldEntry         `json:"statements"`
	Contradictions []GoldContradiction `json:"contradictions"`
	Shifts         []GoldShift         `json:"shifts"`
	// Wires are groups of reports that carry one text.
	Wires [][]string `json:"wires"`
	// Revisions are versions of one article, in their order.
	Revisions [][]string `json:"revisions"`
	// Reports are the reports by their ids.
	Reports map[string]GoldReport `json:"-"`
}

// GoldReport is what tells a report from others.
type GoldReport struct {
	ID, URL, Title, Text string
}

// GoldEntry is one thing in the world, and where reports speak of it.
type GoldEntry struct {
	ID string `json:"id"`
	// Kind, Date, Place, Status, Participants and Excluded are of meetings; empty
	// fields are not scored.
	Kind         string            `json:"kind"`
	Date         rapporteur.Date   `json:"date"`
	Place        string            `json:"place"`
	Status       rapporteur.Status `json:"status"`
	Participants []string          `json:"participants"`
	Excluded     []string          `json:"excluded"`
	// Types are the PLOVER types under which an event may be coded.
	Types []string `json:"types"`
	// Sources is the number of outlets that have it from themselves.
	Sources int `json:"sources"`
	// Mentions give words that stand once in a report's text, where it speaks of it.
	Mentions map[string]string `json:"mentions"`
}

// GoldContradiction is a field on which reports disagree.
type GoldContradiction struct {
	Entry  string      `json:"entry"`
	Field  string      `json:"field"`
	Values []GoldValue `json:"values"`
}

// GoldValue is what some reports say; "left-out" is any presence of an empty seat.
type GoldValue struct {
	Value   string   `json:"value"`
	Reports []string `json:"reports"`
}

// GoldShift is a change of a party's stance or of its condition.
type GoldShift struct {
	ID    string   `json:"id"`
	Party string   `json:"party"`
	Issue string   `json:"issue"`
	From  GoldTurn `json:"from"`
	To    GoldTurn `json:"to"`
}

// GoldTurn is one side of a shift, and the words in which reports tell of it.
type GoldTurn struct {
	Stance   rapporteur.Stance `json:"stance"`
	Mentions map[string]string `json:"mentions"`
}

// ReadGoldRecord reads a folder with reports.jsonl, lines of JSON with an id
// beside the fields that rapporteur add reads, and gold.json. Every anchor must
// stand once in its report, every id exist.
func ReadGoldRecord(dir string) (*GoldRecord, error) {
	data, err := os.ReadFile(filepath.Join(dir, "gold.json"))
	if err != nil {
		return nil, err
	}
	g := &GoldRecord{}
	if err := json.Unmarshal(data, g); err != nil {
		return nil, fmt.Errorf("gold.json: %w", err)
	}
	if g.Reports, err = readGoldReports(filepath.Join(dir, "reports.jsonl")); err != nil {
		return nil, err
	}
	return g, g.check()
}

func readGoldReports(path string) (map[string]GoldReport, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	out := map[string]GoldReport{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		var r GoldReport
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if _, twice := out[r.ID]; twice || r.ID == "" {
			return nil, fmt.Errorf("%s:%d: id %q is missing or there twice", path, n, r.ID)
		}
		out[r.ID] = r
	}
	return out, lines.Err()
}

// check finds anchors that do not stand once in their report and ids that are
// nowhere.
func (g *GoldRecord) check() error {
	ids := map[string]bool{}
	for _, e := range slices.Concat(g.Meetings, g.Events, g.Statements) {
		if ids[e.ID] || len(e.Mentions) == 0 {
			return fmt.Errorf("gold.json: entry %q is there twice or has no mention", e.ID)
		}
		ids[e.ID] = true
		if err := g.checkMentions(e.ID, e.Mentions); err != nil {
			return err
		}
	}
	for _, s := range g.Shifts {
		for _, t := range []GoldTurn{s.From, s.To} {
			if err := g.checkMentions(s.ID, t.Mentions); err != nil {
				return err
			}
		}
	}
	groups := slices.Concat(g.Wires, g.Revisions)
	for _, c := range g.Contradictions {
		if !ids[c.Entry] || len(c.Values) < 2 {
			return fmt.Errorf("gold.json: contradiction of %q: no such entry, or fewer than two values", c.Entry)
		}
		for _, v := range c.Values {
			groups = append(groups, v.Reports)
		}
	}
	for _, id := range slices.Concat(groups...) {
		if _, ok := g.Reports[id]; !ok {
			return fmt.Errorf("gold.json: there is no report %q", id)
		}
	}
	return nil
}

func (g *GoldRecord) checkMentions(of string, mentions map[string]string) error {
	for _, id := range slices.Sorted(maps.Keys(mentions)) {
		if n := strings.Count(g.Reports[id].Text, mentions[id]); n != 1 {
			return fmt.Errorf("gold.json: %s: %q stands %d times in report %q, not once", of, mentions[id], n, id)
		}
	}
	return nil
}

// superseded reports whether there is a later version of a report.
func (g *GoldRecord) superseded(id string) bool {
	return slices.ContainsFunc(g.Revisions, func(r []string) bool { return slices.Contains(r[:len(r)-1], id) })
}

// entries are those of one kind.
func (g *GoldRecord) entries(k record.Kind) []GoldEntry {
	switch k {
	case record.Meeting:
		return g.Meetings
	case record.Event:
		return g.Events
	}
	return g.Statements
}
