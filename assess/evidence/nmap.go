package evidence

import (
	"bufio"
	"encoding/xml"
	"sync"
)

// riskOf gives the kind of risk that CISA sees in a service, by nmap's name for it.
var riskOf = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"ms-wbt-server": "rdp", "telnet": "telnet", "rtelnet": "telnet", "microsoft-ds": "smb", "smbdirect": "smb", "ldap": "ldap",
		"netbios-ns": "netbios", "netbios-dgm": "netbios", "netbios-ssn": "netbios",
		"ftp": "ftp", "rsftp": "ftp", "ni-ftp": "ftp", "tftp": "ftp", "bftp": "ftp", "msrpc": "rpc",
		"sqlnet": "sql", "sqlserv": "sql", "sql-net": "sql", "sqlsrv": "sql", "msql": "sql", "mini-sql": "sql", "mysql-cluster": "sql", "ms-sql-s": "sql", "ms-sql-m": "sql",
		"irc": "irc", "kerberos": "kerberos", "kerberos-sec": "kerberos", "kerberos-adm": "kerberos", "kerberos_master": "kerberos", "kpasswd": "kerberos",
		"kpasswd5": "kerberos", "klogin": "kerberos", "kshell": "kerberos", "krb_prop": "kerberos", "krbupdate": "kerberos",
	}
})

// manages are the services that may be a way to manage a network.
var manages = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"microsoft-ds": true, "ms-wbt-server": true, "rtelnet": true, "smbdirect": true, "telnet": true}
})

// nmap reads the XML of an nmap scan. It does not know where it was run from.
type nmap struct {
	in    *input
	risks risks
	up    int
	open  int

	state, service, address string
	isUp                    bool
	ended                   bool
}

func readNmap(in *input, file *bufio.Reader) error {
	in.report.Evidence.Kind = "nmap"
	n := &nmap{in: in}
	if err := newTree(file).walk(n.begin, n.end); err != nil {
		return err
	}
	in.exactly("hosts", n.up)
	in.exactly("open-ports", n.open)
	n.risks.done(in)
	in.exactly("management-interfaces", n.risks.manage)
	if !n.ended {
		in.report.Evidence.Partial = "the scan was stopped before its end"
	}
	in.keepHosts()
	return nil
}

func (n *nmap) begin(e xml.StartElement) (skip bool) {
	switch e.Name.Local {
	case "nmaprun":
		n.in.later(unixDay(attribute(e, "start")))
	case "host":
		n.isUp, n.address = false, ""
	case "status":
		n.isUp = attribute(e, "state") == "up"
	case "address":
		if attribute(e, "addrtype") != "mac" && n.address == "" {
			n.address = attribute(e, "addr")
		}
	case "port":
		n.state, n.service = "", ""
	case "state":
		n.state = attribute(e, "state")
	case "service":
		n.service = attribute(e, "name")
	case "finished":
		n.ended = attribute(e, "exit") != "error"
		if n.in.report.Evidence.Date.IsZero() {
			n.in.later(unixDay(attribute(e, "time")))
		}
	case "script", "os", "trace":
		return true
	}
	return false
}

func (n *nmap) end(name, _ string) {
	switch name {
	case "host":
		n.in.report.Evidence.Rows++
		if n.isUp {
			n.up++
			n.in.host(n.address)
		}
	case "port":
		if n.state != "open" || n.service == "tcpwrapped" {
			return
		}
		n.open++
		if kind := riskOf()[n.service]; kind != "" {
			n.risks.add(kind)
		}
		if manages()[n.service] {
			n.risks.manage++
		}
	}
}
