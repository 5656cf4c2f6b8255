package service

import (
	"context"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// Annotate gives every report of which a person corrected or judged an entry, with all
// its entries as the record has them by now. Explain reads it again with the words by
// which each entry is told; without it, or where it is read otherwise now, the evidence
// stands for them.
func Annotate(ctx context.Context, r *record.Record, explain Read, do func(*Annotation) error) error {
	all, err := r.Corrections(ctx, record.CorrectionFilter{Standings: []record.Standing{record.Counts}})
	if err != nil {
		return err
	}
	var reports []string
	for i := range all {
		if all[i].Action == record.Remark || all[i].Action == record.Undo {
			continue
		}
		for _, a := range all[i].Targets {
			if !slices.Contains(reports, a.Report) {
				reports = append(reports, a.Report)
			}
		}
	}
	slices.Sort(reports)
	for _, id := range reports {
		report, entries, err := ReportOf(ctx, r, id, "", false)
		if err != nil {
			return err
		}
		a, err := annotated(ctx, explain, report, entries)
		if err != nil {
			return err
		}
		if err := do(a); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// annotated is a report with its entries.
func annotated(ctx context.Context, explain Read, report *record.Report, entries []record.Entry) (*Annotation, error) {
	out, shift := newAnnotation(&report.Report)
	w := annotator{out: out, shift: shift, told: map[string]*rapporteur.Told{}}
	if explain != nil {
		if err := w.explained(ctx, explain, &report.Report); err != nil {
			return nil, err
		}
	}
	for i := range entries {
		e := &entries[i]
		at := slices.IndexFunc(e.Members, func(m record.Member) bool { return m.Report == report.ID })
		if at < 0 || len(e.Members[at].Evidence()) == 0 {
			continue
		}
		w.put(e, &e.Members[at])
		if slices.ContainsFunc(e.Corrected, func(c record.Correction) bool { return c.Action != record.Remark }) {
			out.Persons = append(out.Persons, e.ID)
		}
	}
	return out, nil
}

// annotator puts entries into an annotation.
type annotator struct {
	out   *Annotation
	shift int
	// told are the words of the report's own entries by their ids.
	told map[string]*rapporteur.Told
}

func (w *annotator) explained(ctx context.Context, explain Read, report *rapporteur.Report) error {
	reading, err := explain(ctx, report)
	if err == nil {
		w.told = toldIn(reading)
	}
	return err
}

func (w *annotator) spot(s *rapporteur.Span) *Spot {
	if s == nil || s.Text == "" {
		return nil
	}
	return &Spot{s.Start + w.shift, s.End + w.shift, s.Text}
}

func (w *annotator) spots(all []rapporteur.Span) []Spot {
	out := []Spot{}
	for i := range all {
		if s := w.spot(&all[i]); s != nil {
			out = append(out, *s)
		}
	}
	return out
}

// trigger is the word that tells an entry of the report, else the first words of its
// evidence.
func (w *annotator) trigger(m *record.Member) Spot {
	if t := w.told[m.ID]; t != nil && t.Trigger.Text != "" {
		return *w.spot(&t.Trigger)
	}
	e := m.Evidence()[0]
	return Spot{e.Start + w.shift, e.End + w.shift, e.Text}
}

// role are the words of a report that fill a role.
func (w *annotator) role(m *record.Member, role string) []Spot {
	out := []Spot{}
	if t := w.told[m.ID]; t != nil {
		for i := range t.Roles {
			if t.Roles[i].Role == role {
				out = append(out, *w.spot(&t.Roles[i].Words))
			}
		}
	}
	return out
}

// one is the first of them, nil for none.
func (w *annotator) one(m *record.Member, role string) *Spot {
	if all := w.role(m, role); len(all) > 0 {
		return &all[0]
	}
	return nil
}

func (w *annotator) put(e *record.Entry, m *record.Member) {
	switch {
	case e.Statement != nil && m.Statement != nil:
		w.statement(e, m)
	case e.Meeting != nil && m.Meeting != nil:
		w.meeting(e, m)
	case e.Event != nil && m.Event != nil:
		w.event(e, m)
	case e.Position != nil && m.Position != nil:
		w.position(e, m)
	}
}

func (w *annotator) statement(e *record.Entry, m *record.Member) {
	s, there := e.Statement, m.Statement
	one := AnnotatedStatement{Cue: w.spot(there.Cue), Source: w.spot(there.SpeakerMention), Content: w.spots(there.Content), Mode: s.Mode, Act: string(s.Act),
		State: orNull(s.For), Medium: orNull(s.Medium), Addressee: w.one(m, "addressee")}
	one.Speaker, one.Kind = speakerOf(e)
	w.out.Statements = append(w.out.Statements, one)
}

// speakerOf names who speaks, and what they are.
func speakerOf(e *record.Entry) (name, kind string) {
	if len(e.Statement.Speakers) == 0 {
		return "", "anonymous"
	}
	id := e.Statement.Speakers[0]
	switch name = e.Called(id); e.Cast[id].Kind {
	case rapporteur.Person:
		return name, "person"
	case rapporteur.State:
		return name, "state"
	case rapporteur.Unnamed:
		return "anonymous: " + name, "anonymous"
	}
	return name, "organisation"
}

func (w *annotator) meeting(e *record.Entry, m *record.Member) {
	g := e.Meeting
	one := AnnotatedMeeting{Participants: []string{}, States: []string{}, Excluded: []string{}, Status: strings.ReplaceAll(string(g.Status), "-", " "), Kind: g.Kind,
		Date: orNull(g.Date), About: orNull(g.About), Outcome: orNull(g.Outcome)}
	if g.Place != nil {
		one.Place = orNull(g.Place.Name)
	}
	for i := range g.Attendance {
		a := &g.Attendance[i]
		name := e.Called(a.Actor)
		switch {
		case a.Presence.LeftOut():
			one.Excluded = append(one.Excluded, codeOf(e, a.Actor))
			continue
		case a.Role == rapporteur.Host:
			one.Host = orNull(name)
		case a.Role == rapporteur.Mediator:
			one.Mediator = orNull(name)
		}
		one.Participants = append(one.Participants, name)
		if st := string(a.For); st != "" && !slices.Contains(one.States, st) {
			one.States = append(one.States, st)
		}
	}
	one.Mentions = []Mention{{Trigger: w.trigger(m), Participants: w.role(m, "participant"), Excluded: w.role(m, "excluded"), Host: w.one(m, "host"),
		Mediator: w.one(m, "mediator"), Place: w.one(m, "place"), Date: w.one(m, "date")}}
	w.out.Meetings = append(w.out.Meetings, one)
}

// codeOf is a state's or body's code, else a name.
func codeOf(e *record.Entry, id string) string {
	if e.Cast[id].Kind == rapporteur.State || id == strings.ToUpper(id) {
		return id
	}
	return e.Called(id)
}

func codesOf(e *record.Entry, ids []string) []string {
	out := []string{}
	for _, id := range ids {
		out = append(out, codeOf(e, id))
	}
	return out
}

func (w *annotator) event(e *record.Entry, m *record.Member) {
	v := e.Event
	one := AnnotatedEvent{Trigger: w.trigger(m), Type: v.Plover.Type, By: w.role(m, "agent"), To: w.role(m, "patient"), Date: w.one(m, "date"), Place: w.one(m, "place"),
		Actor: codesOf(e, v.Actors), Recipient: codesOf(e, v.Recipients), Modality: strings.ReplaceAll(string(v.Modality), "-", " "), Also: []Spot{}}
	if v.ClaimedBy != "" {
		one.ClaimedBy = orNull(codeOf(e, string(v.ClaimedBy)))
	}
	w.out.Events = append(w.out.Events, one)
}

func (w *annotator) position(e *record.Entry, m *record.Member) {
	p := e.Position
	one := AnnotatedPosition{Trigger: w.trigger(m), Holder: w.one(m, "holder"), Proposal: w.one(m, "proposal"), Condition: w.spot(p.Condition), Actor: e.Called(p.Actor),
		State: orNull(p.For), Stance: p.Stance}
	if p.Condition != nil && p.Condition.Report != "" && p.Condition.Report != m.Report {
		one.Condition = nil // it stands in another report
	}
	if p.Issue != nil {
		one.Issue = orNull(p.Issue.ID)
	}
	w.out.Positions = append(w.out.Positions, one)
}
