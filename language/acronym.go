package language

import (
	"cmp"
	"slices"
)

// acronyms are the short forms that a report itself explains, with the class of
// their long forms: "Economic Community of West African States (ECOWAS)", after Schwartz
// & Hearst 2003 with the first letter alone compared. The first explanation counts.
type acronyms map[string]NameClass

// expand makes every mention of an acronym a name of the class of its long
// form.
func (a *agreement) expand(d *Document) {
	if clear(a.acronyms); a.acronyms == nil {
		a.acronyms = acronyms{}
	}
	for _, n := range d.Names {
		if form, ok := acronymAfter(d, n); ok {
			a.acronyms.explain(form, n.Class)
		}
	}
	if len(a.acronyms) == 0 {
		return
	}
	names, next := len(d.Names), 0
	for i, t := range d.Tokens {
		for next < names && d.Names[next].Last <= i {
			next++
		}
		class, ok := a.acronyms[t.Form]
		if !ok {
			continue
		}
		switch {
		case next == names || d.Names[next].First > i:
			d.Names = append(d.Names, Name{First: i, Last: i + 1, Class: class})
		case d.Names[next].Last-d.Names[next].First == 1:
			d.Names[next].Class = class
		}
	}
	slices.SortFunc(d.Names, func(x, y Name) int { return cmp.Compare(x.First, y.First) })
}

// acronymAfter gives the capitals in brackets after a name of several words
// that begin as the name does.
func acronymAfter(d *Document, n Name) (string, bool) {
	if n.Last-n.First < 2 || n.Last+2 >= len(d.Tokens) || d.Tokens[n.Last].Form != "(" || d.Tokens[n.Last+2].Form != ")" {
		return "", false
	}
	form := d.Tokens[n.Last+1].Form
	return form, len(form) >= 2 && capital(form[0]) && capital(form[1]) && form[0] == d.Tokens[n.First].Form[0]
}

func capital(b byte) bool { return 'A' <= b && b <= 'Z' }

func (a acronyms) explain(form string, class NameClass) {
	if _, known := a[form]; !known {
		a[form] = class
	}
}
