package evidence

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"hygeia/assess"
	"hygeia/assess/sheet"
)

// readDefender reads the list of weaknesses of Microsoft Defender, as JSON: as the
// service gives it, or as scripts save it, the list alone or an entry a line. It has no
// dates.
func readDefender(in *input, file *bufio.Reader) error {
	in.report.Evidence.Kind = "defender"
	tally := findings{in: in}
	weaknesses := func(d *json.Decoder) error {
		return items(d, func() error { return weakness(in, &tally, d) })
	}
	var err error
	switch d := json.NewDecoder(sheet.Decoded(file)); shapeOf(file) {
	case listAlone:
		if err = weaknesses(d); err != nil {
			err = inJSON(d, err)
		}
	case entryALine:
		for err == nil {
			if err = weakness(in, &tally, d); errors.Is(err, io.EOF) {
				err = nil
				break
			} else if err != nil {
				err = inJSON(d, err)
			}
		}
	default:
		err = fields(file, map[string]func(*json.Decoder) error{
			"value": weaknesses,
			"@odata.nextLink": func(d *json.Decoder) error {
				in.report.Evidence.Partial = "it is one page of several"
				return pass(d)
			},
		})
	}
	if err != nil {
		return err
	}
	tally.done()
	tally.named()
	in.report.Evidence.From = assess.Inside
	in.keepHosts()
	return nil
}

// shape is how a list in JSON is saved.
type shape int

const (
	inObject   shape = iota // in a field of an object
	listAlone               // not in anything
	entryALine              // its entries one behind the other
)

// shapeOf looks at the beginning of a file and reads nothing of it.
func shapeOf(file *bufio.Reader) shape {
	head, _ := file.Peek(headSize) // an error comes again when it is read
	text, _ := io.ReadAll(sheet.Decoded(bytes.NewReader(head)))
	text = bytes.TrimSpace(text)
	id := bytes.Index(bytes.ToLower(text), []byte(`"cveid"`))
	switch {
	case bytes.HasPrefix(text, []byte("[")):
		return listAlone
	case id >= 0 && !bytes.Contains(text[:id], []byte("[")):
		return entryALine
	}
	return inObject
}

// weakness reads one entry of the list.
func weakness(in *input, tally *findings, d *json.Decoder) error {
	var x struct{ CveID, MachineID, ProductName, ProductVersion, Severity string }
	wrong, err := entry(d, &x)
	if err != nil {
		return err
	}
	g, err := gradeOf(x.Severity)
	switch {
	case wrong != nil:
		err = wrong
	case err == nil:
		err = tally.add(finding{
			grade: g, host: x.MachineID, name: x.ProductName, flaws: cves(x.CveID),
			apart: strings.Join([]string{x.MachineID, x.CveID, x.ProductName, x.ProductVersion}, "\x00"),
		})
	}
	if err != nil {
		in.unread(0, err)
		return nil
	}
	in.report.Evidence.Rows++
	return nil
}

// defenderTables are the same list as a table, as scripts save it.
var defenderTables = []table{
	{kind: "defender", needs: []string{"cveid", "machineid", "productname", "severity"}, begin: beginDefender},
}

type defenderRows struct {
	in    *input
	tally findings
}

func beginDefender(in *input, _ row) rows {
	return &defenderRows{in: in, tally: findings{in: in}}
}

func (x *defenderRows) take(r row) error {
	g, err := gradeOf(r.text("severity"))
	if err != nil {
		return err
	}
	host, name, flaw := r.text("machineid"), r.text("productname"), r.text("cveid")
	return x.tally.add(finding{
		grade: g, host: host, name: name, flaws: cves(flaw),
		apart: strings.Join([]string{host, flaw, name, r.text("productversion")}, "\x00"),
	})
}

func (x *defenderRows) done() {
	x.tally.done()
	x.tally.named()
	x.in.report.Evidence.From = assess.Inside
}
