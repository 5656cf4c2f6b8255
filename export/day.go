package export

import (
	"strings"
	"time"

	"rapporteur"
)

// Day writes a date of EDTF for people: "18 Feb 2025", "10 to 16 Feb 2025".
func Day(d rapporteur.Date) string {
	from, to, interval := strings.Cut(string(d), "/")
	switch {
	case !interval:
		return onDay(from)
	case from == "..":
		return "by " + onDay(to)
	case to == "..":
		return "from " + onDay(from)
	case len(from) == 10 && len(to) == 10 && from[:7] == to[:7]:
		return strings.TrimPrefix(from[8:], "0") + " to " + onDay(to)
	}
	return onDay(from) + " to " + onDay(to)
}

// onDay writes one date; what is approximate (~) or uncertain (?) in EDTF is
// "about" then.
func onDay(d string) string {
	if rough := strings.TrimRight(d, "~?%"); rough != d {
		return "about " + onDay(rough)
	}
	if t, err := time.Parse(time.DateOnly, d); err == nil {
		return t.Format("2 Jan 2006")
	}
	if t, err := time.Parse("2006-01", d); err == nil {
		return t.Format("Jan 2006")
	}
	if year, part, ok := strings.Cut(d, "-"); ok && seasons[part] != "" {
		return seasons[part] + " " + year
	}
	return d
}

// seasons are the parts of a year in EDTF, level 1.
var seasons = map[string]string{"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
