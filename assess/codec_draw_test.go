package assess

import (
	"slices"
	"strings"
	"time"

	"hygeia/frameworks"
	"hygeia/frameworks/words"

	"pgregory.net/rapid"
)

// anyAssessment draws a quarter that may be saved: every kind of answer, nasty
// texts after the clean-up, times in any zone.
func anyAssessment() *rapid.Generator[*Assessment] {
	return rapid.Custom(func(t *rapid.T) *Assessment {
		a := &Assessment{
			Period:       Quarter{rapid.IntRange(2001, 2199).Draw(t, "year"), rapid.IntRange(1, 4).Draw(t, "n")},
			Organization: anyOrganization().Draw(t, "organization"),
			Frameworks:   rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"hph-cpg", "nist-csf-2.0", "no", "2023"}), 0, 4, rapid.ID).Draw(t, "frameworks"),
			Started:      anyTime().Draw(t, "started"),
			Updated:      anyTime().Draw(t, "updated"),
			At:           cleanLineText().Draw(t, "at"),
		}
		if rapid.Bool().Draw(t, "finished") {
			a.Status, a.Finished = Finished, anyDate().Draw(t, "day")
			a.Content = Pin{"2026.11", "sha256:" + strings.Repeat("0f", 32)}
			a.Previous = a.Content.Digest
			a.Ledger = Mark{Events: rapid.IntRange(0, 9).Draw(t, "events"), Digest: a.Content.Digest}
		}
		if rapid.Bool().Draw(t, "reopened") {
			a.Reopened = []Reopening{{anyDate().Draw(t, "on"), needed(cleanLineText().Draw(t, "why"))}}
		}
		a.Targets = rapid.MapOfN(anyKey(), anyTarget(), 0, 3).Draw(t, "targets")
		a.Facts = rapid.MapOfN(anyKey(), rapid.Custom(func(t *rapid.T) Fact {
			return Fact{
				Value:    rapid.SampledFrom([]string{"yes", "24", "2026-02-03", "unknown", "none: so far"}).Draw(t, "value"),
				Recorded: anyDate().Draw(t, "said"), By: cleanLineText().Draw(t, "who"),
			}
		}), 0, 3).Draw(t, "facts")
		a.Decisions = rapid.MapOfN(anyKey(), anyDecision(), 0, 4).Draw(t, "decisions")
		a.Answers = rapid.MapOfN(anyKey(), anyAnswer(a.Period), 0, 6).Draw(t, "answers")
		if rapid.Bool().Draw(t, "inherits") {
			keys := rapid.SliceOfNDistinct(anyKey(), 1, 4, rapid.ID).Draw(t, "inherited")
			slices.Sort(keys)
			a.Inherits = Inheritance{From: rapid.SampledFrom([]string{"..", "../system", "../a/b c"}).Draw(t, "from"), Keys: keys}
			if a.Status == Finished {
				a.Inherits.Name, a.Inherits.Period, a.Inherits.Digest = cleanLineText().Draw(t, "parent"), a.Period, "sha256:"+strings.Repeat("1a", 32)
			}
		}
		return a
	})
}

func anyOrganization() *rapid.Generator[Organization] {
	return rapid.Custom(func(t *rapid.T) Organization {
		return Organization{
			Name:       cleanLineText().Draw(t, "name"),
			Size:       frameworks.Size(rapid.IntRange(0, 3).Draw(t, "size")),
			SizeReason: cleanLineText().Draw(t, "reason"),
			Beds:       rapid.IntRange(0, 1000).Draw(t, "beds"),
			Clinicians: rapid.IntRange(0, 1000).Draw(t, "clinicians"),
			Critical:   rapid.Bool().Draw(t, "critical"),
			IT:         rapid.SampledFrom([]string{"", "own", "shared", "outsourced"}).Draw(t, "it"),
			Country:    rapid.SampledFrom([]string{"", "us", "no"}).Draw(t, "country"),
		}
	})
}

func anyAnswer(period Quarter) *rapid.Generator[Answer] {
	return rapid.Custom(func(t *rapid.T) Answer {
		ans := Answer{
			State:     State(rapid.IntRange(int(Levelled), int(Unknown)).Draw(t, "state")),
			Level:     frameworks.Level(rapid.IntRange(1, 2).Draw(t, "level")), // left out where it means nothing
			Revision:  rapid.IntRange(1, 9).Draw(t, "revision"),
			Effective: rapid.OneOf(rapid.Just(Date{}), anyDate()).Draw(t, "effective"),
			Recorded:  anyDate().Draw(t, "recorded"),
			By:        cleanLineText().Draw(t, "by"),
			Change:    Change(rapid.IntRange(0, 3).Draw(t, "change")),
			Changed:   rapid.SampledFrom([]Quarter{{}, period, {2000, 4}}).Draw(t, "changed"),
			Carried:   rapid.SampledFrom([]Quarter{{}, {2000, 4}}).Draw(t, "carried"),
			Note:      cleanNote().Draw(t, "note"),
			Proof:     rapid.SliceOfN(anyProof(), 0, MaxProofs).Draw(t, "proof"),
		}
		switch ans.State {
		case Levelled:
			ans.Level = frameworks.Level(rapid.IntRange(0, 3).Draw(t, "points"))
		case NotApplicable:
			ans.Reason = needed(cleanNote().Draw(t, "reason"))
		case OtherWay:
			ans.Reason, ans.Approver = cleanNote().Draw(t, "reason"), cleanLineText().Draw(t, "approver")
			ans.Review = rapid.OneOf(rapid.Just(Date{}), anyDate()).Draw(t, "review")
		}
		return ans
	})
}

