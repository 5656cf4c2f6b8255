package pages

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A reader's last visit stands in a cookie of the reader's browser: when the first page
// was last seen, and since when things are new to the reader.
const visitCookie = "visit"

// pause is how long a reader must have been away for a visit to be another one. Until
// then what is new stays new, however often the page is looked at.
const pause = 30 * time.Minute

// visited gives the time since when things are new to a reader, zero on a first visit,
// and the cookie that remembers this one.
func visited(r *http.Request, now time.Time) (since time.Time, keep *http.Cookie) {
	seen, since := lastVisit(r)
	if seen.After(now) {
		seen = now // a clock was set back
	}
	if !seen.IsZero() && now.Sub(seen) > pause {
		since = seen
	}
	return since, keepsake(visitCookie, strconv.FormatInt(now.Unix(), 10)+"."+strconv.FormatInt(max(0, since.Unix()), 10))
}

// visiting remembers a visit with the answer of a page.
func visiting(now func() time.Time, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, cookie := visited(r, now())
		http.SetCookie(w, cookie)
		next.ServeHTTP(w, r)
	})
}

// newSince is since when things are new to who asks, on which the first page depends.
func newSince(now func() time.Time) func(*http.Request) string {
	return func(r *http.Request) string {
		since, _ := visited(r, now())
		return since.UTC().Format(time.RFC3339)
	}
}

// lastVisit reads the cookie; one that cannot be read is none.
func lastVisit(r *http.Request) (seen, since time.Time) {
	c, err := r.Cookie(visitCookie)
	if err != nil {
		return seen, since
	}
	one, other, _ := strings.Cut(c.Value, ".")
	if seen = moment(one); !seen.IsZero() {
		since = moment(other)
	}
	return seen, since
}

// moment is a time in seconds, zero for what is none.
func moment(text string) time.Time {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n <= 0 || n > 1<<40 {
		return time.Time{}
	}
	return time.Unix(n, 0)
}
