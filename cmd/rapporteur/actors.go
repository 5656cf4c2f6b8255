package main

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strings"
	"text/tabwriter"

	"rapporteur"
	"rapporteur/entities/knowledge"
)

// actorsFlag adds the user's own tables to those that are built in.
type actorsFlag struct {
	Actors []string `name:"actors" help:"Add your own tables of actors: a folder, a table, a PETRARCH dictionary or a Wikidata dump. Repeatable; the last one counts." placeholder:"PATH" sep:"none"`
}

// issuesFlag adds the user's own issues of negotiation to those that are built in.
type issuesFlag struct {
	Issues []string `name:"issues" help:"Add your own issues of negotiation: a table with the columns id, group, label, words, as in ontology/tables/issues.tsv. Repeatable; the first one that has an id counts." placeholder:"FILE" sep:"none"`
}

// openActors opens the user's own tables.
func openActors(paths []string) ([]*knowledge.Addition, error) {
	var out []*knowledge.Addition
	for _, path := range paths {
		own, err := knowledge.Open(path)
		if err != nil {
			return nil, err
		}
		out = append(out, own)
	}
	return out, nil
}

// actorsCmd lists and searches the tables of actors.
type actorsCmd struct {
	Query  string `arg:"" optional:"" help:"Words of a name, or an id."`
	Kind   string `help:"Only this kind: state, person, organisation, group or collective." placeholder:"KIND" enum:",state,person,organisation,group,collective" default:""`
	State  string `help:"Only what belongs to a state; with --office, offices held for this state or body." placeholder:"CODE"`
	Office string `help:"Only who held an office, by its id: head-of-government." placeholder:"ID"`
	On     string `help:"Only offices held on this day." placeholder:"DATE"`
	Format string `help:"Output format: ${enum}." enum:"text,json,tsv" default:"text" short:"f"`
	actorsFlag
}

// Run prints the actors that match, in the order of the tables.
func (cmd *actorsCmd) Run(c *console) error {
	own, err := openActors(cmd.Actors)
	if err != nil {
		return err
	}
	base, err := knowledge.Load(own...)
	if err != nil {
		return err
	}
	if err := cmd.check(base); err != nil {
		return err
	}
	found := cmd.find(base)
	if len(found) == 0 {
		fmt.Fprintln(c.stderr, "rapporteur: no actor matches; the tables know no such name, kind, state or office, or not on that day")
	}
	switch cmd.Format {
	case "json":
		return actorsJSON(c.stdout, found)
	case "tsv":
		return actorsTSV(c.stdout, found)
	}
	return actorsText(c.stdout, found)
}

var dayForm = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// check refuses codes that no table has.
func (cmd *actorsCmd) check(base *knowledge.Base) error {
	invalid := func(flag, hint string) error {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: flag, Message: hint}
	}
	switch {
	case cmd.On != "" && !dayForm.MatchString(cmd.On):
		return invalid("--on", "give a day as YYYY-MM-DD")
	case cmd.State != "" && base.Actor(cmd.State) == nil:
		return invalid("--state", fmt.Sprintf("no state or body has the id %q; states are ISO 3166 alpha-3 codes, rapporteur actors --kind state lists them", cmd.State))
	case cmd.Office != "" && !base.HasOffice(cmd.Office):
		return invalid("--office", fmt.Sprintf("no office has the id %q; ids are like head-of-state, foreign-minister, head-of-body", cmd.Office))
	}
	return nil
}

// foundActor is an actor with the names it goes by and the terms asked for.
type foundActor struct {
	ID     string      `json:"id"`
	Kind   string      `json:"kind"`
	Name   string      `json:"name"`
	State  string      `json:"state,omitempty"`
	Sector string      `json:"sector,omitempty"`
	Status string      `json:"status,omitempty"`
	Names  []string    `json:"names"`
	Terms  []foundTerm `json:"terms"`
}

type foundTerm struct {
	Office string `json:"office"`
	Title  string `json:"title"`
	For    string `json:"for"`
	From   string `json:"from"`
	// To is empty while the office is held on the day of KnownUntil.
	To         string `json:"to,omitempty"`
	KnownUntil string `json:"known_until,omitempty"`
}

func (cmd *actorsCmd) find(base *knowledge.Base) []foundActor {
	names := base.Names()
	out := []foundActor{}
	for _, k := range base.Actors() {
		if cmd.Kind != "" && string(k.Kind) != cmd.Kind || cmd.Office == "" && cmd.State != "" && k.State != cmd.State || !cmd.named(k, names[k]) {
			continue
		}
		terms := cmd.terms(base, k)
		if len(terms) == 0 && (cmd.Office != "" || cmd.On != "") {
			continue
		}
		out = append(out, foundActor{k.ID, string(k.Kind), k.Name, k.State, k.Sector, k.Status, names[k], terms})
	}
	return out
}

// named reports whether the words asked for stand in the id or in a name.
func (cmd *actorsCmd) named(k *knowledge.Actor, names []string) bool {
	if cmd.Query == "" || strings.EqualFold(k.ID, cmd.Query) {
		return true
	}
	query := " " + knowledge.Fold(cmd.Query)
	for _, name := range names {
		if strings.Contains(" "+knowledge.Fold(name), query) {
			return true
		}
	}
	return false
}

// terms gives the terms of an actor that the flags ask for.
func (cmd *actorsCmd) terms(base *knowledge.Base, k *knowledge.Actor) []foundTerm {
	out := []foundTerm{}
	for _, t := range k.Terms {
		if cmd.Office != "" && (t.Office != cmd.Office || cmd.State != "" && t.For != cmd.State) || cmd.On != "" && !t.Holds(cmd.On) {
			continue
		}
		found := foundTerm{Office: t.Office, Title: base.Title(t), For: t.For, From: t.From, To: t.To}
		if t.To == "" {
			found.KnownUntil = t.Until
		}
		out = append(out, found)
	}
	return out
}

func actorsJSON(w io.Writer, found []foundActor) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(found)
}

// actorsTSV writes a line a term, or one for an actor without.
func actorsTSV(w io.Writer, found []foundActor) error {
	lines := [][]string{{"id", "kind", "name", "state", "office", "for", "from", "to", "known_until"}}
	for _, a := range found {
		actor := []string{a.ID, a.Kind, a.Name, a.State}
		if len(a.Terms) == 0 {
			lines = append(lines, append(actor, "", "", "", "", ""))
		}
		for _, t := range a.Terms {
			lines = append(lines, append(actor[:4:4], t.Office, t.For, t.From, t.To, t.KnownUntil))
		}
	}
	for _, line := range lines {
		if _, err := fmt.Fprintln(w, strings.Join(line, "\t")); err != nil {
			return err
		}
	}
	return nil
}

// actorsText writes aligned columns for people. An office still held on the
// last day that the table knows ends with that day and a plus sign.
func actorsText(w io.Writer, found []foundActor) error {
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	for _, a := range found {
		actor := strings.Join([]string{a.ID, a.Kind, a.Name, a.State}, "\t")
		if len(a.Terms) == 0 {
			fmt.Fprintf(t, "%s\t%s\n", actor, strings.TrimSpace(a.Status+" "+a.Sector))
		}
		for _, term := range a.Terms {
			to := term.To
			if to == "" {
				to = term.KnownUntil + "+"
			}
			fmt.Fprintf(t, "%s\t%s, %s\t%s to %s\n", actor, term.Title, term.For, term.From, to)
		}
	}
	return t.Flush()
}
