package service

import (
	"context"

	"rapporteur/frames/learned"
	"rapporteur/record"
)

// Extract gives a sink all that a question asks for, piece by piece: entries, the actors
// whom they name and the reports that tell of them; without any condition all reports.
func Extract(ctx context.Context, r *record.Record, q Question, to record.Sink) error {
	if q.Silent {
		to = silenced(to)
	}
	return q.look(ctx, r, func(l *record.Look, f record.Filter) error {
		if q.About == Reports || q.About == Actors {
			f.Kinds = nil
		}
		return l.Extract(f, q.open(), to)
	})
}

// open reports whether a question leaves nothing out.
func (q *Question) open() bool {
	n := len(q.Actors) + len(q.States) + len(q.Issues) + len(q.Outlets) + len(q.Places) + len(q.Statuses) + len(q.Stances) + len(q.Types)
	return n == 0 && q.Since+q.Until+q.Dossier+q.Text == "" && !q.Disputed && q.Limit == 0 && q.Offset == 0 && q.About.kind() == ""
}

// silent takes the words of reports out of what it passes on.
type silent struct{ record.Sink }

// silentSome is silent for a sink of some kinds of entries.
type silentSome struct {
	silent
	kinds []record.Kind
}

// Kinds implements record.Choosing.
func (s silentSome) Kinds() []record.Kind { return s.kinds }

// silentWanting is silentSome for a sink that wants a field.
type silentWanting struct {
	silentSome
	wants record.Field
}

// Wants implements record.Wanting.
func (s silentWanting) Wants() record.Field { return s.wants }

// silentSelective is silentSome for a sink that passes over entries.
type silentSelective struct {
	silentSome
	useful func(record.Kind) (record.Field, []string)
}

// Useful implements record.Selective.
func (s silentSelective) Useful(k record.Kind) (record.Field, []string) { return s.useful(k) }

// silenced is a sink that is given no words of reports.
func silenced(to record.Sink) record.Sink {
	if w, ok := to.(record.Wanting); ok {
		return silentWanting{silentSome{silent{to}, w.Kinds()}, w.Wants()}
	}
	if of, ok := to.(record.Selective); ok {
		return silentSelective{silentSome{silent{to}, of.Kinds()}, of.Useful}
	}
	if c, ok := to.(record.Choosing); ok {
		return silentSome{silent{to}, c.Kinds()}
	}
	return silent{to}
}

func (s silent) Entry(e *record.Entry) error {
	e.Silence()
	return s.Sink.Entry(e)
}

func (s silent) Report(r *record.Report) error {
	r.Silence()
	return s.Sink.Report(r)
}

// Provenance says what made an export, so that whoever uses it can cite it and make it
// again.
type Provenance struct {
	// Program is the name of the program with its version, Schema that of the contract.
	Program string `json:"program"`
	Schema  string `json:"schema"`
	// Model is the id of the model that reads, Thresholds the probabilities from which
	// on it takes something, by kind.
	Model      string                        `json:"model"`
	Thresholds map[string]map[string]float64 `json:"thresholds"`
	// Made is when, as RFC 3339 has it.
	Made string `json:"made"`
	// Asked are the conditions, as flags of the command line; Silent says that the words
	// of the reports are left out.
	Asked  []string `json:"asked"`
	Silent bool     `json:"no_text"`
}

// Cite completes what is known of the program with its model.
func (p Provenance) Cite() (Provenance, error) {
	card, err := learned.CardOf()
	p.Model, p.Thresholds = card.ID, card.Limits
	return p, err
}

// Flags gives a question as the flags that ask it.
func (q *Question) Flags() []string {
	out := []string{}
	for _, f := range []struct {
		name   string
		values []string
	}{{"actor", q.Actors}, {"state", q.States}, {"issue", q.Issues}, {"outlet", q.Outlets}, {"place", q.Places}, {"status", q.Statuses},
		{"stance", q.Stances}, {"type", q.Types}, {"since", listOf(q.Since)}, {"until", listOf(q.Until)}, {"dossier", listOf(q.Dossier)},
		{"as-of", listOf(q.AsOf)}, {"text", listOf(q.Text)}} {
		for _, v := range f.values {
			out = append(out, "--"+f.name+"="+v)
		}
	}
	if q.Disputed {
		out = append(out, "--disputed")
	}
	return out
}

// listOf is a list of a value, empty for none.
func listOf(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}
