package knowledge

import (
	"cmp"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/table"
)

// rowsOf gives the rows of the built-in tables whose file begins with a prefix.
func rowsOf(t *testing.T, prefix string) []located {
	t.Helper()
	files, err := fs.Glob(tables, "tables/"+prefix+"*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tables %s: %v", prefix, err)
	}
	var out []located
	for _, file := range files {
		data, err := fs.ReadFile(tables, file)
		if err != nil {
			t.Fatal(err)
		}
		tab, err := table.Parse(file, data)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range tab.Rows {
			out = append(out, located{row, cmp.Or(row.Get("until"), tab.Until)})
		}
	}
	return out
}

type located struct {
	table.Row
	until string
}

func ids(t *testing.T, prefixes ...string) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, prefix := range prefixes {
		for _, row := range rowsOf(t, prefix) {
			out[row.Get("id")] = true
		}
	}
	return out
}

// TestIDs holds that an id means one thing in all tables and looks like one.
func TestIDs(t *testing.T) {
	seen := map[string]bool{}
	code := regexp.MustCompile(`^[A-Z]{3}$|^[a-z][a-z-]+$`)
	readable := regexp.MustCompile(`^[A-Za-z0-9+]+(-[A-Za-z0-9+]+)*$`)
	for prefix, form := range map[string]*regexp.Regexp{"states": code, "bodies": readable, "persons": readable} {
		for _, row := range rowsOf(t, prefix) {
			id := row.Get("id")
			if seen[id] {
				t.Error(row.Errorf("id %q is taken", id))
			}
			if !form.MatchString(id) {
				t.Error(row.Errorf("id %q does not match %s", id, form))
			}
			seen[id] = true
		}
	}
}

// TestCodes holds that whatever a row points to exists.
func TestCodes(t *testing.T) {
	states, actors, persons := ids(t, "states"), ids(t, "states", "bodies"), ids(t, "persons")
	check := func(row located, column string, in map[string]bool) {
		if id := row.Get(column); !in[id] {
			t.Error(row.Errorf("%s %q is in no table", column, id))
		}
	}
	for _, row := range rowsOf(t, "bodies") {
		if row.Get("state") != "" {
			check(row, "state", states)
		}
	}
	for _, row := range rowsOf(t, "members") {
		check(row, "body", actors)
		check(row, "state", states)
	}
	offices := map[string]bool{}
	for _, row := range rowsOf(t, "offices") {
		offices[row.Get("id")+" "+row.Get("for")] = true
		if row.Get("for") != "*" {
			check(row, "for", actors)
		}
	}
	for _, row := range rowsOf(t, "persons") {
		if row.Get("state") != "" {
			check(row, "state", states)
		}
		if g := row.Get("gender"); g != "m" && g != "f" {
			t.Error(row.Errorf("gender %q; use m or f", g))
		}
	}
	for _, row := range rowsOf(t, "terms") {
		check(row, "person", persons)
		check(row, "actor", actors)
		if o := row.Get("office"); !offices[o+" "+row.Get("actor")] && !offices[o+" *"] {
			t.Error(row.Errorf("office %q is in the table of offices neither for %s nor for any state", o, row.Get("actor")))
		}
	}
}

// TestSources holds that an office still held says until when in its own row,
// and that what is known after the tables were first written names its source.
func TestSources(t *testing.T) {
	const written = "2025-09-30"
	for _, row := range rowsOf(t, "terms") {
		if row.Get("to") == "" && row.Get("until") == "" {
			t.Error(row.Errorf("an office still held, and the row does not say until when"))
		}
		if last := max(row.Get("from"), row.Get("to"), row.Get("until")); last > written && row.Get("source") == "" {
			t.Error(row.Errorf("known of %s, and no source", last))
		}
	}
}

// TestDates holds that dates are days, months or years, in order, and that
// every table that needs it says until when it is known.
func TestDates(t *testing.T) {
	for _, prefix := range []string{"terms", "members"} {
		for _, row := range rowsOf(t, prefix) {
			if _, err := time.Parse(time.DateOnly, row.until); err != nil {
				t.Fatal(row.Errorf("the table does not say until when it is known: %v", err))
			}
			from, to := row.Get("from"), row.Get("to")
			if prefix == "terms" && from == "" {
				t.Error(row.Errorf("no first day"))
			}
			for _, date := range []string{from, to} {
				if date != "" && !onCalendar(date) {
					t.Error(row.Errorf("%q is no date; write YYYY, YYYY-MM or YYYY-MM-DD", date))
				}
			}
			if from > row.until || to > row.until {
				t.Error(row.Errorf("a date lies behind %s, until when the table is known", row.until))
			}
			if to != "" && firstDay(from) > lastDay(to) {
				t.Error(row.Errorf("from %s to %s runs backwards", from, to))
			}
		}
	}
}

