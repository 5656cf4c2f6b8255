package record

import (
	"github.com/go-json-experiment/json"
	v1 "github.com/go-json-experiment/json/v1"
)

// asWritten reads JSON as encoding/json does, but goes over it once: encoding/json first
// looks whether it is whole, lest half of a broken value be read, which whoever reads here
// throws away.
var asWritten = json.JoinOptions(v1.DefaultOptionsV1(), v1.ReportErrorsWithLegacySemantics(false))

// ReadStored reads JSON that the program stored. Where that fails, what it was read into is
// worth nothing.
func ReadStored(data []byte, into any) error { return json.Unmarshal(data, into, asWritten) }
