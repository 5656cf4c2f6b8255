package pages

import (
	"crypto/rand"
	"sync"
	"time"

	"rapporteur"
)

// mostDrafts is the number of reports that wait to be kept, longestDraft how long one
// does.
const (
	mostDrafts   = 64
	longestDraft = time.Hour
)

// drafts are reports that somebody was shown before they are kept. They are kept in
// memory alone, so that nothing is on the record that nobody put there.
type drafts struct {
	mu  sync.Mutex
	all []draft
	now func() time.Time
}

type draft struct {
	token, by string
	report    *rapporteur.Report
	at        time.Time
}

// put keeps a report for who was shown it, and gives the token that asks for it.
func (d *drafts) put(by string, report *rapporteur.Report) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.all) >= mostDrafts {
		d.all = d.all[1:]
	}
	token := rand.Text()
	d.all = append(d.all, draft{token, by, report, d.now()})
	return token
}

// take gives a report to who was shown it, once.
func (d *drafts) take(by, token string) *rapporteur.Report {
	d.mu.Lock()
	defer d.mu.Unlock()
	for i := range d.all {
		one := d.all[i]
		if one.token == token && one.by == by {
			d.all = append(d.all[:i], d.all[i+1:]...)
			if d.now().Sub(one.at) > longestDraft {
				return nil
			}
			return one.report
		}
	}
	return nil
}
