package handout_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html"
	"os"
	"regexp"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/assess/packet"
	"hygeia/frameworks"
	"hygeia/report/handout"
)

var (
	q3    = assess.Quarter{Year: 2026, N: 3}
	today = assess.Date{Year: 2026, Month: 8, Day: 3}
)

func library(t testing.TB) *frameworks.Library {
	t.Helper()
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// clinic has a few answers, with what stays at home beside them.
func clinic(t testing.TB) *assess.Assessment {
	t.Helper()
	a := &assess.Assessment{Period: q3, Day: today, Organization: assess.Organization{Name: `Mercy & "Clinic"`, Size: frameworks.Small, Country: "us"}}
	q, _ := library(t).Question("mfa-email")
	ans := assess.Answer{State: assess.Levelled, Level: frameworks.Mostly, Note: "Secret", Proof: []assess.Proof{{Grade: assess.Record, What: "Secret", Date: today, Where: "Secret"}}}
	if err := a.Put(q, ans, assess.Answer{}, "Secret", today); err != nil {
		t.Fatal(err)
	}
	return a
}

func handoutOf(t testing.TB, a *assess.Assessment, keys ...string) *packet.Packet {
	t.Helper()
	return packet.New(library(t), a, packet.Wish{Keys: keys, Asked: []string{"hr"}, Due: today.AddDays(20)}, today)
}

func draw(t testing.TB, p *packet.Packet) string {
	t.Helper()
	var b bytes.Buffer
	if err := handout.Draw(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// hostile is a hand-out of which every text tries to be more than a text.
func hostile(address string) *packet.Packet {
	bad := `"></title></style></script><script>window.stung=1</script><img src="` + address + `/img" onerror="window.stung=2"/>' onfocus='window.stung=3' autofocus ` + "\u202e<!-- "
	q := packet.Question{
		Key: "own-" + bad, Title: bad, Text: bad, Section: bad, Why: bad, Help: bad, Wording: [4]string{bad, bad, bad, bad}, LookFor: []string{bad},
		First: bad, Care: bad, Terms: []packet.Term{{Name: bad, Means: bad}}, Today: bad, Since: q3, Still: true, Check: packet.Check{Question: "00000000", Answer: "00000000"},
	}
	return &packet.Packet{ID: "p0" + bad, Organization: bad, Quarter: q3, Asked: []string{bad}, Due: today, Questions: []packet.Question{q, q}}
}

// The page allows one script and one style, which are those that stand in it, and
// names no address.
func TestThePageIsPinned(t *testing.T) {
	for name, p := range map[string]*packet.Packet{
		"clinic":  handoutOf(t, clinic(t), "mfa-email", "kev-fix"),
		"hostile": hostile("http://192.0.2.1"),
	} {
		t.Run(name, func(t *testing.T) {
			page := draw(t, p)
			policy := html.UnescapeString(regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)[1])
			if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
				t.Errorf("the policy is %q", policy)
			}
			for _, element := range []string{"script", "style"} {
				all := regexp.MustCompile(`(?s)<`+element+`[^>]*>(.*?)</`+element+`>`).FindAllStringSubmatch(page, -1)
				if len(all) != 1 {
					t.Fatalf("%d elements %q", len(all), element)
				}
				sum := sha256.Sum256([]byte(all[0][1]))
				if want := element + "-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, want) {
					t.Errorf("the policy lacks %s", want)
				}
			}
			if found := regexp.MustCompile(`(?i)<(?:img|link|iframe|object|embed|base|a)\b[^>]*(?:src|href)="[^#]|<[a-z]+[^<>"]*(?:"[^"]*"[^<>"]*)*\son[a-z]+=`).FindString(page); found != "" {
				t.Errorf("the page holds %q", found)
			}
		})
	}
}

// The script sends nothing, runs no text and writes no markup.
func TestTheScriptIsHarmless(t *testing.T) {
	for _, file := range []string{"script.js", "style.css"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		found := regexp.MustCompile(`(?i)https?:|//[a-z]|fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|setTimeout|import\(|\burl\(|@import|window\.open|location`).FindString(string(data))
		if found != "" {
			t.Errorf("%s holds %q", file, found)
		}
	}
}

func TestNothingElseGoesOut(t *testing.T) {
	page := draw(t, handoutOf(t, clinic(t), "mfa-email", "kev-fix"))
	if strings.Contains(page, "Secret") {
		t.Error("the page holds what stays in the house")
	}
	for _, want := range []string{"TLP:AMBER", "2 questions about cyber hygiene", "Mercy &amp; &#34;Clinic&#34; · 2026-Q3", "For human resources.", "Aug. 23, 2026", "Today: Mostly (2026-Q3).", "as today: Mostly", "Second factor for email"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if page != draw(t, handoutOf(t, clinic(t), "kev-fix", "mfa-email")) {
		t.Error("the same hand-out gives other bytes")
	}
}

// Every field has a label, every id stands once, and every answer a question of its own.
func TestThePageIsLabeled(t *testing.T) {
	page := draw(t, handoutOf(t, clinic(t), "mfa-email", "kev-fix", "payment-change"))
	ids := map[string]int{}
	for _, m := range regexp.MustCompile(`\sid="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]]++; ids[m[1]] > 1 {
			t.Errorf("the id %s stands twice", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`<(?:input|textarea|select) id="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if !strings.Contains(page, `<label for="`+m[1]+`">`) && m[1] != "keep" {
			t.Errorf("the field %s has no label", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`(?:aria-labelledby|aria-controls)="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] != 1 {
			t.Errorf("%s is named and not there", m[1])
		}
	}
	if n := strings.Count(page, "<legend>"); n != strings.Count(page, "<fieldset>") || n < 2 {
		t.Errorf("%d legends", n)
	}
}
