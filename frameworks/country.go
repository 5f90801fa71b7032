package frameworks

import (
	_ "embed"
	"fmt"
	"strings"
)

// countryList has a country a line, its two letters (ISO 3166) and its name.
//
//go:embed country.txt
var countryList string

// countryAlso are names people use that are not in the list.
func countryAlso() map[string]string {
	return map[string]string{
		"usa": "us", "u.s.": "us", "u.s.a.": "us", "america": "us", "united states of america": "us",
		"uk": "gb", "u.k.": "gb", "great britain": "gb", "england": "gb", "scotland": "gb", "wales": "gb", "northern ireland": "gb",
		"deutschland": "de", "holland": "nl", "the netherlands": "nl", "españa": "es", "méxico": "mx", "korea": "kr", "czechia": "cz",
	}
}

// ParseCountry reads a country by its two letters or its English name, whatever
// the capitals, and returns the two small letters. The error says in one line
// what would be right.
func ParseCountry(s string) (string, error) {
	word := strings.ToLower(strings.TrimSpace(s))
	if code := countryAlso()[word]; code != "" {
		return code, nil
	}
	var names []string
	for line := range strings.Lines(countryList) {
		code, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		if word == code || word == strings.ToLower(name) {
			return code, nil
		}
		names = append(names, name)
	}
	if near := Nearest(word, names); near != "" && len(word) > 2 {
		return "", fmt.Errorf("there is no country %q: did you mean %s?", s, near)
	}
	return "", fmt.Errorf("there is no country %q: type its two letters, such as us, ca or de, or its name", s)
}

// CountryName returns the English name of a country by its two small letters,
// or "" if there is none.
func CountryName(code string) string {
	for line := range strings.Lines(countryList) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), code+" "); ok && len(code) == 2 {
			return name
		}
	}
	return ""
}

// CountryCode reads the two small letters of a country in a file.
func CountryCode(s string) (string, error) {
	if CountryName(s) == "" {
		return "", fmt.Errorf("country %q: must be the two small letters of a country, such as de", s)
	}
	return s, nil
}
