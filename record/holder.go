package record

import (
	"cmp"
	"context"
	"math"
	"slices"
	"time"

	"rapporteur"
)

// Holder is somebody who holds an office by the word of reports, from the day of the
// first that names the person until one names another.
type Holder struct {
	Post   rapporteur.Post `json:"post"`
	Title  string          `json:"title"`
	Person string          `json:"person"`
	Name   string          `json:"name"`
	Acting bool            `json:"acting,omitempty"`
	// Since and Last are the days of the first and of the last report that names the
	// person, To that of the one which names another; empty while nobody does.
	Since rapporteur.Date `json:"since"`
	Last  rapporteur.Date `json:"last"`
	To    rapporteur.Date `json:"to,omitempty"`
	// Sources is the number of independent sources, Confidence how sure they make it.
	Sources    int      `json:"sources"`
	Confidence float64  `json:"confidence"`
	From       []Naming `json:"from"`
}

// Naming is the report that names the holder of an office, with its words.
type Naming struct {
	Report    string            `json:"report"`
	Outlet    rapporteur.Text   `json:"outlet"`
	Published rapporteur.Date   `json:"published"`
	Evidence  []rapporteur.Span `json:"evidence"`
}

// Holders gives who held offices by the word of the reports on the record, or who is
// presumed to on a day: a year after the last report that names the person at most.
func (r *Record) Holders(ctx context.Context, on rapporteur.Date) ([]Holder, error) {
	var all map[rapporteur.Post][]teller
	err := r.store.View(ctx, func(v View) (err error) {
		all, err = offices{v}.told()
		return err
	})
	if err != nil {
		return nil, err
	}
	var out []Holder
	for _, tellers := range all {
		out = append(out, tenures(tellers, on)...)
	}
	slices.SortFunc(out, func(a, b Holder) int {
		return cmp.Or(cmp.Compare(a.Post.For, b.Post.For), cmp.Compare(a.Post.Office, b.Post.Office), cmp.Compare(a.Since, b.Since))
	})
	return out, nil
}

// told gives all reports that name holders, by post.
func (o offices) told() (map[rapporteur.Post][]teller, error) {
	owners, err := o.store.Owners(OfReports, namingAny)
	if err != nil {
		return nil, err
	}
	rows, err := o.store.ReportRows(owners[namingAny]...)
	if err != nil {
		return nil, err
	}
	out := map[rapporteur.Post][]teller{}
	for i := range rows {
		day, known := publishedOn(&rows[i])
		if !known || rows[i].SupersededBy != "" {
			continue
		}
		body, err := legible(o.store, rows[i].Number)
		if err != nil {
			return nil, err
		}
		for _, one := range incumbentsOf(body) {
			out[one.Post()] = append(out[one.Post()], teller{one, &rows[i], day})
		}
	}
	return out, nil
}

// tenures parts what reports say of one post into the times of its holders, or gives
// the one of a day.
func tenures(tellers []teller, on rapporteur.Date) []Holder {
	slices.SortFunc(tellers, func(a, b teller) int {
		return cmp.Or(cmp.Compare(a.day, b.day), byPlace(a, b))
	})
	var out []Holder
	var by [][]teller
	for len(tellers) > 0 {
		first := tellers[0]
		day := first.day
		n := slices.IndexFunc(tellers, func(t teller) bool { return t.day != day })
		if n < 0 {
			n = len(tellers)
		}
		now := judged(tellers[:n])
		last := len(out) - 1
		switch tellers = tellers[n:]; {
		case last >= 0 && now.holder != nil && out[last].Person == now.holder.Person && out[last].Acting == now.holder.Acting && day-by[last][len(by[last])-1].day <= termDays:
			by[last] = append(by[last], now.by...)
			continue
		case last >= 0 && out[last].To == "":
			out[last].To = first.row.Published
		}
		if now.holder != nil {
			h := now.holder
			out, by = append(out, Holder{Post: h.Post(), Title: h.Title, Person: h.Person, Name: h.Name, Acting: h.Acting}), append(by, now.by)
		}
	}
	for i := range out {
		out[i].support(by[i])
	}
	if on == "" {
		return out
	}
	return slices.DeleteFunc(out, func(h Holder) bool { return !h.holds(on) })
}

// support fills in what reports say for a holder.
func (h *Holder) support(by []teller) {
	h.Since, h.Last = by[0].row.Published, by[len(by)-1].row.Published
	h.Sources = sourcesNaming(by)
	h.Confidence = math.Round(100*(1-doubt/float64(h.Sources))) / 100
	for _, t := range by {
		h.From = append(h.From, t.naming())
	}
}

// doubt is how unsure one source leaves who holds an office from then on; several
// share it.
const doubt = 0.3

// holds reports whether a holder is presumed to be in office on a day.
func (h *Holder) holds(on rapporteur.Date) bool {
	day, known := daysOf(on)
	last, _ := daysOf(h.Last)
	return known && h.Since <= on && (h.To == "" || on < h.To) && day.from-last.from <= termDays
}

func (t *teller) naming() Naming {
	return Naming{Report: t.row.ID, Outlet: t.row.Outlet, Published: t.row.Published, Evidence: stamp(t.Evidence, t.row.ID)}
}

// Taught gives, for an entry, the holders of offices in it for whom its reports were
// read by the word of others, and those others.
func (r *Record) Taught(ctx context.Context, id string) ([]Holder, error) {
	var out []Holder
	err := r.store.View(ctx, func(v View) error {
		row, err := v.Entry(id)
		if err != nil || row == nil {
			return err
		}
		members, err := v.MembersIn(time.Time{}, row.Number)
		if err != nil {
			return err
		}
		for _, m := range members {
			found, err := offices{v}.taught(m)
			if err != nil {
				return err
			}
			for _, h := range found {
				if !slices.ContainsFunc(out, func(have Holder) bool { return have.Post == h.Post && have.Person == h.Person }) {
					out = append(out, h)
				}
			}
		}
		return nil
	})
	return out, err
}

// taught gives the holders of offices for whom a member was read.
func (o offices) taught(m MemberRow) ([]Holder, error) {
	rows, err := o.store.ReportRows(m.Report)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	whole, err := o.store.Members(m.Number)
	if err != nil || len(whole) == 0 {
		return nil, err
	}
	body, err := legible(o.store, m.Report)
	if err != nil {
		return nil, err
	}
	p, err := decode(whole[0], &rows[0], newCorrections(o.store, time.Time{}))
	if err != nil && rapporteur.CodeOf(err) != rapporteur.Damaged {
		return nil, err
	}
	day, known := publishedOn(&rows[0])
	if body == nil || p == nil || !known {
		return nil, nil
	}
	var out []Holder
	for _, open := range body.Open {
		now, err := o.on(open.Post, day)
		if err != nil {
			return nil, err
		}
		if now == nil || now.holder == nil || !slices.Contains(p.actors(), now.holder.Person) {
			continue
		}
		h := Holder{Post: open.Post, Title: now.holder.Title, Person: now.holder.Person, Name: now.holder.Name, Acting: now.holder.Acting}
		h.support(now.by)
		out = append(out, h)
	}
	return out, nil
}
