package alert

import (
	"fmt"
	"strings"
	"time"
	_ "time/tzdata" // not every machine has time zones
)

// Hours are a part of each day, over midnight if they end before they begin.
type Hours struct {
	// From and To are times of day, HH:MM; Zone is the name of the time zone, Local for
	// that of the machine.
	From string `json:"from"`
	To   string `json:"to"`
	Zone string `json:"zone"`
}

// local is the zone of the machine.
const local = "Local"

// End gives when the hours end in which a time lies; false where it lies in none.
func (h *Hours) End(at time.Time) (time.Time, bool) {
	zone, err := time.LoadLocation(h.Zone)
	if err != nil {
		return time.Time{}, false
	}
	at = at.In(zone)
	for _, day := range []int{-1, 0} { // hours that began yesterday may not be over
		from, to := on(at, day, h.From), on(at, day, h.To)
		if !from.Before(to) {
			to = on(at, day+1, h.To)
		}
		if !at.Before(from) && at.Before(to) {
			return to, true
		}
	}
	return time.Time{}, false
}

// on gives a time of day, so many days after a time.
func on(at time.Time, days int, clock string) time.Time {
	t, _ := time.Parse("15:04", clock)
	return time.Date(at.Year(), at.Month(), at.Day()+days, t.Hour(), t.Minute(), 0, 0, at.Location())
}

// String writes the hours as ParseHours reads them.
func (h Hours) String() string { return zoned(h.From+"-"+h.To, h.Zone) }

func zoned(text, zone string) string {
	if zone == local {
		return text
	}
	return text + " " + zone
}

// ParseHours reads "22:00-07:00 Europe/Paris"; without a zone it is that of the machine.
func ParseHours(text string) (*Hours, error) {
	clock, zone := zoneOf(text)
	from, to, ok := strings.Cut(clock, "-")
	h := &Hours{strings.TrimSpace(from), strings.TrimSpace(to), zone}
	if !ok || h.From == h.To {
		return nil, invalid("quiet "+text, "give two times of day and a time zone: 22:00-07:00 Europe/Paris")
	}
	return h, checkClock("quiet "+text, zone, &h.From, &h.To)
}

func zoneOf(text string) (rest, zone string) {
	rest, zone, _ = strings.Cut(strings.TrimSpace(text), " ")
	if zone = strings.TrimSpace(zone); zone == "" {
		zone = local
	}
	return rest, zone
}

// checkClock refuses what is no time of day and no zone, and writes times in one way.
func checkClock(op, zone string, clocks ...*string) error {
	for _, c := range clocks {
		t, err := time.Parse("15:04", *c)
		if err != nil {
			return invalid(op, fmt.Sprintf("%q is no time of day; write 07:00", *c))
		}
		*c = t.Format("15:04")
	}
	if _, err := time.LoadLocation(zone); err != nil || strings.ContainsFunc(zone, func(r rune) bool { return r <= ' ' }) {
		return invalid(op, fmt.Sprintf("there is no time zone %q; write one as Europe/Paris or UTC", zone))
	}
	return nil
}

// String writes the digest as ParseDigest reads it.
func (d Digest) String() string { return zoned(d.At, d.Zone) }

// ParseDigest reads "07:00 Europe/Paris".
func ParseDigest(text string) (*Digest, error) {
	clock, zone := zoneOf(text)
	d := &Digest{clock, zone}
	return d, checkClock("digest "+text, zone, &d.At)
}

// Last gives when the digest was last due at a time.
func (d *Digest) Last(at time.Time) time.Time {
	zone, err := time.LoadLocation(d.Zone)
	if err != nil {
		return time.Time{}
	}
	at = at.In(zone)
	if today := on(at, 0, d.At); !today.After(at) {
		return today
	}
	return on(at, -1, d.At)
}
