package alert

import (
	"encoding/json"
	"time"
)

// Parcel is a letter on its way, with all that is in it.
type Parcel struct {
	Letter
	Found []Notice
	Words *Composed
}

// PayloadNotices is the most notices of a payload.
const PayloadNotices = 50

// payload is a letter for programs.
type payload struct {
	Schema  string    `json:"schema"`
	ID      string    `json:"id"`
	Rule    string    `json:"rule"`
	Kind    string    `json:"kind"`
	Made    time.Time `json:"made"`
	Subject string    `json:"subject"`
	Notices []Notice  `json:"notices,omitempty"`
	More    int       `json:"more,omitempty"`
	Digest  *Composed `json:"digest,omitempty"`
}

// JSON gives the parcel for programs: the same bytes each time.
func (p *Parcel) JSON() ([]byte, error) {
	out := payload{Schema: "rapporteur-alert/1", ID: p.ID, Rule: p.Rule, Kind: "alerts", Made: p.Made.UTC(), Subject: p.Words.Subject, Digest: p.Digest}
	if p.Digest != nil {
		out.Kind = "digest"
	}
	out.Notices = p.Found[:min(len(p.Found), PayloadNotices)]
	out.More = len(p.Found) - len(out.Notices)
	return json.Marshal(out)
}
