package handout_test

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"hygeia/assess"
	"hygeia/assess/exchange"
	"hygeia/assess/packet"
	"hygeia/frameworks"
)

// steps are what the tests do in the page: in a frame, under its own policy.
const steps = `
const frame = document.querySelector("iframe");
const done = what => { document.querySelector("pre").textContent = JSON.stringify(what); };
const wait = ms => new Promise(yes => setTimeout(yes, ms));
// The clock of the test runs ahead of the browser, which reads files in its own time.
const until = async ready => {
	for (let i = 0; i < 1000 && !ready(); i++) {
		for (let n = 0; n < 2000000; n++) { ready.n = n; }
		await wait(5);
	}
};
const settled = async promise => {
	let value, is = false;
	promise.then(v => { value = v; is = true; });
	await until(() => is);
	return value;
};
const loaded = async () => {
	for (let i = 0; i < 200 && !(doc().readyState === "complete" && doc().querySelector(".bar") && !doc().seen); i++) { await wait(20); }
	doc().seen = true;
};
const doc = () => frame.contentWindow.document;
const cards = () => Array.from(doc().querySelectorAll(".card"));
const card = key => cards().find(c => c.dataset.key === key);
const press = (key, more) => doc().activeElement.dispatchEvent(new frame.contentWindow.KeyboardEvent("keydown", Object.assign({ key, bubbles: true, cancelable: true }, more)));
const focus = key => card(key).querySelector("h3").focus();
const choose = (key, value) => card(key).querySelector("input[value=" + value + "]").click();
const write = (field, text) => { field.value = text; field.dispatchEvent(new frame.contentWindow.Event("input", { bubbles: true })); };
const part = (key, name) => Array.from(card(key).querySelectorAll("[data-part=" + name + "]")).find(f => !f.closest(".more") || !f.closest(".more").hidden);
const chosen = key => { const r = card(key).querySelector("input:checked"); return r ? r.value : ""; };
const click = id => doc().getElementById(id).click();
const text = id => doc().getElementById(id).textContent;
const save = async () => {
	let blob;
	const inside = frame.contentWindow, name = {};
	inside.URL.createObjectURL = b => { blob = b; return "#"; };
	const real = inside.HTMLAnchorElement.prototype.click;
	inside.HTMLAnchorElement.prototype.click = function () { name.is = this.download; };
	click("save");
	inside.HTMLAnchorElement.prototype.click = real;
	return [name.is, await settled(blob.text())];
};
const open = async content => {
	const inside = frame.contentWindow, files = new inside.DataTransfer(), field = doc().getElementById("open");
	files.items.add(new inside.File([content], "saved.txt"));
	field.files = files.files;
	doc().getElementById("status").textContent = "";
	field.dispatchEvent(new inside.Event("change"));
	await until(() => text("status") !== "");
};
const refused = async what => { try { await what(); return false; } catch (e) { return true; } };
`

// inBrowser opens a page in a frame of a width, runs a script beside it, and reads
// what the script says with done.
func inBrowser(t *testing.T, page, script string, width int, dark bool, found any) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "harness.html")
	harness := fmt.Sprintf(`<!DOCTYPE html><meta charset="utf-8"><body><pre></pre><iframe style="width:%dpx;height:900px;border:0" srcdoc="%s"></iframe><script type="module">%stry {%s} catch (e) { done(String(e)); }</script>`,
		width, html.EscapeString(page), steps, script)
	if err := os.WriteFile(file, []byte(harness), 0o600); err != nil {
		t.Fatal(err)
	}
	scheme := map[bool]string{true: "0", false: "1"}[dark]
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, browser(t), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
		"--blink-settings=preferredColorScheme="+scheme, "--user-data-dir="+filepath.Join(dir, "profile"),
		"--virtual-time-budget=20000", "--dump-dom", "file://"+filepath.ToSlash(file)).Output()
	if err != nil {
		t.Fatal(err)
	}
	_, said, _ := strings.Cut(string(out), "<pre>")
	said, _, _ = strings.Cut(said, "</pre>")
	if err := json.Unmarshal([]byte(html.UnescapeString(said)), found); err != nil {
		t.Fatalf("the browser says: %v\n%.300s", err, said)
	}
}

func browser(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser is not started in a short run")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("neither chromium nor google-chrome is installed here")
	return ""
}

