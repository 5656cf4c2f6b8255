package record

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"time"

	"rapporteur"
)

// Namespace is a desk of several on one record. Reports and readings are everybody's; its
// corrections and dossiers are its own: asked in its name the record is the shared one
// with its corrections, and nobody else sees them.
type Namespace struct {
	Name string    `json:"name"`
	Made time.Time `json:"made"`
	Quota
}

// Quota is how much a desk may have, 0 for any number.
type Quota struct {
	// ReportsADay are the new reports that it puts on the record in a day of UTC.
	ReportsADay int `json:"reports_a_day"`
	// Corrections and Dossiers are how many it keeps at most.
	Corrections int `json:"corrections"`
	Dossiers    int `json:"dossiers"`
	// Follows are how many sources it follows at most.
	Follows int `json:"follows"`
	// Names are how many rows its tables have at most.
	Names int `json:"names"`
}

// namespaceKey is the key of a namespace among the values of a context.
type namespaceKey struct{}

// In is a context in which the record is asked, and corrected, in the name of a desk; the
// empty name is that of the shared record.
func In(ctx context.Context, namespace string) context.Context {
	return context.WithValue(ctx, namespaceKey{}, namespace)
}

// For is the record of which a desk is asked where a context names none.
func (r *Record) For(namespace string) *Record {
	out := *r
	out.namespace = namespace
	return &out
}

// Namespace is the desk in whose name the record is asked in a context, empty for the
// shared record.
func (r Reader) Namespace(ctx context.Context) string {
	if name, named := ctx.Value(namespaceKey{}).(string); named {
		return name
	}
	return r.namespace
}

// The kinds of rows that belong to a desk.
const (
	deskItself     = "desk"
	deskCorrection = "correction"
	deskDossier    = "dossier"
	deskDay        = "day"
)

// deskForm is what the name of a desk may be: it stands in addresses.
var deskForm = regexp.MustCompile(`^[a-z0-9]([a-z0-9._-]{0,38}[a-z0-9])?$`)

// Namespaces gives the desks of the record by their names.
func (r Reader) Namespaces(ctx context.Context) (all []Namespace, err error) {
	err = r.store.View(ctx, func(v View) error {
		all, err = namespacesIn(v)
		return err
	})
	return all, err
}

// Desk gives one desk of the record. One that is not there is Invalid.
func (r *Record) Desk(ctx context.Context, name string) (one Namespace, err error) {
	err = r.store.View(ctx, func(v View) error {
		desk, err := deskOf(v, name)
		if err == nil {
			one = *desk
		}
		return err
	})
	return one, err
}

func namespacesIn(v DeskView) ([]Namespace, error) {
	rows, err := v.DeskRows("", deskItself)
	if err != nil {
		return nil, err
	}
	return decodedRows[Namespace](rows)
}

// decodedRows reads the bodies of rows.
func decodedRows[T any](rows []DeskRow) ([]T, error) {
	out := make([]T, len(rows))
	for i, row := range rows {
		if err := json.Unmarshal([]byte(row.Body), &out[i]); err != nil {
			return nil, &rapporteur.Error{Code: rapporteur.Damaged, Op: "read " + row.Kind + " " + row.Key + " of " + row.Namespace, Message: "it is not as it was written; restore a backup", Err: err}
		}
	}
	return out, nil
}

// putRow writes something of a desk.
func putRow(u DeskUpdate, namespace, kind, key string, body any) error {
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return u.PutDeskRow(DeskRow{Namespace: namespace, Kind: kind, Key: key, Body: string(data)})
}

// AddNamespace makes a desk. A name that cannot be one, or that there is, is Invalid.
func (r *Record) AddNamespace(ctx context.Context, name string, q Quota) error {
	op := "add namespace " + name
	if !deskForm.MatchString(name) {
		return invalid(op, "a name has up to 40 small letters and digits, with . _ - between them")
	}
	return r.store.Update(ctx, func(u Update) error {
		if have, err := u.DeskRows(name, deskItself); err != nil || len(have) > 0 {
			return refusal(err, op, "there is one of that name; `rapporteur namespace quota` changes what it may have")
		}
		return putRow(u, name, deskItself, name, Namespace{name, timeless(r.clock()), q})
	})
}

