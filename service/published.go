package service

import (
	"fmt"
	"time"
)

// grace is how far the day of a report may lie ahead: it is tomorrow already
// elsewhere.
const grace = 24 * time.Hour

// Published refuses a day of publication that is none, and tells whether one lies in
// the future. No day is neither.
func Published(day string, now time.Time) (future bool, err error) {
	if day == "" {
		return false, nil
	}
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return false, invalid("--published "+day, fmt.Sprintf("give a day as YYYY-MM-DD, such as %s", now.Format(time.DateOnly)))
	}
	return at.After(now.UTC().Add(grace)), nil
}
