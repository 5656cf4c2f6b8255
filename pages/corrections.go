package pages

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

// perLog is the number of corrections that the page of them shows.
const perLog = 200

// correctionsPage is what the page of corrections shows.
type correctionsPage struct {
	Done *doneShown
	Rows []correctionShown
	More int
	May  bool
}

// correctionShown is a correction, and the way to take it back.
type correctionShown struct {
	Number           int64
	At, By, What     string
	Note, Entry, Now string
	Standing         string
	Counts           bool
}

// doneShown is what was just done on a page, with the form that takes it back.
type doneShown struct {
	Numbers, Back string
	What          []string
}

// corrections is the screen of what persons said of the record, the last first.
func (s *desk) corrections(r *http.Request) (*view, error) {
	all, err := s.Record.Corrections(r.Context(), record.CorrectionFilter{})
	if err != nil {
		return nil, err
	}
	slices.Reverse(all)
	body := &correctionsPage{May: s.may(r), Done: doneOf(r, all, "/corrections"), More: max(0, len(all)-perLog)}
	for i := range all[:min(perLog, len(all))] {
		c := &all[i]
		body.Rows = append(body.Rows, correctionShown{Number: c.ID, At: c.At.Format("2 Jan 2006 15:04"), By: c.By, What: c.String(), Note: c.Note, Entry: c.Entry, Now: c.Now,
			Standing: worded(string(c.Standing)), Counts: c.Standing == record.Counts && c.Action != record.Undo})
	}
	return &view{Title: "Corrections", Place: "/review", Template: "corrections", Body: body, Data: "/corrections"}, nil
}

// doneOf is what an address says was just done; nil for nothing.
func doneOf(r *http.Request, all []record.Noted, back string) *doneShown {
	numbers := strings.Fields(r.URL.Query().Get("done"))
	out := &doneShown{Back: back}
	for i := range all {
		c := &all[i]
		if slices.Contains(numbers, strconv.FormatInt(c.ID, 10)) && c.Standing != record.Undone {
			out.What = append(out.What, c.String())
			out.Numbers = strings.TrimSpace(out.Numbers + " " + strconv.FormatInt(c.ID, 10))
		}
	}
	if len(out.What) == 0 {
		return nil
	}
	out.What = out.What[:min(3, len(out.What))]
	return out
}

// justDone is what was just done to an entry.
func (s *site) justDone(r *http.Request, back string) (*doneShown, error) {
	if r.URL.Query().Get("done") == "" || !s.may(r) {
		return nil, nil
	}
	all, err := s.Record.Corrections(r.Context(), record.CorrectionFilter{})
	if err != nil {
		return nil, err
	}
	return doneOf(r, all, back), nil
}

// undo takes corrections back, the last first.
func (s *desk) undo(r *http.Request) (*view, error) {
	all, err := s.Record.Corrections(r.Context(), record.CorrectionFilter{})
	if err != nil {
		return nil, err
	}
	numbers, undone := strings.Fields(r.PostFormValue("numbers")), 0
	for _, c := range slices.Backward(all) {
		number := strconv.FormatInt(c.ID, 10)
		if !slices.Contains(numbers, number) {
			continue
		}
		done, err := service.Correct(r.Context(), s.Record, service.Correction{Entry: c.Entry, Undo: number, By: s.by(r), Tables: s.Tables})
		if err != nil {
			return nil, err
		}
		s.noted(r, done.Corrections)
		undone++
	}
	if undone == 0 {
		return nil, &rapporteur.Error{Code: rapporteur.NotFound, Message: "there is nothing to take back"}
	}
	return &view{To: withDone(backOf(r), nil)}, nil
}
