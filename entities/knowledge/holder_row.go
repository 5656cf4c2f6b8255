package knowledge

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"rapporteur"
	"rapporteur/table"
)

// HolderRow says, by a source, who holds or held an office.
type HolderRow struct {
	// Line is the line of the file, 0 for an entity of Wikidata.
	Line int
	// For is the state or body that the office is held for.
	For, Office, Name string
	// From and To are days, months or years. An empty To means in office on AsOf, the
	// last day for which the source says so; an empty From that it gives no first day.
	From, To, AsOf string
	Source         string
	aliases        []string
	gender         byte
	state          string
}

// HolderRows reads a file of holders of offices: a table with the columns state, office,
// name, from, to, source and as_of, a query's result in JSON with the same fields, an
// object a line or in an array with one a line, or a dump of Wikidata.
func HolderRows(a *Base, path string) ([]HolderRow, error) {
	form, err := formOf(path)
	var rows []HolderRow
	switch {
	case err != nil:
	case form == tableForm:
		rows, err = holderTable(path)
	case form == wikidataForm:
		rows, err = holderObjects(a, path)
	default:
		err = errors.New("neither a table nor JSON; give a table with the columns state, office, name, from, to, source, as_of, the same as JSON lines, or a Wikidata dump")
	}
	if err == nil && len(rows) == 0 {
		err = errors.New("names nobody in an office of the tables; a dump of Wikidata needs the items of the states and of the positions (P39) beside those of the persons")
	}
	if err != nil {
		return nil, unusable(fmt.Errorf("%s: %w", path, err))
	}
	for i := range rows {
		if err := rows[i].check(a); err != nil {
			return nil, unusable(fmt.Errorf("%s:%d: %w", path, rows[i].Line, err))
		}
	}
	return rows, nil
}

// holderTable reads a table.
func holderTable(path string) ([]HolderRow, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	t, err := table.Parse("", data, "state", "office", "name", "from", "to")
	if err != nil {
		return nil, errors.New(strings.TrimPrefix(err.Error(), ": "))
	}
	var out []HolderRow
	for _, r := range t.Rows {
		asOf := r.Get("as_of")
		if asOf == "" {
			asOf = t.Until
		}
		out = append(out, HolderRow{Line: r.Line, For: r.Get("state"), Office: r.Get("office"), Name: r.Get("name"),
			From: r.Get("from"), To: r.Get("to"), AsOf: asOf, Source: r.Get("source")})
	}
	return out, nil
}

// holderObjects reads JSON: rows, or entities of Wikidata.
func holderObjects(a *Base, path string) ([]HolderRow, error) {
	var out []HolderRow
	flat := false
	err := readFile(path, func(r io.Reader) (err error) {
		out, flat, err = flatRows(r)
		return err
	})
	if err != nil || flat {
		return out, err
	}
	entries, err := readWikidata(a, func(read func(io.Reader) error) error { return readFile(path, read) })
	for _, e := range entries {
		for _, t := range e.terms {
			if e.kind == rapporteur.Person {
				out = append(out, HolderRow{For: t.actor, Office: t.office, Name: e.name, From: t.from, To: t.to, AsOf: t.until,
					Source: strings.TrimSpace("Wikidata " + t.until), aliases: e.aliases, gender: e.gender, state: e.state})
			}
		}
	}
	return out, err
}

// flatRows reads the rows of a query's result; it is not flat if the first object has no
// office of its own.
func flatRows(r io.Reader) (out []HolderRow, flat bool, err error) {
	lines := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, readErr := lines.ReadBytes('\n')
		text := bytes.Trim(bytes.TrimSpace(line), "[], \t")
		if len(text) > 0 {
			var row struct {
				State, Office, Name, From, To, Source string
				AsOf                                  string `json:"as_of"`
			}
			err := json.Unmarshal(text, &row)
			if !flat && row.Office == "" {
				return nil, false, nil
			}
			if flat = true; err != nil {
				return nil, true, fmt.Errorf("line %d: %w; give one object a line", n, err)
			}
			out = append(out, HolderRow{Line: n, For: row.State, Office: row.Office, Name: row.Name, From: dayOf(row.From), To: dayOf(row.To), AsOf: dayOf(row.AsOf), Source: row.Source})
		}
		if readErr != nil {
			return out, flat, ignoreEnd(readErr)
		}
	}
}

// dayOf cuts the time off a time stamp.
func dayOf(stamp string) string {
	day, _, _ := strings.Cut(stamp, "T")
	return day
}

// check holds a row against the tables.
func (r *HolderRow) check(a *Base) error {
	switch {
	case strings.TrimSpace(r.Name) == "":
		return errors.New("no name; a holder of an office needs one")
	case a.Actor(r.For) == nil:
		return fmt.Errorf("no state or body has the id %q; states are ISO 3166 alpha-3 codes", r.For)
	case a.Offices().Of(r.Office, r.For) == nil:
		return fmt.Errorf("no office has the id %q for %s; ids are like head-of-state, foreign-minister", r.Office, r.For)
	}
	for _, d := range []string{r.From, r.To} {
		if d != "" && !isDate(d) {
			return fmt.Errorf("%q is no date; write YYYY-MM-DD, YYYY-MM or YYYY", d)
		}
	}
	if r.To == "" && len(r.AsOf) != len("2006-01-02") || r.AsOf != "" && !isDate(r.AsOf) {
		return errors.New("no last day, and nothing says until when the source knows; fill the column as_of with a day")
	}
	if strings.ContainsAny(r.Name+r.Source, "\t\n") {
		return errors.New("a tab or a line break in a cell")
	}
	return nil
}