func anyProof() *rapid.Generator[Proof] {
	return rapid.Custom(func(t *rapid.T) Proof {
		return Proof{
			Grade: Grade(rapid.IntRange(int(Said), int(Outside)).Draw(t, "grade")),
			What:  cleanLineText().Draw(t, "what"),
			Date:  rapid.OneOf(rapid.Just(Date{}), anyDate()).Draw(t, "date"),
			Where: cleanLineText().Draw(t, "where"),

			Digest: rapid.SampledFrom([]string{"", "sha256:" + strings.Repeat("0a", 32)}).Draw(t, "digest"),
		}
	})
}

func anyTarget() *rapid.Generator[Target] {
	return rapid.Custom(func(t *rapid.T) Target {
		return Target{frameworks.Level(rapid.IntRange(0, 3).Draw(t, "level")), needed(cleanLineText().Draw(t, "reason")), cleanLineText().Draw(t, "approver")}
	})
}

// anyDecision draws a decision that could have been made on the day it was recorded.
func anyDecision() *rapid.Generator[Decision] {
	return rapid.Custom(func(t *rapid.T) Decision {
		on := anyDate().Draw(t, "recorded")
		d := Decision{Kind: DecisionKind(rapid.IntRange(int(Fix), int(Later)).Draw(t, "kind")), Recorded: on, By: cleanLineText().Draw(t, "by")}
		ahead := func(least int) Date {
			return DateOf(on.time().AddDate(0, 0, rapid.IntRange(least, 365).Draw(t, "days")))
		}
		for _, name := range slices.Concat(d.Kind.Needs(), decisionFields[d.Kind].allows) {
			if slices.Contains(decisionFields[d.Kind].allows, name) && rapid.Bool().Draw(t, "without "+name) {
				continue
			}
			switch name {
			case "owner":
				d.Owner = needed(cleanLineText().Draw(t, name))
			case "due":
				d.Due = ahead(0)
			case "reason":
				d.Reason = needed(cleanNote().Draw(t, name))
			case "approver":
				d.Approver = needed(cleanLineText().Draw(t, name))
			case "until":
				d.Until = ahead(1)
			}
		}
		return d
	})
}

// anyKey draws keys that YAML could take for something else, too.
func anyKey() *rapid.Generator[string] {
	return rapid.SampledFrom([]string{"mfa-email", "mfa-remote", "guest-wifi", "no", "null", "2026-09-14", "1e3", "y", "a-b-c", "answers"})
}

func anyDate() *rapid.Generator[Date] {
	return rapid.Custom(func(t *rapid.T) Date { return DateOf(anyTime().Draw(t, "moment")) })
}

func anyTime() *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		zone := time.FixedZone("", rapid.IntRange(-14, 14).Draw(t, "zone")*3600)
		return time.Unix(rapid.Int64Range(1, 1<<32).Draw(t, "seconds"), rapid.Int64Range(0, 999_999_999).Draw(t, "nanoseconds")).In(zone)
	})
}

// nastyText draws text made of pieces that have broken a YAML file before.
func nastyText() *rapid.Generator[string] {
	pieces := []string{
		"\t", "\n", "\r\n", " ", "  ", "- ", ": ", " #", "#", "|", ">", "'", `"`, `\`, "{", "[", "&a", "*a", "!!binary", "%", "@", "`",
		"---", "...", "<<", "null", "no", "010", "2026-09-14", "~", "word", "é", "😀", "👩🏽‍⚕️", "שלום", "\u200f", "\u202e", "\u2028",
		"\u0085", "\ufeff", "\x1b[31m", "\x00", "\x7f", "\u00a0", "\ue000", "\uf8ff", "\xff", "\ufffd", "=1+1",
	}
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces")
		return strings.Join(parts, "") + rapid.StringN(0, 8, 40).Draw(t, "any")
	})
}

func cleanNote() *rapid.Generator[string] { return rapid.Map(nastyText(), words.Clean) }

func cleanLineText() *rapid.Generator[string] {
	return rapid.Map(nastyText(), func(s string) string { return words.Clean(strings.ReplaceAll(words.Clean(s), "\n", " ")) })
}

func needed(s string) string {
	if s == "" {
		return "because"
	}
	return s
}
