package export_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// TestTables lists tables of a desk, and writes one so that it can be given again.
func TestTables(t *testing.T) {
	table := record.Table{Kind: record.ActorNames, Set: time.Date(2031, 3, 4, 8, 0, 0, 0, time.UTC), Rows: []record.Named{{ID: "KEN", Name: "Ke\tnia\x1b[2J"}, {ID: "board", Name: "Board", Actor: rapporteur.Organisation, State: "KEN"}}}
	var out bytes.Buffer
	if err := export.Names(&out, table); err != nil {
		t.Fatal(err)
	}
	again, err := service.TableOf("actors", "again", out.Bytes())
	if err != nil || len(again.Rows) != 2 || again.Rows[1] != table.Rows[1] || !strings.HasPrefix(again.Rows[0].Name, "Ke nia") || strings.Contains(out.String(), "\x1b") {
		t.Errorf("%+v, %v of %q", again, err, out.String())
	}
	for format, want := range map[string]string{"text": "actors · 2 names · set 2031-03-04", "csv": "actors,2,2031-03-04", "json": `"kind": "actors"`} {
		out.Reset()
		if err := export.Tables([]record.Table{table}).Write(&out, format, export.Style{}); err != nil || !strings.Contains(out.String(), want) {
			t.Errorf("%s: %s, %v", format, out.String(), err)
		}
	}
}
