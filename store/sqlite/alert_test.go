package sqlite_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"rapporteur/alert"
	"rapporteur/record"
	"rapporteur/store/storetest"
)

func TestAlerts(t *testing.T) {
	storetest.RunAlerts(t, func(t *testing.T) (alert.Store, record.Store) {
		path := filepath.Join(t.TempDir(), "record.db")
		db := open(t, path)
		t.Cleanup(func() {
			closedRecord(t, db)
			whole(t, path, 0)
		})
		return db.Alerts(), db
	})
}

// alerted gives a record one of everything that alerts need.
func alerted(u alert.Update) error {
	at := time.Date(2030, 1, 2, 0, 0, 0, 0, time.UTC)
	n, err := u.PutNotice(alert.Notice{Rule: "plans", At: at, When: alert.Planned, Entry: "m1", Title: "talks", Waiting: true})
	return errors.Join(err, u.Carried(n), u.PutRule(alert.Rule{Name: "plans", When: []alert.When{alert.Planned}, Made: at, Changed: at}),
		u.PutTold(alert.Told{Rule: "plans", Thing: "m1", Aspect: "status", Value: "planned", At: at}),
		u.PutLetter(alert.Letter{ID: "a", Rule: "plans", Notices: []int64{n}, Made: at, Due: at, State: alert.Sent}))
}
