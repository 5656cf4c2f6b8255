package dates

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"rapporteur/table"
)

var (
	//go:embed words.tsv
	wordsTable []byte
	//go:embed days.tsv
	daysTable []byte
	//go:embed events.tsv
	eventsTable []byte
)

// class is a part that a word can play in an expression of time; words.tsv
// explains them.
type class uint8

const (
	month class = iota
	weekday
	short
	loose
	unit
	units
	fortnight
	weekend
	number
	vague
	ordinal
	dir
	stretch
	deictic
	overnight
	ago
	now
	recent
	earlier
	before
	half
	quarter
	part
	show
	edge
	season
	bound
	on
	of
	the
	and
	or
	to
	from
	between
	within
	in
	forWord
	rough
	more
	every
	future
	past
	soft
	plan
	pledge
	prospect
	delay
	owner
	verb
	count
	clock
	paper
	feast
	title
	named
	anaphor
	classes
)

var classNames = [classes]string{
	"month", "weekday", "short", "loose", "unit", "units", "fortnight", "weekend",
	"number", "vague", "ordinal", "dir", "stretch", "deictic", "overnight", "ago", "now",
	"recent", "earlier", "before", "half", "quarter", "part", "show", "edge", "season",
	"bound", "on", "of", "the", "and", "or", "to", "from", "between", "within", "in",
	"for", "rough", "more", "every", "future", "past", "soft", "plan", "pledge", "prospect", "delay", "owner", "verb", "count",
	"clock", "paper", "feast", "title", "named", "anaphor",
}

// triggers are the classes without which a text holds no expression of time.
const triggers = 1<<month | 1<<weekday | 1<<unit | 1<<units | 1<<fortnight | 1<<weekend |
	1<<deictic | 1<<overnight | 1<<season | 1<<every | 1<<named | 1<<quarter | 1<<part

// alone are the classes of words that are an expression by themselves, or that
// begin one whatever follows; beginners begin one only before certain words, and
// hints never belong to one.
const (
	alone     = 1<<month | 1<<weekday | 1<<deictic | 1<<overnight | 1<<every | 1<<named | 1<<season
	beginners = alone | 1<<number | 1<<vague | 1<<ordinal | 1<<dir | 1<<recent | 1<<earlier | 1<<edge |
		1<<bound | 1<<the | 1<<in | 1<<from | 1<<between | 1<<within | 1<<forWord | 1<<rough | 1<<anaphor
	hints = 1<<future | 1<<past | 1<<soft | 1<<plan | 1<<pledge | 1<<prospect | 1<<verb
)

// Units of time as words.tsv numbers them.
const (
	hour = 1 + iota
	day
	week
	monthUnit
	year
	decade
	century
)

// word is an entry of the lexicon.
type word struct {
	text    string
	classes uint64
	values  [classes]int8
}

func (w *word) is(c class) bool { return w.classes>>c&1 == 1 }

// slots is the size of the hash table, a power of two several times the number
// of words.
const slots = 2048

// lexicon is the tables, loaded once and never changed.
type lexicon struct {
	slots  [slots]*word
	none   word
	named  []namedDay
	events []event
}

// namedDay is a day with a name of one or several words.
type namedDay struct {
	words            []string
	year, month, day int
}

// event is a day that is known without its year by what happened on it.
type event struct {
	day   Day
	words []string
}

// words gives the lexicon. The tables are part of the program; a test reads
// them, so an error here is a mistake in the program.
var words = sync.OnceValue(func() *lexicon {
	l, err := load()
	if err != nil {
		panic(err)
	}
	return l
})

func load() (*lexicon, error) {
	l := new(lexicon)
	for _, read := range []func() error{l.readWords, l.readDays, l.readEvents} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return l, nil
}

func (l *lexicon) readWords() error {
	t, err := table.Parse("words.tsv", wordsTable, "word", "class", "value")
	if err != nil {
		return err
	}
	for _, row := range t.Rows {
		c, ok := classOf(row.Get("class"))
		if !ok {
			return row.Errorf("unknown class %q", row.Get("class"))
		}
		n, err := strconv.ParseInt("0"+strings.TrimPrefix(row.Get("value"), "-"), 10, 8)
		if err != nil {
			return row.Errorf("value %q is not a small number", row.Get("value"))
		}
		if strings.HasPrefix(row.Get("value"), "-") {
			n = -n
		}
		w := l.add(row.Get("word"))
		w.classes |= 1 << c
		w.values[c] = int8(n)
	}
	return nil
}

func classOf(name string) (class, bool) {
	for c, n := range classNames {
		if n == name {
			return class(c), true
		}
	}
	return 0, false
}

func (l *lexicon) readDays() error {
	t, err := table.Parse("days.tsv", daysTable, "name", "day")
	if err != nil {
		return err
	}
	for _, row := range t.Rows {
		d := namedDay{words: strings.Fields(strings.ReplaceAll(row.Get("name"), "'", " ' "))}
		text := row.Get("day")
		if len(text) == len("01-02") {
			_, err = fmt.Sscanf(text, "%d-%d", &d.month, &d.day)
		} else {
			_, err = fmt.Sscanf(text, "%d-%d-%d", &d.year, &d.month, &d.day)
		}
		if err != nil {
			return row.Errorf("day %q is not MM-DD or YYYY-MM-DD", text)
		}
		w := l.add(d.words[0])
		w.classes |= 1 << named
		l.named = append(l.named, d)
	}
	return nil
}

func (l *lexicon) readEvents() error {
	t, err := table.Parse("events.tsv", eventsTable, "day", "words")
	if err != nil {
		return err
	}
	for _, row := range t.Rows {
		d, ok := ParseDay(row.Get("day"))
		if !ok {
			return row.Errorf("day %q is not YYYY-MM-DD", row.Get("day"))
		}
		l.events = append(l.events, event{d, row.List("words")})
	}
	return nil
}

// add gives the entry of a word, new or old.
func (l *lexicon) add(text string) *word {
	h := hashStart
	for i := range len(text) {
		h = hashNext(h, text[i])
	}
	for slot := h % slots; ; slot = (slot + 1) % slots {
		switch w := l.slots[slot]; {
		case w == nil:
			l.slots[slot] = &word{text: text}
			return l.slots[slot]
		case w.text == text:
			return w
		}
	}
}

// find gives the entry of a word in any case, whose hash is h, or none.
func (l *lexicon) find(text string, h uint32) *word {
	for slot := h % slots; ; slot = (slot + 1) % slots {
		w := l.slots[slot]
		if w == nil {
			return &l.none
		}
		if equalFold(w.text, text) {
			return w
		}
	}
}

const hashStart = uint32(2166136261)

// hashNext adds a letter to a hash (FNV-1a), whatever its case.
func hashNext(h uint32, c byte) uint32 { return (h ^ uint32(c|0x20)) * 16777619 }

// equalFold reports whether a text in any case of ASCII is a lower-case word.
func equalFold(lower, text string) bool {
	if len(lower) != len(text) {
		return false
	}
	for i := range len(text) {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}
