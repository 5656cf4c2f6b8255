package service

import (
	"cmp"
	"context"
	"math"
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// MarkedReport is a report with every entry that it supports where it stands.
type MarkedReport struct {
	Report *record.Report
	// Entries are in the order in which they begin in the text; those whose words are
	// not there come last.
	Entries []record.Entry
	Blocks  []Block
}

// Block is a paragraph of a report.
type Block struct {
	Kind rapporteur.ParagraphKind
	// Start is its first code point in the report's text.
	Start int
	// Language is that of the paragraph, empty for English; Translation is what it was
	// read from, empty where it stands in English.
	Language, Translation string
	// Stretches are its words in their order; together they are the paragraph.
	Stretches []Stretch
}

// Stretch is words that the same entries stand on.
type Stretch struct {
	Text string
	// Entries are places in MarkedReport.Entries: the one with the fewest words first, as
	// it lies within the others or crosses them. Begins are those that begin here.
	Entries, Begins []int
}

// Marked gives a report with its entries as they were at a time, empty for now, where
// they stand.
func Marked(ctx context.Context, r *record.Record, id, asOf string) (*MarkedReport, error) {
	report, entries, err := ReportOf(ctx, r, id, asOf, false)
	if err != nil {
		return nil, err
	}
	return marking(report, entries), nil
}

// MarkedReading is a reading with its entries where they stand, for somebody to see
// before it is kept.
func MarkedReading(reading *rapporteur.Reading) *MarkedReport {
	return marking(&record.Report{Report: reading.Report}, entriesOf(reading))
}

// marking puts entries in their order and marks where they stand.
func marking(report *record.Report, entries []record.Entry) *MarkedReport {
	type standingEntry struct {
		entry record.Entry
		words []rapporteur.Span
	}
	length := len([]rune(report.Text))
	var all []standingEntry
	for i := range entries {
		all = append(all, standingEntry{entries[i], standing(&entries[i], report.ID, length)})
	}
	slices.SortStableFunc(all, func(a, b standingEntry) int { return cmp.Compare(firstOf(a.words), firstOf(b.words)) })
	out := &MarkedReport{Report: report}
	var words [][]rapporteur.Span
	for i := range all {
		out.Entries, words = append(out.Entries, all[i].entry), append(words, all[i].words)
	}
	out.Blocks = blocksOf(&report.Report, words)
	return out
}

// firstOf is where the first of some words begins.
func firstOf(words []rapporteur.Span) int {
	out := math.MaxInt
	for _, s := range words {
		out = min(out, s.Start)
	}
	return out
}

// standing are the words of a report on which an entry stands.
func standing(e *record.Entry, report string, length int) []rapporteur.Span {
	var out []rapporteur.Span
	for i := range e.Members {
		if e.Members[i].Report == report {
			out = append(out, e.Members[i].Evidence()...)
		}
	}
	return slices.DeleteFunc(out, func(s rapporteur.Span) bool { return s.Start < 0 || s.Start >= s.End || s.End > length })
}

// blocksOf cuts a report into paragraphs and these wherever the words of a content begin
// or end.
func blocksOf(report *rapporteur.Report, contents [][]rapporteur.Span) []Block {
	points := []rune(report.Text)
	paragraphs := report.Paragraphs
	if len(paragraphs) == 0 {
		paragraphs = []rapporteur.Paragraph{{Start: 0, End: len(points), Kind: rapporteur.Body}}
	}
	marks := marksOf(contents)
	begun := map[int]bool{}
	var out []Block
	for _, p := range paragraphs {
		p.Start, p.End = max(0, p.Start), min(p.End, len(points))
		if p.Start >= p.End {
			continue
		}
		language := report.LanguageOf(p)
		if language == rapporteur.English {
			language = ""
		}
		out = append(out, Block{Kind: p.Kind, Start: p.Start, Language: language, Translation: p.Translation, Stretches: stretchesOf(points, p.Start, p.End, marks, begun)})
	}
	return out
}

// mark is words of an entry.
type mark struct{ start, end, entry int }

// marksOf are the words of all contents, the shortest first.
func marksOf(contents [][]rapporteur.Span) []mark {
	var out []mark
	for i, spans := range contents {
		for _, s := range spans {
			out = append(out, mark{s.Start, s.End, i})
		}
	}
	slices.SortFunc(out, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.end-a.start, b.end-b.start), cmp.Compare(a.start, b.start), cmp.Compare(a.entry, b.entry))
	})
	return out
}

// stretchesOf cuts the code points from start to end; begun are the entries that have
// begun before.
func stretchesOf(points []rune, start, end int, marks []mark, begun map[int]bool) []Stretch {
	here := slices.DeleteFunc(slices.Clone(marks), func(m mark) bool { return m.end <= start || m.start >= end })
	cuts := []int{start, end}
	for _, m := range here {
		cuts = append(cuts, max(start, m.start), min(end, m.end))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []Stretch
	for i := 1; i < len(cuts); i++ {
		one := Stretch{Text: string(points[cuts[i-1]:cuts[i]])}
		for _, m := range here {
			if m.start > cuts[i-1] || cuts[i] > m.end || slices.Contains(one.Entries, m.entry) {
				continue
			}
			one.Entries = append(one.Entries, m.entry)
			if !begun[m.entry] {
				one.Begins = append(one.Begins, m.entry)
			}
			begun[m.entry] = true
		}
		slices.Sort(one.Begins)
		out = append(out, one)
	}
	return out
}
