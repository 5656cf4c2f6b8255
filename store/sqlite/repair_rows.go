package sqlite

import (
	"encoding/json"
	"fmt"
	"strings"

	"rapporteur/store/packed"
)

// finish are the queries that make what was copied agree with itself: members
// without an entry wait for one, and entries are described anew.
func (m *mender) finish() []string {
	queries := []string{
		"UPDATE members SET entry = 0, since = 0 WHERE entry <> 0 AND entry NOT IN (SELECT n FROM entries)",
		"UPDATE members SET seal = " + sealOf("members"),
		"UPDATE entries SET superseded_by = 0, superseded_at = 0 WHERE superseded_by <> 0 AND superseded_by NOT IN (SELECT n FROM entries)",
		"UPDATE entries SET sort = 0, terms = x'', described = 0, members = 0",
		"UPDATE entries SET seal = " + sealOf("entries"),
		"UPDATE terms SET entries = 0",
	}
	for _, table := range counted {
		queries = append(queries, fmt.Sprintf("UPDATE ledger SET rows = (SELECT count(*) FROM %[1]s) WHERE name = '%[1]s'", table))
	}
	return queries
}

// take copies a row, if what it points at was saved.
func (m *mender) take(table string, columns []string, values []any) error {
	at := func(name string) int64 {
		for i, c := range columns {
			if c == name {
				n, _ := values[i].(int64)
				return n
			}
		}
		return 0
	}
	ok := true
	switch table {
	case "reports":
		id, _ := values[1].(string)
		m.reports[at("n")] = id
	case "bodies":
		return m.takeBody(at("report"), columns, values)
	case "entries":
		m.entries[at("n")] = true
	case "members":
		if ok = m.reports[at("place")>>12] != ""; ok {
			m.members[at("n")] = true
		}
	case "memberships":
		ok = m.members[at("member")] && m.entries[at("entry")]
	case "found_past", "changes":
		ok = m.entries[at("entry")]
	}
	if !ok {
		m.lost(table, "what it belongs to is lost", rowOf(columns, values))
		return nil
	}
	return m.insert(table, columns, values)
}

func (m *mender) insert(table string, columns []string, values []any) error {
	names, parameters := strings.Join(columns, ", "), numbered(len(columns))
	if table == "terms" {
		names, parameters = names+", entries", parameters+", 0"
	}
	return m.to.do(fmt.Sprintf("INSERT INTO %s (%s, seal) VALUES (%s, seal(%s)) ON CONFLICT DO NOTHING", table,
		names, parameters, strings.Join(sealParameters(table, columns), ", ")), values...)
}

// sealParameters are the parameters among those of a row that its seal covers.
func sealParameters(table string, columns []string) []string {
	var out []string
	for _, name := range strings.Split(sealed[table], ", ") {
		for i, c := range columns {
			if c == name {
				out = append(out, fmt.Sprintf("?%d", i+1))
			}
		}
	}
	return out
}

// takeBody copies a text and makes its sentences found; one without its report is
// set aside so that it can be added again.
func (m *mender) takeBody(n int64, columns []string, values []any) error {
	data, _ := values[1].([]byte)
	body, err := packed.ReadBody(data)
	if err != nil {
		m.lost("bodies", "a text cannot be unpacked", rowOf(columns, values))
		return nil
	}
	if m.reports[n] == "" {
		m.lost("bodies", "its report is lost; the text can be added again", map[string]any{"report": n, "text": body.Text})
		return nil
	}
	if err := m.insert("bodies", columns, values); err != nil {
		return err
	}
	return m.to.index("sentences", n, body)
}

func rowOf(columns []string, values []any) map[string]any {
	out := map[string]any{}
	for i, c := range columns {
		out[c] = values[i]
	}
	return out
}

// lost sets aside what cannot be saved.
func (m *mender) lost(table, what string, row map[string]any) {
	line := map[string]any{"table": table, "what": what}
	if text, ok := row["text"]; ok {
		line["text"] = text
	} else if row != nil {
		line["row"] = row
	}
	if table == "members" && row != nil {
		if place, ok := row["place"].(int64); ok && m.reports[place>>12] != "" {
			line["report"] = m.reports[place>>12]
			m.reread[m.reports[place>>12]] = true
		}
	}
	data, err := json.Marshal(line)
	if err != nil { // a value that JSON does not have
		data = fmt.Appendf(nil, `{"table":%q,"what":%q}`, table, what)
	}
	m.aside.Write(data)
	m.aside.WriteByte('\n')
	m.done.Lost++
}
