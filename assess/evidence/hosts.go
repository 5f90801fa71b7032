package evidence

import (
	"slices"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// host notes the name or address of a system, where that is asked for.
func (in *input) host(name string) {
	if !in.opts.KeepHosts || len(in.hosts) >= assess.MaxHosts {
		return
	}
	if in.hosts == nil {
		in.hosts = map[string]bool{}
	}
	in.hosts[words.Cut(words.Line(name), 100)] = true
}

func (in *input) keepHosts() {
	for name := range in.hosts {
		in.report.Evidence.Hosts = append(in.report.Evidence.Hosts, name)
	}
	slices.Sort(in.report.Evidence.Hosts)
}

// maxOwners is the most names of owners that are kept of one file.
const maxOwners = 50

// owner notes whose the file says it is.
func (in *input) owner(name string) {
	name = words.Cut(words.Line(name), 100)
	e := in.report.Evidence
	if name == "" || len(e.Owners) >= maxOwners || slices.Contains(e.Owners, name) {
		return
	}
	e.Owners = append(e.Owners, name)
	slices.Sort(e.Owners)
}
