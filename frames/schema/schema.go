// Package schema is the inventory of frames: which kinds there are, of which types,
// with which roles and attributes, and which code of PLOVER and CAMEO a type is. It
// is data; kinds.tsv, types.tsv, roles.tsv and attributes.tsv explain their columns.
//
// The inventory is that of the annotated reports which readers of frames are learned
// from, with the values of the program's own contract. Types of events are those of
// PLOVER 0.8 (Open Event Data Alliance 2021), statements follow PolNeAR (Newell,
// Margolin and Ruths 2018).
package schema

import (
	"embed"
	"slices"
	"strings"

	"rapporteur/table"
)

//go:embed *.tsv
var tables embed.FS

// Schema is the inventory. It is read-only and may be shared.
type Schema struct {
	// Kinds are in the order of the table.
	Kinds []Kind
}

// Kind is one kind of frame.
type Kind struct {
	Name, Trigger, Example string
	Types                  []Type
	Roles                  []Role
	Attributes             []Attribute
}

// Type is one type of a kind.
type Type struct {
	Name string
	// Plover is a type of PLOVER, Mode one of its modes; both may be empty.
	Plover, Mode string
	// Cameo is an event code, empty where the ontology has none.
	Cameo   string
	Meaning string
}

// Role is one role that words fill in a kind of frame.
type Role struct {
	Name string
	// Span says that a run of words fills it; else the head word of a mention does.
	Span bool
	// Many says that several may fill it, Required that no frame is without it.
	Many, Required bool
	Meaning        string
}

// Attribute is one property of a kind of frame.
type Attribute struct {
	Name string
	// Values are what it may be, nil where another table holds them. The first is
	// meant where a frame does not say.
	Values  []string
	Meaning string
}

// Load reads the tables.
func Load() (*Schema, error) {
	s := &Schema{}
	for _, t := range []struct {
		name    string
		columns []string
		add     func(*Kind, table.Row) error
	}{
		{"types.tsv", []string{"type", "plover", "cameo", "meaning"}, (*Kind).addType},
		{"roles.tsv", []string{"role", "filler", "count", "required", "meaning"}, (*Kind).addRole},
		{"attributes.tsv", []string{"attribute", "values", "meaning"}, (*Kind).addAttribute},
	} {
		if s.Kinds == nil {
			if err := s.loadKinds(); err != nil {
				return nil, err
			}
		}
		if err := s.load(t.name, t.add, t.columns...); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (s *Schema) loadKinds() error {
	rows, err := read("kinds.tsv", "kind", "trigger", "example")
	for _, r := range rows {
		s.Kinds = append(s.Kinds, Kind{Name: r.Get("kind"), Trigger: r.Get("trigger"), Example: r.Get("example")})
	}
	return err
}

// load adds the rows of a table to their kinds.
func (s *Schema) load(name string, add func(*Kind, table.Row) error, columns ...string) error {
	rows, err := read(name, append(columns, "kind")...)
	if err != nil {
		return err
	}
	for _, r := range rows {
		kind := s.Kind(r.Get("kind"))
		if kind == nil {
			return r.Errorf("kind %q is not in kinds.tsv", r.Get("kind"))
		}
		if err := add(kind, r); err != nil {
			return err
		}
	}
	return nil
}

func read(name string, columns ...string) ([]table.Row, error) {
	data, err := tables.ReadFile(name)
	if err != nil {
		return nil, err
	}
	t, err := table.Parse(name, data, columns...)
	if err != nil {
		return nil, err
	}
	return t.Rows, nil
}

func (k *Kind) addType(r table.Row) error {
	if k.Type(r.Get("type")) != nil {
		return r.Errorf("type %q stands twice", r.Get("type"))
	}
	plover, mode, _ := strings.Cut(r.Get("plover"), " ")
	k.Types = append(k.Types, Type{r.Get("type"), plover, mode, r.Get("cameo"), r.Get("meaning")})
	return nil
}

func (k *Kind) addRole(r table.Row) error {
	filler, count, required := r.Get("filler"), r.Get("count"), r.Get("required")
	switch {
	case k.Role(r.Get("role")) != nil:
		return r.Errorf("role %q stands twice", r.Get("role"))
	case filler != "pointer" && filler != "span":
		return r.Errorf("filler %q; give pointer or span", filler)
	case count != "one" && count != "many":
		return r.Errorf("count %q; give one or many", count)
	case required != "" && required != "yes":
		return r.Errorf("required %q; give yes or nothing", required)
	}
	k.Roles = append(k.Roles, Role{r.Get("role"), filler == "span", count == "many", required == "yes", r.Get("meaning")})
	return nil
}

func (k *Kind) addAttribute(r table.Row) error {
	if k.Attribute(r.Get("attribute")) != nil {
		return r.Errorf("attribute %q stands twice", r.Get("attribute"))
	}
	a := Attribute{Name: r.Get("attribute"), Meaning: r.Get("meaning")}
	if cell := r.Get("values"); cell != "" {
		for v := range strings.SplitSeq(cell, ";") {
			a.Values = append(a.Values, strings.TrimSpace(v)) // the first may be empty
		}
	}
	k.Attributes = append(k.Attributes, a)
	return nil
}

// Kind gives a kind by its name, nil for none.
func (s *Schema) Kind(name string) *Kind {
	return byName(s.Kinds, func(k Kind) bool { return k.Name == name })
}

// Type gives a type of the kind by its name, nil for none.
func (k *Kind) Type(name string) *Type {
	return byName(k.Types, func(t Type) bool { return t.Name == name })
}

// Role gives a role of the kind by its name, nil for none.
func (k *Kind) Role(name string) *Role {
	return byName(k.Roles, func(r Role) bool { return r.Name == name })
}

// Attribute gives an attribute of the kind by its name, nil for none.
func (k *Kind) Attribute(name string) *Attribute {
	return byName(k.Attributes, func(a Attribute) bool { return a.Name == name })
}

// Allows reports whether an attribute may have a value.
func (a *Attribute) Allows(value string) bool {
	return a.Values == nil || slices.Contains(a.Values, value)
}

func byName[T any](all []T, is func(T) bool) *T {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return &all[i]
	}
	return nil
}
