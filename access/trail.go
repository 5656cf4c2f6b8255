package access

import (
	"context"
	"unicode"
)

// What is a kind of line of the trail.
type What string

// The kinds of lines of the trail.
const (
	LoggedIn    What = "logged-in"
	LoggedOut   What = "logged-out"
	LogInFailed What = "log-in-failed"
	UserAdded   What = "user-added"
	UserChanged What = "user-changed"
	UserDropped What = "user-dropped"
	KeyAdded    What = "key-added"
	KeyRevoked  What = "key-revoked"
	RoleGiven   What = "role-given"
	ReportAdded What = "report-added"
	Corrected   What = "corrected"
	DossierKept What = "dossier-kept"
	DossierGone What = "dossier-dropped"
	AlertKept   What = "alert-kept"
	AlertGone   What = "alert-dropped"
)

// Whats are all kinds of lines.
func Whats() []What {
	return []What{LoggedIn, LoggedOut, LogInFailed, UserAdded, UserChanged, UserDropped, KeyAdded, KeyRevoked, RoleGiven,
		ReportAdded, Corrected, DossierKept, DossierGone, AlertKept, AlertGone}
}

// Note appends a line to the trail: who asks in the context did something to what is
// named.
func (d *Desk) Note(ctx context.Context, what What, about string) error {
	return d.store.Update(ctx, func(u Update) error { return d.note(ctx, u, what, about) })
}

func (d *Desk) note(ctx context.Context, u Update, what What, about string) error {
	w, _ := From(ctx)
	return u.PutLine(Line{At: d.now(), Who: cut(w.Name), Address: w.Address, What: what, About: cut(about)})
}

// Trail gives the lines of the trail that are asked for, the last first.
func (d *Desk) Trail(ctx context.Context, q TrailQuery) (lines []Line, err error) {
	err = d.store.View(ctx, func(v View) error {
		lines, err = v.Trail(q)
		return err
	})
	return lines, err
}

// longest is the most that is written of words from outside.
const longest = 200

// cut keeps what strangers type from filling the trail or hiding in it.
func cut(text string) string {
	runes := []rune(text)
	if len(runes) > longest {
		runes = append(runes[:longest], '…')
	}
	for i, r := range runes {
		if !unicode.IsPrint(r) {
			runes[i] = '\uFFFD'
		}
	}
	return string(runes)
}
