package service

import (
	"cmp"
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// Passage is a paragraph of a report in which evidence stands.
type Passage struct {
	Kind rapporteur.ParagraphKind `json:"kind"`
	// Start is its first code point in the report's text.
	Start int `json:"start"`
	// Language is that of the paragraph, empty for English; Translation is what it was
	// read from, empty where it stands in English.
	Language    string `json:"language,omitempty"`
	Translation string `json:"translation,omitempty"`
	// Runs are its words in their order; together they are the paragraph.
	Runs []Run `json:"runs"`
}

// Run is words that are marked alike.
type Run struct {
	Text string `json:"text"`
	// Evidence says that an entry stands on them.
	Evidence bool `json:"evidence,omitempty"`
	// Highlight is what they are in the entry, empty where they are no part of their own.
	Highlight Highlight `json:"highlight,omitempty"`
}

// Highlight says what words are in an entry.
type Highlight string

// What words may be.
const (
	// TriggerHighlight is of the word that tells of the entry, such as the cue of a
	// statement.
	TriggerHighlight   Highlight = "trigger"
	SpeakerHighlight   Highlight = "speaker"
	ContentHighlight   Highlight = "content"
	ConditionHighlight Highlight = "condition"
	RedLineHighlight   Highlight = "red-line"
	// RoleHighlight is of words that fill another role: who was there, where, when.
	RoleHighlight Highlight = "role"
)

// marked is a span with what it is.
type marked struct {
	rapporteur.Span
	part Highlight
}

// passagesOf gives the paragraphs of a report in which the evidence of a content stands,
// with its words marked. Evidence without a paragraph is a passage itself.
func passagesOf(report *rapporteur.Report, c *record.Content) []Passage {
	points := []rune(report.Text)
	evidence := slices.DeleteFunc(slices.Clone(c.Evidence()), func(s rapporteur.Span) bool { return s.Start < 0 || s.End > len(points) || s.Start >= s.End })
	slices.SortFunc(evidence, func(a, b rapporteur.Span) int { return cmp.Compare(a.Start, b.Start) })
	parts := partsOf(c)
	var out []Passage
	for _, e := range evidence {
		p := paragraphAt(report, e)
		if n := len(out); n > 0 && out[n-1].Start == p.Start {
			continue
		}
		language := report.LanguageOf(p)
		if language == rapporteur.English {
			language = ""
		}
		out = append(out, Passage{Kind: p.Kind, Start: p.Start, Language: language, Translation: p.Translation, Runs: runsOf(points, p.Start, p.End, evidence, parts)})
	}
	return out
}

// paragraphAt is the paragraph in which a span begins, as far as it ends, else the span.
func paragraphAt(report *rapporteur.Report, s rapporteur.Span) rapporteur.Paragraph {
	for _, p := range report.Paragraphs {
		if p.Start <= s.Start && s.Start < p.End {
			p.End = max(p.End, s.End)
			return p
		}
	}
	return rapporteur.Paragraph{Start: s.Start, End: s.End, Kind: rapporteur.Body}
}

// partsOf are the words of a content that are parts of their own, those that count
// before others first.
func partsOf(c *record.Content) []marked {
	var out []marked
	add := func(p Highlight, spans ...*rapporteur.Span) {
		for _, s := range spans {
			if s != nil {
				out = append(out, marked{*s, p})
			}
		}
	}
	told := toldOf(c)
	if told != nil {
		add(TriggerHighlight, &told.Trigger)
	}
	switch {
	case c.Statement != nil:
		add(TriggerHighlight, c.Statement.Cue)
		add(SpeakerHighlight, c.Statement.SpeakerMention)
		for i := range c.Statement.Content {
			add(ContentHighlight, &c.Statement.Content[i])
		}
	case c.Position != nil:
		add(RedLineHighlight, c.Position.RedLine)
		add(ConditionHighlight, c.Position.Condition)
	}
	if told != nil {
		for i := range told.Roles {
			add(RoleHighlight, &told.Roles[i].Words)
		}
	}
	return out
}

// toldOf is by which words a content is told, nil where its reading does not say.
func toldOf(c *record.Content) *rapporteur.Told {
	switch {
	case c.Statement != nil:
		return c.Statement.Told
	case c.Meeting != nil:
		return c.Meeting.Told
	case c.Event != nil:
		return c.Event.Told
	case c.Position != nil:
		return c.Position.Told
	}
	return nil
}

// runsOf cuts the code points from start to end wherever a mark begins or ends.
func runsOf(points []rune, start, end int, evidence []rapporteur.Span, parts []marked) []Run {
	end = min(end, len(points))
	cuts := []int{start, end}
	cut := func(s rapporteur.Span) {
		for _, at := range []int{s.Start, s.End} {
			if at > start && at < end {
				cuts = append(cuts, at)
			}
		}
	}
	for _, e := range evidence {
		cut(e)
	}
	for _, p := range parts {
		cut(p.Span)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []Run
	for i := 1; i < len(cuts); i++ {
		from, to := cuts[i-1], cuts[i]
		in := func(s rapporteur.Span) bool { return s.Start <= from && to <= s.End }
		run := Run{Text: string(points[from:to]), Evidence: slices.ContainsFunc(evidence, in)}
		if at := slices.IndexFunc(parts, func(m marked) bool { return in(m.Span) }); at >= 0 {
			run.Highlight = parts[at].part
		}
		out = append(out, run)
	}
	return out
}
