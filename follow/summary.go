package follow

import "time"

// Summary is what a round came to.
type Summary struct {
	Began time.Time `json:"began"`
	Ended time.Time `json:"ended"`
	// Sources were asked, of which Unchanged had nothing new to say and Failing failed.
	Sources   int `json:"sources"`
	Unchanged int `json:"unchanged"`
	Failing   int `json:"failing"`
	// New items were found, Pages were fetched.
	New   int `json:"new"`
	Pages int `json:"pages"`
	// Reports by what became of them.
	Added   int `json:"added"`
	Copied  int `json:"copied"`
	Revised int `json:"revised"`
	Known   int `json:"known"`
	Failed  int `json:"failed"`
	// Waiting are reports that did not come in and are asked for again by themselves: their
	// desk may take no more today, or their server does not answer.
	Waiting int `json:"waiting"`
	// Requests were made of Hosts.
	Requests int `json:"requests"`
	Hosts    int `json:"hosts"`
	// Cut says that the round ended with work left.
	Cut bool `json:"cut,omitempty"`
	// Next is when something is due next, zero if nothing is.
	Next time.Time `json:"next,omitzero"`
}

// count counts what became of a report.
func (s *Summary) count(t Taken) {
	switch {
	case t.Err != nil:
		s.Failed++
	case t.Outcome == "added":
		s.Added++
	case t.Outcome == "copied":
		s.Copied++
	case t.Outcome == "revised":
		s.Revised++
	default:
		s.Known++
	}
}
