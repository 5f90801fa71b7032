package evidence

import (
	"errors"
	"strings"

	"hygeia/assess"
)

var mailTables = []table{{
	kind: "email", needs: []string{"domain", "base domain", "valid spf", "dmarc policy", "valid dmarc"}, begin: beginMail,
}}

// mail reads CISA's report on email, or what its free tool writes.
type mail struct {
	in                                                     *input
	all, base, spf, dmarc, reject, quarantine, none, noRec int
	plain, weak                                            int
	hasWeak, hasPlain                                      bool
}

func beginMail(in *input, head row) rows {
	in.report.Evidence.From = assess.Internet
	return &mail{in: in, hasWeak: head.has("domain supports weak crypto"), hasPlain: head.has("domain supports smtp") && head.has("domain supports starttls")}
}

func (m *mail) take(r row) error {
	domain, base := strings.ToLower(r.text("domain")), strings.ToLower(r.text("base domain"))
	if domain == "" {
		return errors.New("it names no domain")
	}
	m.all++
	m.in.host(domain)
	if smtp, _ := truth(r.text("domain supports smtp")); smtp {
		if tls, known := truth(r.text("domain supports starttls")); known && !tls {
			m.plain++
		}
	}
	if weak, _ := truth(r.text("domain supports weak crypto")); weak {
		m.weak++
	}
	isBase, told := truth(r.text("domain is base domain"))
	if told && !isBase || !told && base != "" && domain != base {
		return nil
	}
	m.base++
	if ok, _ := truth(r.text("valid spf")); ok {
		m.spf++
	}
	m.policy(r)
	return nil
}

// policy counts what the domain tells others to do with forged mail. A record that
// is not valid is none.
func (m *mail) policy(r row) {
	if ok, _ := truth(r.text("valid dmarc")); !ok {
		m.noRec++
		return
	}
	m.dmarc++
	switch strings.ToLower(r.text("dmarc policy")) {
	case "reject":
		m.reject++
	case "quarantine":
		m.quarantine++
	default:
		m.none++
	}
}

func (m *mail) done() {
	m.in.exactly("domains", m.all)
	m.in.exactly("mail-domains", m.base)
	m.in.exactly("spf-valid", m.spf)
	m.in.exactly("dmarc-valid", m.dmarc)
	m.in.exactly("dmarc-reject", m.reject)
	m.in.exactly("dmarc-quarantine", m.quarantine)
	m.in.exactly("dmarc-watch-only", m.none)
	m.in.exactly("dmarc-missing", m.noRec)
	m.in.exactly("dmarc-not-enforced", m.none+m.noRec)
	m.in.given("mail-without-encryption", m.hasPlain, m.plain)
	m.in.given("mail-weak-encryption", m.hasWeak, m.weak)
}
