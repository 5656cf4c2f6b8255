package export_test

import (
	"strings"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/export"
)

func TestListsOfAccess(t *testing.T) {
	at := func(day int) time.Time { return time.Date(2030, 1, day, 8, 0, 0, 0, time.UTC) }
	users := export.Users([]access.User{{Name: "kim", Role: access.Editor, Hash: "$argon2id$secret", Made: at(1), Changed: at(2)}},
		[]access.Grant{{Holder: "kim", Namespace: "south", Role: access.Reader}, {Holder: "kim", Namespace: "north", Role: access.Editor}, {Holder: access.KeyHolder("k1"), Namespace: "north", Role: access.Reader}})
	keys := export.Keys([]access.Key{{ID: "k1", Name: "feeds", Role: access.Reader, Hash: "secret", Made: at(1)}, {ID: "k2", Name: "a", Made: at(1), Ends: at(9)},
		{ID: "k3", Name: "b", Made: at(1), Ends: at(2)}, {ID: "k4", Name: "c", Made: at(1), Revoked: at(3)}}, []access.Grant{{Holder: access.KeyHolder("k1"), Namespace: "north", Role: access.Reader}}, at(5))
	trail := export.Trail([]access.Line{{Number: 2, At: at(1), Who: "kim\x1b[31m", Address: "192.0.2.1", What: access.Corrected, About: "#1 m1"}, {Number: 1, At: at(1), What: access.UserAdded}})
	for _, c := range []struct {
		l      *export.Listing
		format string
		want   []string
	}{
		{users, "text", []string{"kim · editor · added 2030-01-01T08:00:00Z · changed 2030-01-02T08:00:00Z · editor at north, reader at south"}},
		{users, "json", []string{`"role": "editor"`}},
		{users, "csv", []string{"name,role,made,changed,desks", "kim,editor", `"editor at north, reader at south"`}},
		{keys, "text", []string{"k1 feeds", "does not end", "ends 2030-01-09", "ended 2030-01-02", "revoked 2030-01-03"}},
		{keys, "json", []string{`"id": "k1"`, `"north": "reader"`}},
		{trail, "text", []string{"kim", "corrected · #1 m1 · from 192.0.2.1", "somebody at this machine · user-added"}},
		{trail, "jsonl", []string{`{"number":2,`}},
		{export.Users(nil, nil), "text", []string{"There is no user"}},
	} {
		var out strings.Builder
		if err := c.l.Write(&out, c.format, export.Plain()); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(out.String(), want) {
				t.Errorf("no %q in %s", want, out.String())
			}
		}
		if strings.Contains(out.String(), "secret") || strings.Contains(out.String(), "\x1b") {
			t.Errorf("shows what it must not: %q", out.String())
		}
	}
}
