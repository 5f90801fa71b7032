package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/report/doc"
)

// dossierCount are practices by how they stand on the day.
type dossierCount struct{ all, year, proven, less, out, excluded int }

func (d *dossier) count(list []assess.Practice) dossierCount {
	c := dossierCount{all: len(list)}
	for _, p := range list {
		last := d.lastCell(p)
		switch {
		case p.InPlace && p.Months >= 12:
			c.year++
			if p.Shown >= 12 {
				c.proven++
			}
		case p.InPlace:
			c.less++
		case last != nil && last.State == assess.NotApplicable:
			c.excluded++
		default:
			c.out++
		}
	}
	return c
}

// lastCell is what the last finished quarter says of a practice; nil if it does not ask.
func (d *dossier) lastCell(p assess.Practice) *assess.Item {
	for i := len(p.Cells) - 1; i >= 0; i-- {
		if d.record.Quarters[i].Result != nil {
			return p.Cells[i]
		}
	}
	return nil
}

func (c *dossierCount) add(o dossierCount) {
	c.all, c.year, c.proven, c.less, c.out, c.excluded = c.all+o.all, c.year+o.year, c.proven+o.proven, c.less+o.less, c.out+o.out, c.excluded+o.excluded
}

func (c dossierCount) row(title string) []doc.Text {
	cells := []string{title}
	for _, n := range []int{c.all, c.year, c.proven, c.less, c.out, c.excluded} {
		cells = append(cells, fmt.Sprint(n))
	}
	return doc.Row(cells...)
}
