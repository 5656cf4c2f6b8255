package dataset

// Type is the type of a column's values.
type Type string

// The types of columns, named as Frictionless Table Schema names them.
const (
	String  Type = "string"
	Integer Type = "integer"
	Number  Type = "number"
	Boolean Type = "boolean"
	// Date is a day, YYYY-MM-DD.
	Date Type = "date"
)

// Column is a column of a table.
type Column struct {
	Name    string
	Type    Type
	Meaning string
	// Values are those that it may have, none where any may come.
	Values []string
}

// Table is a flat table: one row a thing.
type Table struct {
	Name, Meaning string
	Columns       []Column
	// Key are the names of the columns that tell rows apart.
	Key []string
	// Refers gives for columns the tables whose ids they hold.
	Refers map[string]string
}

// Row is the values of a table's columns, in order: nil, or a string, int64, float64 or
// bool; a day is a string.
type Row []any
