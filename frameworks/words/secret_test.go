package words_test

import (
	"testing"

	"hygeia/frameworks/words"
)

func TestSecret(t *testing.T) {
	for text, want := range map[string]string{
		"Her number is 219-09-9999.":                   "a Social Security number",
		"SSN 219099999":                                "a Social Security number",
		"ticket 000-12-3456, part 900-12-3456":         "",
		"call 555-219-0999":                            "",
		"see 2026-09-14 and 12-219-09-9999-1":          "",
		"MRN 00482913 was open":                        "a patient's record number",
		"medical record no. 482913":                    "a patient's record number",
		"medical records: 5 of 6 cabinets locked":      "",
		"the admin password is Winter2026":             "a password",
		"pw: hunter2!":                                 "a password",
		"PASSWORD = \"S3cret\"":                        "a password",
		"passcode: 4711":                               "a password",
		"the password is changed every year":           "",
		"passwords: 14 characters at least":            "",
		"password policy 2026":                         "",
		"password: see IT":                             "",
		"key AKIAIOSFODNN7EXAMPLE in the script":       "a key",
		"-----BEGIN RSA PRIVATE KEY-----":              "a key",
		"ghp_0123456789abcdefghijABCDEFGHIJ":           "a key",
		"dGhpcyBpcyBhIHRlc3Qga2V5IDEyMzQ1Njc4OTA5ODc2": "a key",
		"sha256 of the archive: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c1500000000": "",
		"https://example.org/Docs/2026/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789":                      "",
		"/shared/IT/Restore-Tests-2026/Report-Of-The-Autumn-Restore-Test.pdf":                     "",
		"Ticket from MSP: 4 of 5 firewalls patched, the rest in January":                          "",
		"": "",
	} {
		if got := words.Secret(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
