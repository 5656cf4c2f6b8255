package ontology

import "rapporteur/table"

// Code is one event code of CAMEO.
type Code struct {
	// Code has two digits for a root, three or four for its kinds.
	Code, Name string
	// Goldstein is between -10, conflict, and 10, cooperation.
	Goldstein float64
	Quad      Quad
	// Type is PLOVER's, empty where the code is none of its events; Mode and
	// Contexts may be empty.
	Type, Mode string
	Contexts   []string
}

// Root is the two digits that a code begins with.
func (c Code) Root() string { return c.Code[:2] }

// Quad is one of the four classes of events, by GDELT's numbers.
type Quad int

// The classes of events.
const (
	VerbalCooperation Quad = 1 + iota
	MaterialCooperation
	VerbalConflict
	MaterialConflict
)

var quadNames = [...]string{"", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"}

// String gives the class in words.
func (q Quad) String() string { return quadNames[q] }

func (o *Ontology) addCode(row table.Row) error {
	goldstein, err := number(row, "goldstein")
	if err != nil {
		return err
	}
	quad, err := number(row, "quad")
	if err != nil {
		return err
	}
	c := Code{row.Get("code"), row.Get("name"), goldstein, Quad(quad), row.Get("type"), row.Get("mode"), row.List("contexts")}
	if c.Quad < VerbalCooperation || c.Quad > MaterialConflict {
		return row.Errorf("quad class %v; give 1 to 4", quad)
	}
	o.code[c.Code] = len(o.codes)
	o.codes = append(o.codes, c)
	return nil
}

// Codes gives all codes of CAMEO in order.
func (o *Ontology) Codes() []Code { return append([]Code(nil), o.codes...) }

// Code gives one code of CAMEO.
func (o *Ontology) Code(code string) (Code, bool) {
	i, ok := o.code[code]
	if !ok {
		return Code{}, false
	}
	return o.codes[i], true
}
