package record

// DeskRow is something that belongs to one desk, as a store keeps it: the store knows
// no more of it than where it is.
type DeskRow struct {
	Namespace, Kind, Key string
	// Body is JSON.
	Body string
}

// DeskView is what can be asked of what belongs to desks, and for the record as a desk
// sees it.
type DeskView interface {
	// DeskRows gives the rows of a kind of a namespace, by their keys; those of all
	// namespaces, by namespace and key, where it is empty.
	DeskRows(namespace, kind string) ([]DeskRow, error)
	// TermsOf gives the terms by which some entries are found now, in any order.
	TermsOf(entries ...int64) (map[int64][]Term, error)
	// Moment names what is seen: what has the same name is the same. It says nothing in
	// an update.
	Moment() (string, error)
}

// DeskUpdate is what can be changed of what belongs to desks.
type DeskUpdate interface {
	// PutDeskRow adds a row, or changes the one of its key.
	PutDeskRow(row DeskRow) error
	DropDeskRow(namespace, kind, key string) error
	// DropDesk drops all rows of a namespace.
	DropDesk(namespace string) error
}
