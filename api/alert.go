package api

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/export"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// alerter answers what is asked of alerts.
type alerter struct{ Options }

type alertInput struct {
	Name string `path:"name" maxLength:"200" doc:"The name of the rule."`
}

type alertFeedInput struct {
	Rule  string `query:"rule" maxLength:"200" doc:"Only what this rule found."`
	Limit int    `query:"limit" default:"100" minimum:"1" maximum:"1000" doc:"The most alerts, the last."`
}

type muteInput struct {
	Name string `path:"name" maxLength:"200" doc:"The name of the rule."`
	Body struct {
		Muted bool      `json:"muted" required:"true" doc:"Whether the rule notices nothing."`
		Until time.Time `json:"until,omitzero" doc:"When it notices again by itself; without it, not by itself."`
	}
}

// alerts declares the rules of alerts and what they found. Rules are made where the record
// lies, as they may run commands there.
func (s *alerter) alerts(a huma.API) {
	tags := []string{"alerts"}
	huma.Register(a, huma.Operation{OperationID: "list-alerts", Method: http.MethodGet, Path: Prefix + "/alerts", Tags: tags,
		Summary: "Rules of alerts, what each found last, and how it stands with its letters"},
		func(ctx context.Context, _ *struct{}) (*answer[[]service.Alerted], error) {
			if s.Alerts == nil {
				return &answer[[]service.Alerted]{[]service.Alerted{}}, nil
			}
			all, err := service.Alerts(ctx, s.Alerts, "")
			return &answer[[]service.Alerted]{filled(all)}, problem(err)
		})
	huma.Register(a, huma.Operation{OperationID: "get-alert", Method: http.MethodGet, Path: Prefix + "/alerts/{name}", Tags: tags, Summary: "One rule, with its last letters"},
		func(ctx context.Context, in *alertInput) (*answer[service.Alerted], error) {
			return s.one(ctx, in.Name)
		})
	huma.Register(a, huma.Operation{OperationID: "mute-alert", Method: http.MethodPut, Path: Prefix + "/alerts/{name}/mute", Tags: tags, Summary: "Have a rule notice nothing, or notice again"},
		s.mute)
	huma.Register(a, huma.Operation{OperationID: "alert-feed", Method: http.MethodGet, Path: Prefix + "/alerts.atom", Tags: tags, Responses: feedAlone(), Summary: "What rules found, as a feed"}, s.feed)
}

// one gives a rule by its name.
func (s *alerter) one(ctx context.Context, name string) (*answer[service.Alerted], error) {
	if s.Alerts == nil {
		return nil, huma.Error404NotFound("there is no rule " + name)
	}
	all, err := service.Alerts(ctx, s.Alerts, name)
	if err != nil {
		return nil, absent(err, "")
	}
	return &answer[service.Alerted]{all[0]}, nil
}

func (s *alerter) mute(ctx context.Context, in *muteInput) (*answer[service.Alerted], error) {
	if s.Alerts == nil {
		return nil, huma.Error404NotFound("there is no rule " + in.Name)
	}
	_, err := service.ChangeAlert(ctx, s.Alerts, in.Name, s.Now(), func(r *alert.Rule) {
		r.By, r.Muted = access.Name(ctx), nil
		if in.Body.Muted {
			r.Muted = &alert.Mute{Until: in.Body.Until.UTC()}
			if in.Body.Until.IsZero() {
				r.Muted.Until = time.Time{}
			}
		}
	})
	if err != nil {
		return nil, absent(err, "")
	}
	s.Note(ctx, access.AlertKept, in.Name)
	return s.one(ctx, in.Name)
}

// feed gives the last alerts. What an entry of it is called never changes, so that no
// reader shows it twice.
func (s *alerter) feed(ctx context.Context, in *alertFeedInput) (*document, error) {
	var found []alert.Notice
	if s.Alerts != nil {
		if in.Rule != "" {
			if _, err := service.AlertRules(ctx, s.Alerts, in.Rule); err != nil {
				return nil, absent(err, "")
			}
		}
		err := s.Alerts.View(ctx, func(v alert.View) (err error) {
			found, err = v.Notices(alert.NoticeQuery{Rule: in.Rule, Limit: in.Limit})
			return err
		})
		if err != nil {
			return nil, problem(err)
		}
	}
	address, title := Prefix+"/alerts.atom", "Alerts"
	if in.Rule != "" {
		address += "?" + url.Values{"rule": {in.Rule}}.Encode()
		title += ": " + export.Clean(in.Rule)
	}
	f := &feed{}
	for i := range found {
		n := &found[i]
		at := n.At.UTC().Format(time.RFC3339)
		f.Entries = append(f.Entries, feedEntry{ID: tag + "alert/" + url.PathEscape(n.Rule) + "/" + strconv.FormatInt(n.Number, 10), Title: export.Clean(n.Title), Published: at, Updated: at,
			Links: []feedLink{{"alternate", "/e/" + n.Entry}}, Summary: export.Clean(export.NoticeBody(n))})
	}
	return written("atom", func(b *bytes.Buffer) error { return f.write(b, title, address) })
}
