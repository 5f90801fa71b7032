package report

import (
	"testing"
	"time"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/frameworks"
)

// shipped returns the shipped library.
func shipped(t testing.TB) *frameworks.Library {
	t.Helper()
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// quarter returns a finished assessment in which pick says what is answered to
// the question at each place of the asking order.
func quarter(lib *frameworks.Library, period assess.Quarter, org assess.Organization, ids []string, pick func(i int, q *frameworks.Question) assess.Answer) *assess.Assessment {
	day := assess.Date{Year: period.Year, Month: time.Month(3 * period.N), Day: 28}
	a := &assess.Assessment{
		Period: period, Status: assess.Finished, Finished: day, Organization: org, Frameworks: ids,
		Updated: time.Date(day.Year, day.Month, day.Day, 12, 0, 0, 0, time.UTC),
		Targets: map[string]assess.Target{},
		Answers: map[string]assess.Answer{},
	}
	for i, q := range assess.AskedQuestions(lib, ids, org.Size) {
		ans := pick(i, q)
		if ans.State == assess.Open {
			continue
		}
		ans.Revision, ans.Recorded, ans.By = q.Revision, day, "R. Okafor"
		a.Answers[q.Key] = ans
	}
	return a
}

func level(l frameworks.Level) assess.Answer {
	return assess.Answer{State: assess.Levelled, Level: l}
}

func notHere(reason string) assess.Answer {
	return assess.Answer{State: assess.NotApplicable, Reason: reason}
}

var (
	unknown = assess.Answer{State: assess.Unknown}
	open    = assess.Answer{}
)

// mixed gives each kind of answer its turn.
func mixed(i int, q *frameworks.Question) assess.Answer {
	switch i % 7 {
	case 0, 4:
		return level(frameworks.Yes)
	case 1:
		return level(frameworks.Mostly)
	case 2:
		return level(frameworks.Partly)
	case 3:
		return level(frameworks.No)
	case 5:
		if q.MustApply {
			return level(frameworks.Mostly)
		}
		return notHere("There is no such thing in this house.")
	}
	return unknown
}

var (
	second = assess.Quarter{Year: 2026, N: 2}
	third  = assess.Quarter{Year: 2026, N: 3}
)

// creek is a 25-bed hospital with an earlier quarter, in which answers fell,
// rose, were corrected, became unknown and were given for the first time.
func creek(t testing.TB) Input {
	lib := shipped(t)
	org := assess.Organization{Name: "Prairie Creek Hospital", Size: frameworks.Small, Beds: 25, Critical: true, IT: "shared", Country: "us"}
	ids := []string{"hph-cpg", "hicp-2023"}
	before := quarter(lib, second, org, ids, mixed)
	after := quarter(lib, third, org, ids, mixed)
	for i, q := range assess.AskedQuestions(lib, ids, org.Size) {
		ans := after.Answers[q.Key]
		switch i {
		case 0:
			ans.Level, ans.Change, ans.Changed = frameworks.Partly, assess.Worsened, third
		case 2:
			ans.Level, ans.Change, ans.Changed = frameworks.Yes, assess.Improved, third
		case 3:
			ans.Level, ans.Change, ans.Changed = frameworks.Mostly, assess.Corrected, third
		case 4:
			ans.State = assess.Unknown
		case 7:
			ans.Proof = []assess.Proof{{Grade: assess.Record, What: "restore log", Date: assess.Date{Year: 2026, Month: 8, Day: 3}, Where: "SECRET-PLACE"}}
		case 8:
			ans.Note = "Waiting for the vendor | see https://example.org"
			ans.Carried = second
		case 10:
			ans = assess.Answer{State: assess.OtherWay, Level: frameworks.Mostly, Revision: q.Revision, Recorded: ans.Recorded, By: ans.By,
				Reason: "The record system is run by the network of hospitals", Approver: "Chief nursing officer", Review: assess.Date{Year: 2027, Month: 1, Day: 15}}
		}
		after.Answers[q.Key] = ans
	}
	after.Targets["asset-inventory"] = assess.Target{Level: frameworks.Yes, Reason: "The insurer asks for it"}
	return Input{
		Result: assess.Evaluate(lib, after), Earlier: []*assess.Result{assess.Evaluate(lib, before)}, Program: "hygeia 1.0.0",
	}
}

// lakeside is a 180-bed hospital with an unfinished first quarter.
func lakeside(t testing.TB) Input {
	lib := shipped(t)
	org := assess.Organization{Name: "Lakeside Regional", Size: frameworks.Medium, Beds: 180, Country: "us"}
	a := quarter(lib, third, org, []string{"hph-cpg", "nist-csf-2.0"}, func(i int, q *frameworks.Question) assess.Answer {
		if i%5 == 3 {
			return open
		}
		return mixed(i, q)
	})
	a.Status, a.Finished = assess.Draft, assess.Date{}
	return Input{Result: assess.Evaluate(lib, a), Program: "hygeia 1.0.0"}
}

// only is a quarter with one kind of answer to everything.
func only(t testing.TB, pick func(i int, q *frameworks.Question) assess.Answer) Input {
	lib := shipped(t)
	a := quarter(lib, third, assess.Organization{}, []string{"hph-cpg"}, pick)
	return Input{Result: assess.Evaluate(lib, a)}
}

func nothing(int, *frameworks.Question) assess.Answer { return open }

// withFacts answers all facts that the quarter asks, some of them as unknown, some of
// them long ago.
func withFacts(t testing.TB, in Input) Input {
	t.Helper()
	a := *in.Result.Assessment
	a.Facts = map[string]assess.Fact{}
	for i, f := range assess.AskedFacts(in.Result.Library, &a, in.Result.AsOf) {
		value := map[frameworks.FactKind]string{
			frameworks.DayFact: in.Result.AsOf.AddMonths(-i % 20).String(), frameworks.HoursFact: itoa(1 + i*7%96), frameworks.YesNoFact: "yes", frameworks.TierFact: "2",
			frameworks.TextFact: "Orders, results and billing stop, and the last list of medicines is the one on paper from the night before",
		}[f.Kind]
		if i%5 == 4 {
			value = frameworks.FactUnknown
		}
		a.Facts[f.Key] = assess.Fact{Value: value, Recorded: in.Result.AsOf.AddMonths(-i % 15), By: "R. Okafor"}
	}
	in.Result = assess.Evaluate(in.Result.Library, &a)
	return in
}

// withMatters asks about the first so many gaps a year ago, and decides about some of
// them.
func withMatters(t testing.TB, in Input, most int) Input {
	t.Helper()
	var l ledger.Ledger
	asked := in.Result.AsOf.AddMonths(-9)
	n := 0
	for _, it := range in.Result.Items {
		if it.Gap == 0 || n == most {
			continue
		}
		n++
		ask := ledger.Event{Kind: ledger.Asked, Day: asked, Matter: n, Question: it.Question.Key, Period: assess.Quarter{Year: 2025, N: 4}, Due: asked.AddMonths(3), Lead: "IT staff"}
		if err := l.Append(ask); err != nil {
			t.Fatal(err)
		}
		if n%3 == 0 {
			continue
		}
		said := assess.Decision{Kind: assess.Fix, Owner: "Chief medical information officer", Due: asked.AddMonths(6 + n%7), Recorded: asked, By: "R. Okafor"}
		if err := l.Append(ledger.Event{Kind: ledger.Decided, Day: asked, Matter: n, Question: it.Question.Key, Said: said, Cost: 1000 * n, By: "R. Okafor"}); err != nil {
			t.Fatal(err)
		}
	}
	in.Matters = l.Matters(assess.Date{}, nil)
	a := *l.View(in.Result.Assessment, assess.Date{}, nil)
	in.Result = assess.Evaluate(in.Result.Library, &a)
	return in
}
