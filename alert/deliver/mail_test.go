package deliver

import (
	"bufio"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"math/big"
	"mime"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/alert"
)

// mailServer is a server of mail on this machine.
type mailServer struct {
	net.Listener
	certificate tls.Certificate
	pool        *x509.CertPool
	// refuse answers a command, by its first word or "." for the end of a message, with a
	// line of its own; "cut" breaks the line there.
	refuse map[string]string
	mu     sync.Mutex
	got    []string
	logins []string
	plain  []string // commands that came unencrypted
}

func newMailServer(t *testing.T, refuse map[string]string) *mailServer {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Unix(0, 0), NotAfter: time.Now().Add(time.Hour), DNSNames: []string{"localhost"}, IsCA: true, BasicConstraintsValid: true,
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	s := &mailServer{certificate: tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, pool: x509.NewCertPool(), refuse: refuse}
	s.pool.AddCert(parsed)
	if s.Listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	go func() {
		for {
			c, err := s.Accept()
			if err != nil {
				return
			}
			go s.talk(c)
		}
	}()
	return s
}

// talk is one connection.
func (s *mailServer) talk(c net.Conn) {
	defer func() { _ = c.Close() }()
	in, secure := bufio.NewReader(c), false
	say := func(line string) { fmt.Fprintf(c, "%s\r\n", line) }
	say("220 post")
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		line = strings.TrimSpace(line)
		word, rest, _ := strings.Cut(line, " ")
		word = strings.ToUpper(word)
		s.mu.Lock()
		if !secure {
			s.plain = append(s.plain, word)
		}
		answer := s.refuse[word]
		s.mu.Unlock()
		if answer != "" {
			say(answer)
			continue
		}
		switch word {
		case "EHLO":
			say("250-post")
			if !secure && s.refuse["tls"] == "" {
				say("250-STARTTLS")
			}
			say("250 AUTH PLAIN")
		case "STARTTLS":
			say("220 go on")
			t := tls.Server(c, &tls.Config{Certificates: []tls.Certificate{s.certificate}})
			c, in, secure = t, bufio.NewReader(t), true
		case "AUTH":
			_, coded, _ := strings.Cut(rest, " ")
			plain, _ := base64.StdEncoding.DecodeString(coded) // what is wrong fails below
			s.mu.Lock()
			s.logins = append(s.logins, strings.ReplaceAll(string(plain), "\x00", "|"))
			s.mu.Unlock()
			say("235 welcome")
		case "DATA":
			say("354 go on")
			if !s.data(c, in, say) {
				return
			}
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

// data takes a message; false where the line breaks.
func (s *mailServer) data(c net.Conn, in *bufio.Reader, say func(string)) bool {
	var b strings.Builder
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return false
		}
		if line == ".\r\n" {
			break
		}
		b.WriteString(line)
	}
	if s.refuse["."] == "cut" {
		_ = c.Close()
		return false
	}
	if s.refuse["."] != "" {
		say(s.refuse["."])
		return true
	}
	s.mu.Lock()
	s.got = append(s.got, b.String())
	s.mu.Unlock()
	say("250 taken")
	return true
}

func mailParcel() *alert.Parcel {
	return &alert.Parcel{Letter: alert.Letter{ID: "alert-1", Rule: "plans", To: alert.Target{By: alert.Email, To: "desk@example.org"}, Made: time.Date(2031, 5, 1, 12, 0, 0, 0, time.UTC)},
		Words: &alert.Composed{Subject: "plans: “Geplant” in Zürich\r\nBcc: x@example.org", Text: "Planned: talks\n.\nend\n", HTML: "<p>Planned</p>"}}
}

