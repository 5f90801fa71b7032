package packet_test

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/assess/packet"
	"hygeia/frameworks"
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

// secret is what must not leave the house.
const secret = "Mx. Secret"

// clinic has an answer of each kind, with everything beside it that stays at home.
func clinic(t testing.TB) *assess.Assessment {
	t.Helper()
	a := &assess.Assessment{Period: q3, Day: today, Organization: assess.Organization{Name: "Mercy & <b>Clinic</b>", Size: frameworks.Small, Country: "us"}}
	proof := []assess.Proof{{Grade: assess.Record, What: secret, Date: today, Where: secret}}
	for key, ans := range map[string]assess.Answer{
		"mfa-email":      {State: assess.Levelled, Level: frameworks.Mostly, Note: secret, Proof: proof},
		"kev-fix":        {State: assess.OtherWay, Level: frameworks.Partly, Reason: secret, Approver: secret, Review: today.AddDays(100)},
		"payment-change": {State: assess.NotApplicable, Reason: secret},
		"email-filter":   {State: assess.Unknown, Note: secret},
	} {
		q, known := library(t).Question(key)
		if !known {
			continue
		}
		if err := a.Put(q, ans, assess.Answer{}, secret, today); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

func handout(t testing.TB, a *assess.Assessment, keys ...string) *packet.Packet {
	t.Helper()
	return packet.New(library(t), a, packet.Wish{Keys: keys, Asked: []string{"hr"}, Due: today.AddDays(20)}, today)
}

func yamlOf(t testing.TB, p *packet.Packet) []byte {
	t.Helper()
	data, err := p.WriteYAML()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func xlsxOf(t testing.TB, p *packet.Packet) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := packet.WriteXLSX(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// inside returns the parts of a workbook, one after the other.
func inside(t testing.TB, data []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		io.Copy(&b, r)
	}
	return b.String()
}

// A hand-out holds no note, proof, reason or name, in whatever form.
func TestNothingElseGoesOut(t *testing.T) {
	a := clinic(t)
	p := handout(t, a, "mfa-email", "kev-fix", "email-filter", "payment-change")
	for form, text := range map[string]string{"yaml": string(yamlOf(t, p)), "xlsx": inside(t, xlsxOf(t, p))} {
		if strings.Contains(text, "Secret") {
			t.Errorf("%s holds what stays in the house", form)
		}
		for _, want := range []string{"Second factor for email", "Mostly", "Another way (reaches Partly)", "Don't know", p.ID} {
			if !strings.Contains(strings.ReplaceAll(text, "&#39;", "'"), want) {
				t.Errorf("%s lacks %q", form, want)
			}
		}
	}
}

func TestSameHandoutSameBytes(t *testing.T) {
	one, other := handout(t, clinic(t), "mfa-email", "kev-fix"), handout(t, clinic(t), "kev-fix", "mfa-email")
	if one.ID != other.ID {
		t.Errorf("the number hangs on the order in which the keys were named: %s and %s", one.ID, other.ID)
	}
	if !bytes.Equal(yamlOf(t, one), yamlOf(t, other)) || !bytes.Equal(xlsxOf(t, one), xlsxOf(t, other)) {
		t.Error("the same hand-out gives other bytes")
	}
	if changed := handout(t, clinic(t), "mfa-email"); changed.ID == one.ID {
		t.Error("another hand-out has the same number")
	}
}

// The words of a hand-out are explained, and only where they stand.
func TestTerms(t *testing.T) {
	terms := func(key string) []string {
		var names []string
		for _, term := range handout(t, clinic(t), key).Questions[0].Terms {
			names = append(names, term.Name)
		}
		return names
	}
	if got := terms("email-spoofing"); !slices.Contains(got, "DMARC") || slices.Contains(got, "VPN") {
		t.Errorf("email-spoofing explains %q", got)
	}
}

// fill puts lines behind the key of a question.
func fill(t testing.TB, data []byte, key string, lines ...string) []byte {
	t.Helper()
	empty := "  " + key + ":\n    answer:\n"
	if !bytes.Contains(data, []byte(empty)) {
		t.Fatalf("%s is not in the hand-out", key)
	}
	return bytes.Replace(data, []byte(empty), []byte("  "+key+":\n    "+strings.Join(lines, "\n    ")+"\n"), 1)
}

func TestYAMLComesBack(t *testing.T) {
	p := handout(t, clinic(t), "mfa-email", "kev-fix", "email-filter")
	data := yamlOf(t, p)
	data = bytes.Replace(data, []byte("\nby:\n"), []byte("\nby: J. Rivera\non: 2026-08-01\n"), 1)
	data = fill(t, data, "mfa-email", "answer: still-true", "note: |-", "  Checked", "  today.")
	data = fill(t, data, "email-filter", "answer: Partly", "proof:", "  - kind: paper", "    what: Contract", "    date: 2026-07-01")
	if !packet.IsReply(data) {
		t.Error("it is not recognized")
	}
	r, err := packet.Read("hr.yaml", data, today)
	if err != nil {
		t.Fatal(err)
	}
	if r.ID != p.ID || r.Organization != p.Organization || r.Quarter != q3 || r.By != "J. Rivera" || r.On.String() != "2026-08-01" {
		t.Errorf("came back as %+v", r)
	}
	if len(r.Given) != 2 || !slices.Equal(r.Empty, []string{"kev-fix"}) {
		t.Fatalf("given %+v, empty %v", r.Given, r.Empty)
	}
	byKey := map[string]packet.Given{}
	for _, g := range r.Given {
		byKey[g.Key] = g
	}
	if g := byKey["mfa-email"]; !g.Still || g.Answer.Note != "Checked\ntoday." {
		t.Errorf("mfa-email came back as %+v", g)
	}
	if g := byKey["email-filter"]; g.Answer.Level != frameworks.Partly || len(g.Answer.Proof) != 1 || g.Answer.Proof[0].What != "Contract" {
		t.Errorf("email-filter came back as %+v", g)
	}
}

// What is wrong in a YAML file is named with its place, and nothing is read.
func TestMistakesInYAML(t *testing.T) {
	data := yamlOf(t, handout(t, clinic(t), "mfa-email", "kev-fix"))
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"a word that is none":   {fill(t, data, "kev-fix", "answer: mosty"), `answer "mosty": did you mean mostly?`},
		"a note and no answer":  {fill(t, data, "kev-fix", "answer:", "note: Ask Pat."), "kev-fix has a note but no answer"},
		"a question of another": {bytes.Replace(data, []byte("  kev-fix:\n    answer:"), []byte("  internet-scan:\n    answer: yes"), 1), "is no question of this hand-out"},
		"a check that changed":  {bytes.Replace(data, []byte("kev-fix: "), []byte("kev-fix: x"), 1), "is not as the hand-out had it"},
		"a newer hygeia":        {bytes.Replace(data, []byte("packet/v1"), []byte("packet/v2"), 1), "a newer one wrote it"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := packet.Read("hr.yaml", c.data, today)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "hr.yaml") {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}
