package worker

import (
	"encoding/json"
	"slices"

	"rapporteur"

	"github.com/klauspost/compress/s2"
	"github.com/nats-io/nats.go"
)

// Headers of messages, beside Nats-Msg-Id and the traceparent of W3C's Trace Context.
const (
	headerReport = "Rapporteur-Report"
	headerInput  = "Rapporteur-Input"
	headerPacked = "Rapporteur-Packed"
	headerError  = "Rapporteur-Error"
	headerCode   = "Rapporteur-Code"
	headerStep   = "Rapporteur-Step"
	headerTries  = "Rapporteur-Tries"
	packedS2     = "s2"
)

// incoming is what stands in reports.in: a report that was opened, and where it came from.
type incoming struct {
	Input  string             `json:"input"`
	Report *rapporteur.Report `json:"report"`
}

// readingParcel is what stands in reports.read: a reading with what its contract leaves
// out and the record needs.
type readingParcel struct {
	Input     string                `json:"input"`
	Reading   *rapporteur.Reading   `json:"reading"`
	Sentences [][2]int              `json:"sentences"`
	Open      []rapporteur.OpenPost `json:"open,omitempty"`
	// Meetings and Events are the numbers of those whose place is a whole state.
	Meetings []int `json:"state_meetings,omitempty"`
	Events   []int `json:"state_events,omitempty"`
}

func parcelOf(input string, r *rapporteur.Reading) *readingParcel {
	p := &readingParcel{Input: input, Reading: r, Sentences: r.Sentences, Open: r.Open}
	for i := range r.Meetings {
		if at := r.Meetings[i].Place; at != nil && at.Vague() {
			p.Meetings = append(p.Meetings, i)
		}
	}
	for i := range r.Events {
		if at := r.Events[i].Place; at != nil && at.Vague() {
			p.Events = append(p.Events, i)
		}
	}
	return p
}

// reading gives the reading as it was, nil if the parcel holds none.
func (p *readingParcel) reading() *rapporteur.Reading {
	r := p.Reading
	if r == nil {
		return nil
	}
	r.Sentences, r.Open = p.Sentences, p.Open
	for i := range r.Meetings {
		if at := r.Meetings[i].Place; at != nil {
			at.State = slices.Contains(p.Meetings, i)
		}
	}
	for i := range r.Events {
		if at := r.Events[i].Place; at != nil {
			at.State = slices.Contains(p.Events, i)
		}
	}
	return r
}

// pack makes a message of something; texts take a third of their size.
func pack(subject string, what any) (*nats.Msg, error) {
	data, err := json.Marshal(what)
	if err != nil {
		return nil, err
	}
	m := nats.NewMsg(subject)
	m.Data = s2.Encode(nil, data)
	m.Header.Set(headerPacked, packedS2)
	return m, nil
}

// largestUnpacked is the most that a message may become when it is unpacked.
const largestUnpacked = 256 << 20

// unpack reads what a message holds. What is not packed is JSON as it is, so that others
// can publish too.
func unpack(head nats.Header, data []byte, to any) error {
	if head.Get(headerPacked) == packedS2 {
		n, err := s2.DecodedLen(data)
		if err != nil {
			return malformed(err)
		}
		if n > largestUnpacked {
			return malformed(s2.ErrTooLarge)
		}
		if data, err = s2.Decode(nil, data); err != nil {
			return malformed(err)
		}
	}
	if err := json.Unmarshal(data, to); err != nil {
		return malformed(err)
	}
	return nil
}

func malformed(err error) error {
	return &rapporteur.Error{Code: rapporteur.Unsupported, Op: "open a message", Err: err,
		Message: `no JSON object with "input" and "report", as rapporteur add --nats publishes`}
}
