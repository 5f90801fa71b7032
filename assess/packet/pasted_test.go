package packet_test

import (
	"fmt"
	"strings"
	"testing"

	"hygeia/assess/packet"
)

// saved is what the web page saves.
func saved(t testing.TB) string {
	p := handout(t, clinic(t), "mfa-email", "kev-fix", "email-filter")
	check := map[string]string{}
	for _, q := range p.Questions {
		check[q.Key] = q.Check.String()
	}
	return fmt.Sprintf(`{
 "schema": "hygeia/packet/v1",
 "packet": %q,
 "organization": "Mercy & <b>Clinic</b>",
 "quarter": "2026-Q3",
 "by": "J. Rivera",
 "on": "2026-08-02",
 "answers": {
  "mfa-email": {
   "answer": "yes",
   "note": "All of them, { \"vendors\" } too; the list of who has one is kept by the front desk.\nSee the \\ share. \u00e9"
  }
 },
 "unfinished": {
  "email-filter": {
   "note": "Ask Pat"
  }
 },
 "check": {
  "mfa-email": %q,
  "email-filter": %q,
  "kev-fix": %q
 }
}
`, p.ID, check["mfa-email"], check["email-filter"], check["kev-fix"])
}

// Whatever a mail program does to the text, it is read.
func TestPasted(t *testing.T) {
	text := saved(t)
	wrapped := strings.ReplaceAll(text, " who has one ", "\nwho has one\n") // broken anew at spaces, even in quotes
	quoted := "> " + strings.ReplaceAll(strings.TrimSpace(wrapped), "\n", "\n> ")
	for name, message := range map[string]string{
		"as saved":            text,
		"in a message":        "Hi,\n\nhere it is: {see below}\n\n" + text + "\nBest,\nJ. -- \"sent from my phone\" }\n",
		"lines broken anew":   wrapped,
		"without indentation": strings.ReplaceAll(text, "\n ", "\n"),
		"quoted":              "On Monday you wrote:\n" + quoted + "\n> Thanks\n",
		"Windows lines":       strings.ReplaceAll(text, "\n", "\r\n"),
		"blanks that hold":    strings.ReplaceAll(text, ": ", ":\u00a0"),
		"a hidden character":  strings.ReplaceAll(text, "All of", "All\u200b of"),
		"with a mark":         "\ufeff" + text,
	} {
		t.Run(name, func(t *testing.T) {
			if !packet.IsReply([]byte(message)) {
				t.Error("it is not recognized")
			}
			r, err := packet.Read("mail.txt", []byte(message), today)
			if err != nil {
				t.Fatal(err)
			}
			if r.By != "J. Rivera" || len(r.Given) != 1 || len(r.Empty) != 1 || len(r.Wrong) != 1 {
				t.Fatalf("came back as %+v", r)
			}
			want := "All of them, { \"vendors\" } too; the list of who has one is kept by the front desk.\nSee the \\ share. é"
			if got := r.Given[0].Answer.Note; got != want {
				t.Errorf("the note came back as\n%q, want\n%q", got, want)
			}
		})
	}
}

// A mistake in a pasted text is named by its line in the whole file.
func TestPastedMistakeHasItsLine(t *testing.T) {
	text := "Hi,\n\n" + strings.Replace(saved(t), `"answer": "yes"`, `"answer": "perhaps"`, 1)
	_, err := packet.Read("mail.txt", []byte(text), today)
	if err == nil || !strings.Contains(err.Error(), "mail.txt:12:") {
		t.Errorf("got %v", err)
	}
}

func TestThePageItselfIsNoReply(t *testing.T) {
	_, err := packet.Read("hr.html", []byte("<!DOCTYPE html>\n<script>hygeia/packet/v1</script>"), today)
	if err == nil || !strings.Contains(err.Error(), "open it in a browser") {
		t.Errorf("got %v", err)
	}
}