func onCalendar(s string) bool {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

func firstDay(date string) string { return date + "-01-01"[min(6, max(0, len(date)-4)):] }

func lastDay(date string) string {
	if month, err := time.Parse("2006-01", date); err == nil {
		return month.AddDate(0, 1, -1).Format(time.DateOnly)
	}
	return date + "-12-31"[min(6, max(0, len(date)-4)):]
}

// span is a term as far as it is sure: from the last day it may have begun to
// the first day it may have ended.
type span struct {
	located
	from, to string
}

// solePosts gives the terms of the offices that one person holds at a time, by
// post, in the order of time.
func solePosts(t *testing.T) (map[post][]span, []post) {
	a, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	terms := map[post][]span{}
	var posts []post
	for _, row := range rowsOf(t, "terms") {
		p := post{row.Get("office"), row.Get("actor")}
		if o := a.offices.Of(p.office, p.actor); o == nil || !o.Sole {
			continue
		}
		if terms[p] == nil {
			posts = append(posts, p)
		}
		to := row.Get("to")
		if to == "" {
			to = row.until
		}
		terms[p] = append(terms[p], span{row, lastDay(row.Get("from")), firstDay(to)})
	}
	for _, list := range terms {
		slices.SortStableFunc(list, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	}
	return terms, posts
}

// deputised are offices of one whose holder was suspended or abroad for a time
// while somebody acted, or stayed for months while the successor who had been
// named formed a government: reports call both by the office.
var deputised = map[post]bool{
	{"head-of-state", "KOR"}: true, {"head-of-government", "KOR"}: true, {"head-of-government", "PNG"}: true,
	{"head-of-government", "THA"}: true, {"head-of-government", "YEM"}: true, {"head-of-government", "COD"}: true,
}

// TestOneHolder holds that no two persons are in an office of one on one day;
// the last day of one may be the first of the next.
func TestOneHolder(t *testing.T) {
	terms, posts := solePosts(t)
	if len(posts) < 300 {
		t.Errorf("only %d posts of one holder", len(posts))
	}
	for _, p := range posts {
		list := terms[p]
		if deputised[p] {
			continue
		}
		for i := range list {
			for j := range list[:i] {
				if from, to := max(list[i].from, list[j].from), min(list[i].to, list[j].to); from < to {
					t.Error(list[i].Errorf("%s is %s of %s from %s to %s, and so is %s", list[i].Get("person"), p.office, p.actor, from, to, list[j].Get("person")))
				}
			}
		}
	}
}

// TestGaps lists the times for which nobody is known to hold an office; -v
// shows them.
func TestGaps(t *testing.T) {
	terms, posts := solePosts(t)
	for _, p := range posts {
		end := ""
		for _, s := range terms[p] {
			first := firstDay(s.Get("from"))
			if end != "" && days(end, first) > 31 {
				t.Logf("%s of %s: nobody from %s to %s", p.office, p.actor, end, first)
			}
			if to := s.Get("to"); to == "" {
				end = "9999-12-31"
			} else {
				end = max(end, lastDay(to))
			}
		}
	}
}

func days(from, to string) float64 {
	a, _ := time.Parse(time.DateOnly, from)
	b, err := time.Parse(time.DateOnly, to)
	if err != nil {
		return 0
	}
	return b.Sub(a).Hours() / 24
}

// TestNamesakes holds that a full name means one person.
func TestNamesakes(t *testing.T) {
	owner := map[string]string{}
	for _, row := range rowsOf(t, "persons") {
		id := row.Get("id")
		for _, name := range append(row.List("aliases"), row.Get("name")) {
			key := Fold(name)
			if other := owner[key]; other != "" && other != id && strings.Contains(key, " ") && !namesakes[key] {
				t.Error(row.Errorf("%q is also a name of %s", name, other))
			}
			owner[key] = id
		}
	}
}

// namesakes are names that two persons have indeed.
var namesakes = map[string]bool{"mohamed abdelaziz": true, "mohammed abdelaziz": true}
