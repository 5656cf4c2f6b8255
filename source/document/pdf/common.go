package pdf

// inCommon gives the lines that were left out and stand on two pages or more in the same
// words, but for numbers: a day is told by who reads it. What a browser prints is none.
func inCommon(all, kept []line) (out []string) {
	type stands struct {
		box
		page  int
		words string
	}
	left := map[stands]bool{}
	for _, l := range kept {
		left[stands{l.box, l.page, l.words}] = true
	}
	lines, pages := map[string][]string{}, map[string]map[int]bool{}
	var keys []string
	for _, l := range all {
		if left[stands{l.box, l.page, l.words}] || browsers.MatchString(l.words) {
			continue
		}
		key := unnumbered(l.words)
		if pages[key] == nil {
			pages[key], keys = map[int]bool{}, append(keys, key)
		}
		lines[key], pages[key][l.page] = append(lines[key], l.words), true
	}
	for _, key := range keys {
		if len(pages[key]) > 1 {
			out = append(out, lines[key]...)
		}
	}
	return out
}
