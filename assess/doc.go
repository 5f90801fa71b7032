// Package assess turns what an organization said about one quarter into
// numbers, gaps, an order of work and a comparison with earlier quarters.
//
// An [Assessment] holds answers, [Evaluate] makes a [Result] of them, and
// nothing else in the program computes a score. A result is never saved. All
// sums are whole numbers and exact fractions; rounding happens once, when a
// figure is printed. A reader with a pencil can recompute every one of them
// from the rules below. They are cited as "SCORING 4" in comments. The numbers
// that are policy (80, 90, 50, 20, 10, the points of effort, the usual targets)
// stand in frameworks/thresholds.yaml, the order of work in
// frameworks/ladder.yaml; both are printed in reports.
//
// # SCORING 1: the answer
//
// One question decides the level: is it working today, and how far does it
// reach? Paper, purchases and plans do not raise a level.
//
//	no              nothing works today                             0 points
//	partly          some places, or when somebody remembers         1
//	mostly          nearly everywhere; we can name the exceptions   2
//	yes             everywhere, every time, no exceptions           3
//	other-way       another measure, reaches partly or mostly       1 or 2
//	does-not-apply  the thing does not exist here                   outside the fraction
//	unknown         nobody could say                                0, and answered
//	(absent)        not answered                                    never 0, never hidden
//
// Another way needs a reason, an approver and a review date at most a year
// after the day it was recorded (the same date next year; 28 February for
// 29 February). Without one of these, or on a day past its review date, it is
// incomplete: it counts 0. On the review date itself it still counts.
//
// "Does not apply" needs a reason, and questions that must apply refuse it, all
// those of the Essential goals among them. Where it is refused it counts as not
// answered.
//
// A finished quarter has no open questions. What is open at the finish is
// recorded as "don't know", left open, and carried so until somebody answers
// ([Assessment.LeaveOpen]); an answer missing from a finished file counts the
// same. A framework of which under 20% is answered, by weight, of the questions
// that no other framework that stays and no Essential goal asks, is left out at
// the finish ([FewAnswered]); its answers stay and return with it. A quarter
// without answers, or with an Essential question that nobody answered, is
// finished only "as is". A draft's blank stays a blank, and drafts and finished
// quarters are counted by one formula.
//
// An answer belongs to a revision of its question. A new revision names the
// levels that still hold: answers of the revision just before at those levels
// count, are compared and are marked reworded. Any other answer to an earlier
// revision counts as not answered; left open at the finish it is "don't know, the
// question changed", and neither a fall nor a real change.
//
// Days are calendar days of the place where the person sits; only the instants
// at which a quarter was begun and last saved are UTC. What depends on time is
// judged on the quarter's as-of date: the day it was finished, for a draft the
// day of its last change, which is stored. A saved quarter scores the same for
// ever.
//
// A quarter stores the number of the rules it was begun under. An older one is
// judged by today's rules on its own content, but what was allowed in it stays
// allowed: "does not apply" and targets that are refused today, transfers without
// a date, blanks at its finish. Content without a ladder is judged by the first
// one.
//
// # SCORING 2: proof
//
// Proof is a second figure beside the score and is never multiplied into it.
// The score with proof is the same evaluation in which an answer with a level,
// or another way, counts No unless it has a proof of grade paper, record or
// outside that is dated, not after the as-of date, and at most the question's
// "fresh" days old on it. Unknown and does-not-apply stay as they are.
//
// A file of a scan is proof of grade outside for those days if its figures support
// the answered level, by the rules of the content. While one disputes that level,
// none of the question's proofs counts; one that cannot judge it adds nothing. Of
// several files of a kind the newest that can judge the question counts. What a
// scan says changes no score but the one with proof. A finished quarter keeps the
// figures of the scans it was scored with, so that nothing imported or deleted later
// moves it; one finished before they were kept knows what the folder holds of scans
// that were imported up to its day.
//
// Over the quarters ([NewPracticeRecord]) a practice is in place where it counts
// Mostly or more. A run is on record from the day its first quarter was finished, and
// its months are whole ones from there. It ends with a quarter that was not finished,
// did not ask or says less; a corrected answer begins a new one. Since when something
// is in place by the answer's own word is shown and counted nowhere.
//
// # SCORING 3: weight
//
// A question weighs 3 if it serves an Essential goal of the shipped HPH
// catalog; 2 if it stands on a foundation rung of the ladder, serves an Enhanced
// goal, or works against two or more of HICP's five threats; and 1 otherwise and
// always if it is an organization's own. The weight is derived, never typed.
//
// The ladder is the order in which a place that has nothing should put everything
// in place: rungs, each a run of places. It is judgment, and the only place where
// judgment about order is written.
//
// # SCORING 4: groups
//
// A group holds the distinct questions that serve it and are asked this
// quarter: those of the Essential goals always, and those of the chosen
// frameworks for the size. A question that only counts for a requirement is not
// asked by it and serves it when something else asks. An organization's own
// questions count in its own catalogs and on a line of their own, never in a
// shipped section, a threat or "all questions asked". With w the weight, v =
// points / 3, A answered with a level, U unknown, B not answered, X does not apply:
//
//	T = w(A) + w(U) + w(B)              N = sum over A of w·v
//	score     S = 100·N / (w(A)+w(U))   none if nothing is answered
//	range     L = 100·N / T             all that is open turns out No
//	          H = 100·(N+w(U)+w(B)) / T all that is open turns out Yes
//	coverage  C = 100·(w(A)+w(U)) / T
//	known     K = 100·w(A) / T          H - L = 100 - K
//	scope     G = 100·T / (T+w(X))
//
// Percentages print whole, half up, and 100 and 0 only when exact. Changes
// print with one decimal, half away from zero. Thresholds compare exact values.
//
// A group without an asked question is "not covered"; one of which nothing
// applies "does not apply"; one of which nobody answered anything, left open
// included, is "not assessed". Below 80 of coverage, and below 50 of scope, only
// the range is shown, without a color. Below 80 of scope "limited scope: 46 of 116
// apply" stands beside the score.
//
// Reach is the number of requirements with an asked question that applies, of all
// for the size. Requirements that bind another kind of organization, and those
// that do not apply at all, leave both sides. With a reach under half a section
// keeps its score with its reach and has no color.
//
// Overall is the framework as one group of all its distinct asked questions, by
// weight. It is defined with a coverage of 80, a reach of half and a scope of 50;
// sections without a score of their own are named beside it. It is never the
// headline; the one aggregate on a first page is "all questions asked".
//
// A group whose T is under 20 says how much one answer can move it: 100 times the
// largest w, by T.
//
// # SCORING 5: requirements, goals, colors, threats
//
// A requirement is as far as its weakest question that applies. From the
// weakest: No (and an incomplete other way), unknown, not answered, Partly (and
// another way reaching it), Mostly, another way reaching Mostly, Yes. They read
// not met, not known, not known, partly, nearly met, met another way, met. Where
// the asked questions are not all of it, because the catalog says so or because
// some are not asked this quarter, it is at most "met as far as asked".
//
// The headline counts the Essential goals: "4 of 10 met, 3 nearly, 1 another way";
// "not known yet" while nobody answered anything about them.
//
// A section is green from a score of 80 with a coverage of 90, amber from 50,
// red below. Its worst question that serves an Essential goal sets a floor: No
// or unknown makes it red, not answered grey, Partly at best amber. The worse of
// the two holds (red, grey, amber, green), and a sentence says why wherever the
// printed digits alone do not. Only groups with a score and enough reach have a
// color. The state is said first: in place, partly in place, weak, not known.
//
// A threat is the group of asked shipped questions that name it; it reads
// guarded, partly guarded, weakly guarded, not known, or "does not apply here". It
// has a reach by count: the asked questions of all shipped ones that name it at
// this size, without those that do not apply; under half it reads "not known, 13
// of 65 asked".
//
// The lowest section that a sentence names is that of all with a score, of NIST
// CSF if it is asked, else of HICP, else there is none; none either when no action
// is left in any of them ([Lowest]).
//
// What a person can set to make a figure look better is counted in one line, with
// the score in which another way and does-not-apply count as No ([ByHand]).
//
// # SCORING 6: targets and gaps
//
// Usual target: Yes for Essential; Mostly, at any size, for the foundation, for
// what must apply, for what HIPAA requires of everyone, and for Enhanced; for the
// rest Partly in small organizations and Mostly in larger ones. An organization
// may set its own with a reason; below the usual it needs an approver, and no
// Essential target goes below Mostly ([Target.Problem]).
//
// Gap = the points missing to the target, never below 0. Unknown counts as level
// 0. A question that is not answered has its whole target as gap for ordering
// only. The gap of a group is 100·sum(w·gap/3) / sum(w) over A and U.
//
// Urgent gaps are the fixes and find-outs of tier 1 against the usual targets;
// lowered targets are named beside them ([UrgentGaps]).
//
// # SCORING 7: what comes first
//
// [Actions] is the one list from which every place that says what to do takes.
//
//  1. Tiers: (1) Essential or on the first rung, and below Mostly, unknown or not
//     answered; (2) what fell since the quarter before, and other foundation at
//     No, unknown or not answered; (3) Essential and first rung at Mostly,
//     Enhanced, foundation below target; (4) the rest. In words: now, next, then,
//     later.
//  2. In a tier what is past its date, then by rung, in a rung the lower level
//     first, then by place on the ladder. What is not on the ladder comes after
//     its last rung, in file order.
//  3. A fix is preceded by those it needs whose own gap is open, and those by
//     what they need. Finding out and answering need nothing.
//  4. Unknown asks to find out, not answered (left open included) to answer.
//  5. Effort is that of reaching Yes from No at a place of that kind; from Mostly,
//     or where the target is Partly, one class less. Finding out and answering are
//     small, "up to" the effort of their fix, which is what a budget counts.
//  6. Quick wins: the first five small fixes that need nothing first.
//  7. The board is asked about three matters at most, and about none on which a
//     decision stands: first what it was asked before and did not decide, by first
//     ask; then, in the order of the list, the fixes that cost money or need its
//     authority, and what was decided and is past its date.
//
// A gap may have a decision. A fix has an owner and a due date, a transfer an
// owner, a reason and a due date, "later" a reason and a day within a year on
// which it is looked at again. An accepted risk has a reason, an approver and an
// end within a year. An accepted or handed-over gap is no action up to its day,
// and nothing is preceded by it. Past its date an open gap is overdue. No decision
// changes a score, a color or a goal: an accepted gap is a gap.
//
// A plan within a budget is chosen exactly: of all sets of gaps that hold what
// they need, the one that adds most w·Δ to all questions asked, or to a framework;
// of several the cheaper, the smaller, the one earlier on the ladder.
//
// # SCORING 8: quarter against quarter
//
// Compared are questions of a group with the same key and meaning, answered by
// somebody in both quarters; unknown counts as answered, does-not-apply and left
// open do not. With the later quarter's weights the matched change is
// 100·sum(w·(v2-v1)) / sum(w).
//
// It is the sum of its steps: between neighboring saved quarters each question
// moves under the reason of the later one, real (improved, worsened) or correction
// (corrected, found-out). Without a reason, "don't know" that became a level was
// found out, and everything else is real. A quarter in between that is missing or
// has no answer is passed over; the later reason counts and the step is marked. A
// reason against its direction is refused when it is given; from a file it prints
// as "recorded as improved, though lower". The scope effect is (S2 - S1) less the
// matched change; there is none where either quarter has no score to show. So
//
//	shown change = real change + corrections + scope effect
//
// and only the first is progress.
//
// What fell is one list everywhere ([Comparison.Fell]): a lower level at the end of
// the span, a real change below 0, another way that ran out, and known that became
// "don't know", left open included. Known that became does-not-apply is set aside
// and stands right after it. A fall by correction stands in the list, marked; a
// script stops on everything else in the two ([Comparison.Drops]).
//
// The order: what fell, set aside, corrections, what rose, what is past its date,
// the rest. A section whose compared weight is under 10 is never named as what
// rose or fell most. What is carried from an earlier quarter is marked until
// confirmed, and stale after two quarters. Asked again is first what is due (old
// proof, a review past or within 30 days, "don't know", a decision past its
// date), then what is new or asked in a new way, what has no answer, and the
// oldest third of the rest; see [Agenda]. A missing quarter stays a gap. There
// is no talk of significance: it is arithmetic on answers.
//
// # SCORING 9: vectors
//
// The examples that must hold are the tables of vectors_test.go, and the ways to
// make a score look better those of tricks_test.go, each with its arithmetic.
//
// # SCORING 10: words
//
// Our own sentences claim no certificate, no conformity with law and no rank
// among other hospitals. A self-assessment is not the HIPAA risk analysis, and
// every report says so once.
package assess
