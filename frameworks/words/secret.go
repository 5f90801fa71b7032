package words

import (
	"strings"
	"unicode"
)

// Secret says what a text seems to hold that belongs into no note: "a password",
// "a key", "a Social Security number", "a patient's record number"; "" if it
// seems to hold none. It is a guess by the look of things, made to ask a person
// once, and never a reason to refuse.
func Secret(s string) string {
	switch {
	case socialSecurity(s):
		return "a Social Security number"
	case recordNumber().MatchString(s):
		return "a patient's record number"
	case secretKey(s):
		return "a key"
	case password(s):
		return "a password"
	}
	return ""
}

var (
	socialDigits = Pattern(`(?:^|[^\d-])(\d{3})[- ](\d{2})[- ](\d{4})(?:$|[^\d-])`)
	socialNamed  = Pattern(`(?i)\b(?:ssn|social security)\b\D{0,20}\d{3}[- ]?\d{2}[- ]?\d{4}\b`)
	recordNumber = Pattern(`(?i)\b(?:mrn|medical record|patient id|patient no|patient number|chart no|chart number)\b[^\d\n]{0,15}\d{5,}`)
	knownKey     = Pattern(`-----BEGIN [A-Z ]*PRIVATE KEY|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[0-9A-Za-z]{20,}|\bsk[-_][0-9A-Za-z_-]{20,}|\bxox[abprs]-[0-9A-Za-z-]{10,}|\beyJ[0-9A-Za-z_-]{20,}`)
	longRun      = Pattern(`[0-9A-Za-z+/_=-]{32,}`)
	passwordWord = Pattern(`(?i)\b(?:passwords?|passwd|passphrase|passcode|pwd|pw)\b(?:\s+is\b|\s*[:=])\s*["']?(\S+)`)
)

// socialSecurity knows the numbers that were never given out.
func socialSecurity(s string) bool {
	if socialNamed().MatchString(s) {
		return true
	}
	for _, m := range socialDigits().FindAllStringSubmatch(s, -1) {
		if m[1] != "000" && m[1] != "666" && m[1][0] != '9' && m[2] != "00" && m[3] != "0000" {
			return true
		}
	}
	return false
}

// secretKey finds keys by their well-known beginnings, and long runs of capital
// and small letters mixed with digits. A path or an address is none.
func secretKey(s string) bool {
	if knownKey().MatchString(s) {
		return true
	}
	for _, word := range strings.Fields(s) {
		if strings.Contains(word, "://") || strings.Count(word, "/") > 2 {
			continue
		}
		for _, run := range longRun().FindAllString(word, -1) {
			if strings.ContainsFunc(run, unicode.IsUpper) && strings.ContainsFunc(run, unicode.IsLower) && digits(run) >= 4 {
				return true
			}
		}
	}
	return false
}

func digits(s string) int {
	return len(s) - len(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, s))
}

// password finds "password: Winter26" and leaves "the password is changed every
// year" alone: what follows has to look like one, with a digit or a sign in it.
func password(s string) bool {
	for _, m := range passwordWord().FindAllStringSubmatch(s, -1) {
		word := strings.Trim(m[1], `"'.,;:()`)
		letters := strings.ContainsFunc(word, unicode.IsLetter)
		others := strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '/' })
		if len(word) >= 4 && (letters && others || digits(word) >= 4) {
			return true
		}
	}
	return false
}
