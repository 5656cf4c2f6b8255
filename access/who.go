package access

import (
	"context"
	"errors"
)

// ErrUnknown is that nobody is logged in; ErrForbidden that who is may not do it.
var (
	ErrUnknown   = errors.New("log in first")
	ErrForbidden = errors.New("not allowed")
)

// How a request over HTTP names the desk in whose name it asks: by a parameter of its
// address, or else a header.
const (
	NamespaceParameter = "namespace"
	NamespaceHeader    = "Rapporteur-Namespace"
)

// Who is somebody who asks.
type Who struct {
	// Name is that of the user or key; empty on this machine, where no log-in is
	// demanded.
	Name string `json:"name"`
	Role Role   `json:"role"`
	// Key says that a program asks, with a key.
	Key bool `json:"key,omitempty"`
	// Namespace is the desk in whose name they ask, and at which they have the role; empty
	// for the shared record.
	Namespace string `json:"namespace,omitempty"`
	// Desks are those at which they have a role of their own; Shared says that they have
	// one on the shared record.
	Desks  []string `json:"desks,omitempty"`
	Shared bool     `json:"-"`
	// Address is where the request comes from.
	Address string `json:"-"`
	// session is the hash of the token of who has one.
	session string
	// holder is how grants name them.
	holder string
}

// May says whether they may do something.
func (w Who) May(d Deed) bool { return w.Role.May(d) }

// whoKey is the key of Who among the values of a context.
type whoKey struct{}

// With is a context in which somebody asks.
func With(ctx context.Context, w Who) context.Context { return context.WithValue(ctx, whoKey{}, w) }

// From gives who asks in a context, false for nobody.
func From(ctx context.Context) (Who, bool) {
	w, ok := ctx.Value(whoKey{}).(Who)
	return w, ok
}

// Name is the name of who asks in a context, empty for nobody in particular: what they
// write is signed with it.
func Name(ctx context.Context) string {
	w, _ := From(ctx)
	return w.Name
}

// Allow gives nil where who asks may do a deed, ErrUnknown where nobody is logged in
// and ErrForbidden where their role does not allow it.
func Allow(ctx context.Context, d Deed) error {
	w, ok := From(ctx)
	switch {
	case !ok:
		return ErrUnknown
	case !w.May(d):
		return w.Role.refused(d)
	}
	return nil
}
