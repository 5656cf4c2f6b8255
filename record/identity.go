package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"rapporteur"
)

// appearance is where a report was published.
func appearance(r *rapporteur.Report) Appearance {
	return Appearance{r.Outlet, r.URL, r.Title, r.Byline, r.Published}
}

// of has a report say that it stood there.
func (a Appearance) of(r *rapporteur.Report) {
	r.Outlet, r.URL, r.Title, r.Byline, r.Published = a.Outlet, a.URL, a.Title, a.Byline, a.Published
}

// first orders the places where one text was found: by day, those without one
// last, then by outlet and address.
func first(a, b Appearance) int {
	if (a.Published == "") != (b.Published == "") {
		return len(b.Published) - len(a.Published)
	}
	for _, pair := range [][2]string{{string(a.Published), string(b.Published)}, {string(a.Outlet), string(b.Outlet)},
		{string(a.URL), string(b.URL)}, {string(a.Title), string(b.Title)}, {string(a.Byline), string(b.Byline)}} {
		if c := strings.Compare(pair[0], pair[1]); c != 0 {
			return c
		}
	}
	return 0
}

// A report is its text and where it stood. The first report of a text has the text's
// id; the same text in another outlet, or at another address, is a report of its own,
// and its id is that of the text with a mark of the place behind it.

// placeKey is where a report stood: its outlet and address.
func placeKey(a Appearance) [2]string { return [2]string{fold(string(a.Outlet)), address(a.URL)} }

// stoodAt reports whether a report was found at the place of an appearance.
func (r *ReportRow) stoodAt(here Appearance) bool {
	for _, a := range r.Appearances {
		if placeKey(a) == placeKey(here) {
			return true
		}
	}
	return false
}

// placedID is the id of a text at a place other than its first.
func placedID(text string, here Appearance) string {
	key := placeKey(here)
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q", key[0], key[1]))
	return text + "@" + hex.EncodeToString(sum[:4])
}

// Mark names a report by its text, its place and how it stood there. What has the mark
// of a report that the record has changes nothing when it is added.
func Mark(report *rapporteur.Report) string {
	here := appearance(report)
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q", here.Title, here.Byline, here.Published))
	return placedID(report.TextID(), here) + "." + hex.EncodeToString(sum[:4])
}

// identify finds the report of a text at its place, nil where the record has none, and
// the id that it has or would have: that of the text, or one with the mark of the place
// where another report has that, or had it on the record that the report comes from.
func identify(named func(id string) (*ReportRow, error), report *rapporteur.Report) (*ReportRow, string, error) {
	here := appearance(report)
	id := placedID(report.TextID(), here)
	row, err := named(id)
	if err != nil || row != nil {
		return row, id, err
	}
	row, err = named(report.TextID())
	switch {
	case err != nil:
		return nil, "", err
	case row == nil && report.ID == id:
		return nil, id, nil
	case row == nil || row.stoodAt(here):
		return row, report.TextID(), nil
	}
	return nil, id, nil
}

// sameText reports whether two reports are one text at two places.
func sameText(a, b *ReportRow) bool { return a.TextID() == b.TextID() }

// textKey is the key by which the later reports of a text find each other.
func textKey(r *ReportRow) uint64 { return hash("text", r.TextID()) }

// standing names a report by its text and place, whichever of them came first.
func (r *ReportRow) standing() string {
	key := placeKey(appearance(&r.Report))
	return r.TextID() + " " + key[0] + " " + key[1]
}

// standing names the report of a member by its text and place.
func (m *Member) standing() string {
	r := ReportRow{Report: rapporteur.Report{ID: m.Report, Outlet: m.Outlet, URL: m.URL}}
	return r.standing()
}

// address is what counts of a URL: no scheme, no mark of who linked to it.
func address(u rapporteur.Text) string {
	parsed, err := url.Parse(string(u))
	if err != nil || parsed.Host == "" {
		return ""
	}
	query := parsed.Query()
	for name := range query {
		if strings.HasPrefix(name, "utm_") || slices.Contains([]string{"fbclid", "gclid", "ref", "cmpid", "smid"}, name) {
			query.Del(name)
		}
	}
	host := strings.TrimPrefix(strings.ToLower(parsed.Host), "www.")
	out := host + "/" + strings.Trim(parsed.Path, "/")
	if len(query) > 0 {
		out += "?" + query.Encode()
	} else if strings.HasSuffix(out, "/") {
		return "" // the front page of a site is no article
	}
	return out
}
