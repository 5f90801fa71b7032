package assess

import (
	"strings"
	"testing"
)

func TestRecount(t *testing.T) {
	lib := libraryOf(t, "s: e1; r1")
	data, err := EncodeWith(draftOf(told("e1=yes r1=no")), lib)
	if err != nil {
		t.Fatal(err)
	}
	good := string(data)
	changed := strings.Replace(good, "end:\n  answers: 2", "end:\n  answers: 5", 1)
	if changed == good {
		t.Fatalf("no end mark:\n%s", good)
	}
	fixed, said, has, wrong := Recount("x.yaml", []byte(changed))
	if !wrong || said != 5 || has != 2 || string(fixed) != good {
		t.Errorf("%d, %d, %t:\n%s", said, has, wrong, fixed)
	}
	fixed, _, _, wrong = Recount("x.yaml", []byte(strings.ReplaceAll(changed, "\n", "\r\n")))
	if !wrong || !strings.Contains(string(fixed), "answers: 2\r\n") {
		t.Errorf("with the line ends of Windows: %t:\n%q", wrong, fixed)
	}
	for name, text := range map[string]string{
		"the right number":   good,
		"no end":             good[:strings.Index(good, "end:")],
		"another mistake":    strings.Replace(changed, "status: draft", "status: droft", 1),
		"cut off":            changed[:len(changed)/2],
		"nothing":            "",
		"a number too large": strings.Replace(good, "end:\n  answers: 2", "end:\n  answers: 99999999999999999999", 1),
	} {
		if _, _, _, wrong := Recount("x.yaml", []byte(text)); wrong {
			t.Errorf("%s is taken for a wrong number", name)
		}
	}
}
