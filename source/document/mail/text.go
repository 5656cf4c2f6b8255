package mail

import (
	"regexp"
	"strings"

	"rapporteur"
	"rapporteur/source/document"
)

var (
	// attribution says whose words are quoted below: "On Tuesday, Ana Roe wrote:".
	attribution = regexp.MustCompile(`(?i)^(?:on|le|am|el|op|il|den|em)\b.{4,200}\b(?:wrote|a écrit|schrieb|escribió|schreef|ha scritto|skrev|escreveu)\b.{0,60}:$`)
	// introduction is such a line in any language: an address or a time, and a colon.
	introduction = regexp.MustCompile(`(?:[\w.+-]+@[\w.-]+\w|\b\d{1,2}[:.]\d{2}\b).*:$`)
	// name is what somebody signs with behind two hyphens: "-- Ana".
	name = regexp.MustCompile(`^-- ?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,2}$`)
	// marker stands above a letter that is quoted whole.
	marker = regexp.MustCompile(`(?i)^[>\s]*(?:-{2,}\s*(original message|forwarded message|forwarded by .{1,60}|message d'origine|message transféré|ursprüngliche nachricht|weitergeleitete nachricht|mensaje original|mensaje reenviado)\s*-{2,}|(begin forwarded message):)$`)
	// quotedField is a field of the head of a letter that is quoted whole.
	quotedField = regexp.MustCompile(`(?i)^[*>\s]*(from|sent|date|to|cc|bcc|subject|reply-to|von|gesendet|an|betreff|datum|de|envoyé|à|objet|enviado|para|asunto)\s*:\*?\s*(.*)$`)
	// device is what programs on telephones put below a letter.
	device = regexp.MustCompile(`(?i)^(?:(?:sent|written|typed) (?:from|via|using|with) (?:my|a|an|the|iphone|ipad|android|samsung|outlook|yahoo|gmail|mail|aol|proton|blackberry|windows|nokia|huawei|xiaomi)\b|sent on the go|get outlook for|get the outlook app|yahoo mail on|` +
		`envoyé (?:de|depuis|à partir de) |télécharger outlook|(?:diese nachricht wurde )?(?:von|vom) (?:meinem|unterwegs|iphone|ipad|android|handy|mobiltelefon).{0,40}gesendet|gesendet (?:von|mit|über) |holen sie sich outlook|` +
		`enviado (?:desde|do|de|a partir do|com) |obtener outlook|obter (?:o )?outlook|inviato (?:da|dal|con) |scarica outlook|(?:verzonden|verstuurd) (?:vanaf|vanuit|met|via) |skickat från |sendt fra |lähetetty |wysłan[eoy] (?:z|ze) |odesláno z |odoslané z |küldve |trimis (?:de|din) |στάλθηκε από |` +
		`отправлено (?:с|из|от) |надіслано (?:з|із) |изпратено от |gönder(?:en|ildi)|发自|從我的|寄自|发送自|傳送自|나의 .{1,30}에서 보냄|أُرسلت من|أرسلت من|נשלח מה)|(?:ımdan|imden|'den) gönderildi$|から送信$`)
	// listRule stands above what a list adds.
	listRule = regexp.MustCompile(`^(?:_{20,}|-{30,}|={30,})$`)
)

// notesLongest is how many words somebody puts above a letter that is passed on, and
// listLongest how many lines a list puts below; deviceLongest is how many bytes a telephone
// says what it is in.
const (
	notesLongest  = 60
	listLongest   = 12
	deviceLongest = 90
)

// blocksOf parts the words of a letter into what its sender says and what is quoted,
// signed and added. A letter that is passed on gives the document its own head.
func blocksOf(text string, d *document.Document, depth int) []document.Block {
	own, quoted, marked := partedAt(strings.Split(text, "\n"))
	if quoted == nil || depth > nestMost {
		return append(lined(own), said(quoted, rapporteur.Boilerplate)...)
	}
	if passed := head(quoted); len(strings.Fields(strings.Join(own, " "))) <= notesLongest && (marked || passed.subject != "" && passedOn.MatchString(passed.subject)) {
		d.Title, d.Outlet, d.Byline = first(subjectOf(passed.subject), d.Title), first(passed.from, d.Outlet), ""
		if day := written(passed.date); day != "" {
			d.Published = day
		}
		return append(append(said(own, rapporteur.Boilerplate), said(quoted[:passed.lines], rapporteur.Boilerplate)...), blocksOf(strings.Join(quoted[passed.lines:], "\n"), d, depth+1)...)
	}
	return append(lined(own), said(quoted, rapporteur.Boilerplate)...)
}

func first(words, otherwise string) string {
	if words != "" {
		return words
	}
	return otherwise
}

// partedAt parts a letter before one that is quoted whole in it, and says whether it
// is passed on.
func partedAt(lines []string) (own, quoted []string, forwarded bool) {
	for i, line := range lines {
		if m := marker.FindStringSubmatch(line); m != nil {
			word := strings.ToLower(m[1] + m[2])
			return lines[:i], lines[i:], strings.Contains(word, "forwarded") || strings.Contains(word, "transféré") || strings.Contains(word, "weitergeleitet") || strings.Contains(word, "reenviado")
		}
		if headed(lines[i:]) {
			return lines[:i], lines[i:], false
		}
	}
	return lines, nil, false
}

