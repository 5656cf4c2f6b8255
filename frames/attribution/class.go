package attribution

import "rapporteur/table"

// wordClass is a word in one of its uses.
type wordClass struct{ word, class string }

func loadClasses() (map[wordClass]bool, error) {
	data, err := tables.ReadFile("tables/classes.tsv")
	if err != nil {
		return nil, err
	}
	t, err := table.Parse("classes.tsv", data, "word", "class")
	if err != nil {
		return nil, err
	}
	classes := map[wordClass]bool{}
	for _, row := range t.Rows {
		classes[wordClass{row.Get("word"), row.Get("class")}] = true
	}
	return classes, nil
}

// inClass reports whether the table of classes has a word in a class.
func (l *lexicon) inClass(word, class string) bool { return l.classes[wordClass{word, class}] }
