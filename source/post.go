package source

import (
	"regexp"
	"strings"

	"rapporteur"
)

// postSignature is the last line of a post of a social network that stands in
// a report: "— Ana Vega (@anavega) May 6, 2025".
var postSignature = regexp.MustCompile(`^[—–-]+ ?([^@()]{2,80} \(@[\w.]+\).{0,40})$`)

// sharedPost is the line under a post whose words are in the picture.
var sharedPost = regexp.MustCompile(`^A post shared by .{2,80} \(@[\w.]+\)$`)

// posts puts every embedded post into one paragraph that says whose words it
// holds: the words in quotation marks, then the author's name and the day. As
// paragraphs of their own they would read as the reporter's.
func posts(all []piece) []piece {
	var out []piece
	for _, b := range all {
		if sharedPost.MatchString(b.words) {
			b.kind = rapporteur.Boilerplate
		}
		m := postSignature.FindStringSubmatch(b.words)
		if m == nil {
			out = append(out, b)
			continue
		}
		from := postStart(out, b)
		var words []string
		for _, line := range out[from:] {
			words = append(words, line.words)
		}
		if len(words) == 0 {
			b.kind = rapporteur.Boilerplate
			out = append(out, b)
			continue
		}
		post := out[from]
		post.kind = rapporteur.Body
		post.words = "“" + inQuotation.Replace(strings.Join(words, " ")) + "” — " + m[1]
		out = append(out[:from], post)
	}
	return out
}

// inQuotation makes the quotation marks inside a quotation single.
var inQuotation = strings.NewReplacer("“", "‘", "”", "’", `"`, "'")

// postStart gives the first piece of the post that a signature closes: the
// first in the same quotation, or the one piece before it where the outlet
// marks none.
func postStart(before []piece, signature piece) int {
	i := len(before)
	for i > 0 && before[i-1].kind != rapporteur.Heading && before[i-1].quote == signature.quote && (signature.quote != nil || i == len(before)) {
		i--
	}
	return i
}
