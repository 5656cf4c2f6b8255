package rapporteur

// Incumbent is who holds an office, by the word of a report: "Prime Minister Ada Moss
// of Ruritania". It stands in a reading only where no table knows who holds the office
// on the report's day.
type Incumbent struct {
	Basis
	// Office is an id of the tables, such as head-of-government; Title names it.
	Office string `json:"office"`
	Title  string `json:"title"`
	// For is the state or body that it is held for.
	For string `json:"for"`
	// Person is the id of an actor of the report, Name the name written out.
	Person string `json:"person"`
	Name   string `json:"name"`
	// Date is the day of the report.
	Date Date `json:"date"`
	// Acting says that the office is held until somebody is appointed to it.
	Acting bool `json:"acting,omitempty"`
}

// Holder names the person, and whether acting, so that two incumbents can be compared.
func (i *Incumbent) Holder() string {
	if i.Acting {
		return i.Person + " acting"
	}
	return i.Person
}

// Post gives the office that is held.
func (i *Incumbent) Post() Post { return Post{i.Office, i.For} }

// Post is an office of a state or body.
type Post struct {
	// Office is an id of the tables.
	Office string `json:"office"`
	For    string `json:"for"`
}

// OpenPost is a post whose holder a report speaks of without a full name, and for
// which no table knows one on the report's day.
type OpenPost struct {
	Post
	// Holder is whom other reports name, and for whom the report was read, as
	// Incumbent.Holder has it; empty for nobody.
	Holder string `json:"holder,omitempty"`
}

// Learned gives the incumbents of open posts as other reports name them; nobody for a
// post of which no report tells.
type Learned func([]Post) []Incumbent
