package sqlite_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"rapporteur/follow"
	"rapporteur/store/storetest"
)

func TestFollows(t *testing.T) {
	storetest.RunFollows(t, func(t *testing.T) follow.Store {
		path := filepath.Join(t.TempDir(), "record.db")
		db := open(t, path)
		t.Cleanup(func() {
			closedRecord(t, db)
			whole(t, path, 0)
		})
		return db.Follows()
	})
}

// following gives a record one of everything that following needs.
func following(u follow.Update) error {
	at := time.Date(2030, 1, 2, 0, 0, 0, 0, time.UTC)
	n, err := u.PutSource(follow.Source{Kind: "feed", Address: "https://quay.example/feed", Added: at})
	return errors.Join(err, u.PutItem(follow.Item{Key: "quay.example/a", Source: n, Host: "https://quay.example", State: follow.Done, Seen: at, Listed: at, Report: "r1"}),
		u.PutHost(follow.Host{Name: "https://quay.example", Fetched: at}),
		u.PutPage(follow.Page{Report: "r1", Address: "https://quay.example/a", Fetched: at, Type: "text/html", Body: []byte("<p>Talks</p>")}))
}
