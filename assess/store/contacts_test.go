package store

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"hygeia/frameworks"

	"github.com/google/go-cmp/cmp"
)

const numbers = `schema: hygeia/contacts/v1
contacts:
  - who: Incident leader
    phone: ext. 4711
`

func TestContacts(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "clinic"))
	if got, err := s.Contacts(); got.Contacts != nil || err != nil {
		t.Fatalf("no folder: %v, %v", got, err)
	}
	if err := s.WriteOwn("ours.yaml", []byte(ownCatalog)); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Contacts(); got.Contacts != nil || err != nil {
		t.Fatalf("no file: %v, %v", got, err)
	}
	if err := s.WriteOwn("contacts.yaml", []byte(numbers)); err != nil {
		t.Fatal(err)
	}
	got, err := s.Contacts()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]frameworks.Contact{{Who: "Incident leader", Phone: "ext. 4711"}}, got.Contacts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A new number changes neither the content nor its digest, in order or not, and
// damaged content does not keep the numbers away.
func TestContactsAreNoContent(t *testing.T) {
	s := Open(t.TempDir())
	shipped, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range []string{numbers, "no list at all\n"} {
		if err := s.WriteOwn("contacts.yaml", []byte(data)); err != nil {
			t.Fatal(err)
		}
		lib, err := s.Library()
		if err != nil || lib.Digest != shipped.Digest {
			t.Errorf("with %q: %v", data, err)
		}
	}
	if err := s.WriteOwn("contacts.yaml", []byte(numbers)); err != nil {
		t.Fatal(err)
	}
	if err := s.WriteOwn("ours.yaml", []byte("damaged")); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Contacts(); len(got.Contacts) != 1 || err != nil {
		t.Errorf("beside damaged content: %v, %v", got, err)
	}
}

func TestContactsDamaged(t *testing.T) {
	s := Open(t.TempDir())
	if err := s.WriteOwn("contacts.yaml", []byte(numbers+"  - who: IT\n    phone: none\n")); err != nil {
		t.Fatal(err)
	}
	got, err := s.Contacts()
	if len(got.Contacts) != 1 || err == nil || !strings.HasPrefix(err.Error(), s.ContactsPath()+":6:12: ") {
		t.Errorf("%v, %v", got, err)
	}
	if err := s.WriteOwn("contacts.yaml", []byte(numbers+strings.Repeat("# long\n", 200_000))); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Contacts(); got.Contacts != nil || err == nil || !strings.Contains(err.Error(), "at most 1048576 are read") {
		t.Errorf("far too long: %v, %v", got, err)
	}
}

func TestContactsFollowNoLink(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege there")
	}
	s := Open(t.TempDir())
	if err := s.WriteOwn("x.yaml", []byte(numbers)); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("x.yaml", s.ContactsPath()); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Contacts(); got.Contacts != nil || err == nil || !strings.Contains(err.Error(), "not a plain file") {
		t.Errorf("%v, %v", got, err)
	}
}

// What is saved is what is read, in a folder that was not there before; a text
// that could not be read back is not written.
func TestSaveContacts(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "new"))
	want := frameworks.Numbers{Country: "us", State: "TX", Contacts: []frameworks.Contact{{Who: "IT", Name: "Dana \"D\" Ruiz", Phone: "555: 010 #2", Note: "- x"}, {Who: "Incident leader"}}}
	if err := s.SaveContacts(want); err != nil {
		t.Fatal(err)
	}
	got, err := s.Contacts()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := s.SaveContacts(frameworks.Numbers{Contacts: []frameworks.Contact{{Who: "IT", Phone: "none"}}}); err == nil {
		t.Error("a number without a digit was saved")
	}
	if again, err := s.Contacts(); err != nil || !cmp.Equal(want, again) {
		t.Errorf("after a refusal: %+v, %v", again, err)
	}
}
