package service

import (
	"context"
	"slices"

	"rapporteur/alert"
)

// Alerted is a rule and how it stands with it.
type Alerted struct {
	alert.Rule
	// Found counts what it found, Waiting what of that is in no letter yet.
	Found   int `json:"found"`
	Waiting int `json:"waiting"`
	// Last is what it found last.
	Last *alert.Notice `json:"last,omitempty"`
	// Letters are the last ones, the newest first.
	Letters []alert.Letter `json:"letters"`
	// Unsent counts those that wait, Failed those that will not be sent.
	Unsent int `json:"unsent"`
	Failed int `json:"failed"`
}

// lettersShown is the number of letters that are shown of a rule.
const lettersShown = 10

// AlertRules gives rules as they are kept, with all of the addresses of their receivers;
// with names those of these names.
func AlertRules(ctx context.Context, alerts alert.Store, names ...string) (out []alert.Rule, err error) {
	err = alerts.View(ctx, func(v alert.View) (err error) {
		if len(names) == 0 {
			out, err = v.Rules()
			return err
		}
		for _, name := range names {
			one, err := ruleNamed(v, name)
			if err != nil {
				return err
			}
			out = append(out, *one)
		}
		return nil
	})
	return out, err
}

// Alerts gives all rules and how it stands with each, with what may be seen of their
// receivers; with a name the one of that name.
func Alerts(ctx context.Context, alerts alert.Store, name string) (out []Alerted, err error) {
	err = alerts.View(ctx, func(v alert.View) error {
		rules, err := v.Rules()
		if name != "" && err == nil {
			var one *alert.Rule
			if one, err = ruleNamed(v, name); err == nil {
				rules = []alert.Rule{*one}
			}
		}
		if err != nil {
			return err
		}
		for _, rule := range rules {
			a, err := alerted(v, rule)
			if err != nil {
				return err
			}
			out = append(out, a)
		}
		return nil
	})
	return out, err
}

func alerted(v alert.View, rule alert.Rule) (Alerted, error) {
	a := Alerted{Rule: rule, Letters: []alert.Letter{}}
	notices, err := v.Notices(alert.NoticeQuery{Rule: rule.Name})
	if err != nil {
		return a, err
	}
	if a.Found = len(notices); a.Found > 0 {
		a.Last = &notices[0]
	}
	for i := range notices {
		if notices[i].Waiting {
			a.Waiting++
		}
	}
	letters, err := v.Letters(alert.LetterQuery{Rule: rule.Name})
	for i := range letters {
		switch letters[i].State {
		case alert.Waiting:
			a.Unsent++
		case alert.Failed, alert.Unsure:
			a.Failed++
		}
	}
	a.Letters = append(a.Letters, letters[:min(len(letters), lettersShown)]...)
	for i := range a.Letters {
		a.Letters[i].To = a.Letters[i].To.Masked()
	}
	a.To = slices.Clone(a.To)
	for i := range a.To {
		a.To[i] = a.To[i].Masked()
	}
	return a, err
}
