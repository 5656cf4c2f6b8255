package attribution

import "slices"

// Acts gives what can be done by saying something, in the order of the alphabet.
func Acts() ([]string, error) {
	all, err := loadCues()
	if err != nil {
		return nil, err
	}
	var out []string
	for _, cues := range all {
		for _, c := range cues {
			out = append(out, c.Act)
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
