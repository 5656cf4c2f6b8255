package postgres_test

import (
	"context"
	"os"
	"testing"

	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/store/postgres"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/store/storetest"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

// opened is an empty record.
func opened(t testing.TB) *postgres.DB {
	t.Helper()
	db, err := postgres.Open(context.Background(), pgtest.Database(t), postgres.Create)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) record.Store { return opened(t) })
}

func TestAccess(t *testing.T) {
	storetest.RunAccess(t, func(t *testing.T) access.Store { return opened(t).Access() })
}

func TestAlerts(t *testing.T) {
	storetest.RunAlerts(t, func(t *testing.T) (alert.Store, record.Store) {
		db := opened(t)
		return db.Alerts(), db
	})
}

func TestFollows(t *testing.T) {
	storetest.RunFollows(t, func(t *testing.T) follow.Store { return opened(t).Follows() })
}

func TestDesks(t *testing.T) {
	storetest.RunDesks(t, func(t *testing.T) record.Store { return opened(t) })
}
