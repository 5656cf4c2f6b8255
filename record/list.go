package record

import "slices"

// distinct gives numbers once each, rising.
func distinct(numbers []int64) []int64 {
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// shared are the values that two lists have in common.
func shared(a, b []string) []string {
	var out []string
	for _, v := range a {
		if slices.Contains(b, v) {
			out = append(out, v)
		}
	}
	return out
}

// numbersOf gives the numbers of members.
func numbersOf(members []MemberRow) []int64 {
	var out []int64
	for _, m := range members {
		out = append(out, m.Number)
	}
	return out
}

// numbersOfEntries are those of rows.
func numbersOfEntries(rows []EntryRow) []int64 {
	out := make([]int64, len(rows))
	for i, row := range rows {
		out[i] = row.Number
	}
	return out
}
