package memory_test

import (
	"testing"

	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/store/memory"
	"rapporteur/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(*testing.T) record.Store { return memory.New() })
}

func TestAccess(t *testing.T) {
	storetest.RunAccess(t, func(*testing.T) access.Store { return memory.New().Access() })
}

func TestAlerts(t *testing.T) {
	storetest.RunAlerts(t, func(*testing.T) (alert.Store, record.Store) {
		s := memory.New()
		return s.Alerts(), s
	})
}

func TestFollows(t *testing.T) {
	storetest.RunFollows(t, func(*testing.T) follow.Store { return memory.New().Follows() })
}

func TestDesks(t *testing.T) {
	storetest.RunDesks(t, func(*testing.T) record.Store { return memory.New() })
}