// A hand-out is filled in by keys and mouse, saved, opened again, saved again and
// taken over: the quarter holds what was typed.
func TestFilledInABrowser(t *testing.T) {
	a := clinic(t)
	p := handoutOf(t, a, "mfa-email", "kev-fix", "email-filter", "backup-restore", "payment-change", "internet-scan")
	var keys []string
	naming := ""
	for _, q := range p.Questions {
		if q.Key != "mfa-email" {
			keys = append(keys, q.Key)
		}
		if !q.MustApply {
			naming = q.Key
		}
	}
	if len(keys) < 4 || naming == "" {
		t.Fatalf("the hand-out has too few questions: %q", keys)
	}
	keys = append([]string{naming}, without(keys, naming)...)
	const script = `
await loaded();
const found = {};
press("3");
found.byItself = cards().filter(c => c.querySelector("input:checked")).length;
focus(%[1]q); press("4", { repeat: true });
found.held = chosen(%[1]q);
focus("mfa-email"); press("t");
found.still = chosen("mfa-email");
found.next = doc().activeElement.id !== "" && doc().activeElement.closest(".card").dataset.key !== "mfa-email";
focus(%[1]q); press("6");
found.asksWhy = part(%[1]q, "reason") === doc().activeElement;
write(part(%[1]q, "reason"), "We have no such\u200b thing. 4");
doc().activeElement.focus(); press("2");
found.inText = chosen(%[1]q);
choose(%[2]q, "partly");
write(part(%[2]q, "note"), "Two of three.\n\n<b>\"Soon\"</b> & \\ more");
write(part(%[2]q, "what"), "Ticket 4711");
write(part(%[2]q, "kind"), "record");
write(part(%[2]q, "date"), "2026-07-09");
choose(%[3]q, "other-way");
write(part(%[3]q, "reaches"), "mostly");
write(part(%[3]q, "reason"), "The provider does it.");
write(part(%[3]q, "approver"), "CIO");
found.before = text("progress");
let one = await save();
found.left = text("status");
write(part(%[3]q, "review"), "2027-01-31");
choose(%[4]q, "yes");
card(%[4]q).querySelector(".clear").click();
found.taken = chosen(%[4]q);
write(doc().getElementById("by"), "J. Rivera");
one = await save();
found.name = one[0];
found.text = one[1];
click("show");
found.same = doc().getElementById("text").value === one[1];
found.kept = frame.contentWindow.localStorage.length;
frame.srcdoc = frame.srcdoc;
await loaded();
found.empty = text("progress");
await open(one[1].replace(/"p[0-9a-f]{10}"/, "\"p0000000000\""));
found.other = text("status");
await open("Hi,\n" + one[1] + "\nBest");
found.again = text("progress");
found.roundTrip = (await save())[1] === one[1];
click("keep");
found.kept2 = frame.contentWindow.localStorage.length;
frame.srcdoc = frame.srcdoc;
await loaded();
found.remembered = text("progress");
click("keep");
found.kept3 = frame.contentWindow.localStorage.length;
done(found);`
	var found struct {
		ByItself                                             int
		Held, Still, InText, Taken, Before, Left, Name, Text string
		Empty, Other, Again, Remembered                      string
		Next, AsksWhy, Same, RoundTrip                       bool
		Kept, Kept2, Kept3                                   int
	}
	inBrowser(t, draw(t, p), fmt.Sprintf(script, keys[0], keys[1], keys[2], keys[3]), 800, false, &found)
	n := len(p.Questions)
	for what, is := range map[string]bool{
		"a key alone answers nothing":              found.ByItself == 0,
		"a key held down answers nothing":          found.Held == "",
		"t is still true, and the next card comes": found.Still == "still-true" && found.Next,
		"6 asks why":                            found.AsksWhy,
		"a digit in a text is a text":           found.InText == "does-not-apply",
		"an answer is taken back":               found.Taken == "",
		"it is counted":                         found.Before == fmt.Sprintf("4 of %d answered", n),
		"what is missing is said":               strings.Contains(found.Left, "still needs the day it is looked at again"),
		"the file has a name":                   found.Name == "answers-2026-Q3-j-rivera.txt",
		"the text to copy is that of the file":  found.Same,
		"nothing stays in the browser":          found.Kept == 0 && found.Kept3 == 0,
		"it stays if wanted":                    found.Kept2 == 1 && found.Remembered == fmt.Sprintf("4 of %d answered", n),
		"a new page is empty":                   found.Empty == fmt.Sprintf("0 of %d answered", n),
		"a file of another hand-out is refused": strings.Contains(found.Other, "belongs to other questions"),
		"the saved file brings everything back": found.Again == fmt.Sprintf("4 of %d answered", n) && found.RoundTrip,
	} {
		if !is {
			t.Errorf("not so: %s: %+v", what, found)
		}
	}
	r, err := packet.Read("answers.txt", []byte(found.Text), today)
	if err != nil {
		t.Fatalf("%v\n%s", err, found.Text)
	}
	r.On = today // the browser's clock is not the test's
	m := exchange.CombineReply(library(t), a, r, "", today)
	if err := m.Apply(); err != nil {
		t.Fatal(err)
	}
	if len(m.LeftOut) > 0 || len(r.Empty) != n-4 {
		t.Errorf("left out %+v, empty %v", m.LeftOut, r.Empty)
	}
	if ans := a.Answers[keys[0]]; ans.State != assess.NotApplicable || ans.Reason != "We have no such thing. 4" || ans.By != "J. Rivera" {
		t.Errorf("%s: %+v", keys[0], ans)
	}
	proof := assess.Proof{Grade: assess.Record, What: "Ticket 4711", Date: assess.Date{Year: 2026, Month: 7, Day: 9}}
	if ans := a.Answers[keys[1]]; ans.Level != frameworks.Partly || ans.Note != "Two of three.\n\n<b>\"Soon\"</b> & \\ more" || len(ans.Proof) != 1 || ans.Proof[0] != proof {
		t.Errorf("%s: %+v", keys[1], ans)
	}
	if ans := a.Answers[keys[2]]; ans.State != assess.OtherWay || ans.Level != frameworks.Mostly || ans.Approver != "CIO" || ans.Review.String() != "2027-01-31" {
		t.Errorf("%s: %+v", keys[2], ans)
	}
	if ans := a.Answers["mfa-email"]; ans.Level != frameworks.Mostly || ans.Note != "Secret" {
		t.Errorf("mfa-email: %+v", ans)
	}
}

