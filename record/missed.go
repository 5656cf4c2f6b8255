package record

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur"
)

// An entry that no reading has can be added by a person, with the words of the report
// that it stands on. It is a member of the report like any other, made by the
// correction: whenever the report is read, its words are looked for and it is there.

// Setting is a value of a field of an entry that a person added.
type Setting struct {
	// Action is Set or Include.
	Action Action `json:"action"`
	Field  string `json:"field"`
	Value  string `json:"value"`
	// Actor is who Value names where the field is an actor.
	Actor *rapporteur.Actor `json:"actor,omitempty"`
	Words []rapporteur.Span `json:"words,omitempty"`
}

// byHand is the rule of an entry that a person added.
const byHand = "person"

// addMissed adds an entry to a report.
func (b *batch) addMissed(d Demand, row *ReportRow) (Correction, error) {
	c := Correction{At: b.at, By: d.By, Note: d.Note, Entry: row.ID, Kind: d.Kind, Action: Missed, Value: d.Value}
	op := "correct " + d.Entry
	body, err := b.tx.Body(row.Number)
	if err != nil || body == nil {
		return c, err
	}
	words, err := d.find(body.Text)
	if err != nil {
		return c, err
	}
	words.Report = row.ID
	c.Words = []rapporteur.Span{words}
	c.Targets = []Address{{Report: row.ID, Member: missedID(row.ID, d.Kind, words), Start: words.Start, End: words.End}}
	if slices.ContainsFunc(b.corrections.byReport[row.TextID()], func(o *Correction) bool { return o.Action == Missed && c.Targets[0].same(o.Targets[0]) }) {
		return c, invalid(op, "a "+string(d.Kind)+" of these words was added already; rapporteur corrections lists it")
	}
	if err := b.settings(&c, d, row); err != nil {
		return c, err
	}
	if err := b.append(&c); err != nil {
		return c, err
	}
	about, err := b.aboutOf(row)
	if err != nil {
		return c, err
	}
	if err := b.putMissed(row, d.Kind, words, body.Sentences, about); err != nil {
		return c, err
	}
	if err := b.enter(row); err != nil || row.SupersededBy == "" {
		return c, err
	}
	head, err := b.tx.Report(row.SupersededBy)
	if err != nil || head == nil {
		return c, err
	}
	return c, b.carry(row, b.keep([]ReportRow{*head})[0])
}

// find gives the place of the words of a missed entry in a text.
func (d Demand) find(text string) (rapporteur.Span, error) {
	op := "correct " + d.Entry
	if !slices.Contains([]Kind{Statement, Meeting, Event, Position}, d.Kind) {
		return rapporteur.Span{}, invalid(op, "say what was missed: statement, meeting, event or position")
	}
	if strings.TrimSpace(d.Value) == "" {
		return rapporteur.Span{}, invalid(op, "give its words as they stand in the report: --words \"…\"")
	}
	all := places(text, d.Value)
	switch {
	case len(all) == 0:
		return rapporteur.Span{}, invalid(op, "these words do not stand in the report: "+d.Value)
	case d.Nth == 0 && len(all) > 1:
		return rapporteur.Span{}, invalid(op, fmt.Sprintf("these words stand in the report %d times; say which with --nth, or give more words", len(all)))
	case d.Nth < 0 || d.Nth > len(all):
		return rapporteur.Span{}, invalid(op, fmt.Sprintf("these words stand in the report %d times, there is no --nth %d", len(all), d.Nth))
	}
	return all[max(0, d.Nth-1)], nil
}

// places gives everywhere that words stand in a text.
func places(text, words string) []rapporteur.Span {
	index := rapporteur.NewIndex(text)
	var out []rapporteur.Span
	for from := 0; ; {
		at := strings.Index(text[from:], words)
		if at < 0 {
			return out
		}
		at += from
		out = append(out, index.Span(at, at+len(words)))
		_, size := utf8.DecodeRuneInString(text[at:])
		from = at + size
	}
}

// settings checks the fields of a missed entry, one after the other, and notes them.
func (b *batch) settings(c *Correction, d Demand, row *ReportRow) error {
	p := &piece{row: MemberRow{Report: row.Number, Kind: d.Kind}, report: row,
		Member: Member{Report: row.ID, Content: bare(row.ID, d.Kind, c.Words[0])}}
	p.fixed = p.Content
	settings := slices.Clone(d.With)
	slices.SortStableFunc(settings, func(x, y Setting) int { return x.rank() - y.rank() })
	for _, s := range settings {
		one := Demand{Entry: d.Entry, Action: s.Action, Field: s.Field, Value: s.Value, Actor: s.Actor, By: d.By}
		if s.Action != Set && s.Action != Include || strings.HasPrefix(s.Field, "actor:") {
			return invalid("correct "+d.Entry, "an entry that is added takes --set and --add")
		}
		if err := one.check(d.Kind, []*piece{p}); err != nil {
			return err
		}
		set := s.correction(d.Kind)
		set.Entry = d.Entry
		if err := b.quote(&set, []*piece{p}); err != nil {
			return err
		}
		s.Words = set.Words
		p.fixed = set.apply(p.fixed)
		c.With = append(c.With, s)
	}
	if lacks := p.fixed.lacks(); lacks != "" {
		return invalid("correct "+d.Entry, "a "+string(d.Kind)+" that is added needs "+lacks)
	}
	return nil
}