func courier(t *testing.T, s *mailServer, scheme string, user string) *Mail {
	t.Helper()
	_, port, err := net.SplitHostPort(s.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	m, err := NewMail(scheme+"://"+user+"localhost:"+port, "env:PASSWORD", "rapporteur@desk.example", func(string) string { return "hunter2" })
	if err != nil {
		t.Fatal(err)
	}
	m.trust = &tls.Config{RootCAs: s.pool, ServerName: "localhost", MinVersion: tls.VersionTLS12}
	return m
}

// TestMail logs in behind STARTTLS and sends both forms under the letter's id.
func TestMail(t *testing.T) {
	s := newMailServer(t, nil)
	if err := courier(t, s, "smtp", "kim@").Deliver(t.Context(), mailParcel()); err != nil {
		t.Fatal(err)
	}
	if len(s.got) != 1 || strings.Join(s.logins, " ") != "|kim|hunter2" || strings.Contains(strings.Join(s.plain, " "), "AUTH") {
		t.Fatalf("%q, %q, in the clear %q", s.got, s.logins, s.plain)
	}
	m, err := mail.ReadMessage(strings.NewReader(s.got[0]))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil || !strings.Contains(subject, "“Geplant” in Zürich") || m.Header.Get("Bcc") != "" {
		t.Errorf("%q, %v, %q", subject, err, m.Header)
	}
	body, err := io.ReadAll(m.Body)
	if err != nil || m.Header.Get("Message-Id") != "<alert-1@desk.example>" || m.Header.Get("Auto-Submitted") != "auto-generated" ||
		!strings.Contains(m.Header.Get("Content-Type"), "multipart/alternative") || !strings.Contains(string(body), "<p>Planned</p>") {
		t.Errorf("%v, %s, %v", m.Header, body, err)
	}
}

func TestMailInTheClear(t *testing.T) {
	s := newMailServer(t, nil)
	if err := courier(t, s, "smtp-plain", "").Deliver(t.Context(), mailParcel()); err != nil || len(s.got) != 1 {
		t.Fatalf("%q, %v", s.got, err)
	}
	if strings.Contains(strings.Join(s.plain, " "), "STARTTLS") {
		t.Errorf("%q", s.plain)
	}
}

// TestMailRefused: what a server refuses was not taken, for now or for good; where the line
// breaks behind the last word nobody knows.
func TestMailRefused(t *testing.T) {
	for _, c := range []struct {
		refuse      map[string]string
		sure, final bool
	}{
		{map[string]string{"RCPT": "550 nobody here"}, true, true},
		{map[string]string{"RCPT": "451 later"}, true, false},
		{map[string]string{"MAIL": "421 busy"}, true, false},
		{map[string]string{"AUTH": "535 wrong"}, true, false},
		{map[string]string{".": "554 spam"}, true, true},
		{map[string]string{".": "452 full"}, true, false},
		{map[string]string{".": "cut"}, false, false},
		{map[string]string{"tls": "none"}, true, false}, // a password is never sent in the clear
	} {
		s := newMailServer(t, c.refuse)
		err := courier(t, s, "smtp", "kim@").Deliver(t.Context(), mailParcel())
		var back *alert.Setback
		if err == nil || errors.As(err, &back) != c.sure || c.sure && back.Final != c.final || strings.Contains(err.Error(), "hunter2") || len(s.got) > 0 {
			t.Errorf("%v: %v (%+v)", c.refuse, err, back)
		}
		if c.refuse["tls"] != "" && len(s.logins) > 0 {
			t.Errorf("a password was sent in the clear: %q", s.logins)
		}
	}
	s := newMailServer(t, nil)
	m := courier(t, s, "smtp", "kim@")
	m.getenv = func(string) string { return "" }
	var back *alert.Setback
	if err := m.Deliver(t.Context(), mailParcel()); !errors.As(err, &back) || back.Final {
		t.Errorf("without a password: %v", err)
	}
	p := mailParcel()
	p.To.To = "nobody"
	if err := m.Deliver(t.Context(), p); !errors.As(err, &back) || !back.Final {
		t.Errorf("to nobody: %v", err)
	}
}

func TestNewMail(t *testing.T) {
	for _, server := range []string{"smtp://mail.example.org", "smtps://kim@mail.example.org", "smtp-plain://127.0.0.1:2525"} {
		if _, err := NewMail(server, "env:P", "desk@example.org", nil); err != nil {
			t.Errorf("%s: %v", server, err)
		}
	}
	for _, c := range []struct{ server, password, from string }{
		{"mail.example.org", "", "desk@example.org"}, {"http://mail.example.org", "", "desk@example.org"}, {"smtp://kim:pw@mail.example.org", "env:P", "desk@example.org"},
		{"smtp://kim@mail.example.org", "hunter2", "desk@example.org"}, {"smtp-plain://kim@mail.example.org", "env:P", "desk@example.org"},
		{"smtp://mail.example.org", "", ""}, {"smtp://mail.example.org", "", "nobody"}, {"smtp://mail.example.org/x", "", "desk@example.org"}, {"smtp://mail.example.org:x", "", "desk@example.org"},
	} {
		_, err := NewMail(c.server, alert.Secret(c.password), c.from, nil)
		if rapporteur.CodeOf(err) != rapporteur.Invalid || strings.Contains(err.Error(), "pw") || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// TestMailWrapped speaks TLS from the first word.
func TestMailWrapped(t *testing.T) {
	s := newMailServer(t, nil)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	go func() {
		if c, err := l.Accept(); err == nil {
			s.talk(tls.Server(c, &tls.Config{Certificates: []tls.Certificate{s.certificate}}))
		}
	}()
	m := courier(t, s, "smtps", "kim@")
	m.port = l.Addr().(*net.TCPAddr).Port
	if err := m.Deliver(t.Context(), mailParcel()); err != nil || len(s.got) != 1 {
		t.Errorf("%q, %v", s.got, err)
	}
}
