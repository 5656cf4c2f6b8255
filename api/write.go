package api

import (
	"cmp"
	"context"
	"encoding/json"
	"iter"
	"net/http"
	"slices"

	"rapporteur/access"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// posted is a report that is sent.
type posted struct {
	Text      string `json:"text,omitempty" doc:"The report as plain text."`
	HTML      string `json:"html,omitempty" doc:"Or as a web page."`
	File      []byte `json:"file,omitempty" doc:"Or a file, in base64: a document (PDF, DOCX, ODT, RTF), a letter with what is attached to it, a box of letters, a text, a web page. What it is is recognised from its bytes."`
	FileName  string `json:"file_name,omitempty" maxLength:"300" doc:"How the file is called, for messages."`
	URL       string `json:"url,omitempty" doc:"Its address. Nothing is fetched from it."`
	Published string `json:"published,omitempty" doc:"Its day, YYYY-MM-DD, where it does not say it."`
	Outlet    string `json:"outlet,omitempty" doc:"Who published it."`
	Title     string `json:"title,omitempty" doc:"Its title, where the text does not begin with it."`
}

// arrived is what became of it.
type arrived struct {
	Report  string         `json:"report" doc:"The id of the report."`
	Outcome record.Outcome `json:"outcome" doc:"added, known, again, revised or copied; queued where others read it later."`
	Entries int            `json:"entries" doc:"How many entries of the record it supports."`
	More    []arrived      `json:"more,omitempty" doc:"What became of the other reports of the file: what is attached to a letter, the letters of a box."`
	Failed  []string       `json:"failed,omitempty" doc:"Why others of its reports could not be read."`
}

type postInput struct{ Body posted }

type postOutput struct {
	Status   int
	Location string `header:"Location"`
	Body     arrived
}

// demand is what a person says of an entry or a report; see rapporteur help correct.
type demand struct {
	Entry    string   `json:"entry" required:"true" maxLength:"80" doc:"The id of the entry, or of the report."`
	Actor    string   `json:"actor,omitempty" doc:"Another actor: OLD=NEW, two ids."`
	Set      []string `json:"set,omitempty" doc:"FIELD=VALUE."`
	Add      []string `json:"add,omitempty" doc:"LIST=ID, one more."`
	Drop     []string `json:"drop,omitempty" doc:"LIST=ID, one less."`
	AddEntry string   `json:"add_entry,omitempty" enum:"statement,meeting,event,position" doc:"A kind of entry that was missed in the report."`
	Words    string   `json:"words,omitempty" doc:"The words of the report that an added entry stands on."`
	Nth      int      `json:"nth,omitempty" minimum:"0" doc:"Which of them, where they stand more than once."`
	Reject   bool     `json:"reject,omitempty" doc:"There is no such thing."`
	Split    []string `json:"split,omitempty" doc:"What these reports say is something else."`
	Merge    []string `json:"merge,omitempty" doc:"These entries are the same thing."`
	Accept   bool     `json:"accept,omitempty" doc:"It is right as it stands."`
	Distinct []string `json:"distinct,omitempty" doc:"These entries are not the same thing."`
	Undo     string   `json:"undo,omitempty" doc:"The number of a correction that is taken back."`
	Note     string   `json:"note,omitempty" doc:"Why; alone, a remark."`
	By       string   `json:"by,omitempty" doc:"Who says so, where the server does not know it."`
}

type correctInput struct{ Body demand }

// writes declares what changes the record.
func (s *server) writes(a huma.API) {
	huma.Register(a, huma.Operation{OperationID: "post-report", Method: http.MethodPost, Path: Prefix + "/reports", Tags: []string{"changes"},
		Summary: "Read a report and put it on the record; sent again it changes nothing", DefaultStatus: http.StatusCreated, MaxBodyBytes: 16 << 20,
		Responses: arrivals(a), Errors: everyError}, s.post)
	huma.Register(a, huma.Operation{OperationID: "post-correction", Method: http.MethodPost, Path: Prefix + "/corrections", Tags: []string{"changes"},
		Summary: "Correct an entry or a report; nothing is overwritten", DefaultStatus: http.StatusCreated}, s.correct)
}

// arrivals are the answers that say what became of a report, or that it waits.
func arrivals(a huma.API) map[string]*huma.Response {
	out := in[arrived](a)
	out["202"] = &huma.Response{Description: "It waits in a queue to be read.", Content: out["200"].Content}
	return out
}

func (s *server) post(ctx context.Context, in *postInput) (*postOutput, error) {
	if s.Read == nil {
		return nil, huma.Error403Forbidden("this server takes no reports")
	}
	inputs, err := in.Body.inputs()
	if err != nil {
		return nil, problem(err)
	}
	if s.Publish != nil {
		return s.publish(ctx, inputs)
	}
	g := service.Ingest{Record: s.Record, Read: s.Read, Knowing: s.Knowing, Workers: 1}
	var all []service.Arrival
	err = g.Add(ctx, inputs, func(one service.Arrival) error {
		all = append(all, one)
		return nil
	})
	if err != nil {
		return nil, problem(err)
	}
	return s.arrived(ctx, all)
}

// inputs are the reports that were sent.
func (p posted) inputs() (iter.Seq[service.Input], error) {
	if len(p.File) > 0 {
		o := service.Offer{Files: []service.OfferedFile{{Name: cmp.Or(p.FileName, "the file that was sent"), Data: p.File}}, Published: p.Published, Outlet: p.Outlet, Title: p.Title}
		if p.Published != "" {
			if err := service.Day("published", p.Published); err != nil {
				return nil, err
			}
		}
		return o.Inputs(), nil
	}
	line, err := json.Marshal(p)
	inputs := service.Inputs{}
	return inputs.Line("the report that was sent", line), err
}

// arrived says what became of reports: of the first that could be read, with the
// others behind it. Where none could, it says why the first could not.
func (s *server) arrived(ctx context.Context, all []service.Arrival) (*postOutput, error) {
	out := &postOutput{Status: http.StatusOK}
	var first error
	for i := range all {
		if err := all[i].Err; err != nil {
			first = cmp.Or(first, err)
			out.Body.Failed = append(out.Body.Failed, err.Error())
			continue
		}
		one, err := s.arrivedOne(ctx, &all[i])
		if err != nil {
			return nil, problem(err)
		}
		s.Note(ctx, access.ReportAdded, one.Report+" "+string(one.Outcome))
		if slices.Contains([]record.Outcome{record.Added, record.Revised, record.Copied}, one.Outcome) {
			out.Status = http.StatusCreated
		}
		if out.Location == "" {
			out.Location, one.Failed = Prefix+"/reports/"+one.Report, out.Body.Failed
			out.Body = one
		} else {
			out.Body.More = append(out.Body.More, one)
		}
	}
	switch {
	case out.Location != "":
		return out, nil
	case first != nil:
		return nil, problem(first)
	}
	return nil, huma.Error422UnprocessableEntity("there is no report in it")
}

func (s *server) arrivedOne(ctx context.Context, got *service.Arrival) (arrived, error) {
	id, err := s.Record.IDOf(ctx, got.Report)
	if err != nil {
		return arrived{}, err
	}
	n, err := s.Record.Count(ctx, record.Filter{Reports: []string{id}}, 0)
	return arrived{Report: id, Outcome: got.Outcome, Entries: n.N}, err
}

func (s *server) correct(ctx context.Context, in *correctInput) (*answer[[]record.Correction], error) {
	c := in.Body
	if who := access.Name(ctx); who != "" {
		c.By = who
	}
	done, err := service.Correct(ctx, s.Record, service.Correction{Entry: c.Entry, Actor: c.Actor, Set: c.Set, Add: c.Add, Drop: c.Drop,
		AddEntry: c.AddEntry, Words: c.Words, Nth: c.Nth, Reject: c.Reject, Split: c.Split, Merge: c.Merge, Accept: c.Accept, Distinct: c.Distinct, Undo: c.Undo,
		Note: c.Note, By: c.By, Tables: s.Tables})
	if err != nil {
		return nil, problem(err)
	}
	for i := range done.Corrections {
		s.Note(ctx, access.Corrected, service.InTrail(&done.Corrections[i]))
	}
	return &answer[[]record.Correction]{done.Corrections}, nil
}
