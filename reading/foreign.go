package reading

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"unicode"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/ontology"
)

// The kinds of the notices about other languages.
const (
	foreignLanguage = "foreign-language"
	inTranslation   = "read-in-translation"
)

// foreign gives a notice for each language in which something stands that was not read, or
// was read from a translation.
func foreign(report *rapporteur.Report) []rapporteur.Notice {
	left, read := map[string][]rapporteur.Paragraph{}, map[string][]rapporteur.Paragraph{}
	english := false
	for _, p := range report.Paragraphs {
		code := report.LanguageOf(p)
		switch {
		case p.Kind == rapporteur.Boilerplate:
		case report.Reads(p):
			english = true
		case p.Translation != "":
			read[code] = append(read[code], p)
		default:
			left[code] = append(left[code], p)
		}
	}
	var out []rapporteur.Notice
	for _, code := range slices.Sorted(maps.Keys(left)) {
		name := ontology.LanguageName(code)
		message := fmt.Sprintf("%s in %s, which is not read", counted(len(left[code])), name)
		if !english && len(left) == 1 && len(read) == 0 {
			message = fmt.Sprintf("the report is in %s, which is not read; it is kept and found by its words, and --translate has it read", name)
		}
		out = append(out, rapporteur.Notice{Kind: foreignLanguage, Message: message, Evidence: beginnings(report, left[code])})
	}
	for _, code := range slices.Sorted(maps.Keys(read)) {
		message := fmt.Sprintf("%s in %s and read from a translation", counted(len(read[code])), ontology.LanguageName(code))
		out = append(out, rapporteur.Notice{Kind: inTranslation, Message: message, Evidence: beginnings(report, read[code])})
	}
	return out
}

func counted(paragraphs int) string {
	if paragraphs == 1 {
		return "a paragraph is"
	}
	return fmt.Sprintf("%d paragraphs are", paragraphs)
}

// beginnings are the first words of paragraphs, of some of them where there are many.
func beginnings(report *rapporteur.Report, all []rapporteur.Paragraph) []rapporteur.Span {
	index := rapporteur.NewIndex(report.Text)
	var out []rapporteur.Span
	for _, p := range all[:min(len(all), placesMost)] {
		start := index.Offset(p.Start)
		for _, s := range sentencesIn(report.Text[start:index.Offset(p.End)])[:1] {
			at := beginning(report.Text, language.Range{Start: start + s[0], End: start + s[1]})
			out = append(out, index.Span(at.Start, at.End))
		}
	}
	return out
}

// withForeign adds the sentences of what was not read as it stands, so that they are found
// by their words, in the order of the text.
func withForeign(report *rapporteur.Report, sentences [][2]int) [][2]int {
	var index *rapporteur.Index
	for _, p := range report.Paragraphs {
		if p.Kind == rapporteur.Boilerplate || report.Reads(p) {
			continue
		}
		if index == nil {
			index = rapporteur.NewIndex(report.Text)
		}
		start := index.Offset(p.Start)
		for _, s := range sentencesIn(report.Text[start:index.Offset(p.End)]) {
			sentences = append(sentences, [2]int{index.Point(start + s[0]), index.Point(start + s[1])})
		}
	}
	if index != nil {
		sort.Slice(sentences, func(i, j int) bool { return sentences[i][0] < sentences[j][0] })
	}
	return sentences
}

// What ends a sentence in the scripts of the world: a mark that ends one where a blank
// follows, and one that always does (Unicode Standard Annex 29, Sentence_Terminal).
const (
	endsBeforeBlank = ".!?…؟۔։።"
	endsAlways      = "。！？।॥"
	closes          = "\"'”’»)]」』）"
)

// sentencesIn cuts a text in whatever language into its sentences, in bytes. A stop behind
// a single letter or a number does not end one.
func sentencesIn(text string) [][2]int {
	var out [][2]int
	start := 0
	cut := func(end int) {
		words := text[start:end]
		left := len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
		if trimmed := strings.TrimSpace(words); trimmed != "" {
			out = append(out, [2]int{start + left, start + left + len(trimmed)})
		}
		start = end
	}
	for i, r := range text {
		if i < start || !strings.ContainsRune(endsBeforeBlank+endsAlways, r) {
			continue
		}
		end := i + len(string(r))
		if strings.HasPrefix(text[end:], " »") { // which French sets apart
			end += len(" »")
		}
		for _, c := range text[end:] {
			if !strings.ContainsRune(closes+endsBeforeBlank+endsAlways, c) {
				break
			}
			end += len(string(c))
		}
		blank := end == len(text) || strings.HasPrefix(text[end:], " ") || strings.HasPrefix(text[end:], "\n")
		if strings.ContainsRune(endsAlways, r) || blank && !(r == '.' && abbreviated(text[start:i])) {
			cut(end)
		}
	}
	cut(len(text))
	return out
}

// abbreviated reports whether a stop belongs to the word before it: a single letter
// ("J. Monnet") or a number ("3. Mai").
func abbreviated(before string) bool {
	word := before[strings.LastIndexAny(before, " \n")+1:]
	letters := 0
	for _, r := range word {
		if !unicode.IsDigit(r) {
			letters++
		}
	}
	return letters < 2
}
