package sqlite

import "context"

// links are queries for rows that point at what is not there: whose they are, and
// what is said of them.
var links = []struct{ query, what string }{
	{"SELECT r.id FROM reports r LEFT JOIN bodies b ON b.report = r.n WHERE b.report IS NULL", "its text is missing"},
	{"SELECT 'report ' || report FROM bodies WHERE report NOT IN (SELECT n FROM reports)", "is missing, and its text is there"},
	{"SELECT DISTINCT 'report ' || (place >> 12) FROM members WHERE place >> 12 NOT IN (SELECT n FROM reports)", "is missing, and what was read from it is there"},
	{"SELECT DISTINCT 'entry ' || entry FROM members WHERE entry <> 0 AND entry NOT IN (SELECT n FROM entries)", "is missing, and has members"},
	{"SELECT DISTINCT 'entry ' || entry FROM memberships WHERE entry NOT IN (SELECT n FROM entries)", "is missing, and has a past"},
	{"SELECT DISTINCT 'member ' || member FROM memberships WHERE member NOT IN (SELECT n FROM members)", "is missing, and has a past"},
	{"SELECT id FROM entries WHERE superseded_by <> 0 AND superseded_by NOT IN (SELECT n FROM entries)", "became part of an entry that is missing"},
	{"SELECT 'entry ' || entry FROM due WHERE entry NOT IN (SELECT n FROM entries)", "is missing, and waits to be described"},
	{"SELECT DISTINCT 'entry ' || entry FROM found_past WHERE entry NOT IN (SELECT n FROM entries)", "is missing, and was found by terms"},
	{"SELECT 'correction ' || correction FROM (SELECT thing, root, correction FROM about_now EXCEPT SELECT thing, root, correction FROM about)", "is not found by what it is about"},
	{"SELECT 'correction ' || correction FROM (SELECT thing, root, correction FROM about EXCEPT SELECT thing, root, correction FROM about_now)", "is found by what it is not about"},
	{"SELECT DISTINCT 'member ' || member FROM further WHERE member NOT IN (SELECT n FROM members)", "is missing, and its words are there"},
	{"SELECT DISTINCT 'term ' || term FROM found_past WHERE term NOT IN (SELECT n FROM terms)", "is missing, and entries were found by it"},
}

// linked tells of rows that point at what is not there.
func (c *checker) linked(context.Context) {
	for _, l := range links {
		err := c.each(func(r row) error {
			var of string
			err := r.Scan(&of)
			c.problem(of, "%s", l.what)
			return err
		}, l.query)
		if err != nil {
			c.problem("database", "cannot be asked what is missing: %v", err)
		}
	}
}
