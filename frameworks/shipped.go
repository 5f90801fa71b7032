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

// ShippedIncident returns the page for a bad day alone, without loading the rest.
func ShippedIncident() (*Incident, error) {
	c, err := compiled()
	if err != nil {
		return nil, err
	}
	l := &loader{lib: new(Library)}
	for i, doc := range c.docs {
		if doc.Schema().Text() == incidentSchema {
			l.readIncident(&source{name: c.files[i].name, schema: incidentSchema, doc: doc.Checked()})
		}
	}
	if l.lib.Incident == nil {
		return nil, errCompiled
	}
	return l.lib.Incident, nil
}
