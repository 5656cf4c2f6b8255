package frames

import (
	"fmt"

	"rapporteur/frames/schema"
	"rapporteur/language"
)

// Check reports what is wrong with a frame by the schema and the text that it was
// found in: a kind, type, role or attribute that the tables do not have, a required
// role that nothing fills, a role of one filler with two, a token outside the text, a
// probability outside of 0 to 1, no maker. Readers are tested with it.
func Check(s *schema.Schema, doc *language.Document, f *Frame) error {
	kind := s.Kind(string(f.Kind))
	switch {
	case kind == nil:
		return fmt.Errorf("frames: kind %q is not in kinds.tsv", f.Kind)
	case kind.Type(f.Type) == nil:
		return fmt.Errorf("frames: type %q of a %s is not in types.tsv", f.Type, f.Kind)
	case f.Trigger < 0 || f.Trigger >= len(doc.Tokens):
		return fmt.Errorf("frames: trigger %d of %d tokens", f.Trigger, len(doc.Tokens))
	case f.Maker == "":
		return fmt.Errorf("frames: a %s without a maker", f.Kind)
	case !(f.Probability >= 0 && f.Probability <= 1):
		return fmt.Errorf("frames: probability %v of a %s", f.Probability, f.Kind)
	}
	if f.Words.Len() > 0 && !f.Words.Has(f.Trigger) {
		return fmt.Errorf("frames: trigger %d is not among its words %v", f.Trigger, f.Words)
	}
	for name, value := range f.Attributes {
		if a := kind.Attribute(string(name)); a == nil || !a.Allows(value) {
			return fmt.Errorf("frames: %s %q of a %s is not in attributes.tsv", name, value, f.Kind)
		}
	}
	return checkFillers(kind, doc, f)
}

func checkFillers(kind *schema.Kind, doc *language.Document, f *Frame) error {
	count := map[Role]int{}
	for _, x := range f.Fillers {
		role := kind.Role(string(x.Role))
		count[x.Role]++
		switch {
		case role == nil:
			return fmt.Errorf("frames: role %q of a %s is not in roles.tsv", x.Role, f.Kind)
		case x.First < 0 || x.Last > len(doc.Tokens) || !x.Has(x.Head):
			return fmt.Errorf("frames: %s %v with head %d of %d tokens", x.Role, x.Tokens, x.Head, len(doc.Tokens))
		case count[x.Role] > 1 && !role.Many:
			return fmt.Errorf("frames: two of %s in a %s, which has one", x.Role, f.Kind)
		case !(x.Probability >= 0 && x.Probability <= 1):
			return fmt.Errorf("frames: probability %v of a %s", x.Probability, x.Role)
		}
	}
	for _, role := range kind.Roles {
		if role.Required && count[Role(role.Name)] == 0 {
			return fmt.Errorf("frames: a %s without %s", f.Kind, role.Name)
		}
	}
	return nil
}
