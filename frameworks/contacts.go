package frameworks

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hygeia/frameworks/strictyaml"
)

// ContactsSchema is the first line of a hospital's own list of numbers. The
// list is no part of a library: a new number changes no question and no digest.
const ContactsSchema = "hygeia/contacts/v1"

// MaxContacts is how many contacts fit on the incident page.
const MaxContacts = 14

// The limits of each of them.
const (
	maxContact = 40 // characters of who, name, phone and note
	maxMail    = 60
)

// Contact is one of the hospital's own people or partners, to be called when
// something bad has happened. All but Who may be empty: then it is written on
// the printed page by hand.
type Contact struct {
	Who, Name, Phone, Mail, Note string
	Where                        Where // of a role on the page
	Keep                         bool  // the page sends to this role, so it is always there
}

// Blank reports whether there is nothing but the role.
func (c Contact) Blank() bool { return c.Name == "" && c.Phone == "" && c.Mail == "" }

// Numbers are a hospital's own numbers, and where it is: both are needed for the
// page when nothing else of the folder can be read.
type Numbers struct {
	Country  string // two small letters; empty if not told
	State    string // of the United States, two capital letters; empty if not told
	Contacts []Contact
}

// ReadContacts reads a hospital's own numbers. With mistakes in the file it
// returns what has none, besides the error that lists them all: when they are
// needed, nine numbers are better than none.
func ReadContacts(name string, data []byte) (Numbers, error) {
	doc, err := strictyaml.Parse(name, data, strictyaml.Limits{})
	if doc == nil {
		return Numbers{}, err
	}
	if schemaOf(doc, ContactsSchema) == "" {
		return Numbers{}, doc.Err()
	}
	m := doc.Root().Mapping("schema", "country", "state", "contacts")
	numbers := Numbers{
		Country: strictyaml.Word(m.Get("country"), CountryCode),
		State:   strictyaml.Word(m.Get("state"), StateCode),
	}
	items := m.Need("contacts")
	for _, n := range items.Items() {
		before := doc.Mistakes()
		if c := readContact(n); doc.Mistakes() == before && c.Who != "" {
			numbers.Contacts = append(numbers.Contacts, c)
		}
	}
	if len(numbers.Contacts) > MaxContacts {
		items.Errorf("contacts: has %d; at most %d fit on the page", len(numbers.Contacts), MaxContacts)
		numbers.Contacts = numbers.Contacts[:MaxContacts]
	}
	return numbers, doc.Err()
}

func readContact(n strictyaml.Node) Contact {
	m := n.Mapping("who", "name", "phone", "mail", "note")
	return Contact{
		Who:   line(m.Need("who"), "who", maxContact),
		Name:  filled(m.Get("name"), "name", maxContact),
		Phone: filled(m.Get("phone"), "phone", maxContact, callable),
		Mail:  filled(m.Get("mail"), "mail", maxMail, mailable),
		Note:  filled(m.Get("note"), "note", maxContact),
	}
}

// filled reads a text that the template leaves empty in quotes.
func filled(n strictyaml.Node, name string, longest int, checks ...func(strictyaml.Node, string)) string {
	if n.Present() && n.Text() == "" {
		return ""
	}
	s := line(n, name, longest)
	for _, check := range checks {
		if s != "" {
			check(n, s)
		}
	}
	return s
}

// callable is easier to please than the form of a printed number: an
// extension, a pager and "then press 2" are numbers too.
func callable(n strictyaml.Node, s string) {
	if !hasDigit(s) {
		n.Errorf("phone %q: has no digit", s)
	}
}

func mailable(n strictyaml.Node, s string) {
	if !mailForm().MatchString(s) {
		n.Errorf("mail %q: must be an address like help@example.org", s)
	}
}

// Check says why a contact could not be kept; nil if it can.
func (c Contact) Check() error {
	for _, f := range []struct {
		name, text string
		most       int
	}{{"who", c.Who, maxContact}, {"name", c.Name, maxContact}, {"phone", c.Phone, maxContact}, {"mail", c.Mail, maxMail}, {"note", c.Note, maxContact}} {
		if n := utf8.RuneCountInString(f.text); n > f.most {
			return fmt.Errorf("this %s has %d characters; at most %d fit on the page", f.name, n, f.most)
		}
		if r, bad := undrawable(f.text); bad {
			return fmt.Errorf("the page cannot show the character U+%04X; write it another way", r)
		}
	}
	if c.Phone != "" && !hasDigit(c.Phone) {
		return fmt.Errorf("%q has no digit; type a phone number, or press Enter", c.Phone)
	}
	return nil
}

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// ContactsTemplate returns a list of contacts to fill in, with the roles of the
// incident page.
func (p *Incident) ContactsTemplate() ([]byte, error) {
	return Numbers{Contacts: p.Own}.Encode()
}

// Encode returns the numbers as the file that [ReadContacts] reads, with what to
// do with it at its head. It fails if a text cannot stand in such a file.
func (numbers Numbers) Encode() ([]byte, error) {
	m := strictyaml.NewMap()
	m.Comment("Your own numbers, shown first on the page of \"hygeia incident\". Write between the quotes,\n" +
		"delete what you have no use for, add who is missing, at most " + strconv.Itoa(MaxContacts) + " in all. An extension or\n" +
		"\"then press 2\" may stand behind a phone number. Keep the file as own/contacts.yaml in the\n" +
		"folder of your quarters, and print the page again when a number changes.")
	m.Word("schema", ContactsSchema)
	if numbers.Country != "" {
		m.Text("country", numbers.Country)
	}
	if numbers.State != "" {
		m.Text("state", numbers.State)
	}
	list := m.List("contacts")
	for _, known := range numbers.Contacts {
		c := list.Map()
		c.Text("who", known.Who)
		c.Text("name", known.Name)
		c.Text("phone", known.Phone)
		c.Text("mail", known.Mail)
		c.Text("note", known.Note)
	}
	return m.Encode()
}
