package service

import (
	"context"

	"rapporteur/record"
)

// Explanation is what an entry is made of.
type Explanation struct {
	Entry *record.Entry
	// Reasons say what links its reports.
	Reasons []record.Reason
	// Learned are the holders of offices that the entry taught the record.
	Learned []record.Holder
}

// WhyOf explains an entry as it was at a time, empty for now; silent leaves the words
// of the reports out.
func WhyOf(ctx context.Context, r *record.Record, id, asOf string, silent bool) (*Explanation, error) {
	at, err := Moment(asOf)
	if err != nil {
		return nil, err
	}
	x := &Explanation{}
	if x.Entry, err = r.Entry(ctx, id, at); err != nil {
		return nil, err
	}
	if x.Reasons, err = r.Why(ctx, id, at); err != nil {
		return nil, err
	}
	if x.Learned, err = r.Taught(ctx, id); err != nil {
		return nil, err
	}
	if silent {
		x.silence()
	}
	return x, nil
}

func (x *Explanation) silence() {
	x.Entry.Silence()
	for i := range x.Learned {
		x.Learned[i].Silence()
	}
	for i := range x.Reasons {
		x.Reasons[i].A.Silence()
		x.Reasons[i].B.Silence()
	}
}
