package frameworks

import "sync"

// ShippedFiles returns the content the program brings along: sorted by name, and
// then the catalogs in the order in which they are asked.
// The slice and the bytes are the caller's. There are none if the program was
// built from broken content; [Shipped] says why.
func ShippedFiles() []File {
	c, err := compiled()
	if err != nil {
		return nil
	}
	return filesOf(c.files)
}

// Shipped returns the library of the shipped content alone. It is loaded on the
// first call; an error means that the program was built from broken content,
// which the tests of this package prevent.
func Shipped() (*Library, error) { return shipped() }

var shipped = sync.OnceValues(func() (*Library, error) { return new(Reader).LoadOwn() })

// ShippedIncident returns the page for a bad day and the clocks of all places,
// without loading the rest.
func ShippedIncident() (*Incident, *Clocks, error) {
	c, err := compiled()
	if err != nil {
		return nil, nil, err
	}
	known, err := c.trees()
	if err != nil {
		return nil, nil, err
	}
	l := &loader{lib: new(Library)}
	for i, doc := range known.docs {
		s := &source{name: c.files[i].name, schema: doc.Schema().Text()}
		switch s.schema {
		case incidentSchema:
			s.doc = doc.Checked()
			l.readIncident(s)
		case clocksSchema:
			s.doc = doc.Checked()
			l.readClocks(s)
		}
	}
	if l.lib.Incident == nil || l.lib.Clocks == nil {
		return nil, nil, errCompiled
	}
	return l.lib.Incident, l.lib.Clocks, nil
}
