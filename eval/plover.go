package eval

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"rapporteur"
)

// MarkedPair is a sentence with two actors marked in it and the type of event
// that holds between them: a row of Zero-Shot-PLOVER (PLV).
type MarkedPair struct {
	ID, Text       string
	Source, Target rapporteur.Span
	// Type is PLOVER's, or YIELD for CONCEDE and RETREAT together.
	Type string
}

// marks are the tags around source and target.
var marks = regexp.MustCompile(`</?[st]>`)

// ReadMarkedPairs reads a PLV table. The target is empty where the row has none;
// rows without a source are left out and counted.
func ReadMarkedPairs(r io.Reader) (pairs []MarkedPair, skipped int, err error) {
	in := csv.NewReader(r)
	in.Comma, in.LazyQuotes, in.FieldsPerRecord = '\t', true, -1
	rows, err := in.ReadAll()
	if err != nil {
		return nil, 0, err
	}
	if len(rows) == 0 {
		return nil, 0, errors.New("no rows")
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	for _, name := range []string{"sentence_id", "marked_sentence", "gold_root"} {
		if _, ok := column[name]; !ok {
			return nil, 0, fmt.Errorf("no column %s; give a table of Zero-Shot-PLOVER", name)
		}
	}
	for _, row := range rows[1:] {
		p, ok := unmark(row[column["marked_sentence"]])
		if !ok {
			skipped++
			continue
		}
		p.ID, p.Type = row[column["sentence_id"]], row[column["gold_root"]]
		pairs = append(pairs, p)
	}
	return pairs, skipped, nil
}

// unmark takes the tags out of a sentence and notes where the first of each
// stood.
func unmark(marked string) (MarkedPair, bool) {
	var p MarkedPair
	var text strings.Builder
	open, at, last := map[string]int{}, 0, 0
	for _, tag := range marks.FindAllStringIndex(marked, -1) {
		piece := marked[last:tag[0]]
		text.WriteString(piece)
		at += utf8.RuneCountInString(piece)
		last = tag[1]
		switch name := marked[tag[0]:tag[1]]; name {
		case "<s>", "<t>":
			open[name[1:2]] = at
		case "</s>":
			setOnce(&p.Source, open["s"], at)
		case "</t>":
			setOnce(&p.Target, open["t"], at)
		}
	}
	text.WriteString(marked[last:])
	p.Text = text.String()
	return p, p.Source.End > p.Source.Start
}

func setOnce(s *rapporteur.Span, start, end int) {
	if s.End == 0 {
		s.Start, s.End = start, end
	}
}

// Plain makes a report of one paragraph.
func Plain(text string) *rapporteur.Report {
	return &rapporteur.Report{Text: text, Paragraphs: []rapporteur.Paragraph{{End: utf8.RuneCountInString(text), Kind: rapporteur.Body}}}
}

// CodedSentence is a sentence of the PLOVER gold standard records (GSR).
type CodedSentence struct {
	ID, Text, Type string
	Source, Target []CodedActor
}

// CodedActor is an actor as the text calls it, with its code.
type CodedActor struct{ Text, Code string }

// older leads from the labels of 2016 to those of the manual of 2021.
var older = map[string]string{"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}

// ReadCodedSentences reads a file of GSR, a list in JSON. Its type DOCUMENT is no
// event and left out; labels of 2016 are read as those of 2021.
func ReadCodedSentences(r io.Reader) ([]CodedSentence, error) {
	var rows []struct {
		ID, Event, Text string
		Source, Target  json.RawMessage
	}
	if err := json.NewDecoder(r).Decode(&rows); err != nil {
		return nil, err
	}
	var out []CodedSentence
	for _, row := range rows {
		if row.Event == "DOCUMENT" {
			continue
		}
		g := CodedSentence{ID: row.ID, Text: row.Text, Type: row.Event, Source: goldActors(row.Source), Target: goldActors(row.Target)}
		if t, ok := older[g.Type]; ok {
			g.Type = t
		}
		out = append(out, g)
	}
	return out, nil
}

// goldActors reads a list of actors; an empty string stands for none.
func goldActors(raw json.RawMessage) []CodedActor {
	var rows []struct{ ActorText, Code string }
	if json.Unmarshal(raw, &rows) != nil {
		return nil
	}
	out := make([]CodedActor, len(rows))
	for i, r := range rows {
		out[i] = CodedActor{r.ActorText, r.Code}
	}
	return out
}
