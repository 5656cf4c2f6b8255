package deliver

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/alert"

	"github.com/wneessen/go-mail"
)

// Mail sends letters through a server of mail.
type Mail struct {
	host     string
	port     int
	security security
	user     string
	// password names where the password is.
	password alert.Secret
	from     string
	getenv   func(string) string
	// trust is what certificates are checked with, nil for the machine's.
	trust *tls.Config
}

// patience is how long it is waited for a server's answer.
const patience = 10 * time.Second

// security is how a connection is encrypted.
type security string

const (
	// upgraded demands STARTTLS, but of this machine, where it is used if it is there.
	upgraded security = "smtp"
	// wrapped is encrypted from the beginning.
	wrapped security = "smtps"
	// clear is not encrypted, and no password is sent.
	clear security = "smtp-plain"
)

// ports are the usual ones.
var ports = map[security]int{upgraded: 587, wrapped: 465, clear: 25}

// NewMail makes a courier of the address of a server: smtp://USER@HOST:PORT, which demands
// STARTTLS, smtps:// or smtp-plain://; of where the password is; and of whom letters are
// from.
func NewMail(server string, password alert.Secret, from string, getenv func(string) string) (*Mail, error) {
	refuse := func(message string) error {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "server of mail", Message: message}
	}
	u, err := url.Parse(server)
	if err != nil || u.Hostname() == "" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" {
		return nil, refuse("give it as smtp://USER@HOST:PORT, or with smtps:// or smtp-plain://")
	}
	m := &Mail{host: u.Hostname(), security: security(u.Scheme), user: u.User.Username(), password: password, from: from, getenv: getenv}
	m.port = ports[m.security]
	if _, has := u.User.Password(); has {
		return nil, refuse("leave the password out of the address and name where it is: env:NAME or file:PATH")
	}
	if u.Port() != "" {
		m.port, err = strconv.Atoi(u.Port())
	}
	switch {
	case err != nil || ports[m.security] == 0:
		return nil, refuse("give it as smtp://USER@HOST:PORT, or with smtps:// or smtp-plain://")
	case m.security == clear && m.user != "":
		return nil, refuse("a password is never sent in the clear; use smtp:// or smtps://")
	case m.user != "" && !alert.Named(string(password)):
		return nil, refuse("name where the password of " + m.user + " is: env:NAME or file:PATH")
	case from == "":
		return nil, refuse("say from whom letters are, such as rapporteur@example.org")
	}
	if err := mail.NewMsg().From(from); err != nil {
		return nil, refuse("letters cannot be from " + from + "; give an address as rapporteur@example.org")
	}
	return m, nil
}

// client makes a connection's settings.
func (m *Mail) client() (*mail.Client, error) {
	policy := mail.TLSMandatory
	switch a, err := netip.ParseAddr(m.host); {
	case m.security == clear:
		policy = mail.NoTLS
	case m.host == "localhost" || err == nil && a.IsLoopback():
		policy = mail.TLSOpportunistic
	}
	options := []mail.Option{mail.WithPort(m.port), mail.WithTLSPolicy(policy), mail.WithoutNoop(), mail.WithoutRset(), mail.WithTimeout(patience)}
	if m.security == wrapped {
		options = append(options, mail.WithSSL())
	}
	if m.trust != nil {
		options = append(options, mail.WithTLSConfig(m.trust))
	}
	if m.user != "" {
		password, err := m.password.Reveal(m.getenv)
		if err != nil {
			return nil, err
		}
		options = append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(m.user), mail.WithPassword(password))
	}
	return mail.NewClient(m.host, options...)
}

// message writes a parcel as a message. Its id is the letter's, so that a mailbox that
// looks at ids shows it once.
func (m *Mail) message(p *alert.Parcel) (*mail.Msg, error) {
	msg := mail.NewMsg()
	if err := errors.Join(msg.From(m.from), msg.To(p.To.To)); err != nil {
		return nil, err
	}
	domain := m.from[strings.LastIndexByte(m.from, '@')+1:]
	msg.SetMessageIDWithValue(p.ID + "@" + strings.Trim(domain, "<> "))
	msg.SetDateWithValue(p.Made)
	msg.Subject(p.Words.Subject)
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	msg.SetGenHeader("X-Rapporteur-Rule", p.Rule)
	msg.SetBodyString(mail.TypeTextPlain, p.Words.Text)
	msg.AddAlternativeString(mail.TypeTextHTML, p.Words.HTML)
	return msg, nil
}

// Deliver sends a parcel. What the server did not take, it says so; where the line broke
// behind the last word nobody knows.
func (m *Mail) Deliver(ctx context.Context, p *alert.Parcel) error {
	msg, err := m.message(p)
	if err != nil {
		return &alert.Setback{Final: true, Reason: err.Error()}
	}
	c, err := m.client()
	if err != nil {
		return refused(err)
	}
	if err := c.DialWithContext(ctx); err != nil {
		return &alert.Setback{Reason: fmt.Sprintf("the server of mail %s: %v", m.host, err)}
	}
	sent := c.Send(msg)
	_ = c.Close() // whether it was taken is known
	return judged(sent)
}

// judged says of a failure whether the letter was certainly not taken.
func judged(err error) error {
	var failed *mail.SendError
	if err == nil || !errors.As(err, &failed) {
		return err
	}
	code := failed.ErrorCode()
	switch failed.Reason {
	case mail.ErrSMTPDataClose, mail.ErrWriteContent, mail.ErrAmbiguous:
		if code < 400 {
			return err
		}
	}
	return &alert.Setback{Reason: err.Error(), Final: code >= 500}
}
