package frameworks_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

const numbersDir = "../testdata/contacts"

func TestReadContacts(t *testing.T) {
	numbers, err := frameworks.ReadContacts("some.yaml", read(t, filepath.Join(numbersDir, "ok", "some.yaml")).Data)
	if err != nil {
		t.Fatal(err)
	}
	want := []frameworks.Contact{
		{Who: "IT, Midwest Managed IT", Name: "Dana Ruiz", Phone: "(555) 010-0144, then press 2", Mail: "help@midwest.example", Note: "after 6 pm pager 0199"},
		{Who: "Incident leader", Phone: "4711"},
		{Who: "Cyber insurer", Note: "policy number"},
	}
	got := numbers.Contacts
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if numbers.State != "TX" || numbers.Country != "us" {
		t.Errorf("in %q, %q", numbers.State, numbers.Country)
	}
	if got[1].Blank() || !got[2].Blank() {
		t.Error("a contact is blank that has only its role and a note, and no other")
	}
}

// Each file under err breaks one rule; the lines beside it are what a person
// is told, and after them what could still be read.
func TestReadContactsRefuses(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(numbersDir, "err", "*.yaml"))
	if err != nil || len(paths) < 12 {
		t.Fatalf("%d files, %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			f := read(t, path)
			numbers, err := frameworks.ReadContacts(f.Name, f.Data)
			if err == nil {
				t.Fatal("read")
			}
			var kept []string
			for _, c := range numbers.Contacts {
				kept = append(kept, c.Who)
			}
			got := fmt.Sprintf("%v\nkept: %s\n", err, strings.Join(kept, ", "))
			expected := strings.TrimSuffix(path, ".yaml") + ".txt"
			if *update {
				if err := os.WriteFile(expected, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(read(t, expected).Data), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// The template is a list that can be read as it is, with every role of the page.
func TestContactsTemplate(t *testing.T) {
	page := shippedLibrary(t).Incident.At(shippedLibrary(t).Clocks.InCountry("us"))
	data, err := page.ContactsTemplate()
	if err != nil {
		t.Fatal(err)
	}
	got, err := frameworks.ReadContacts("template", data)
	if err != nil {
		t.Fatal(err)
	}
	want := slices.Clone(page.Own)
	for i := range want {
		want[i].Where, want[i].Keep = "", false
	}
	if diff := cmp.Diff(want, got.Contacts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !strings.Contains(string(data), "at most 14 in all") {
		t.Error("the template does not say how many fit")
	}
}

// FuzzReadContacts: no file makes the reader panic, and what it returns fits
// on the page.
func FuzzReadContacts(f *testing.F) {
	for _, kind := range []string{"ok", "err"} {
		paths, err := filepath.Glob(filepath.Join(numbersDir, kind, "*.yaml"))
		if err != nil {
			f.Fatal(err)
		}
		for _, path := range paths {
			f.Add(string(read(f, path).Data))
		}
	}
	f.Fuzz(func(t *testing.T, data string) {
		numbers, _ := frameworks.ReadContacts("fuzz.yaml", []byte(data))
		contacts := numbers.Contacts
		if len(contacts) > frameworks.MaxContacts {
			t.Errorf("%d contacts", len(contacts))
		}
		for _, c := range contacts {
			for _, s := range []string{c.Who, c.Name, c.Phone, c.Mail, c.Note} {
				if len([]rune(s)) > 60 || strings.ContainsAny(s, "\n\t\x1b") || c.Who == "" {
					t.Errorf("contact %+v", c)
				}
			}
		}
	})
}
