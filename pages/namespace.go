package pages

import (
	"context"
	"log/slog"
	"slices"

	"rapporteur/access"
	"rapporteur/record"
)

// desksOf gives the desk in whose name somebody asks, those that they may choose, and
// whether the shared record is among them.
func desksOf(ctx context.Context, r *record.Record, log *slog.Logger) (at string, all []string, shared bool) {
	at = r.Namespace(ctx)
	who, _ := access.From(ctx)
	if all, shared = who.Desks, who.Shared; who.Role != access.Admin {
		return at, all, shared
	}
	desks, err := r.Namespaces(ctx)
	if err != nil { // the page is whole without the choice
		log.ErrorContext(ctx, "the desks cannot be listed", "error", err)
	}
	for _, d := range desks {
		if !slices.Contains(all, d.Name) {
			all = append(all, d.Name)
		}
	}
	slices.Sort(all)
	return at, all, shared
}
