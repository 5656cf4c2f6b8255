package alert

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Rate is the most letters in a time; in JSON it is the text of String.
type Rate struct {
	Letters int
	In      time.Duration
}

// MarshalText implements encoding.TextMarshaler.
func (r Rate) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (r *Rate) UnmarshalText(text []byte) error {
	read, err := ParseRate(string(text))
	if err == nil {
		*r = *read
	}
	return err
}

// String writes the rate as ParseRate reads it.
func (r Rate) String() string { return fmt.Sprintf("%d in %s", r.Letters, brief(r.In)) }

// brief writes a duration without what is nought.
func brief(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}

// ParseRate reads "10 in 1h".
func ParseRate(text string) (*Rate, error) {
	const hint = "give a number of letters and a time: 10 in 1h"
	number, in, ok := strings.Cut(text, " in ")
	n, err := strconv.Atoi(strings.TrimSpace(number))
	d, wrong := time.ParseDuration(strings.TrimSpace(in))
	if !ok || err != nil || wrong != nil || n < 1 || d < time.Second || d > 31*24*time.Hour {
		return nil, invalid("most "+text, hint)
	}
	return &Rate{n, d}, nil
}
