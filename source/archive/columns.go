package archive

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/table"
)

// Columns are the names of columns, or of fields of JSON, as a user gives them; an empty
// one is looked for by the names that are known.
type Columns struct{ Text, URL, Title, Published, Outlet string }

//go:embed columns.tsv
var columnTable []byte

// columnNames are the known names of each field in the order of the table.
var columnNames = sync.OnceValue(func() map[string][]string {
	t, err := table.Parse("columns.tsv", columnTable, "field", "name", "used")
	if err != nil {
		panic(err) // the table is part of the program; a test reads it
	}
	names := map[string][]string{}
	for _, row := range t.Rows {
		names[row.Get("field")] = append(names[row.Get("field")], row.Get("name"))
	}
	return names
})

// names are those that a field may go by: the one that the user gives, else the known ones.
func (c *Columns) names(field string) []string {
	given := map[string]string{"text": c.Text, "url": c.URL, "title": c.Title, "published": c.Published, "outlet": c.Outlet}[field]
	if given != "" {
		return []string{strings.ToLower(given)}
	}
	if field == "html" && c.Text != "" {
		return nil
	}
	return columnNames()[field]
}

// find gives the place of the column for a field in a header, -1 for none.
func (c *Columns) find(field string, header []string) int {
	for _, name := range c.names(field) {
		for i, h := range header {
			if strings.ToLower(strings.TrimSpace(h)) == name {
				return i
			}
		}
	}
	return -1
}

// check refuses a header that lacks a column that the user names.
func (c *Columns) check(name string, header []string) error {
	for _, f := range []struct{ flag, value string }{
		{"--text-column", c.Text}, {"--url-column", c.URL}, {"--title-column", c.Title}, {"--date-column", c.Published}, {"--outlet-column", c.Outlet},
	} {
		lone := Columns{Text: f.value}
		if f.value != "" && lone.find("text", header) < 0 {
			return wrong(rapporteur.Invalid, name, f.flag+" "+f.value+": no such column; there are "+strings.Join(header, ", "), nil)
		}
	}
	return nil
}
