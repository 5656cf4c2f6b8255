package export_test

import (
	"strings"
	"testing"
	"time"

	"rapporteur/export"
	"rapporteur/follow"
)

func TestFollows(t *testing.T) {
	now := time.Date(2031, 3, 4, 8, 0, 0, 0, time.UTC)
	all := []follow.Followed{
		{Source: follow.Source{ID: 1, Kind: "feed", Address: "https://quay.example/feed", Title: "The Quay", Answered: now, Due: now.Add(time.Hour)}, Count: follow.Count{Items: 7, Waiting: 2, Failed: 1}},
		{Source: follow.Source{ID: 2, Address: "https://b.example/\x1b[31m", Due: now}},
		{Source: follow.Source{ID: 3, Kind: "folder", Address: "/inbox", Problem: "no such folder", Failures: 2, Due: now.Add(time.Hour)}},
		{Source: follow.Source{ID: 4, Title: "Old", Gone: true, Problem: "410 Gone"}},
	}
	var b strings.Builder
	if err := export.Follows(all, now).Write(&b, "text", export.Style{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"The Quay", "7 items, 2 to fetch, 1 given up", "next ", "not asked yet", "fails (2): no such folder", "not asked any more: 410 Gone"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in %s", want, b.String())
		}
	}
	if strings.Contains(b.String(), "\x1b") {
		t.Error("what comes from outside reaches the terminal")
	}
	b.Reset()
	if err := export.FollowFailures([]follow.Item{{Key: "guid 1", State: follow.Failed, Problem: "not in English", Seen: now}, {Address: "https://a.example/x", State: follow.Waiting, Problem: "404"}}).Write(&b, "csv", export.Style{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "guid 1,,0,not in English") || !strings.Contains(b.String(), "https://a.example/x") {
		t.Error(b.String())
	}
}
