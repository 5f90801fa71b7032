package evidence

import (
	"errors"
	"slices"
	"strings"

	"hygeia/assess"
)

// riskKinds are the kinds of services that CISA calls potentially risky, in the
// order they are told.
var riskKinds = []string{"rdp", "telnet", "smb", "ldap", "netbios", "ftp", "rpc", "sql", "irc", "kerberos"}

// risks counts open services that are risky.
type risks struct {
	total, manage, fresh int
	kinds                map[string]int
}

func (k *risks) add(kind string) {
	if k.kinds == nil {
		k.kinds = map[string]int{}
	}
	k.total++
	if slices.Contains(riskKinds, kind) {
		k.kinds[kind]++
	}
}

func (k *risks) done(in *input) {
	in.exactly("risky-services", k.total)
	for _, kind := range riskKinds {
		in.exactly("risky-"+kind, k.kinds[kind])
	}
}

// services reads potentially-risky-services.csv, of the weekly report or of an
// alert.
type services struct {
	in     *input
	risks  risks
	alert  bool
	manage bool // the file tells management interfaces; files before July 2023 do not
	fresh  bool
}

func beginServices(in *input, head row) rows {
	s := &services{in: in, manage: head.has("possible_nmi"), fresh: head.has("newly_opened_since_last_report"), alert: head.has("initial_detection")}
	in.report.Evidence.From = assess.Internet
	if s.alert {
		in.report.Evidence.Partial = newOnly
	}
	return s
}

func (s *services) take(r row) error {
	kind := strings.ToLower(r.text("category"))
	if kind == "" {
		return errors.New("it names no category of services")
	}
	if s.alert {
		on, err := moment(r.first("latest_detection", "initial_detection"))
		if err != nil {
			return err
		}
		s.in.later(assess.DateOf(on))
	}
	if s.manage {
		manage, known := truth(r.text("possible_nmi"))
		if !known {
			return errors.New(shown(r.text("possible_nmi")) + " is neither True nor False")
		}
		if manage {
			s.risks.manage++
		}
	}
	if fresh, _ := truth(r.text("newly_opened_since_last_report")); fresh {
		s.risks.fresh++
	}
	s.risks.add(kind)
	s.in.host(r.text("ip"))
	s.in.owner(r.text("owner"))
	return nil
}

func (s *services) done() {
	if s.alert {
		s.in.exactly("new-risky-services", s.risks.total)
		s.in.given("new-management-interfaces", s.manage, s.risks.manage)
		return
	}
	s.risks.done(s.in)
	s.in.given("management-interfaces", s.manage, s.risks.manage)
	s.in.given("newly-opened", s.fresh, s.risks.fresh)
}

// given gives a count if the file has the column for it.
func (in *input) given(key string, has bool, n int) {
	if has {
		in.exactly(key, n)
	} else {
		in.missing(key)
	}
}

// listed reads a file of which only the number of rows is kept.
type listed struct {
	in  *input
	key string
	n   int
}

func beginHosts(in *input, _ row) rows {
	in.report.Evidence.From = assess.Internet
	return &listed{in: in, key: "hosts"}
}

func beginAll(in *input, _ row) rows {
	in.report.Evidence.From = assess.Internet
	return &listed{in: in, key: "services"}
}

func (l *listed) take(r row) error {
	if r.text("ip") == "" {
		return errors.New("it has no address")
	}
	l.n++
	l.in.host(r.text("ip"))
	l.in.owner(r.text("owner"))
	return nil
}

func (l *listed) done() { l.in.exactly(l.key, l.n) }

// scope reads scope.csv: the addresses that CISA was asked to scan.
type scope struct {
	in *input
	n  int
}

func beginScope(in *input, _ row) rows {
	in.report.Evidence.From = assess.Internet
	return &scope{in: in}
}

func (s *scope) take(r row) error {
	n, err := count(r.text("count"))
	if err != nil {
		return err
	}
	s.n += n
	s.in.host(r.text("cidr"))
	s.in.owner(r.text("owner"))
	return nil
}

func (s *scope) done() { s.in.exactly("addresses", s.n) }
