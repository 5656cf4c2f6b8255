package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
)

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
	if len(note) > noteLongest || strings.ContainsAny(note, "\"“”") || strings.Contains(note, " said") || len(words) < 2 || len(words) > 4 || !introduces(note[len(name):]) || tells(note) {
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

// weekday is when something happened, which a note on an author does not say.
var weekday = regexp.MustCompile(`\b(?:[Oo]n|late|early|last|[Nn]ext) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b`)

// clause begins after a comma: "Ana Roe, a former official, met …".
var clause = regexp.MustCompile(`, (\p{Ll}+)(?: (\p{Ll}+))?`)

// pasts are verbs that people in the news do, irregular in the past; regular
// ones end in "ed".
var pasts = wordSet("met told won lost ran led went flew came took gave made held left sent put set spoke struck sought fought began became broke brought drew fell felt found got kept knew laid rose saw sat shot stood thought threw withdrew swore will would could may might must did")

// authorsDo are verbs of notes on authors, and participles that begin no clause.
var authorsDo = wordSet("served worked reported covered authored edited directed advised founded lived studied graduated lectured written taught contributed based published located titled entitled named called retired awarded released used headquartered married born educated trained specialised focused")

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[w] = true
	}
	return out
}

// tells reports whether a paragraph that introduces somebody goes on to tell
// what that person did: it is news, not a note.
func tells(note string) bool {
	if i := strings.Index(note, ". "); i > 0 {
		note = note[:i]
	}
	if weekday.MatchString(note) {
		return true
	}
	for _, m := range clause.FindAllStringSubmatch(note, -1) {
		verb := m[1]
		if verb == "has" || verb == "had" || verb == "have" {
			verb = m[2]
		}
		if pasts[verb] || strings.HasSuffix(verb, "ed") && !authorsDo[verb] {
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
