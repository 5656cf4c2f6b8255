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
	return "“" + strings.Trim(b.String(), " ") + "”"
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
