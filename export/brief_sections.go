package export

import "rapporteur/service"

// BriefSection is a heading of a brief with its lines in words, for faces that lay them
// out themselves.
type BriefSection struct {
	ID    service.SectionID
	Name  string
	Items []BriefItem
	// More counts the lines that were left out, Over says that there are more than that.
	More int
	Over bool
}

// BriefItem is a line of a brief. Lead are its first words, which name when and where or
// who, Rest the others; Facts stand below it. All of it is clean and on one line.
type BriefItem struct {
	Lead, Rest string
	// Entries are the ids of what it stands on, Quotes the words of reports behind it.
	Entries       []string
	Facts, Quotes []string
	// Key names the line in Edits.
	Key string
}

// Worded puts the lines of a brief into words, section by section.
func (b *Brief) Worded() []BriefSection {
	var out []BriefSection
	for i := range b.Sections {
		s := &b.Sections[i]
		to := BriefSection{ID: s.ID, Name: s.Name, More: s.More, Over: s.Over}
		for k := range s.Lines {
			one := worded(s.ID, &s.Lines[k])
			key := one.key(s.ID)
			one, kept := b.edited(s.ID, one)
			if !kept {
				continue
			}
			to.Items = append(to.Items, BriefItem{Clean(oneLine(one.lead)), Clean(oneLine(one.rest)), s.Lines[k].Entries, cleanLines(one.facts), cleanLines(one.quotes), key})
		}
		if len(b.Edits) == 0 || len(to.Items) > 0 {
			out = append(out, to)
		}
	}
	return out
}
