package report

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/html/htmltest"
)

// What a list of the body leaves out is said with its page where there are pages,
// with a link in HTML, and by its heading elsewhere.
func TestListsSayWhereTheRestIs(t *testing.T) {
	in := creek(t)
	in.Audience = ForBoard
	d := Board(in)
	s := mustDraw(t, d, doc.Options{})
	said := regexp.MustCompile(`for the other 23 see page (\d+) ?\.`).FindStringSubmatch(strings.Join(strings.Fields(s.All()), " "))
	if said == nil {
		t.Fatalf("no page is named for the rest of the plan in\n%s", between(strings.Join(strings.Fields(s.All()), " "), "Steps in the plan", "most"))
	}
	if page, err := strconv.Atoi(said[1]); err != nil || !strings.Contains(s.OnPage(page), everyGapTitle) {
		t.Errorf("page %d does not hold %q", page, everyGapTitle)
	}
	page := htmltest.Read(t, draw(t, "html", d, doc.Options{}))
	found := false
	for _, l := range page.Links {
		if strings.HasPrefix(l, "#h-") && !page.IDs[l[1:]] {
			t.Errorf("%s leads nowhere", l)
		}
		found = found || l == "#h-every-gap-in-order"
	}
	if !found {
		t.Error("no link leads to the list of every gap")
	}
	for name, c := range map[string]struct {
		d    *doc.Document
		want string
	}{
		"the body alone": {BoardBody(in), `for the other 23 see in the annexes under "Every gap, in order"`},
		"brief":          {Brief(in), `see in the board report under "Every gap, in order"`},
	} {
		if got := strings.Join(strings.Fields(draw(t, "text", c.d, doc.Options{})), " "); !strings.Contains(got, c.want) {
			t.Errorf("%s does not say %q", name, c.want)
		}
	}
}
