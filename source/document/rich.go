package document

import (
	"context"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"rapporteur"
)

// groupsMost is how deep groups may stand in one another; text has a dozen.
const groupsMost = 2000

// readRich reads an RTF file (Rich Text Format 1.9.1).
func readRich(ctx context.Context, data []byte) (*Document, error) {
	r := &rich{flow: flow{doc: &Document{}}, pages: charmap.Windows1252, group: group{uc: 1}}
	for n := 0; r.at < len(data); n++ {
		if n%8192 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err := r.step(data); err != nil {
			return nil, err
		}
	}
	r.paragraph()
	r.endAll()
	return r.doc, nil
}

// group is what holds up to the closing brace.
type group struct {
	// skip says that its words are not the text.
	skip, hidden bool
	// uc is how many bytes stand for a character behind its number.
	uc   int
	kind rapporteur.ParagraphKind
	// table says that the paragraph stands in one.
	table bool
}

// rich walks over an RTF file.
type rich struct {
	flow
	group
	groups []group
	at     int
	// pages is the code page of bytes.
	pages *charmap.Charmap
	words strings.Builder
	// pass is how many characters are still to be passed over; high is the first half of
	// a pair of UTF-16; star says that a group may be passed over by who does not know it.
	pass int
	high rune
	star bool
}

func (r *rich) step(data []byte) error {
	c := data[r.at]
	r.at++
	switch c {
	case '{':
		if len(r.groups) >= groupsMost {
			return errBroken
		}
		r.groups = append(r.groups, r.group)
	case '}':
		if n := len(r.groups); n > 0 {
			r.group, r.groups = r.groups[n-1], r.groups[:n-1]
		}
	case '\\':
		r.control(data)
	case '\r', '\n':
	default:
		r.char(r.pages.DecodeByte(c))
	}
	return nil
}

// char writes a character, unless it stands for one that was told by its number.
func (r *rich) char(c rune) {
	if r.pass > 0 {
		r.pass--
		return
	}
	r.write(string(c))
}

func (r *rich) write(words string) {
	if !r.skip && !r.hidden {
		r.words.WriteString(words)
	}
}

// control obeys what stands behind a backslash.
func (r *rich) control(data []byte) {
	if r.at >= len(data) {
		return
	}
	c := data[r.at]
	if c|0x20 < 'a' || c|0x20 > 'z' {
		r.at++
		r.symbol(c, data)
		return
	}
	start := r.at
	for r.at < len(data) && r.at-start < 32 && data[r.at]|0x20 >= 'a' && data[r.at]|0x20 <= 'z' {
		r.at++
	}
	word, number, has := string(data[start:r.at]), 0, false
	start = r.at
	for r.at < len(data) && r.at-start < 10 && (data[r.at] >= '0' && data[r.at] <= '9' || data[r.at] == '-' && r.at == start) {
		r.at++
	}
	if r.at > start {
		number, _ = strconv.Atoi(string(data[start:r.at]))
		has = true
	}
	if r.at < len(data) && data[r.at] == ' ' {
		r.at++
	}
	if word == "bin" { // bytes that are no text
		r.at = min(len(data), r.at+max(0, number))
		return
	}
	r.word(word, number, has)
}

// symbol is a control of one character that is no letter.
func (r *rich) symbol(c byte, data []byte) {
	switch c {
	case '*':
		r.star = true
	case '\'':
		if n, err := strconv.ParseUint(string(data[min(r.at, len(data)):min(r.at+2, len(data))]), 16, 8); err == nil {
			r.at += 2
			r.char(r.pages.DecodeByte(byte(n)))
		}
	case '~':
		r.char(' ')
	case '_':
		r.char('‑')
	case '\\', '{', '}':
		r.char(rune(c))
	case '\r', '\n':
		r.paragraph()
	}
}

// destinations are groups whose words are not the text.
var destinations = wordSet("fonttbl colortbl stylesheet info header headerl headerr headerf footer footerl footerr footerf pict object footnote annotation " +
	"fldinst listtable listoverridetable rsidtbl themedata xmlnstbl generator datastore latentstyles nonshppict tc xe comment")

// known are groups marked as ones that may be passed over and hold text.
var known = wordSet("shptxt shpinst fldrslt")

// characters are controls that stand for a character.
var characters = map[string]string{"tab": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " "}

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[w] = true
	}
	return out
}

// word is a control with a name, and a number if it has one.
func (r *rich) word(name string, number int, has bool) {
	star := r.star
	r.star = false
	if destinations[name] || star && !known[name] {
		r.skip = true
		return
	}
	switch name {
	case "par", "line", "sect", "page", "nestcell", "nestrow":
		r.paragraph()
	case "cell", "row":
		r.cellEnds(name)
	case "pard":
		r.kind, r.table = "", false
	case "intbl":
		r.table = true
	case "outlinelevel":
		if number < 9 {
			r.kind = rapporteur.Heading
		}
	case "v", "deleted":
		r.hidden = !has || number != 0
	case "plain":
		r.hidden = false
	case "ansicpg":
		r.pages = codePage(number)
	case "mac":
		r.pages = charmap.Macintosh
	case "uc":
		r.uc = min(max(number, 0), 8)
	case "u":
		r.unicode(rune(uint16(number)))
	default:
		r.write(characters[name])
	}
}

// unicode writes a character by its number; those beyond 16 bits come in two halves.
func (r *rich) unicode(c rune) {
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high = c
	case r.high != 0:
		r.write(string(utf16.DecodeRune(r.high, c)))
		r.high = 0
	default:
		r.write(string(c))
	}
	r.pass = r.uc
}

// cellEnds closes a cell of a table, or a row of it.
func (r *rich) cellEnds(name string) {
	if r.skip {
		return
	}
	was := r.table
	r.table = true
	r.paragraph()
	r.table = was
	if name == "cell" {
		r.cellOver()
		return
	}
	r.row()
}

// paragraph ends the one in hand. A table is over where one stands in none.
func (r *rich) paragraph() {
	if r.skip {
		return
	}
	switch {
	case r.table && len(r.grids) == 0:
		r.begin()
	case !r.table && strings.TrimSpace(r.words.String()) != "":
		r.endAll()
	}
	r.add(r.words.String(), r.kind)
	r.words.Reset()
	r.pass, r.high = 0, 0
}

// codePage gives a code page of Windows by its number, that of Western Europe for one
// that it does not have.
func codePage(number int) *charmap.Charmap {
	pages := map[int]*charmap.Charmap{437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 866: charmap.CodePage866, 874: charmap.Windows874,
		1250: charmap.Windows1250, 1251: charmap.Windows1251, 1253: charmap.Windows1253, 1254: charmap.Windows1254, 1255: charmap.Windows1255,
		1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258, 10000: charmap.Macintosh}
	if p := pages[number]; p != nil {
		return p
	}
	return charmap.Windows1252
}
