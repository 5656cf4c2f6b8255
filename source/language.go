package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"

	"rapporteur"
)

// How sure one must be of the language of a paragraph: it is told by its letters, by the
// words that carry English grammar, which make up a quarter of running English, and by
// the likeness of its runs of three letters to those of a language (Cavnar and Trenkle
// 1994). What stays unsure has the language of its report.
const (
	// A paragraph of fewer words without a capital than this, or than half of its words,
	// tells nothing, unless its letters do.
	fewestWords = 8
	// English has at least one grammar word in surelyEnglish, and two of them.
	surelyEnglish = 7
	// likely is the confidence of what a paragraph is taken for if hardly a word of it
	// carries English grammar, surely that for any other one.
	likely = 0.3
	surely = 0.8
	// telling is how many bytes of a text are looked at.
	telling = 2000
)

// languageOf gives the language of some words, a code of ISO 639-1 or 639-3, "" where they
// do not tell.
func languageOf(text string) string {
	latin, letters := lettersOf(text)
	if letters == 0 {
		return ""
	}
	if latin*2 < letters {
		code, _ := likeliest(text)
		return code
	}
	words, grammar := grammarOf(text)
	if grammar >= 2 && grammar*surelyEnglish >= words {
		return rapporteur.English
	}
	if n := wordsBesideNames(text); n < fewestWords || 2*n < words {
		return ""
	}
	code, confidence := likeliest(text)
	poor := words >= enoughWords && grammar*grammarShare < words
	switch {
	case code == rapporteur.English:
		if confidence >= likely && !poor {
			return rapporteur.English
		}
	case confidence >= surely && grammar*grammarShare <= words, confidence >= likely && poor:
		return code
	}
	return ""
}

// wordsBesideNames counts the words that have no capital. Headlines and lists of names have
// few, and look like any language.
func wordsBesideNames(text string) int {
	n := 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) {
			n++
		}
	}
	return n
}

// likeliest gives the language that a text is most like, and how sure that is.
func likeliest(text string) (code string, confidence float64) {
	if len(text) > telling {
		end := telling
		for !utf8.RuneStart(text[end]) {
			end--
		}
		text = text[:end]
	}
	info := whatlanggo.Detect(text)
	if code = info.Lang.Iso6391(); code == "" {
		code = info.Lang.Iso6393()
	}
	switch code {
	case "": // no language that is known
		return rapporteur.Undetermined, 0
	case "pes": // Western Persian, of which ISO 639-1 has the macrolanguage alone
		code = "fa"
	}
	return code, info.Confidence
}

// languages gives the language of the page, that in which most of its letters stand, and
// for each block its language, "" where it is that of the page.
func (p *page) languages() (most string, of []string) {
	letters := map[string]int{}
	of = make([]string, len(p.blocks))
	for i, b := range p.blocks {
		if b.kind == rapporteur.Boilerplate {
			continue
		}
		if of[i] = languageOf(b.in(p.text)); of[i] != "" {
			letters[of[i]] += utf8.RuneCountInString(b.in(p.text))
		}
	}
	most = p.unsure()
	for _, language := range of { // in their order, so that the first of two alike counts
		if letters[language] > letters[most] {
			most = language
		}
	}
	for i := range of {
		if of[i] == most {
			of[i] = ""
		}
	}
	return most, of
}

// unsure is the language of a page of which no paragraph tells one: English, unless it is
// surely something else.
func (p *page) unsure() string {
	if !foreign(p.text) {
		return rapporteur.English
	}
	if code, confidence := likeliest(p.text); code != rapporteur.English && confidence >= likely {
		return code
	}
	return rapporteur.Undetermined
}