func without(keys []string, key string) []string {
	var rest []string
	for _, k := range keys {
		if k != key {
			rest = append(rest, k)
		}
	}
	return rest
}

// No request leaves the page, whatever its texts try; and whoever gets a script to
// run in it can do no more.
func TestNoRequestLeavesThePage(t *testing.T) {
	var asked atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer server.Close()
	script := fmt.Sprintf(`
await loaded();
const inside = frame.contentWindow, found = {};
found.fetch = await refused(() => inside.fetch(%[1]q));
found.eval = await refused(() => inside.eval("1"));
const picture = doc().createElement("img"), program = doc().createElement("script"), handler = doc().createElement("p");
picture.src = %[1]q;
program.textContent = "window.stung = 4";
handler.setAttribute("onclick", "window.stung = 5");
doc().body.append(picture, program, handler);
handler.click();
focus(cards()[0].dataset.key); press("4");
await wait(500);
found.stung = inside.stung || 0;
found.answered = text("progress");
found.saved = (await save())[1].includes("packet/v1");
done(found);`, server.URL+"/x")
	var found struct {
		Fetch, Eval, Saved bool
		Stung              int
		Answered           string
	}
	inBrowser(t, draw(t, hostile(server.URL)), script, 800, false, &found)
	if !found.Fetch || !found.Eval || found.Stung != 0 || asked.Load() != 0 {
		t.Errorf("%+v, %d requests came", found, asked.Load())
	}
	if found.Answered != "1 of 2 answered" || !found.Saved {
		t.Errorf("the page does not work: %+v", found)
	}
}

// The accessibility rules of axe-core, in Chromium; and the page fits a phone.
func TestAccessible(t *testing.T) {
	axe := os.Getenv("HYGEIA_AXE")
	if axe == "" {
		t.Skip("HYGEIA_AXE does not name a copy of axe.min.js")
	}
	rules, err := os.ReadFile(axe)
	if err != nil {
		t.Fatal(err)
	}
	page := draw(t, handoutOf(t, clinic(t), "mfa-email", "kev-fix", "payment-change", "email-spoofing"))
	page = regexp.MustCompile(`<meta http-equiv=[^>]*>`).ReplaceAllString(page, "") // it would refuse the rules
	page = strings.Replace(page, "</head>", "<script>"+string(rules)+"</script></head>", 1)
	const script = `
await loaded();
for (const d of doc().querySelectorAll("details")) { d.open = OPEN; }
if (OPEN) {
	for (const c of cards()) { c.querySelector("input[value=other-way]").click(); }
	click("show"); click("save");
}
const inside = frame.contentWindow, r = await inside.axe.run(doc().documentElement);
done({
	Passes: r.passes.length, Width: inside.innerWidth, Needs: doc().documentElement.scrollWidth, Dark: inside.matchMedia("(prefers-color-scheme: dark)").matches,
	Found: r.violations.flatMap(v => v.nodes.map(n => v.id + ": " + v.help + ": " + n.html.slice(0, 200) + " " + n.any.concat(n.all, n.none).map(c => c.message).join("; "))),
});`
	for _, c := range []struct {
		name  string
		width int
		dark  bool
		open  string
	}{{"light", 1280, false, "false"}, {"dark", 1280, true, "true"}, {"phone", 360, false, "true"}, {"narrow and dark", 320, true, "false"}} {
		t.Run(c.name, func(t *testing.T) {
			var saw struct {
				Passes, Width, Needs int
				Dark                 bool
				Found                []string
			}
			inBrowser(t, page, strings.ReplaceAll(script, "OPEN", c.open), c.width, c.dark, &saw)
			if saw.Passes == 0 || saw.Width != c.width || saw.Dark != c.dark {
				t.Errorf("that is not what was to be looked at: %+v", saw)
			}
			for _, f := range saw.Found {
				t.Error(f)
			}
			if saw.Needs > c.width {
				t.Errorf("the page is %d pixels wide in a window of %d", saw.Needs, c.width)
			}
		})
	}
}
