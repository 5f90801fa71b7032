package cmd

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"mime"
	"mime/quotedprintable"
	"strconv"
	"strings"

	"hygeia/cmd/form"
	"hygeia/frameworks/words"
)

// letter is a message that asks for a service. What is empty becomes a blank.
type letter struct {
	To, Subject, Request, Closing                  string
	Organization, Address, Contact, Mailbox, Phone string
}

const blank = "____________________"

// filled returns a text on one line, or a blank.
func filled(s string) string { return cmp.Or(strings.TrimSpace(words.Line(s)), blank) }

// text is the whole message for reading and copying.
func (l letter) text() string {
	return fmt.Sprintf("To: %s\nSubject: %s\n\n%s", filled(l.To), l.Subject, l.body())
}

func (l letter) body() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Hello,\n\n%s\n\n", l.Request)
	for _, line := range []struct{ what, known string }{
		{"Organization", l.Organization},
		{"Sector", "Healthcare and Public Health"},
		{"Postal address", l.Address},
		{"Contact person", l.Contact},
		{"Email for the reports", l.Mailbox},
		{"Telephone", l.Phone},
		{"How we heard of it", "the toolkit of CISA and HHS for health care"},
	} {
		fmt.Fprintf(&b, "%s: %s\n", line.what, filled(line.known))
	}
	fmt.Fprintf(&b, "\n%s\n\n%s\n", l.Closing, filled(l.Contact))
	return b.String()
}

// draft is the message as a file that a mail program opens (RFC 5322). X-Unsent
// makes Outlook open it for sending; other programs pass over the word.
func (l letter) draft() []byte {
	var b bytes.Buffer
	head := func(name, value string) { fmt.Fprintf(&b, "%s: %s\r\n", name, value) }
	head("To", words.Line(l.To))
	head("Subject", mime.QEncoding.Encode("utf-8", words.Line(l.Subject)))
	head("X-Unsent", "1")
	head("MIME-Version", "1.0")
	head("Content-Type", "text/plain; charset=utf-8")
	head("Content-Transfer-Encoding", "quoted-printable")
	b.WriteString("\r\n")
	w := quotedprintable.NewWriter(&b)
	// Writing to memory cannot fail.
	_, _ = w.Write([]byte(strings.ReplaceAll(l.body(), "\n", "\r\n")))
	_ = w.Close()
	return b.Bytes()
}

// ask asks a person at a terminal whom the service should write to; Enter leaves
// a blank. Those who answered are offered, and nobody is chosen for them. Whoever
// gave a flag knows the flags and is not asked.
func (o *enrollOptions) ask(ctx context.Context, l *letter, known []string) {
	if !o.env.InTerminal || !o.env.ErrTerminal || o.Contact+o.Mailbox+o.Phone+o.Address != "" {
		return
	}
	term := form.Terminal{In: o.env.typed(), Out: o.env.Err, Width: o.env.Width}
	who := "Who should they write to (name)?"
	for i, name := range known {
		o.env.talk(fmt.Sprintf("  %d %s", i+1, name))
		who = "Who should they write to (name, or the number of one above)?"
	}
	for _, q := range []struct {
		text string
		to   *string
	}{
		{who, &l.Contact},
		{"Which mailbox should the reports go to? Best one that two people read:", &l.Mailbox},
		{"Telephone of that person?", &l.Phone},
		{"Your postal address, on one line?", &l.Address},
	} {
		typed, more := form.Line(ctx, term, q.text)
		if n, err := strconv.Atoi(typed); err == nil && q.to == &l.Contact && n >= 1 && n <= len(known) {
			typed = known[n-1]
		}
		if *q.to = typed; !more {
			return
		}
	}
}
