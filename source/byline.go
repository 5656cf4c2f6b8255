package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
)

// byline finds the authors of a plain text, and the outlet where it stands
// with them: a line "By …" near the head, or lines of bare names right after
// the title. Such lines are not the report.
func (p *page) byline(title int) {
	for i := range p.blocks[:min(len(p.blocks), headDateParagraphs)] {
		b := &p.blocks[i]
		name, ok := strings.CutPrefix(b.in(p.text), "By ")
		if ok && b.kind != rapporteur.Title && len(name) <= 100 && authors(name) {
			b.kind = rapporteur.Boilerplate
			p.Byline = rapporteur.Text(withoutRoles(name))
			return
		}
	}
	if title < 0 {
		return
	}
	names := p.namesBehind(title)
	if names > namesMost {
		return
	}
	for i := title + 1; i <= title+names; i++ {
		b := &p.blocks[i]
		name := b.in(p.text)
		b.kind = rapporteur.Boilerplate
		switch capitals := name == strings.ToUpper(name); {
		case p.Byline == "" && !capitals:
			p.Byline = rapporteur.Text(name)
		case p.Outlet == "" && capitals:
			p.Outlet = rapporteur.Text(name)
		}
	}
}

// namesMost is how many lines of names stand between a title and a text at most: an author,
// where he is, and the outlet; more are a list.
const namesMost = 3

// namesBehind counts the lines of bare names right after the title.
func (p *page) namesBehind(title int) (n int) {
	for _, b := range p.blocks[title+1:] {
		if b.kind != "" || !bare(b.in(p.text)) {
			return n
		}
		n++
	}
	return n
}

// bare reports whether a line is nothing but a few names.
func bare(words string) bool {
	n := len(strings.Fields(words))
	return n >= 2 && n <= 10 && len(words) <= 80 && !stopped(words) && authors(words)
}

// authors reports whether all the words are names, or join them.
func authors(words string) bool {
	for w := range strings.FieldsSeq(words) {
		switch w {
		case "and", "in", "for", "at", "of", "de", "van", "von", "al", "bin":
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// roles end what outlets put behind a name.
var roles = map[string]bool{
	"reporter": true, "correspondent": true, "editor": true, "writer": true, "staff": true, "desk": true,
	"producer": true, "journalist": true, "columnist": true, "contributor": true, "chief": true, "bureau": true,
}

// withoutRoles leaves the roles out of a list of authors: "Ana Roe, Reporter".
func withoutRoles(names string) string {
	var kept []string
	for part := range strings.SplitSeq(names, ",") {
		words := strings.Fields(part)
		if len(words) == 0 || len(kept) > 0 && roles[strings.ToLower(words[len(words)-1])] {
			continue
		}
		kept = append(kept, strings.TrimSpace(part))
	}
	return strings.Join(kept, ", ")
}

// fuller gives the longer of two bylines where it names all that the other
// does: the head of a page often names the first author alone.
func fuller(told, shown string) string {
	if told == "" || len(shown) > len(told) && strings.Contains(shown, told) {
		return shown
	}
	return told
}