// headed reports whether lines begin with the head of a letter: who from, and two more.
func headed(lines []string) bool {
	fields := 0
	for i, line := range lines[:min(len(lines), 6)] {
		m := quotedField.FindStringSubmatch(line)
		if m == nil || i == 0 && !strings.EqualFold(m[1], "from") && !strings.EqualFold(m[1], "von") && !strings.EqualFold(m[1], "de") {
			break
		}
		fields++
	}
	return fields >= 3
}

// quotedHead is the head of a letter that is quoted whole.
type quotedHead struct {
	from, date, subject string
	// lines is how many it has, with the marker above it.
	lines int
}

func head(lines []string) (h quotedHead) {
	fields := false
	for i, line := range lines {
		m := quotedField.FindStringSubmatch(line)
		switch {
		case m == nil && fields && (strings.TrimSpace(line) == "" || i > 20):
			return h
		case m != nil:
			fields = true
			h.take(strings.ToLower(m[1]), strings.TrimSpace(m[2]))
		}
		h.lines = i + 1
		if !fields && i > 3 {
			break
		}
	}
	return h
}

func (h *quotedHead) take(field, value string) {
	switch field {
	case "from", "von", "de":
		name, _, _ := strings.Cut(strings.TrimPrefix(value, "<"), "<")
		name, _, _ = strings.Cut(name, "[mailto")
		h.from = called(name, strings.Trim(value, "<>"))
	case "date", "sent", "gesendet", "datum", "envoyé", "enviado":
		h.date = value
	case "subject", "betreff", "objet", "asunto":
		h.subject = value
	}
}

// said makes one block of lines.
func said(lines []string, kind rapporteur.ParagraphKind) []document.Block {
	words := strings.Trim(strings.Join(lines, "\n"), "\n \t")
	if words == "" {
		return nil
	}
	return []document.Block{{Words: words, Kind: kind}}
}

// lined parts lines of the sender from those that he quotes, signs with, and that a
// list adds.
func lined(lines []string) (out []document.Block) {
	from, kind, signed := 0, rapporteur.ParagraphKind(""), false
	for i := range lines {
		next := rapporteur.ParagraphKind("")
		line := strings.TrimRight(lines[i], " \t\r")
		switch {
		case quoting(lines, i):
			next, signed = rapporteur.Boilerplate, false
		case len(line) <= deviceLongest && device.MatchString(strings.TrimSpace(line)) && !stopAt(line):
			next = rapporteur.Boilerplate
		case line == "--" || line == "—" || name.MatchString(line) && last(lines, i) || listRule.MatchString(line) && len(lines)-i <= listLongest:
			next, signed = rapporteur.Boilerplate, true
		case signed:
			next = rapporteur.Boilerplate
		case line == "":
			next = kind
		}
		if next != kind {
			out = append(out, said(lines[from:i], kind)...)
			from, kind = i, next
		}
	}
	return append(out, said(lines[from:], kind)...)
}

// quoting reports whether a line is quoted, or says whose words are quoted below it,
// by itself or with the next line or the one before.
func quoting(lines []string, i int) bool {
	at := func(i int) string {
		if i < 0 || i >= len(lines) {
			return ""
		}
		return strings.TrimSpace(lines[i])
	}
	line := at(i)
	if strings.HasPrefix(line, ">") || attribution.MatchString(line) {
		return true
	}
	if introduces(lines, i) {
		return true
	}
	two := func(a, b string) bool { return a != "" && b != "" && attribution.MatchString(a+" "+b) }
	return two(line, at(i+1)) && !stopAt(line) || two(at(i-1), line) && !stopAt(at(i-1))
}

// introduces reports whether a line, or with the next one, says in any language whose
// words are quoted below.
func introduces(lines []string, i int) bool {
	quoted := func(i int) bool { return strings.HasPrefix(following(lines, i), ">") }
	line := strings.TrimSpace(lines[i])
	if introduction.MatchString(line) && quoted(i) {
		return true
	}
	return i+1 < len(lines) && introduction.MatchString(line+":") && introduction.MatchString(line+" "+strings.TrimSpace(lines[i+1])) && quoted(i+1)
}

// following is the next line that is not blank.
func following(lines []string, i int) string {
	for _, line := range lines[i+1:] {
		if line = strings.TrimSpace(line); line != "" {
			return line
		}
	}
	return ""
}

// last reports whether nothing but blank lines comes behind a line.
func last(lines []string, i int) bool { return following(lines, i) == "" }

// stopAt reports whether a sentence ends in a line.
func stopAt(line string) bool { return strings.HasSuffix(line, ".") || strings.Contains(line, ". ") }

// unflow joins the lines of a text that wraps by format=flowed: a line that ends with
// a blank goes on in the next, unless it is the line above a signature.
func unflow(text string, delsp bool) string {
	var out strings.Builder
	open := false
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimRight(line, "\r")
		if open && strings.HasPrefix(line, ">") || line == "-- " {
			if open {
				out.WriteByte('\n')
			}
			out.WriteString(line + "\n")
			open = false
			continue
		}
		line = strings.TrimPrefix(line, " ")                                 // stuffed
		open = strings.HasSuffix(line, " ") && !strings.HasPrefix(line, ">") // an answer below is none of its words
		if open && delsp {
			line = line[:len(line)-1]
		}
		out.WriteString(line)
		if !open {
			out.WriteByte('\n')
		}
	}
	return out.String()
}
