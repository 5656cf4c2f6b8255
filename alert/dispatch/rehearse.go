package dispatch

import (
	"context"
	"slices"
	"time"

	"rapporteur/alert"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// Rehearsal is what a rule would have sent.
type Rehearsal struct {
	// Found counts what it would have found.
	Found int `json:"found"`
	// Letters are what would have gone to each receiver, the first one first.
	Letters []export.Would `json:"letters"`
	// Steps is the number of times at which the record was looked at, Changes how often
	// it changed: more changes than steps were looked at some at once.
	Steps   int `json:"steps"`
	Changes int `json:"changes"`
}

// mostSteps bounds the work of a rehearsal.
const mostSteps = 300

// Rehearse gives what a rule would have sent since a time, had it been there: the record is
// looked at as it stood after each report that came and each correction. Whether it is
// muted does not count.
func Rehearse(ctx context.Context, r *record.Record, rule alert.Rule, since, now time.Time) (*Rehearsal, error) {
	if rule.Digest != nil {
		return rehearseDigest(ctx, r, &rule, since, now)
	}
	moments, err := service.Moments(ctx, r, since, now)
	if err != nil {
		return nil, err
	}
	out := &Rehearsal{Letters: []export.Would{}, Changes: len(moments)}
	if n := len(moments); n > mostSteps {
		var some []time.Time
		for i := range mostSteps {
			some = append(some, moments[(i+1)*n/mostSteps-1])
		}
		moments = some
	}
	out.Steps = len(moments)
	p := &play{rule: &rule, memory: alert.Memory{}, out: out}
	from := since.Add(-time.Millisecond)
	for _, at := range moments {
		if err := p.send(at); err != nil {
			return nil, err
		}
		err := r.Look(ctx, at, func(l *record.Look) error {
			signs, err := service.SignsOf(l, &rule, from)
			notices, _ := news(p.memory, signs, at)
			p.waiting = append(p.waiting, notices...)
			out.Found += len(notices)
			return err
		})
		if err != nil {
			return nil, err
		}
		from = at
	}
	return out, p.send(now.AddDate(1, 0, 0))
}

// play is a rehearsal on its way.
type play struct {
	rule    *alert.Rule
	memory  alert.Memory
	waiting []alert.Notice
	made    []time.Time
	out     *Rehearsal
}

// send makes the letters that would have been made before a time.
func (p *play) send(until time.Time) error {
	if len(p.waiting) == 0 {
		return nil
	}
	at := p.rule.Ready(p.waiting[len(p.waiting)-1].At, p.made)
	if first := p.rule.Ready(p.waiting[0].At, p.made); first.After(at) {
		at = first
	}
	if !at.Before(until) {
		return nil
	}
	words, err := export.Letter(p.rule.Name, p.waiting, "")
	if err != nil {
		return err
	}
	p.out.Letters = append(p.out.Letters, export.Would{At: at, Subject: words.Subject, Notices: p.waiting})
	p.waiting, p.made = nil, append(p.made, at)
	return nil
}

// rehearseDigest gives the digests that would have been made.
func rehearseDigest(ctx context.Context, r *record.Record, rule *alert.Rule, since, now time.Time) (*Rehearsal, error) {
	out := &Rehearsal{Letters: []export.Would{}}
	var dues []time.Time
	for due := rule.Digest.Last(now); due.After(since) && len(dues) < mostSteps; due = rule.Digest.Last(due.Add(-time.Hour)) {
		dues = append(dues, due)
	}
	out.Steps, out.Changes = len(dues), len(dues)
	for _, due := range slices.Backward(dues) {
		words, err := Digest(ctx, r, rule, rule.Digest.Last(due.Add(-time.Hour)), due)
		if err != nil {
			return nil, err
		}
		if words != nil {
			out.Letters = append(out.Letters, export.Would{At: due, Subject: words.Subject, Digest: words})
			out.Found++
		}
	}
	return out, nil
}
