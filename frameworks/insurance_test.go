package frameworks_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// What carriers ask is about forty lines, and names most of what they are known to
// look at; nearly every line is answered by something.
func TestShippedInsurance(t *testing.T) {
	lib := shippedLibrary(t)
	rows, silent := 0, 0
	named := map[string]bool{}
	for _, topic := range lib.Insurance {
		for _, row := range topic.Rows {
			rows++
			if len(row.Questions) == 0 && row.Fact == "" {
				silent++
			}
			for _, key := range row.Questions {
				named[key] = true
			}
			if n := len(strings.Fields(row.Asks)); n > 20 {
				t.Errorf("%q has %d words", row.Asks, n)
			}
		}
	}
	if rows < 38 || rows > 50 || silent == 0 || silent > 4 {
		t.Errorf("%d lines, %d of them answered by nothing", rows, silent)
	}
	for _, key := range []string{
		"mfa-email", "mfa-remote", "mfa-admin", "endpoint-response", "backup-protected", "backup-restore", "patch-deadlines", "end-of-life",
		"email-filter", "email-spoofing", "training-all", "phishing-tests", "admin-vault", "service-accounts", "network-zones", "incident-plan",
		"incident-exercise", "vendor-contracts", "encrypt-devices", "encrypt-transit", "log-central", "alerts-watched", "payment-change",
		"web-trackers", "internet-doors", "cyber-insurance",
	} {
		if !named[key] {
			t.Errorf("no line names %s", key)
		}
	}
}

func TestInsuranceMistakes(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an unknown question", "topics:\n  - topic: A\n    rows:\n      - {asks: \"Is it?\", questions: [mfa-emial], why: It asks.}\n",
			`i.yaml:5:38: question "mfa-emial": there is no such question; did you mean mfa-email?`},
		{"an unknown fact", "topics:\n  - topic: A\n    rows:\n      - {asks: \"Is it?\", fact: insurance-conditons, why: It asks.}\n",
			`i.yaml:5:32: fact "insurance-conditons": there is no such fact; did you mean insurance-conditions?`},
		{"a question twice", "topics:\n  - topic: A\n    rows:\n      - {asks: \"Is it?\", questions: [mfa-email, mfa-email], why: It asks.}\n",
			`i.yaml:5:49: question "mfa-email" is named twice here`},
		{"no why", "topics:\n  - topic: A\n    rows:\n      - {asks: \"Is it?\"}\n", `i.yaml:5:9: missing key "why"`},
		{"no question mark", "topics:\n  - topic: A\n    rows:\n      - {asks: It is, why: It asks.}\n", `i.yaml:5:16: asks: must end with a question mark`},
		{"no full stop", "topics:\n  - topic: A\n    rows:\n      - {asks: \"Is it?\", why: It asks}\n", `i.yaml:5:31: why: must end with a full stop`},
		{"another key", "topics:\n  - topic: A\n    rows:\n      - {asks: \"Is it?\", question: x, why: It asks.}\n", `i.yaml:5:26: unknown key "question": did you mean questions?`},
		{"a line twice", "topics:\n  - topic: A\n    rows:\n      - {asks: \"Is it?\", why: It asks.}\n      - {asks: \"Is it?\", why: It asks.}\n",
			`i.yaml:6:9: asked by carriers "Is it?" is already in i.yaml:5`},
		{"no rows", "topics:\n  - topic: A\n    rows: []\n", `i.yaml:4:11: rows: must have at least one`},
	} {
		files := withoutInsurance()
		_, err := frameworks.Load(append(files, frameworks.File{Name: "i.yaml", Data: []byte("schema: hygeia/insurance/v1\n" + c.text)})...)
		if err == nil {
			t.Errorf("%s: no mistake was found", c.name)
			continue
		}
		if diff := cmp.Diff(c.want, err.Error()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	data, err := os.ReadFile("insurance.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, err = frameworks.Load(append(frameworks.ShippedFiles(), frameworks.File{Name: "own/insurance.yaml", Data: data})...)
	if err == nil || !strings.Contains(err.Error(), "own/insurance.yaml:1:1: a library has one file with the schema hygeia/insurance/v1; this is the second") {
		t.Errorf("a second file: %v", err)
	}
}

// withoutInsurance is the shipped content without the table of what carriers ask.
func withoutInsurance() []frameworks.File {
	var files []frameworks.File
	for _, f := range frameworks.ShippedFiles() {
		if f.Name != "insurance.yaml" {
			files = append(files, f)
		}
	}
	return files
}
