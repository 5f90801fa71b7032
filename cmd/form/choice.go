package form

import (
	"context"
	"strconv"
)

// Choice is one of several ways to go on.
type Choice struct {
	ID, Title, Detail string // Detail says why it cannot be chosen where it is not Enabled
	Enabled           bool
}

// RunChoice asks full screen which way to go on and returns its index, which
// means something only if the outcome is Done. Nothing is preselected.
func RunChoice(ctx context.Context, t Terminal, title string, choices []Choice) (int, Outcome, error) {
	chosen := 0
	outcome, err := runInquiry(ctx, t, choiceInquiry(title, choices, &chosen))
	return chosen, outcome, err
}

// PlainChoice asks the same line by line.
func PlainChoice(ctx context.Context, t Terminal, title string, choices []Choice) (int, Outcome, error) {
	chosen := 0
	p := newPlain(ctx, t)
	outcome := p.inquire(choiceInquiry(title, choices, &chosen))
	return chosen, outcome, p.failed
}

func choiceInquiry(title string, choices []Choice, chosen *int) *inquiry {
	f := field{kind: pick, key: "choice"}
	for i, c := range choices {
		o := option{key: strconv.Itoa(i + 1), title: c.Title, words: []string{c.ID}, detail: c.Detail}
		if !c.Enabled {
			o.off = c.Detail
		}
		f.options = append(f.options, o)
	}
	return &inquiry{
		title:  title,
		fields: []func(map[string]string) field{always(f)},
		finish: func(got map[string]string) *inquiry {
			n, _ := strconv.Atoi(got["choice"])
			*chosen = n - 1
			return nil
		},
	}
}
