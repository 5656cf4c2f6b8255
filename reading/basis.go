package reading

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"rapporteur"
	"rapporteur/language"
)

// basis makes what every entry stands on. The id is a hash of the report, the
// kind and the offsets of the evidence and of what else tells entries apart.
func (r *reading) basis(kind, rule string, confidence float64, evidence []language.Range, more ...language.Range) rapporteur.Basis {
	h := sha256.New()
	fmt.Fprint(h, r.out.Report.TextID(), kind)
	b := rapporteur.Basis{Confidence: confidence, Rule: rule}
	for _, e := range evidence {
		b.Evidence = append(b.Evidence, r.doc.Span(e))
		fmt.Fprint(h, " ", e.Start, "-", e.End)
	}
	for _, e := range more {
		fmt.Fprint(h, " ", e.Start, "-", e.End)
	}
	b.ID = hex.EncodeToString(h.Sum(nil))[:16]
	return b
}
