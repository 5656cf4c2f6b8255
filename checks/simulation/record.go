package main

import (
	"slices"
	"time"
)

// lock is a hot blocking key: one transaction has it, others wait in line.
type lock struct {
	taken bool
	line  []func()
}

// transaction is a batch that is written down.
type transaction struct {
	batch []*report
	keys  []int
	// began is when the recorder took it, locked when it had all its keys.
	began, locked time.Duration
}

// recordNext gives what waits to recorders that are idle.
func (r *run) recordNext() {
	for len(r.toRecord) > 0 && r.idleRecorders > 0 {
		t := &transaction{batch: r.take()}
		if len(t.batch) == 0 {
			break // all that waits is the story's, and its recorder is at work
		}
		r.idleRecorders--
		for _, one := range t.batch {
			t.keys = append(t.keys, one.keys...)
		}
		slices.Sort(t.keys)
		t.keys = slices.Compact(t.keys)
		r.stats.transactions++
		before := seconds(r.took(t).Seconds() * (1 - r.Held))
		r.stats.writing += before
		r.in(before, func() { t.began = r.now; r.lockFrom(t, 0) })
	}
	r.free()
}

// took is how long a transaction takes that waits for nobody.
func (r *run) took(t *transaction) time.Duration {
	return r.Commit + time.Duration(len(t.batch))*r.Write
}

// take takes a batch of what waits. Where the story has a recorder of its own, a batch is of
// the story or of everything else.
func (r *run) take() []*report {
	if !r.Apart {
		n := min(r.Batch, len(r.toRecord))
		out := slices.Clone(r.toRecord[:n])
		r.toRecord = r.toRecord[n:]
		return out
	}
	story := !r.storyAtWork && slices.ContainsFunc(r.toRecord[:min(r.Batch, len(r.toRecord))], ofStory)
	var out, kept []*report
	for i, one := range r.toRecord {
		if len(out) == r.Batch {
			kept = append(kept, r.toRecord[i:]...)
			break
		}
		if ofStory(one) == story {
			out = append(out, one)
		} else {
			kept = append(kept, one)
		}
	}
	r.toRecord, r.storyAtWork = kept, r.storyAtWork || story
	return out
}

// ofStory reports whether a report has the hottest key.
func ofStory(one *report) bool { return len(one.keys) > 0 && one.keys[0] == 0 }

// lockFrom takes the keys of a transaction one after the other, in order, so that no two
// wait for each other, and writes when it has them all.
func (r *run) lockFrom(t *transaction, i int) {
	for ; i < len(t.keys); i++ {
		l := r.locks[t.keys[i]]
		if l == nil {
			l = &lock{}
			r.locks[t.keys[i]] = l
		}
		if l.taken {
			l.line = append(l.line, func() { r.lockFrom(t, i+1) })
			return
		}
		l.taken = true
	}
	t.locked = r.now
	r.stats.waitedForKeys += r.since(t.began)
	took := seconds(r.took(t).Seconds() * r.Held)
	r.stats.writing += took
	r.in(took, func() { r.commit(t) })
}

// commit ends a transaction: its reports are on the record, its keys are free.
func (r *run) commit(t *transaction) {
	for _, one := range t.batch {
		if one.done {
			r.stats.twice++
			continue
		}
		one.done = true
		r.stats.latencies = append(r.stats.latencies, r.since(one.published))
	}
	for _, k := range t.keys {
		l := r.locks[k]
		if len(l.line) == 0 {
			l.taken = false
			continue
		}
		next := l.line[0]
		l.line = l.line[1:]
		next()
	}
	if r.Apart && ofStory(t.batch[0]) {
		r.storyAtWork = false
	}
	r.idleRecorders++
	r.recordNext()
	r.readNext()
}
