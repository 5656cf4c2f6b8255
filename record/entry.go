package record

import (
	"slices"

	"rapporteur"
)

// Entry is one thing on the record, with everything that the reports say of it.
type Entry struct {
	// ID is minted once: the first letter of the kind and ten hexadecimal digits.
	ID   string `json:"id"`
	Kind Kind   `json:"kind"`
	// First and Last are the days of publication of the first and the last report.
	First rapporteur.Date `json:"first"`
	Last  rapporteur.Date `json:"last"`
	// Sources is the number of independent sources: wire copies of one text are
	// one source, and so are all reports of one outlet. Opinion pieces are none.
	Sources int      `json:"sources"`
	Outlets []string `json:"outlets"`
	// One of these is set, and is what the record says: the members merged, opinion
	// pieces only where there are no others, with the corrections that persons made. Its spans name their reports, its ID and
	// rule are those of the member that says most.
	Content
	// Disputes are what the reports disagree on; opinion pieces are not asked where a
	// report tells of it.
	Disputes []Dispute `json:"disputes"`
	// Names gives the name of each actor that the content uses.
	Names map[string]string `json:"names"`
	// Cast is what the reports say of these actors, their states and offices, by id; it
	// is not part of the entry's JSON.
	Cast map[string]rapporteur.Actor `json:"-"`
	// Members are the entries of reports that it is made of, by day of
	// publication and report.
	Members []Member `json:"members"`
	// Corrected are the corrections that count, in the order of time.
	Corrected []Correction `json:"corrected,omitempty"`
	// Supersedes are the ids of entries that turned out to be this one.
	Supersedes []string `json:"supersedes,omitempty"`
	// SupersededBy is set in an entry that is no more: the entry that it became
	// part of. Such an entry has no members.
	SupersededBy string `json:"superseded_by,omitempty"`
}

// Content is an entry in the words of the contract; one of the fields is set.
type Content struct {
	Statement *rapporteur.Statement `json:"statement,omitempty"`
	Meeting   *rapporteur.Meeting   `json:"meeting,omitempty"`
	Event     *rapporteur.Event     `json:"event,omitempty"`
	Position  *rapporteur.Position  `json:"position,omitempty"`
	Notice    *rapporteur.Notice    `json:"notice,omitempty"`
}

// Basis is what the entry stands on, nil for a notice.
func (c Content) Basis() *rapporteur.Basis {
	switch {
	case c.Meeting != nil:
		return &c.Meeting.Basis
	case c.Statement != nil:
		return &c.Statement.Basis
	case c.Event != nil:
		return &c.Event.Basis
	case c.Position != nil:
		return &c.Position.Basis
	}
	return nil
}

// Evidence gives the words that the entry stands on.
func (c Content) Evidence() []rapporteur.Span {
	switch {
	case c.Statement != nil:
		return c.Statement.Evidence
	case c.Meeting != nil:
		return c.Meeting.Evidence
	case c.Event != nil:
		return c.Event.Evidence
	case c.Position != nil:
		return c.Position.Evidence
	case c.Notice != nil:
		return c.Notice.Evidence
	}
	return nil
}

// Member is an entry of one report.
type Member struct {
	// Report and ID are those of the reading; Published, Outlet, URL and Title the
	// report's.
	Report    string          `json:"report"`
	ID        string          `json:"id"`
	Published rapporteur.Date `json:"published"`
	Outlet    rapporteur.Text `json:"outlet"`
	URL       rapporteur.Text `json:"url"`
	Title     rapporteur.Text `json:"title"`
	// Genre is that of the report: what an opinion piece says is no fact.
	Genre rapporteur.Genre `json:"genre,omitempty"`
	// Wire is the same for all reports whose texts are copies of one, and empty
	// for a text of which there is no copy.
	Wire string `json:"wire,omitempty"`
	// Content is what the report says, as read, without corrections.
	Content
}

// OpinionOnly reports whether the entry rests on nothing but opinion pieces.
func (e *Entry) OpinionOnly() bool {
	for i := range e.Members {
		if e.Members[i].Genre != rapporteur.Opinion {
			return false
		}
	}
	return len(e.Members) > 0
}

// Reporting gives the members that support the entry: opinion pieces give no facts, and
// stand for it where nothing else tells of it.
func (e *Entry) Reporting() []Member {
	opinion := func(m Member) bool { return m.Genre == rapporteur.Opinion }
	if e.OpinionOnly() || !slices.ContainsFunc(e.Members, opinion) {
		return e.Members
	}
	return slices.DeleteFunc(slices.Clone(e.Members), opinion)
}

// IsCorrected reports whether a person changed the entry, or said something of it besides
// that it is right.
func (e *Entry) IsCorrected() bool {
	return slices.ContainsFunc(e.Corrected, func(c Correction) bool { return !c.Judges() })
}

// Dispute is a field on which reports disagree.
type Dispute struct {
	// Field is date, place, presence of an actor ("presence:UKR"), status,
	// modality, number, or the like.
	Field string `json:"field"`
	// Versions are what the reports say, the one with most sources first.
	Versions []Version `json:"versions"`
}

// Version is one of the things that reports say where they disagree.
type Version struct {
	Value string `json:"value"`
	// Reports are the ids of those who say so; Sources counts the independent ones, of
	// which opinion pieces are none.
	Reports  []string          `json:"reports"`
	Sources  int               `json:"sources"`
	Evidence []rapporteur.Span `json:"evidence"`
}
