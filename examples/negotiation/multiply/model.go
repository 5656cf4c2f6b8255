package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"time"
)

// The negotiation lasts six weeks; a new round of a cast begins after step days.
const (
	first = "2027-03-01"
	last  = "2027-04-11"
	step  = 49
)

// model is a report of the negotiation.
type model struct {
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
	URL       string `json:"url"`
	Title     string `json:"title"`
	Text      string `json:"text"`
}

func readModels(path string) ([]model, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	var out []model
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var m model
		if err := json.Unmarshal(lines.Bytes(), &m); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, m)
	}
	return out, nil
}

// report makes the report of a cast's round from a model.
func (m *maker) report(c *cast, round, i int) model {
	r := m.models[i]
	days := c.days(round)
	lead, _, _ := strings.Cut(r.Text, "\n\n")
	paragraphs := append([]string{lead}, m.fillers(c, round, strings.TrimPrefix(lead, dateline.FindString(lead)))...)
	return model{
		Outlet:    c.rename(r.Outlet),
		Published: shifted(r.Published, days),
		URL:       fmt.Sprintf("%s/%d/%d", r.URL, c.number, round),
		Title:     redate(c.rename(r.Title), days),
		Text:      redate(c.rename(strings.Join(paragraphs, "\n\n")), days),
	}
}

// dateline is what an agency's report begins with and its copies leave out.
var dateline = regexp.MustCompile(`^[A-Z ]+, [A-Z][a-z]+ \d+ \([^)]*\) - `)

// fillers are paragraphs from anywhere, the same ones behind the same lead of a
// round.
func (m *maker) fillers(c *cast, round int, lead string) []string {
	h := fnv.New64a()
	_, _ = fmt.Fprint(h, m.seed, c.number, round, lead) // a hash never fails
	random := rand.New(rand.NewPCG(m.seed, h.Sum64()))
	var out []string
	for range 3 {
		all := strings.Split(m.models[random.IntN(len(m.models))].Text, "\n\n")
		out = append(out, all[min(1+random.IntN(len(all)), len(all)-1)])
	}
	return out
}

// days is by how many days a cast's round is later than the negotiation: whole
// weeks, since reports name days of the week.
func (c *cast) days(round int) int { return step*round + 7*(c.number%7) }

func shifted(day string, days int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, days).Format(time.DateOnly)
}

var dated = regexp.MustCompile(`\b(January|March|April|May)( \d{1,2}\b)?`)

// redate moves the months and days that a text names.
func redate(text string, days int) string {
	return dated.ReplaceAllStringFunc(text, func(s string) string {
		if t, err := time.Parse("January 2 2006", s+" 2027"); err == nil {
			return t.AddDate(0, 0, days).Format("January 2")
		}
		t, err := time.Parse("January 2 2006", s+" 15 2027")
		if err != nil {
			return s
		}
		return t.AddDate(0, 0, days).Format("January")
	})
}