// refusal is a failure, or else what is wrong.
func refusal(err error, op, message string) error {
	if err != nil {
		return err
	}
	return invalid(op, message)
}

// SetQuota says how much a desk may have from now on; what it has stays.
func (r *Record) SetQuota(ctx context.Context, name string, set func(*Quota)) (Namespace, error) {
	var out Namespace
	err := r.store.Update(ctx, func(u Update) error {
		have, err := deskOf(u, name)
		if err != nil {
			return err
		}
		set(&have.Quota)
		out = *have
		return putRow(u, name, deskItself, name, have)
	})
	return out, err
}

// DropNamespace forgets a desk with its corrections, its dossiers and the roles at it. The
// shared record stays as it is.
func (r *Record) DropNamespace(ctx context.Context, name string) error {
	return r.store.Update(ctx, func(u Update) error {
		if _, err := deskOf(u, name); err != nil {
			return err
		}
		return u.DropDesk(name)
	})
}

// deskOf gives a desk that must be there.
func deskOf(v DeskView, name string) (*Namespace, error) {
	rows, err := v.DeskRows(name, deskItself)
	if err != nil {
		return nil, err
	}
	all, err := decodedRows[Namespace](rows)
	if err != nil {
		return nil, err
	}
	if name == "" || len(all) == 0 {
		return nil, noDesk(name)
	}
	return &all[0], nil
}

// noDesk is the error for a desk that is not there.
func noDesk(name string) error {
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: "namespace " + name, Message: "the record has no such desk; `rapporteur namespace list` has them all, `rapporteur namespace add` makes one"}
}

// Holding is what a desk has.
type Holding struct {
	Corrections int `json:"corrections"`
	Dossiers    int `json:"dossiers"`
	// Names are the rows of its tables.
	Names int `json:"names"`
	// ReportsToday are the new reports that it put on the record today, in UTC.
	ReportsToday int `json:"reports_today"`
}

// Holding counts what a desk has.
func (r *Record) Holding(ctx context.Context, name string) (h Holding, err error) {
	err = r.store.View(ctx, func(v View) error {
		if _, err := deskOf(v, name); err != nil {
			return err
		}
		corrections, err := v.DeskRows(name, deskCorrection)
		if err != nil {
			return err
		}
		dossiers, err := v.DeskRows(name, deskDossier)
		if err != nil {
			return err
		}
		tables, err := tablesOf(v, name)
		if err != nil {
			return err
		}
		for _, t := range tables {
			h.Names += len(t.Rows)
		}
		h.Corrections, h.Dossiers = len(corrections), len(dossiers)
		h.ReportsToday, err = arrivedOn(v, name, r.today())
		return err
	})
	return h, err
}

// today is the day of UTC, by which reports of a day are counted.
func (r *Record) today() string { return r.clock().UTC().Format(time.DateOnly) }

// arrivedOn is how many reports a desk put on the record in a day.
func arrivedOn(v DeskView, name, day string) (int, error) {
	rows, err := v.DeskRows(name, deskDay)
	if err != nil {
		return 0, err
	}
	for _, row := range rows {
		if row.Key == day {
			n, err := decodedRows[int]([]DeskRow{row})
			if err != nil {
				return 0, err
			}
			return n[0], nil
		}
	}
	return 0, nil
}

// overQuota is the error for more than a desk may have.
func overQuota(op, name string, most int, of, remedy string) error {
	return &rapporteur.Error{Code: rapporteur.OverQuota, Op: op,
		Message: fmt.Sprintf("the desk %s may have %d %s and has them; %s, or have its quota raised: rapporteur namespace quota %s --%s N", name, most, of, remedy, name, strings.ReplaceAll(of, " ", "-"))}
}
