package pages_test

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/pages"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"
)

// as asks as somebody with a role.
func as(role access.Role, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(w, r.WithContext(access.With(r.Context(), access.Who{Name: "kim", Role: role})))
	})
}

// desk is the pages over a small record that a test may change, with what was noted.
func desk(t *testing.T) (*record.Record, http.Handler, *[]string) {
	t.Helper()
	at := noon
	r := record.New(memory.New(), func() time.Time { at = at.Add(time.Second); return at })
	if _, err := r.Add(t.Context(), told("a", "The Ledger"), told("b", "Coast Wire")); err != nil {
		t.Fatal(err)
	}
	var notes []string
	h := pages.Handler(pages.Options{Record: r, Log: slog.New(slog.DiscardHandler), Version: "test", API: "/api/v1", Now: func() time.Time { return noon }, Who: access.Name,
		Read: service.Read(bare), Note: func(_ context.Context, what access.What, about string) { notes = append(notes, string(what)+" "+about) }})
	return r, h, &notes
}

// bare reads nothing but the text.
func bare(_ context.Context, report *rapporteur.Report) (*rapporteur.Reading, error) {
	if strings.Contains(report.Text, "unreadable") {
		return nil, &rapporteur.Error{Code: rapporteur.Unreadable, Message: "this text cannot be read"}
	}
	return &rapporteur.Reading{Schema: rapporteur.Schema, Report: *report}, nil
}

var _ service.Read = (*reading.Reader)(nil).Read

// told is a report of a meeting, with what was said, done and wanted there.
func told(id, outlet string) *rapporteur.Reading {
	text := "Kenya and Uganda met in Nairobi on 1 March. (" + outlet + ")\n“The road opens,” said Kenya. Uganda accused Kenya. Kenya wants open roads."
	basis := func(name, words string) rapporteur.Basis {
		at := strings.Index(text, words)
		points := len([]rune(text[:at]))
		return rapporteur.Basis{ID: id + name, Confidence: 0.7, Rule: "by hand", Evidence: []rapporteur.Span{{Start: points, End: points + len([]rune(words)), Text: words}}}
	}
	met := basis("m", "Kenya and Uganda met in Nairobi on 1 March.")
	side := func(who string) rapporteur.Attendance {
		return rapporteur.Attendance{Actor: who, For: rapporteur.Text(who), Role: rapporteur.Participant, Presence: rapporteur.Present, Evidence: met.Evidence}
	}
	said := basis("s", "“The road opens,” said Kenya.")
	wording := basis("", "The road opens").Evidence
	return &rapporteur.Reading{Schema: rapporteur.Schema,
		Report:    rapporteur.Report{ID: "report" + id, Outlet: rapporteur.Text(outlet), Published: "2027-03-02", Text: text},
		Actors:    []rapporteur.Actor{{ID: "KEN", Known: true, Name: "Kenya", Kind: rapporteur.State}, {ID: "UGA", Known: true, Name: "Uganda", Kind: rapporteur.State}},
		Sentences: [][2]int{{0, 43}, {44, len([]rune(text))}},
		Meetings: []rapporteur.Meeting{{Basis: met, Kind: "talks", Status: rapporteur.Held, Date: "2027-03-01", Place: &rapporteur.Place{Name: "Nairobi", Country: "KEN"},
			Attendance: []rapporteur.Attendance{side("KEN"), side("UGA")}}},
		Statements: []rapporteur.Statement{{Basis: said, Speakers: []string{"KEN"}, For: "KEN", Mode: rapporteur.Direct, Act: "assert", Content: wording, Date: "2027-03-02"}},
		Events: []rapporteur.Event{{Basis: basis("e", "Uganda accused Kenya."), Plover: rapporteur.Plover{Type: "ACCUSE"}, Actors: []string{"UGA"}, Recipients: []string{"KEN"},
			Modality: rapporteur.Happened, Date: "2027-03-02"}},
		Positions: []rapporteur.Position{{Basis: basis("p", "Kenya wants open roads."), Actor: "KEN", For: "KEN", Proposal: "open roads", Stance: rapporteur.Supports, Date: "2027-03-02"}},
	}
}
