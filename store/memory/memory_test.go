package memory_test

import (
	"testing"

	"rapporteur/record"
	"rapporteur/store/memory"
	"rapporteur/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(*testing.T) record.Store { return memory.New() })
}
