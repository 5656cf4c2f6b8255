package reading

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/table"
)

//go:embed tables/issuers.tsv
var issuersTable []byte

// issuerWords are the rows of issuers.tsv: what a word tells, by what and word.
var issuerWords = sync.OnceValue(func() map[[2]string]bool {
	parsed, err := table.Parse("issuers.tsv", issuersTable, "what", "word")
	if err != nil {
		panic(err) // the table is part of the program; a test reads it
	}
	out := map[[2]string]bool{}
	for _, row := range parsed.Rows {
		out[[2]string{row.Get("what"), row.Get("word")}] = true
	}
	return out
})

// headParagraphs is how many paragraphs at the head of a communiqué may name its
// issuer.
const headParagraphs = 6

// issuedConfidence is that of what is attributed to an issuer; nobody has judged such
// statements yet, so that it is below that of others.
const issuedConfidence = 0.75

// issued writes down what a communiqué says in its issuer's own name: "The Ministry
// regrets …", "We condemn …". What it quotes, or says that others say, is theirs.
func issued(r *reading) {
	if r.out.Report.Genre != rapporteur.Communique {
		return
	}
	c := communique{doc: r.doc, links: r.links, out: r.out}
	if c.issuers = c.named(); len(c.issuers) == 0 {
		return
	}
	for _, s := range r.doc.Sentences {
		if c.kindAt(s) != rapporteur.Body || !c.inOwnName(s) {
			continue
		}
		words := r.doc.Bytes(s.First, s.Last)
		if told := c.toldIn(words); told != nil {
			if len(told.Speakers) == 0 {
				told.Speakers, told.For = r.links.ids(c.issuers), rapporteur.Text(c.actsFor(c.issuers[0]))
			}
			continue
		}
		shown := brief(r.doc, words, words)
		r.out.Statements = append(r.out.Statements, rapporteur.Statement{
			Basis:    r.basis("statement", "issuer's own words", issuedConfidence, []language.Range{shown}, shown),
			Speakers: r.links.ids(c.issuers), For: rapporteur.Text(c.actsFor(c.issuers[0])), Mode: rapporteur.Indirect, Act: "assert",
			Content: []rapporteur.Span{r.doc.Span(shown)}, Addressees: []string{}, Medium: "statement", Date: r.out.Report.Published,
		})
	}
}

// communique is a report that speaks for its issuers.
type communique struct {
	doc     *language.Document
	links   *links
	out     *rapporteur.Reading
	issuers []int
}

// kindAt is the kind of the paragraph of a sentence.
func (c *communique) kindAt(s language.Sentence) rapporteur.ParagraphKind {
	if all := c.out.Report.Paragraphs; s.Paragraph >= 0 && s.Paragraph < len(all) {
		return all[s.Paragraph].Kind
	}
	return rapporteur.Body
}

// word is a token in small letters.
func (c *communique) word(i int) string { return strings.ToLower(c.doc.Tokens[i].Form) }

func (c *communique) isIssuerWord(what string, i int) bool {
	return i >= 0 && issuerWords()[[2]string{what, c.word(i)}]
}

// named finds who issued a communiqué: whom its title names behind "statement by",
// else who stands alone on a line at its head, else with whom its title begins.
func (c *communique) named() []int {
	var alone, first []int
	for _, s := range c.doc.Sentences {
		kind := c.kindAt(s)
		if s.Paragraph >= headParagraphs || kind == rapporteur.Body || kind == rapporteur.Caption {
			continue
		}
		if named := c.namedBehind(s); len(named) > 0 {
			return named
		}
		m := c.links.Mention(s.First)
		if m == nil && s.First+1 < s.Last {
			m = c.links.Mention(s.First + 1)
		}
		switch {
		case m == nil || m.Actor < 0 || m.Pronoun:
		case len(alone) == 0 && (m.Last-m.First)*10 >= (s.Last-s.First)*7:
			alone = []int{m.Actor}
		case len(first) == 0 && kind == rapporteur.Title:
			first = []int{m.Actor}
		}
	}
	if len(alone) > 0 {
		return alone
	}
	return first
}

// namedBehind gives whom a line names behind a word for what is issued: one, or several
// who issued it together.
func (c *communique) namedBehind(s language.Sentence) []int {
	at := s.First
	for at < s.Last && !c.isIssuerWord("title", at) {
		at++
	}
	for at < s.Last && !c.isIssuerWord("leads", at) {
		at++
	}
	var out []int
	for i := at + 1; i < s.Last; i++ {
		if m := c.links.Mention(i); m != nil && m.Actor >= 0 && !m.Pronoun {
			if !slices.Contains(out, m.Actor) {
				out = append(out, m.Actor)
			}
			i = max(i, m.Last-1)
			continue
		}
		if c.isIssuerWord("ends", i) && len(out) > 0 {
			break
		}
	}
	return out
}

// inOwnName reports whether a sentence is said in the name of the issuers: it speaks in
// the first person, or begins with them, and quotes nobody.
func (c *communique) inOwnName(s language.Sentence) bool {
	own := false
	for i := s.First; i < s.Last; i++ {
		if strings.ContainsAny(c.doc.Tokens[i].Form, "\"“”«»") {
			return false
		}
		own = own || c.isIssuerWord("self", i)
	}
	if own {
		return true
	}
	begin := s.First
	if begin+1 < s.Last && c.word(begin) == "the" {
		begin++
	}
	if m := c.links.Mention(begin); m != nil && m.Actor >= 0 && !m.Pronoun {
		id := c.links.Actor(m.Actor).ID
		return slices.ContainsFunc(c.issuers, func(issuer int) bool { return issuer == m.Actor || c.actsFor(issuer) == id })
	}
	last := begin // "the foreign ministry"
	for last+1 < s.Last && last < begin+2 && !c.isIssuerWord("body", last) {
		last++
	}
	return begin > s.First && c.isIssuerWord("body", last)
}

// actsFor is the state or body that an issuer speaks for, empty where it is not known.
func (c *communique) actsFor(issuer int) string {
	a := c.links.Actor(issuer)
	if side := cmp.Or(a.For, a.State); side != "" {
		return side
	}
	at := strings.LastIndex(a.Name, " of ") // "Ministry of Foreign Affairs of Kenya"
	if at < 0 {
		return ""
	}
	for _, sense := range c.links.base.Find(strings.TrimPrefix(a.Name[at+len(" of "):], "the ")) {
		if sense.Actor.Kind == rapporteur.State {
			return sense.Actor.ID
		}
	}
	return ""
}

// toldIn gives a statement whose evidence stands in some words, nil for none.
func (c *communique) toldIn(words language.Range) *rapporteur.Statement {
	span := c.doc.Span(words)
	for i := range c.out.Statements {
		for _, e := range c.out.Statements[i].Evidence {
			if e.Start < span.End && span.Start < e.End {
				return &c.out.Statements[i]
			}
		}
	}
	return nil
}
