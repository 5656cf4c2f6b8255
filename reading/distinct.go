package reading

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"rapporteur"
)

// distinct gives each entry an id of its own: where one sentence holds several of a
// kind, "Ana and Bo agreed to open talks", those behind the first are numbered.
func distinct(out *rapporteur.Reading) {
	seen := map[string]int{}
	own := func(b *rapporteur.Basis) {
		id := b.ID
		if n := seen[id]; n > 0 {
			h := sha256.Sum256(fmt.Append(nil, id, n))
			b.ID = hex.EncodeToString(h[:])[:len(id)]
		}
		seen[id]++
	}
	for i := range out.Statements {
		own(&out.Statements[i].Basis)
	}
	for i := range out.Meetings {
		own(&out.Meetings[i].Basis)
	}
	for i := range out.Events {
		own(&out.Events[i].Basis)
	}
	for i := range out.Positions {
		own(&out.Positions[i].Basis)
	}
}
