package worker

import (
	"rapporteur"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// readingOf gives what a message of reports.read holds.
func readingOf(msg jetstream.Msg) (string, *rapporteur.Reading, error) {
	p := &readingParcel{}
	if err := unpack(msg.Headers(), msg.Data(), p); err != nil {
		return "", nil, err
	}
	reading := p.reading()
	if reading == nil || reading.Report.ID == "" {
		return "", nil, &rapporteur.Error{Code: rapporteur.Empty, Op: "open a message", Message: "it holds no reading of a report"}
	}
	return p.Input, reading, nil
}

// reportOf makes of a message of reports.read the one of reports.in that it came from.
func reportOf(msg jetstream.Msg) (*nats.Msg, error) {
	input, reading, err := readingOf(msg)
	if err != nil {
		return nil, err
	}
	return pack(SubjectIn, incoming{input, &reading.Report})
}

// opened gives the report of a message of reports.in.
func opened(msg jetstream.Msg) (*incoming, error) {
	in := &incoming{}
	if err := unpack(msg.Headers(), msg.Data(), in); err != nil {
		return nil, err
	}
	if in.Report == nil || in.Report.Text == "" || in.Report.ID == "" {
		return nil, &rapporteur.Error{Code: rapporteur.Empty, Op: "open a message", Message: "it holds no report with an id and a text"}
	}
	return in, nil
}
