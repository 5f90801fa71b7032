package form

import "strings"

// Choice is one of several ways to go on.
type Choice struct {
	ID, Title, Detail string // Detail says why it cannot be chosen where it is not Enabled
	Enabled           bool
}

// choiceLetters are the keys of choices. Digits answer questions, so none of
// them chooses here; nor do the letters that mean something everywhere.
const choiceLetters = "acdehijkloprtvwxyz"

// choiceInquiry asks for one of the choices; nothing is preselected. Where there
// are more than letters the rest is left out.
func choiceInquiry(title string, choices []Choice, chosen func(Choice)) *inquiry {
	f := field{kind: pick, key: "choice"}
	for i, c := range choices[:min(len(choices), len(choiceLetters))] {
		o := option{key: string(choiceLetters[i]), title: c.Title, words: []string{c.ID}, detail: c.Detail}
		if !c.Enabled {
			o.off = c.Detail
		}
		f.options = append(f.options, o)
	}
	return &inquiry{
		title:  title,
		fields: []func(map[string]string) field{always(f)},
		finish: func(got map[string]string) *inquiry {
			chosen(choices[strings.Index(choiceLetters, got["choice"])])
			return nil
		},
		leaving: "Esc goes back",
	}
}
