package dataset

import (
	"encoding/csv"
	"fmt"
	"strings"

	"rapporteur/export"
	"rapporteur/service"
)

// dictionaryColumns are those of the data dictionary.
var dictionaryColumns = []string{"table", "column", "type", "meaning", "values"}

// dictionary gives the rows of the data dictionary.
func dictionary(tables []Table) [][]string {
	out := [][]string{dictionaryColumns}
	for _, t := range tables {
		for _, c := range t.Columns {
			out = append(out, []string{t.Name, c.Name, string(c.Type), c.Meaning, strings.Join(c.Values, "; ")})
		}
	}
	return out
}

// beside writes what explains the tables: the dictionary for people, datapackage.json
// for programs (Frictionless Data Package), and what made them.
func beside(to Output, tables []Table, extension string, p service.Provenance) error {
	w, err := to.Beside("dictionary.csv")
	if err != nil {
		return err
	}
	sheet := csv.NewWriter(w)
	if err := sheet.WriteAll(dictionary(tables)); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return besideJSON(to, "datapackage.json", pack(tables, extension, p))
}

// besideJSON writes a JSON file that explains an export.
func besideJSON(to Output, name string, v any) error {
	w, err := to.Beside(name)
	if err != nil {
		return err
	}
	if err := export.Indented(w, v); err != nil {
		return err
	}
	return w.Close()
}

// dataPackage is a Data Package (datapackage.org), as far as it is used.
type dataPackage struct {
	Profile     string             `json:"profile"`
	Name        string             `json:"name"`
	Title       string             `json:"title"`
	Description string             `json:"description"`
	Created     string             `json:"created"`
	Resources   []dataResource     `json:"resources"`
	Provenance  service.Provenance `json:"provenance"`
}

type dataResource struct {
	Profile     string     `json:"profile,omitempty"`
	Name        string     `json:"name"`
	Path        string     `json:"path"`
	Description string     `json:"description"`
	Format      string     `json:"format"`
	Encoding    string     `json:"encoding,omitempty"`
	Schema      dataSchema `json:"schema"`
}

type dataSchema struct {
	Fields        []dataField `json:"fields"`
	PrimaryKey    []string    `json:"primaryKey,omitempty"`
	MissingValues []string    `json:"missingValues"`
}

type dataField struct {
	Name        string `json:"name"`
	Type        Type   `json:"type"`
	Description string `json:"description"`
}

func pack(tables []Table, extension string, p service.Provenance) dataPackage {
	out := dataPackage{Profile: "data-package", Name: "rapporteur", Title: "The record of a negotiation", Created: p.Made, Provenance: p,
		Description: "Flat tables, one row a thing; dictionary.csv explains their columns. Values of a list have semicolons between. Made by " + p.Program + "."}
	for _, t := range tables {
		r := dataResource{Name: t.Name, Path: t.Name + "." + extension, Description: t.Meaning, Format: extension,
			Schema: dataSchema{MissingValues: []string{""}, PrimaryKey: t.Key}}
		if extension == "csv" {
			r.Profile, r.Encoding = "tabular-data-resource", "utf-8"
		}
		for _, c := range t.Columns {
			r.Schema.Fields = append(r.Schema.Fields, dataField{c.Name, c.Type, describe(c)})
		}
		out.Resources = append(out.Resources, r)
	}
	return out
}

// describe says what a column means and which values it may have.
func describe(c Column) string {
	if len(c.Values) == 0 {
		return c.Meaning
	}
	return fmt.Sprintf("%s; one of: %s", c.Meaning, strings.Join(c.Values, ", "))
}

// about gives what made an export as pairs of names and values, in order.
func about(p service.Provenance) [][2]string {
	out := [][2]string{{"program", p.Program}, {"schema", p.Schema}, {"model", p.Model}, {"made", p.Made}, {"asked", strings.Join(p.Asked, " ")},
		{"no_text", fmt.Sprint(p.Silent)}}
	for _, kind := range sortedKeys(p.Thresholds) {
		for _, of := range sortedKeys(p.Thresholds[kind]) {
			out = append(out, [2]string{"threshold " + kind + " " + of, fmt.Sprint(p.Thresholds[kind][of])})
		}
	}
	return out
}
