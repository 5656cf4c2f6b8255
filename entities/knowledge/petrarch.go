package knowledge

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"rapporteur"
)

// A dictionary of actors for PETRARCH and Phoenix is a text of entries such as
//
//	EASTLAND_ [EST]           ; a comment
//	JANE_ROE_
//	+J._ROE_
//		[ESTGOV 080304-120509]
//		[ESTELI >120509]
//
// A name, further names after a plus sign, and codes with the days for which
// they hold. Codes are those of CAMEO: three letters of a state, then roles.
// See Schrodt and Gerner, Conflict and Mediation Event Observations (CAMEO),
// and the PETRARCH dictionary manual.

// petrarchName is the line that begins an entry, with its codes.
var petrarchName = regexp.MustCompile(`^([\p{L}\p{N}'’.&/_-]*_[\p{L}\p{N}'’.&/_-]*)\s*((?:\[[^\]]*\]\s*)*)([;#].*)?$`)

// petrarchCode is a code with its days: "<050301", ">050301" or both ends.
var petrarchCode = regexp.MustCompile(`\[\s*([^\s\]<>]+)\s*(?:([<>])\s*(\d{6,8})|(\d{6,8})\s*-\s*(\d{6,8}))?\s*\]`)

// petrarchOffices are the offices that roles of CAMEO stand for.
var petrarchOffices = map[string]string{"GOV": "official", "MIL": "officer", "OPP": "opposition-figure", "LEG": "legislator", "JUD": "judge", "SPY": "official"}

// petrarchSectors are the sectors of roles, and so of bodies that have them.
var petrarchSectors = map[string]string{
	"GOV": "government", "MIL": "military", "OPP": "party", "LEG": "legislature", "JUD": "judiciary", "SPY": "government",
	"REB": "armed group", "SEP": "armed group", "UAF": "armed group", "INS": "armed group", "BUS": "business", "MNC": "business",
	"MED": "media", "IGO": "international", "NGO": "civil society", "NGM": "civil society", "CVL": "civil society", "EDU": "civil society",
}

// petrarchEntry is an entry while it is being read.
type petrarchEntry struct {
	names []string
	codes []petrarchRole
}

// petrarchRole is a code and the days for which it holds; an open end is empty.
type petrarchRole struct{ code, from, to string }

// petrarch reads dictionaries in the light of a base.
type petrarch struct{ *Base }

// read reads a dictionary line by line.
func (a petrarch) read(r io.Reader) ([]entry, error) {
	lines := bufio.NewScanner(r)
	var out []entry
	var e petrarchEntry
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if line == "" || strings.ContainsRune("#;<", rune(line[0])) {
			continue
		}
		alias, plus := strings.CutPrefix(line, "+")
		m := petrarchName.FindStringSubmatch(strings.TrimSpace(alias))
		switch {
		case line[0] == '[':
			m = []string{"", "", line}
		case m == nil:
			return nil, fmt.Errorf("line %d: %q is neither a NAME_ with [CODE]s nor an +ALIAS_", n, line)
		case !plus:
			out = append(out, a.petrarchEntries(e)...)
			e = petrarchEntry{}
		}
		if m[1] != "" {
			e.names = append(e.names, spoken(m[1]))
		}
		e.codes = append(e.codes, petrarchCodes(m[2])...)
	}
	return append(out, a.petrarchEntries(e)...), lines.Err()
}

// petrarchCodes reads the codes of a line.
func petrarchCodes(line string) []petrarchRole {
	var out []petrarchRole
	for _, m := range petrarchCode.FindAllStringSubmatch(line, -1) {
		r := petrarchRole{code: m[1]}
		switch {
		case m[2] == "<":
			r.to = petrarchDay(m[3])
		case m[2] == ">":
			r.from = petrarchDay(m[3])
		case m[4] != "":
			r.from, r.to = petrarchDay(m[4]), petrarchDay(m[5])
		}
		out = append(out, r)
	}
	return out
}

// petrarchDay reads YYMMDD, years from 30 on in the last century, or YYYYMMDD;
// of a day that no calendar has the month is kept.
func petrarchDay(digits string) string {
	if len(digits) == 6 {
		century := "20"
		if digits >= "30" {
			century = "19"
		}
		digits = century + digits
	}
	if day, err := time.Parse("20060102", digits); err == nil {
		return day.Format(time.DateOnly)
	}
	if month, err := time.Parse("200601", digits[:6]); err == nil {
		return month.Format("2006-01")
	}
	return digits[:4]
}

// spoken is a name as one would print it: JANE_ROE_ is Jane Roe. Words of up
// to three letters without a vowel are abbreviations.
func spoken(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '_' })
	for i, w := range words {
		if strings.ContainsAny(w, "AEIOUYaeiouy") || len(w) > 3 {
			_, n := utf8.DecodeRuneInString(w)
			words[i] = strings.ToUpper(w[:n]) + strings.ToLower(w[n:])
		}
	}
	return strings.Join(words, " ")
}

// petrarchEntries turns an entry into one of ours, or none: a person where the
// codes have days or the first word is a given name, the names of a state
// where the code is that of the state alone, else a body.
func (a petrarch) petrarchEntries(e petrarchEntry) []entry {
	codes := slices.DeleteFunc(e.codes, func(r petrarchRole) bool { return len(r.code) < 3 || r.code == "---" })
	if len(e.names) == 0 || len(codes) == 0 {
		return nil
	}
	dated := slices.ContainsFunc(codes, func(r petrarchRole) bool { return r.from+r.to != "" })
	first := codes[0].code
	state := a.petrarchState(first)
	out := entry{name: e.names[0], aliases: e.names[1:], state: state, kind: rapporteur.Organisation, sector: petrarchSectors[petrarchPart(first, state)]}
	gender, given := a.given[Fold(strings.Fields(out.name)[0])]
	switch {
	case state != "" && len(first) == 3 && !dated:
		out.kind = rapporteur.State
	case strings.Contains(out.name, " ") && (dated || given):
		out.kind, out.gender, out.sector = rapporteur.Person, gender, ""
		out.terms = a.petrarchTerms(codes)
	case out.sector == "armed group" || out.sector == "party":
		out.kind = rapporteur.Group
	}
	return []entry{out}
}

// petrarchState is the state of a code, empty for codes of bodies.
func (a petrarch) petrarchState(code string) string {
	if k := a.actors[code[:3]]; k != nil && k.Kind == rapporteur.State {
		return k.ID
	}
	return ""
}

// petrarchPart is the first role of a code.
func petrarchPart(code, state string) string {
	if state != "" {
		code = code[3:]
	}
	return code[:min(3, len(code))]
}

// petrarchTerms are the offices that dated codes give. A code without a last
// day says nothing of until when.
func (a petrarch) petrarchTerms(codes []petrarchRole) []entryTerm {
	var out []entryTerm
	for _, r := range codes {
		state := a.petrarchState(r.code)
		office := petrarchOffices[petrarchPart(r.code, state)]
		if office == "" || state == "" || r.to == "" {
			continue
		}
		out = append(out, entryTerm{office: office, actor: state, from: r.from, to: r.to})
	}
	return out
}
