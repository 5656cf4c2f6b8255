package ontology

import (
	"slices"

	"rapporteur/table"
)

// Type is one of PLOVER's 16 event types.
type Type struct {
	Name  string
	Quad  Quad
	Score float64
	// Cameo is the code that stands for the type where nothing says more.
	Cameo string
	// NeedsRecipient is set where the manual asks for a recipient.
	NeedsRecipient bool
	Meaning        string
	Modes          []Mode
}

// Mode tells of what kind an event of its type is.
type Mode struct {
	Name  string
	Score float64
	// Cameo is the code nearest to it.
	Cameo, Meaning string
}

// Context is what an event is about, beside its type.
type Context struct{ Name, Meaning string }

func (o *Ontology) addType(row table.Row) error {
	score, err := number(row, "score")
	if err != nil {
		return err
	}
	quad := slices.Index(quadNames[:], row.Get("quad"))
	if quad < 1 {
		return row.Errorf("%q is no quad class", row.Get("quad"))
	}
	t := Type{Name: row.Get("type"), Quad: Quad(quad), Score: score, Cameo: row.Get("cameo"), NeedsRecipient: row.Get("recipient") == "yes", Meaning: row.Get("meaning")}
	o.of[t.Name] = len(o.types)
	o.types = append(o.types, t)
	return nil
}

func (o *Ontology) addMode(row table.Row) error {
	i, ok := o.of[row.Get("type")]
	if !ok {
		return row.Errorf("no type %q", row.Get("type"))
	}
	score, err := number(row, "score")
	if err != nil {
		return err
	}
	o.types[i].Modes = append(o.types[i].Modes, Mode{row.Get("mode"), score, row.Get("cameo"), row.Get("meaning")})
	return nil
}

func (o *Ontology) addContext(row table.Row) error {
	o.contexts = append(o.contexts, Context{row.Get("context"), row.Get("meaning")})
	return nil
}

// Types gives PLOVER's types in the order of the manual.
func (o *Ontology) Types() []Type { return append([]Type(nil), o.types...) }

// Type gives a type by its name.
func (o *Ontology) Type(name string) (Type, bool) {
	i, ok := o.of[name]
	if !ok {
		return Type{}, false
	}
	return o.types[i], true
}

// Mode gives a mode of the type by its name.
func (t Type) Mode(name string) (Mode, bool) {
	for _, m := range t.Modes {
		if m.Name == name {
			return m, true
		}
	}
	return Mode{}, false
}

// Contexts gives the contexts in the order of the manual.
func (o *Ontology) Contexts() []Context { return append([]Context(nil), o.contexts...) }

// Cameo gives the code for an event of PLOVER: the longest one of the type whose
// mode and contexts fit, else that of the mode, else that of the type; empty
// for a type that does not exist.
func (o *Ontology) Cameo(typ, mode string, contexts ...string) string {
	t, ok := o.Type(typ)
	if !ok {
		return ""
	}
	for _, c := range o.codes {
		if c.Type == typ && c.Mode == mode && len(contexts) > 0 && slices.Equal(c.Contexts, contexts) {
			return c.Code
		}
	}
	if m, ok := t.Mode(mode); ok {
		return m.Cameo
	}
	return t.Cameo
}
