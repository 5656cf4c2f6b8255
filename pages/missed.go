package pages

import (
	"net/http"
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

// missedForm is the form by which an entry is added that no reading found.
type missedForm struct {
	Report                 string
	Kinds                  []option
	Statuses, Types, Views []option
	Acts                   []option
	Actors                 []option
	Issues                 []option
}

// newMissedForm is the form of a report.
func (s *site) newMissedForm(r *http.Request, report string, entries []record.Entry) (*missedForm, error) {
	parties, err := s.Record.Parties(r.Context(), record.Filter{Limit: mostActors})
	if err != nil {
		return nil, err
	}
	f := &missedForm{Report: report, Statuses: optionsOf(service.FieldValues(record.Meeting, "status"), "held"), Types: optionsOf(service.FieldValues(record.Event, "type"), ""),
		Views: optionsOf(service.FieldValues(record.Position, "stance"), "supports"), Acts: optionsOf(service.FieldValues(record.Statement, "act"), "assert"),
		Issues: optionsOf(service.FieldValues(record.Position, "issue"), "")}
	for _, k := range record.Kinds() {
		if k != record.Notice {
			f.Kinds = append(f.Kinds, option{string(k), string(k), k == record.Statement})
		}
	}
	there := map[string]bool{}
	for i := range entries {
		for _, id := range service.ActorsOf(&entries[i].Content) {
			if !there[id] {
				f.Actors = append(f.Actors, option{Value: id, Label: entries[i].Called(id)})
			}
			there[id] = true
		}
	}
	for i := range parties {
		if p := &parties[i]; !there[p.ID] {
			f.Actors = append(f.Actors, option{Value: p.ID, Label: p.Name})
		}
	}
	return f, nil
}

// missed adds an entry to a report.
func (s *desk) missed(r *http.Request) (*view, error) {
	id := r.PathValue("id")
	report, err := s.Record.Report(r.Context(), id)
	if err != nil {
		return nil, absent(err, "")
	}
	kind := record.Kind(r.PostFormValue("kind"))
	c := service.Correction{Entry: report.ID, AddEntry: string(kind), Words: strings.TrimSpace(r.PostFormValue("words")), By: s.by(r), Note: strings.TrimSpace(r.PostFormValue("note")), Tables: s.Tables}
	if c.Words == "" {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Message: "select the words that say it, or write them as they stand in the report"}
	}
	c.Nth = nthOf(report.Text, c.Words, r.PostFormValue("at"), r.PostFormValue("nth"))
	if err := s.missedFields(r, kind, &c); err != nil {
		return nil, err
	}
	done, err := service.Correct(r.Context(), s.Record, c)
	if err != nil {
		return nil, err
	}
	return &view{To: withDone(reportAt(report.ID), s.noted(r, done.Corrections))}, nil
}

// missedFields are what a form says of an entry besides its words.
func (s *site) missedFields(r *http.Request, kind record.Kind, c *service.Correction) error {
	lists := map[record.Kind][2]string{record.Statement: {"speaker", "addressee"}, record.Meeting: {"participant", "participant"}, record.Event: {"actor", "recipient"}, record.Position: {"actor", ""}}[kind]
	for i, field := range []string{"who", "to"} {
		for _, name := range strings.Split(r.PostFormValue(field), ",") {
			if name = strings.TrimSpace(name); name == "" || lists[i] == "" {
				continue
			}
			id, err := s.actorCalled(r, name)
			if err != nil {
				return err
			}
			if kind == record.Position {
				c.Set = append(c.Set, lists[i]+"="+id)
			} else {
				c.Add = append(c.Add, lists[i]+"="+id)
			}
		}
	}
	for _, f := range map[record.Kind][]string{record.Statement: {"act", "date", "place"}, record.Meeting: {"status", "date", "place"}, record.Event: {"type", "date", "place"}, record.Position: {"stance", "issue", "proposal", "date"}}[kind] {
		if value := strings.TrimSpace(r.PostFormValue(f)); value != "" {
			c.Set = append(c.Set, f+"="+value)
		}
	}
	return nil
}

// nthOf says which of the places at which words stand in a text is meant: the one at a
// code point, or the one that was counted; 0 where there is but one.
func nthOf(text, words, at, nth string) int {
	if strings.Count(text, words) < 2 {
		return 0
	}
	start, err := strconv.Atoi(at)
	points := []rune(text)
	if err != nil || start < 0 || start > len(points) {
		n, _ := strconv.Atoi(nth) // what is no number leaves the choice open
		return n
	}
	return strings.Count(string(points[:start]), words) + 1
}
