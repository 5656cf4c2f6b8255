package reading

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/language"
)

// readInPart is the kind of the notices about what was left unread.
const readInPart = "read-in-part"

// unread gives a notice for each limit that the report exceeded.
func (r *reading) unread(spent *spending) {
	for _, limit := range []struct {
		language.Limit
		message string
	}{
		{language.SentenceLimit, fmt.Sprintf("sentences of more than %d words, read up to there", spent.Sentence)},
		{language.ReportLimit, fmt.Sprintf("more than %d words, read up to there", spent.Report)},
		{language.TimeLimit, fmt.Sprintf("not done in %v, read up to there", spent.Time)},
	} {
		if evidence := placesLeftOut(r.doc, limit.Limit); len(evidence) > 0 {
			r.out.Notices = append(r.out.Notices, rapporteur.Notice{Kind: readInPart, Message: limit.message, Evidence: evidence})
		}
	}
	if spent.late && !r.noticed(readInPart) {
		r.out.Notices = append(r.out.Notices, rapporteur.Notice{Kind: readInPart,
			Message: fmt.Sprintf("not done in %v; entries are missing", spent.Time), Evidence: []rapporteur.Span{}})
	}
}

func (r *reading) noticed(kind string) bool {
	for _, n := range r.out.Notices {
		if n.Kind == kind {
			return true
		}
	}
	return false
}

// placesMost is the number of places that one notice points to.
const placesMost = 20

// placesLeftOut gives where what a limit left out begins.
func placesLeftOut(doc *language.Document, limit language.Limit) []rapporteur.Span {
	var out []rapporteur.Span
	for _, u := range doc.Unread {
		if u.Limit == limit && len(out) < placesMost {
			out = append(out, doc.Span(beginning(doc.Text, u.Range)))
		}
	}
	return out
}

// A beginning is so many words, and so many bytes where there are no words.
const (
	beginningWords = 12
	beginningBytes = 200
)

// beginning cuts a range to its first words.
func beginning(text string, r language.Range) language.Range {
	end := min(r.End, r.Start+beginningBytes)
	for end < r.End && !utf8.RuneStart(text[end]) {
		end--
	}
	at := r.Start
	for range beginningWords {
		blank := strings.IndexAny(text[at:end], " \n")
		if blank < 0 {
			return language.Range{Start: r.Start, End: end}
		}
		at += blank + 1
	}
	return language.Range{Start: r.Start, End: at - 1}
}
