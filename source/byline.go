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
			p.Byline = rapporteur.Text(name)
			return
		}
	}
	if title < 0 {
		return
	}
	for i := title + 1; i < len(p.blocks); i++ {
		b := &p.blocks[i]
		name := b.in(p.text)
		if b.kind != "" || !bare(name) {
			return
		}
		b.kind = rapporteur.Boilerplate
		switch capitals := name == strings.ToUpper(name); {
		case p.Byline == "" && !capitals:
			p.Byline = rapporteur.Text(name)
		case p.Outlet == "" && capitals:
			p.Outlet = rapporteur.Text(name)
		}
	}
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

// noteLongest is the length in bytes of the longest note on an author.
const noteLongest = 600

// authorNote finds a note on the author at the end of the report: it begins
// with a full name that the report does not speak of. It is not the report.
func (p *page) authorNote() {
	last := -1
	for i, b := range p.blocks {
		if b.kind == rapporteur.Body {
			last = i
		}
	}
	if last < 1 {
		return
	}
	b := &p.blocks[last]
	note := b.in(p.text)
	name := leadingName(note)
	words := strings.Fields(name)
	if len(note) > noteLongest || strings.ContainsAny(note, "\"“”") || strings.Contains(note, " said") || len(words) < 2 || len(words) > 4 || !introduces(note[len(name):]) {
		return
	}
	if surname := words[len(words)-1]; p.speaksOf(surname, last) {
		return
	}
	b.kind = rapporteur.Boilerplate
	p.note = note
}

// leadingName gives the words that begin with a capital at the beginning.
func leadingName(words string) string {
	end := 0
	for w := range strings.FieldsSeq(words) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			break
		}
		start := end + strings.Index(words[end:], w)
		end = start + len(strings.TrimRight(w, ","))
		if strings.HasSuffix(w, ",") {
			break
		}
	}
	return words[:end]
}

// introduces reports whether the words go on as the introduction of somebody.
func introduces(rest string) bool {
	for _, begin := range []string{", a ", ", an ", ", the ", ", author ", ", former ", ", professor ", " is a ", " is an ", " is the ", " is ", " was ", " teaches ", " worked ", " served ", " writes "} {
		if strings.HasPrefix(rest, begin) {
			return true
		}
	}
	return false
}

// speaksOf reports whether a name stands in the body before a block.
func (p *page) speaksOf(name string, before int) bool {
	for _, b := range p.blocks[:before] {
		if b.kind == rapporteur.Body && strings.Contains(b.in(p.text), name) {
			return true
		}
	}
	return false
}
