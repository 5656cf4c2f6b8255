package export

import (
	"sort"
	"strings"

	"rapporteur"
)

// quote writes a span with the decisive parts set off.
func (p *page) quote(whole rapporteur.Span, decisive ...rapporteur.Span) string {
	if whole.Text == "" {
		return ""
	}
	points := []rune(whole.Text)
	var b strings.Builder
	at := 0
	for _, d := range clip(whole, decisive) {
		b.WriteString(p.plain(points[at:d.Start]))
		b.WriteString(p.strong + p.plain(points[d.Start:d.End]) + p.end)
		at = d.End
	}
	b.WriteString(p.plain(points[at:]))
	return "“" + strings.Trim(b.String(), " ") + "”" + p.translation(whole)
}

// translation says from which words of a translation something was read.
func (p *page) translation(s rapporteur.Span) string {
	if s.Translation == "" {
		return ""
	}
	return " " + p.dim("[translated: “") + p.plain([]rune(s.Translation)) + p.dim("”]")
}

// translated says, on one line of plain words, from which words of a translation something
// was read.
func translated(s rapporteur.Span) string {
	if s.Translation == "" {
		return ""
	}
	return " [translated: “" + oneLine(s.Translation) + "”]"
}

// plain gives words on one line, inside quotation marks.
func (p *page) plain(points []rune) string {
	if p.markdown {
		return escapeInline(string(points))
	}
	return Clean(string(points))
}

// clip gives the parts of the spans that lie in a whole, relative to it, in
// order and without overlap.
func clip(whole rapporteur.Span, parts []rapporteur.Span) []rapporteur.Span {
	var out []rapporteur.Span
	for _, d := range parts {
		start, end := max(d.Start, whole.Start)-whole.Start, min(d.End, whole.End)-whole.Start
		if start < end {
			out = append(out, rapporteur.Span{Start: start, End: end})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	kept := out[:0]
	for _, d := range out {
		if n := len(kept); n > 0 && d.Start <= kept[n-1].End {
			kept[n-1].End = max(kept[n-1].End, d.End)
			continue
		}
		kept = append(kept, d)
	}
	return kept
}

// evidence quotes each span of an entry's evidence.
func (p *page) evidence(b rapporteur.Basis, decisive ...rapporteur.Span) []string {
	var out []string
	for _, e := range b.Evidence {
		out = append(out, p.quote(e, decisive...))
	}
	return out
}

// naming quotes each span of an entry's evidence, with where some actors are named in it
// set off, and the decisive parts.
func (p *page) naming(b rapporteur.Basis, ids []string, decisive ...rapporteur.Span) []string {
	var out []string
	for _, e := range b.Evidence {
		parts := decisive[:len(decisive):len(decisive)]
		for _, id := range ids {
			parts = p.mentions.within(parts, id, e)
		}
		out = append(out, p.quote(e, parts...))
	}
	return out
}

// read are the words that were read: those of a translation, where there is one.
func read(s rapporteur.Span) string { return firstOf(s.Translation, s.Text) }

// inEnglish are the words that were read, marked where they are those of a translation.
func inEnglish(s rapporteur.Span) string {
	if s.Translation == "" {
		return s.Text
	}
	return s.Translation + " [translated]"
}