// rank has the status of a meeting come before its seats, and the seats before what is
// said of them.
func (s Setting) rank() int {
	switch {
	case strings.Contains(s.Field, ":"):
		return 3
	case s.Action == Include:
		return 2
	case IsActor(s.Field):
		return 1
	}
	return 0
}

func (s Setting) correction(kind Kind) Correction {
	return Correction{Kind: kind, Action: s.Action, Field: s.Field, Value: s.Value, Actor: s.Actor, Words: s.Words}
}

// lacks says what an entry cannot be without, empty for nothing.
func (c Content) lacks() string {
	switch {
	case c.Statement != nil && len(c.Statement.Speakers) == 0:
		return "who said it: --set speaker=ID"
	case c.Meeting != nil && len(c.Meeting.Attendance) == 0:
		return "who met: --add participant=ID"
	case c.Meeting != nil && c.Meeting.Status == "":
		return "how far it has come: --set status=held, planned, …"
	case c.Event != nil && c.Event.Plover.Type == "":
		return "a type of PLOVER: --set type=CONSULT, …"
	case c.Event != nil && len(c.Event.Actors) == 0:
		return "who did it: --set actor=ID"
	case c.Position != nil && c.Position.Actor == "":
		return "whose it is: --set actor=ID"
	case c.Position != nil && c.Position.Stance == "":
		return "where they stand: --set stance=supports, opposes, …"
	}
	return ""
}

// bare is an entry of which only the words are known.
func bare(report string, kind Kind, words rapporteur.Span) Content {
	words.Report = report
	spans := []rapporteur.Span{words}
	basis := rapporteur.Basis{ID: missedID(report, kind, words), Confidence: 1, Rule: byHand, Evidence: spans}
	switch kind {
	case Statement:
		return Content{Statement: &rapporteur.Statement{Basis: basis, Speakers: []string{}, Addressees: []string{}, Mode: rapporteur.Indirect, Content: spans}}
	case Meeting:
		return Content{Meeting: &rapporteur.Meeting{Basis: basis, Kind: "meeting", Attendance: []rapporteur.Attendance{}, History: []rapporteur.StatusChange{}}}
	case Event:
		return Content{Event: &rapporteur.Event{Basis: basis, Plover: rapporteur.Plover{Contexts: []string{}}, Actors: []string{}, Recipients: []string{}, Modality: rapporteur.Happened}}
	}
	return Content{Position: &rapporteur.Position{Basis: basis, Proposal: words.Text}}
}

// missedIn gives the entries that persons added to a report and that its reading is to
// have, as far as their words stand in the text.
// What the reading has by itself now is not there twice: found has, by the ids of such
// entries, those of the missed ones whose place they take.
func (b *batch) missedIn(row *ReportRow, text string, read []Content) (out []Content, found map[string]string) {
	found = map[string]string{}
	var index *rapporteur.Index
	for _, c := range b.corrections.byReport[row.TextID()] {
		if c.Action != Missed {
			continue
		}
		for _, a := range c.Targets {
			words := rapporteur.Span{Start: a.Start, End: a.End, Text: c.Value}
			if a.Member != missedID(a.Report, c.Kind, words) || !c.names([]Address{a}, row, []string{a.Member}) {
				continue
			}
			if index == nil {
				index = rapporteur.NewIndex(text)
			}
			if from, to := index.Offset(a.Start), index.Offset(a.End); from <= to && text[from:to] == c.Value {
				if id := c.readNow(row.ID, bare(row.ID, c.Kind, words), read); id != "" {
					found[a.Member] = id
				} else {
					out = append(out, bare(row.ID, c.Kind, words))
				}
				break
			}
		}
	}
	return out, found
}

// putMissed stores a member for an entry that a person added; it belongs to no entry
// of the record yet.
func (b *batch) putMissed(row *ReportRow, kind Kind, words rapporteur.Span, passages [][2]int, about string) error {
	content := bare(row.ID, kind, words)
	body, data, err := content.body(nil, stored{About: about})
	if err != nil {
		return err
	}
	return b.put(row, []draft{{MemberRow{Report: row.Number, Sentence: sentenceOf(content, onlySentences(passages)), Kind: kind, ID: missedID(row.ID, kind, words), Body: data}, body}})
}

// aboutOf gives the state of which a report speaks most, as its other entries know it.
func (b *batch) aboutOf(row *ReportRow) (string, error) {
	pieces, err := b.of(row)
	if err != nil || len(pieces) == 0 {
		return "", err
	}
	return pieces[0].about, nil
}

// carryMissed adds an entry that a person added to one version of an article to
// another, where its words stand there once. It says where, nil for nowhere.
func (b *batch) carryMissed(c *Correction, from Address, to *ReportRow) (*Correction, error) {
	body, err := b.tx.Body(to.Number)
	if err != nil || body == nil {
		return nil, err
	}
	found := places(body.Text, c.Value)
	if len(found) != 1 {
		return nil, nil
	}
	about, err := b.aboutOf(to)
	if err != nil {
		return nil, err
	}
	words := found[0]
	if err := b.putMissed(to, c.Kind, words, body.Sentences, about); err != nil {
		return nil, err
	}
	return &Correction{At: b.at, Entry: c.Entry, Kind: c.Kind, Action: Carry, Value: strconv.FormatInt(c.ID, 10), Others: []Address{from},
		Targets: []Address{{Report: to.ID, Member: missedID(to.ID, c.Kind, words), Start: words.Start, End: words.End}}}, nil
}
