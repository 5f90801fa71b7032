package report

import (
	"fmt"
	"time"

	"hygeia/assess"
)

// monthNames are the months as American newspapers print them beside a day.
var monthNames = [...]string{
	time.January: "Jan.", time.February: "Feb.", time.March: "March", time.April: "April", time.May: "May", time.June: "June",
	time.July: "July", time.August: "Aug.", time.September: "Sept.", time.October: "Oct.", time.November: "Nov.", time.December: "Dec.",
}

// dated prints a day as people in the United States write it, "Dec. 15, 2026",
// and nothing for the zero Date. Data for scripts keep "2026-12-15".
func dated(d assess.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s %d, %d", monthNames[d.Month], d.Day, d.Year)
}
