package mcp

import (
	"encoding/base64"
	"fmt"
	"time"

	"rapporteur"
	"rapporteur/service"
)

// How many results a list has, and how many code points of words are given at once.
const (
	usual       = 20
	most        = 100
	quotesMost  = 3
	spansMost   = 4
	wordsMost   = 600
	reportsMost = 12
)

// Filters are those of all lists. Of several values of one, one must match.
type Filters struct {
	Actor   []string `json:"actor,omitempty" jsonschema:"only what these actors have part in: ids or names"`
	State   []string `json:"state,omitempty" jsonschema:"only what somebody of these states has part in: ISO 3166 alpha-3 codes"`
	Issue   []string `json:"issue,omitempty" jsonschema:"only positions on these issues: ids"`
	Outlet  []string `json:"outlet,omitempty" jsonschema:"only what these outlets report"`
	Dossier string   `json:"dossier,omitempty" jsonschema:"only what belongs to this dossier; list_dossiers names them"`
	Since   string   `json:"since,omitempty" jsonschema:"from this day on, YYYY-MM-DD"`
	Until   string   `json:"until,omitempty" jsonschema:"up to this day, YYYY-MM-DD"`
	AsOf    string   `json:"as_of,omitempty" jsonschema:"the record as it stood at the end of this day"`
}

// Paging asks for a part of a list.
type Paging struct {
	Limit  int    `json:"limit,omitempty" jsonschema:"the most results, 20 unless said, 100 at most"`
	Cursor string `json:"cursor,omitempty" jsonschema:"the next of the answer before, for what comes after it"`
}

func (f *Filters) question(about service.Subject, silent bool) service.Question {
	return service.Question{About: about, Actors: f.Actor, States: f.State, Issues: f.Issue, Outlets: f.Outlet, Dossier: f.Dossier,
		Since: f.Since, Until: f.Until, AsOf: f.AsOf, Silent: silent}
}

// part is a part of a list, in the record as it stood when the first was asked for.
type part struct {
	limit, offset int
	asOf          time.Time
}

// part reads what is asked for; asOf is a moment that was asked for, if any.
func (p *Paging) part(asOf string, now time.Time) (part, error) {
	out := part{limit: min(max(p.Limit, 0), most)}
	if out.limit == 0 {
		out.limit = usual
	}
	at, err := service.Moment(asOf)
	if err != nil {
		return out, err
	}
	out.asOf = at
	if p.Cursor == "" {
		if at.IsZero() {
			out.asOf = now
		}
		return out, nil
	}
	var ms int64
	data, err := base64.RawURLEncoding.DecodeString(p.Cursor)
	if err == nil {
		_, err = fmt.Sscanf(string(data), "%d %d", &out.offset, &ms)
	}
	if err != nil || out.offset < 0 {
		return out, &rapporteur.Error{Code: rapporteur.Invalid, Op: "cursor", Message: "give the next of the answer before"}
	}
	out.asOf = time.UnixMilli(ms).UTC()
	return out, nil
}

// next is the cursor of what comes behind so many results, empty at the end.
func (p part) next(got, total int) string {
	if got == 0 || p.offset+got >= total {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "%d %d", p.offset+got, p.asOf.UnixMilli()))
}

// ask puts the part into a question. The present is asked for as such, so that what is
// only known of the present counts.
func (p part) ask(q *service.Question, first bool) {
	q.Limit, q.Offset = p.limit, p.offset
	if !first {
		q.AsOf = p.asOf.Format(time.RFC3339Nano)
	}
}

// short cuts words that are long, and says so with its last character.
func short(words string, most int) string {
	points := []rune(words)
	if len(points) <= most {
		return words
	}
	return string(points[:most]) + "…"
}
