package reading

import (
	"context"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
)

// A report of which paragraphs were translated is read as another one: its English
// paragraphs and what the translator made of the others. What is found in that is put back
// on the words of the report: those in English where they stand, the others on the
// sentence that was translated, with what was read beside it (Span.Translation).

// translation is a report as it is read, and where its paragraphs come from.
type translation struct {
	original *rapporteur.Report
	english  rapporteur.Report
	parts    []translatedPart
	index    *rapporteur.Index
}

// translatedPart is a paragraph as it is read, in code points, and as it stands.
type translatedPart struct {
	start, end int
	original   rapporteur.Paragraph
}

// translationOf gives what is to be read of a report, nil where nothing was translated.
func translationOf(report *rapporteur.Report) *translation {
	t := &translation{original: report, english: *report, index: rapporteur.NewIndex(report.Text)}
	t.english.Language, t.english.Paragraphs = rapporteur.English, nil
	var text strings.Builder
	length, any := 0, false
	for _, p := range report.Paragraphs {
		words := p.Translation
		switch {
		case report.Reads(p):
			words = t.words(p)
		case words == "" || p.Kind == rapporteur.Boilerplate:
			continue
		default:
			any = true
			if p.Kind == rapporteur.Title {
				t.english.Title = rapporteur.Text(words)
			}
		}
		if length > 0 {
			text.WriteString("\n\n")
			length += 2
		}
		text.WriteString(words)
		part := translatedPart{length, length + utf8.RuneCountInString(words), p}
		length = part.end
		t.parts = append(t.parts, part)
		t.english.Paragraphs = append(t.english.Paragraphs, rapporteur.Paragraph{Start: part.start, End: part.end, Kind: p.Kind})
	}
	if !any {
		return nil
	}
	t.english.Text = text.String()
	return t
}

// words are those of a paragraph as it stands.
func (t *translation) words(p rapporteur.Paragraph) string {
	return t.original.Text[t.index.Offset(p.Start):t.index.Offset(p.End)]
}

// readTranslation reads what was translated and puts what is found back.
func (r *Reader) readTranslation(ctx context.Context, t *translation) (*rapporteur.Reading, error) {
	read, err := r.Read(ctx, &t.english)
	if err != nil {
		return nil, err
	}
	back := t.back(read.Sentences)
	seen := map[*rapporteur.Span]bool{}
	eachSpan(reflect.ValueOf(read), func(s *rapporteur.Span) {
		if !seen[s] {
			seen[s] = true
			*s = back.span(*s)
		}
	})
	read.Report = *t.original
	read.Notices = append(read.Notices, foreign(t.original)...)
	read.Sentences = withForeign(t.original, back.inEnglish)
	return read, nil
}

// eachSpan does something with every span that a value holds.
func eachSpan(v reflect.Value, do func(*rapporteur.Span)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachSpan(v.Elem(), do)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachSpan(v.Index(i), do)
		}
	case reflect.Struct:
		if s, ok := v.Addr().Interface().(*rapporteur.Span); ok {
			do(s)
			return
		}
		for i := range v.NumField() {
			eachSpan(v.Field(i), do)
		}
	}
}

// wayBack leads from what was read to the words of the report.
type wayBack struct {
	*translation
	// sentences are for each part the sentences that were read, originals those that they
	// translate; none for a part that stands in English.
	sentences, originals [][][2]int
	// inEnglish are the sentences of the parts that stand in English, where they stand.
	inEnglish [][2]int
}

// back aligns the sentences of each part with those of its original.
func (t *translation) back(read [][2]int) *wayBack {
	b := &wayBack{translation: t, sentences: make([][][2]int, len(t.parts)), originals: make([][][2]int, len(t.parts))}
	for i, part := range t.parts {
		var here [][2]int
		for _, s := range read {
			if s[0] >= part.start && s[1] <= part.end {
				here = append(here, s)
			}
		}
		if t.original.Reads(part.original) {
			for _, s := range here {
				b.inEnglish = append(b.inEnglish, [2]int{s[0] - part.start + part.original.Start, s[1] - part.start + part.original.Start})
			}
			continue
		}
		b.sentences[i] = here
		b.originals[i] = aligned(here, t.sentencesOf(part.original))
	}
	return b
}

// sentencesOf are the sentences of a paragraph as it stands, in code points.
func (t *translation) sentencesOf(p rapporteur.Paragraph) [][2]int {
	var out [][2]int
	start := t.index.Offset(p.Start)
	for _, s := range sentencesIn(t.words(p)) {
		out = append(out, [2]int{t.index.Point(start + s[0]), t.index.Point(start + s[1])})
	}
	return out
}

// span puts a span of what was read back. A name that stands in the original as well is
// found there; else it is the sentence that was translated.
func (b *wayBack) span(s rapporteur.Span) rapporteur.Span {
	i := len(b.parts) - 1
	for i > 0 && b.parts[i].start > s.Start {
		i--
	}
	p := b.parts[i].original
	if b.original.Reads(p) {
		shift := p.Start - b.parts[i].start
		return b.spanOf(s.Report, min(s.Start+shift, p.End), min(s.End+shift, p.End))
	}
	at, first := [2]int{p.Start, p.End}, true
	for n, sentence := range b.sentences[i] {
		if s.Start >= sentence[1] || sentence[0] >= s.End {
			continue
		}
		if o := b.originals[i][n]; first {
			at, first = o, false
		} else {
			at = [2]int{min(at[0], o[0]), max(at[1], o[1])}
		}
	}
	out := b.spanOf(s.Report, at[0], at[1])
	if from := named(out.Text, s.Text); from >= 0 {
		start := at[0] + utf8.RuneCountInString(out.Text[:from])
		return b.spanOf(s.Report, start, start+utf8.RuneCountInString(s.Text))
	}
	out.Translation = s.Text
	return out
}

// spanOf is the span of some code points of the report.
func (b *wayBack) spanOf(report string, start, end int) rapporteur.Span {
	out := b.index.Span(b.index.Offset(start), b.index.Offset(end))
	out.Report = report
	return out
}

// named gives where a name stands in some words as it does in another language, once and
// by itself, -1 where it does not.
func named(words, name string) int {
	first, _ := utf8.DecodeRuneInString(name)
	at := strings.Index(words, name)
	if !unicode.IsUpper(first) || at < 0 || strings.LastIndex(words, name) != at {
		return -1
	}
	before, _ := utf8.DecodeLastRuneInString(words[:at])
	after, _ := utf8.DecodeRuneInString(words[at+len(name):])
	if at > 0 && unicode.IsLetter(before) || at+len(name) < len(words) && unicode.IsLetter(after) {
		return -1
	}
	return at
}
