package dates

// Found is an expression of time in a text.
type Found struct {
	// Start and End are bytes of the text, end exclusive.
	Start, End int
	// Value is EDTF, and empty unless Kind is Date.
	Value     string
	Precision Precision
	Kind      Kind
	// Mismatch says that the report names a weekday that the date is not:
	// "Tuesday, 17 February 2025". The value follows the date.
	Mismatch bool
	// Shift is how many days a Shift lies behind the day that it counts from.
	Shift int
	// Approx says that it is about so many.
	Approx bool
}

// Kind says what an expression of time stands for.
type Kind string

const (
	// Date is a date or an interval with its place on the calendar.
	Date Kind = "date"
	// Duration is a length of time: "for two weeks".
	Duration Kind = "duration"
	// Set is a repeated time: "every Monday".
	Set Kind = "set"
	// Shift is a day that counts from one that the text has named: "the following
	// day". Which one that is, a reader of the text knows; ShiftFrom counts.
	Shift Kind = "shift"
)

// Precision is the unit in which an expression speaks: "last week" is a week,
// "Tuesday and Wednesday" are days.
type Precision string

// The precisions, from a day to a century.
const (
	ToDay     Precision = "day"
	ToWeek    Precision = "week"
	ToMonth   Precision = "month"
	ToSeason  Precision = "season"
	ToYear    Precision = "year"
	ToDecade  Precision = "decade"
	ToCentury Precision = "century"
)

// Tense is the tense of the verb that an expression belongs to.
type Tense int

// The tenses that matter to a date.
const (
	Unknown Tense = iota
	Past
	Future
)

// TenseFunc tells the tense of the verb that governs the bytes from start to
// end of the text. It may answer Unknown; then the words around are asked.
type TenseFunc func(start, end int) Tense

// Find adds the expressions of time in a text to dst, in order and without
// overlaps. The anchor is the report's date; with the zero Day only absolute
// dates are found. The tense function may be nil. Any text will do, from a
// sentence to a report; a text in which nothing is found costs no allocation.
func Find(text string, anchor Day, tense TenseFunc, dst []Found) []Found {
	var room [256]token
	lex := words()
	p := parser{text: text, lex: lex, anchor: anchor, tense: tense}
	lx := lexer{text: text, lex: lex}
	for {
		p.toks = lx.segment(room[:0])
		if len(p.toks) == 0 {
			return dst
		}
		if lx.trigger {
			dst = expressions(&p, dst)
		}
	}
}
