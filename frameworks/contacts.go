package frameworks

import (
	"strconv"
	"strings"
	"unicode"

	"hygeia/frameworks/strictyaml"
)

// ContactsSchema is the first line of a hospital's own list of numbers. The
// list is no part of a library: a new number changes no question and no digest.
const ContactsSchema = "hygeia/contacts/v1"

// The limits of a list of contacts: all of it must fit on the incident page.
const (
	maxContacts = 10
	maxContact  = 40 // characters of who, name, phone and note
	maxMail     = 60
)

// Contact is one of the hospital's own people or partners, to be called when
// something bad has happened. All but Who may be empty: then it is written on
// the printed page by hand.
type Contact struct{ Who, Name, Phone, Mail, Note string }

// Blank reports whether there is nothing but the role.
func (c Contact) Blank() bool { return c.Name == "" && c.Phone == "" && c.Mail == "" }

// ReadContacts reads a hospital's own numbers. With mistakes in the file it
// returns those contacts that have none, besides the error that lists them all:
// when they are needed, nine numbers are better than none.
func ReadContacts(name string, data []byte) ([]Contact, error) {
	doc, err := strictyaml.Parse(name, data, strictyaml.Limits{})
	if doc == nil {
		return nil, err
	}
	if schemaOf(doc, ContactsSchema) == "" {
		return nil, doc.Err()
	}
	items := doc.Root().Mapping("schema", "contacts").Need("contacts")
	var contacts []Contact
	for _, n := range items.Items() {
		before := doc.Mistakes()
		if c := readContact(n); doc.Mistakes() == before && c.Who != "" {
			contacts = append(contacts, c)
		}
	}
	if len(contacts) > maxContacts {
		items.Errorf("contacts: has %d; at most %d fit on the page", len(contacts), maxContacts)
		contacts = contacts[:maxContacts]
	}
	return contacts, doc.Err()
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
	if !strings.ContainsFunc(s, unicode.IsDigit) {
		n.Errorf("phone %q: has no digit", s)
	}
}

func mailable(n strictyaml.Node, s string) {
	if !mailForm().MatchString(s) {
		n.Errorf("mail %q: must be an address like help@example.org", s)
	}
}

// ContactsTemplate returns a list of contacts to fill in, with the roles of the
// incident page.
func (p *Incident) ContactsTemplate() ([]byte, error) {
	m := strictyaml.NewMap()
	m.Comment("Your own numbers, shown first on the page of \"hygeia incident\". Write between the quotes,\n" +
		"delete what you have no use for, add who is missing, at most " + strconv.Itoa(maxContacts) + " in all. An extension or\n" +
		"\"then press 2\" may stand behind a phone number. Keep the file as own/contacts.yaml in the\n" +
		"folder of your quarters, and print the page again when a number changes.")
	m.Word("schema", ContactsSchema)
	list := m.List("contacts")
	for _, role := range p.Own {
		c := list.Map()
		c.Text("who", role.Who)
		c.Text("name", "")
		c.Text("phone", "")
		c.Text("mail", "")
		c.Text("note", role.Note)
	}
	return m.Encode()
}
