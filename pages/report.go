package pages

import (
	"net/http"
	"slices"
	"strconv"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// reportPage is what the page of a report shows.
type reportPage struct {
	ID, Title string
	Facts     []fact
	// Away is its address on the web, Later the page of a later version of it.
	Away, Later string
	Blocks      []blockShown
	Notices     []entryShown
	Entries     []entryShown
	// Missed is the form by which what was missed is added, Done what was just done; nil for who may not.
	Missed *missedForm
	Done   *doneShown
}

// blockShown is a paragraph of a report.
type blockShown struct {
	Kind string
	// Start is its first code point in the text.
	Start int
	// Language is empty for English, Translation where the paragraph stands in English.
	Language, Translation string
	Runs                  []markedRun
}

// markedRun is words that the same entries stand on.
type markedRun struct {
	Text string
	// Entry is the one with the fewest words here, Look its kind and how many there are.
	Entry, Look, Title string
	// Begins are the numbers of those that begin here.
	Begins []int
}

// entryShown is an entry beside a text, by its number.
type entryShown struct {
	Number         int
	ID, Kind, What string
	Sure           string
	Disputed       bool
	Corrected      bool
}

// report is the screen of a report.
func (s *recordPages) report(r *http.Request) (*view, error) {
	kept, id := stickyOf(r.URL.Query()), r.PathValue("id")
	m, err := service.Marked(r.Context(), s.Record, id, kept.AsOf)
	if err != nil {
		return nil, absent(err, kept.AsOf)
	}
	if m.Report.ID != id {
		return &view{To: addressOf(reportAt(m.Report.ID), kept.values())}, nil
	}
	body := s.reportPageOf(m)
	if s.may(r) && kept.AsOf == "" && m.Report.SupersededBy == "" {
		if body.Missed, err = s.newMissedForm(r, id, m.Entries); err != nil {
			return nil, err
		}
	}
	if body.Done, err = s.justDone(r, reportAt(id)); err != nil {
		return nil, err
	}
	return &view{Title: body.Title, Place: "/reports", Template: "report", Body: body, Data: addressOf(reportAt(id), asOf(kept))}, nil
}

func (s *site) reportPageOf(m *service.MarkedReport) *reportPage {
	p := &m.Report.Report
	body := &reportPage{ID: p.ID, Title: titleOf(p), Away: away(string(p.URL)), Facts: reportFacts(m.Report), Blocks: blocksShown(m)}
	if m.Report.SupersededBy != "" {
		body.Later = reportAt(m.Report.SupersededBy)
	}
	for i := range m.Entries {
		e := &m.Entries[i]
		one := entryShown{Number: i + 1, ID: e.ID, Kind: string(e.Kind), What: export.Phrase(e), Disputed: len(e.Disputes) > 0, Corrected: e.IsCorrected()}
		if b := e.Basis(); b != nil {
			one.Sure = percent(b.Confidence)
		}
		if e.Kind == record.Notice {
			body.Notices = append(body.Notices, one)
		} else {
			body.Entries = append(body.Entries, one)
		}
	}
	return body
}

// titleOf is what a report is called.
func titleOf(p *rapporteur.Report) string {
	switch {
	case p.Title != "":
		return string(p.Title)
	case p.Outlet != "":
		return "Report of " + string(p.Outlet)
	}
	return "A report without a title"
}

// reportFacts are what is known of a report.
func reportFacts(p *record.Report) []fact {
	f := facts{}
	f.say("Outlet", string(p.Outlet))
	f.say("By", string(p.Byline))
	f.say("Published", export.Day(p.Published))
	if p.Genre != "" && p.Genre != rapporteur.News {
		f.say("Kind", worded(string(p.Genre)))
	}
	if !p.Arrived.IsZero() {
		f.say("On the record since", p.Arrived.Format("2 Jan 2006 15:04"))
	}
	for _, a := range p.Appearances[min(1, len(p.Appearances)):] {
		f.say("Also in", string(a.Outlet)+", "+export.Day(a.Published))
	}
	if len(p.Copies) > 0 {
		var copies cell
		for _, id := range p.Copies {
			copies = append(copies, part{Text: id[:min(8, len(id))], To: reportAt(id), Look: "id"})
		}
		f.list = append(f.list, fact{"The same text", copies})
	}
	return f.list
}

// blocksShown are the paragraphs of a report with entries where they stand.
func blocksShown(m *service.MarkedReport) []blockShown {
	var out []blockShown
	for _, b := range m.Blocks {
		one := blockShown{Kind: string(b.Kind), Start: b.Start, Language: b.Language, Translation: b.Translation}
		for _, s := range b.Stretches {
			one.Runs = append(one.Runs, runShown(m, &s))
		}
		out = append(out, one)
	}
	return out
}

func runShown(m *service.MarkedReport, s *service.Stretch) markedRun {
	run := markedRun{Text: s.Text}
	for i, at := range s.Entries {
		e := &m.Entries[at]
		if i == 0 {
			run.Entry, run.Look = e.ID, "on "+string(e.Kind)
			if n := min(len(s.Entries), 3); n > 1 {
				run.Look += " deep" + strconv.Itoa(n)
			}
		} else {
			run.Title += ", "
		}
		run.Title += strconv.Itoa(at+1) + " " + string(e.Kind)
	}
	for _, at := range s.Begins {
		run.Begins = append(run.Begins, at+1)
	}
	slices.Sort(run.Begins)
	return run
}
