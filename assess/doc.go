// Package assess turns what an organization said about one quarter into
// numbers, gaps, an order of work and a comparison with an earlier quarter.
//
// An [Assessment] holds answers, [Evaluate] makes a [Result] of them, and
// nothing else in the program computes a score. A result is never saved. All
// sums are whole numbers and exact fractions; rounding happens once, when a
// figure is printed. A reader with a pencil can recompute every one of them
// from the rules below. They are cited as "SCORING 4" in comments. The numbers
// that are policy (80, 90, 50, 20, 40, the points of effort and the weights of
// threats) stand in frameworks/thresholds.yaml and are printed in reports.
//
// # SCORING 1: the answer
//
// One question decides the level: is it working today, and how far does it
// reach? Paper, purchases and plans do not raise a level.
//
//	no              nothing works today                       0 points
//	partly          some places, or when somebody remembers   1
//	mostly          nearly everywhere, exceptions listed      2
//	yes             everywhere, every time                    3
//	other-way       another measure, reaches partly or mostly 1 or 2
//	does-not-apply  the thing does not exist here             outside the fraction
//	unknown         nobody could say                          0, and answered
//	(absent)        not answered                              never 0, never hidden
//
// Another way needs a reason, an approver and a review date at most a year
// after the day it was recorded (the same date next year; 28 February for
// 29 February). Without one of these, or on a day past its review date, it is
// incomplete: it counts 0. On the review date itself it still counts.
//
// "Does not apply" needs a reason, and some questions refuse it. Where it is
// refused it counts as not answered.
//
// An answer belongs to a revision of its question. When the question changes
// its meaning the answer counts as not answered and is marked outdated.
//
// What depends on time is judged on the quarter's as-of date: the day it was
// finished, for a draft the day of its last change. A saved quarter scores the
// same for ever.
//
// # SCORING 2: proof
//
// Proof is a second figure beside the score and is never multiplied into it.
// The score with proof is the same evaluation in which an answer with a level,
// or another way, counts No unless it has a proof of grade paper, record or
// outside that is dated, not after the as-of date, and at most the question's
// "fresh" days old on it. Unknown and does-not-apply stay as they are.
//
// # SCORING 3: weight
//
// A question weighs 3 if it serves an Essential goal of the shipped HPH
// catalog, 2 if it serves an Enhanced goal or works against two or more of
// HICP's five threats, and 1 otherwise. The weight is derived, never typed.
//
// # SCORING 4: groups
//
// A group holds the distinct questions that serve it and are asked this
// quarter: those of the Essential goals always, and those of the chosen
// frameworks for the size. With w the weight, v = points / 3, A answered with a
// level, U unknown and B not answered:
//
//	T = w(A) + w(U) + w(B)              N = sum over A of w·v
//	score     S = 100·N / (w(A)+w(U))   none if nothing is answered
//	range     L = 100·N / T             all that is open turns out No
//	          H = 100·(N+w(U)+w(B)) / T all that is open turns out Yes
//	coverage  C = 100·(w(A)+w(U)) / T
//	known     K = 100·w(A) / T          H - L = 100 - K
//
// Reach is the number of requirements with an asked question, of all the
// group's requirements for the size.
//
// Percentages print whole, half up, and 100 and 0 only when exact. Changes
// print with one decimal, half away from zero. Thresholds compare exact values.
//
// A group without an asked question is "not covered"; one of which nothing
// applies "does not apply"; one of which nothing is answered is "not assessed".
// Below 80 of coverage only the range is shown. With a reach under half the
// score is shown with its reach and has no color.
//
// Overall is the plain mean of a framework's section scores. It is undefined
// until every section that applies has a coverage of 80 and a reach of half. A
// section applies if it has requirements for the size, unless at least half of
// it was asked about and none of that applies. Its range is the mean of the
// ranges. It is never the headline.
//
// "Limited scope" stands beside a score where more than 20 % of the weight
// does not apply.
//
// # SCORING 5: requirements, goals, colors, threats
//
// A requirement is as far as its weakest question that applies. From the
// weakest: No (and an incomplete other way), unknown, not answered, Partly,
// Mostly, Yes; another way ranks by what it reaches. They read not met, not
// known, not known, partly, met with listed exceptions, met. Where the asked
// questions are not all of it, because the catalog says so or because some are
// not asked this quarter, it is at most "met as far as asked".
//
// The headline counts the Essential goals that are met. Goals that do not apply
// leave the count.
//
// A section is green from a score of 80 with a coverage of 90, amber from 50,
// red below. Its worst question that serves an Essential goal sets a floor: No
// or unknown makes it red, not answered grey, Partly at best amber. The worse of
// the two holds (red, grey, amber, green), and a sentence says why wherever the
// printed digits alone do not. Only groups with a score and enough reach have a
// color.
//
// A threat is the group of asked questions that name it; its colors read
// exposed, partly covered and covered, and not known otherwise.
//
// # SCORING 6: targets and gaps
//
// Target: Yes for Essential, Mostly for Enhanced, and for the rest Partly in
// small organizations and Mostly in larger ones, unless the organization set
// its own with a reason. Gap = the points missing to the target, never below 0.
// Unknown counts as level 0. A question that is not answered has its whole
// target as gap for ordering only. The gap of a group is
// 100·sum(w·gap/3) / sum(w) over A and U.
//
// # SCORING 7: what comes first
//
// P = 100·(w/3)·(gap/3)·(t/5), with t the largest weight among the question's
// threats, 1 if it names none. It is an aid for ordering and no probability.
//
//  1. Tiers: Essential below Mostly, unknown or not answered; then what fell
//     since the quarter before; then Enhanced, and Essential at Mostly; then the
//     rest. A correction is no fall.
//  2. In a tier: P for each point of effort, then P, then the key.
//  3. An action is preceded by those it needs whose own gap is open, and those
//     by what they need.
//  4. Unknown asks to find out, not answered to answer; both are a small effort.
//  5. Quick wins: the first five small fixes with P of 40 or more.
//  6. The board is asked for the first three fixes of medium or large effort.
//  7. A gap may have a decision. A fix has an owner and a due date, a transfer
//     an owner and a reason, "later" a reason and a day within a year on which it
//     is looked at again. An accepted risk has a reason, an approver and an end
//     within a year; up to that day its gap is no action, and nothing is preceded
//     by it. Past its date an open gap is overdue and comes first in its tier.
//     No decision changes a score, a color or a goal: an accepted gap is a gap.
//
// # SCORING 8: quarter against quarter
//
// Compared are questions of a group with the same key and revision, answered in
// both quarters; unknown counts as answered, does-not-apply does not. With the
// later quarter's weights the matched change is 100·sum(w·(v2-v1)) / sum(w). It
// splits exactly into one contribution a question, and into real change and
// corrections. The scope effect is (S2 - S1) less the matched change; there is
// none where either quarter has no score to show. So
//
//	shown change = real change + corrections + scope effect
//
// and only the first is progress. A change is a correction if the person said so
// in a quarter after the earlier one; every other change is real. Where "don't
// know" became a level, a correction is proposed: what was found out is no work done.
//
// The order: what fell, newly unknown, corrections, what rose, what is past its
// date, the rest. What is carried from an earlier quarter is marked until
// confirmed, and stale after two quarters. Asked again is first what is due (old
// proof, a review past or within 30 days, "don't know", a decision past its
// date), then what is new or asked in a new way, what has no answer, and the
// oldest third of the rest; see [Agenda]. A missing quarter stays a gap. There
// is no talk of significance: it is arithmetic on answers.
//
// # SCORING 9: vectors
//
// The examples that must hold are the tables of vectors_test.go, each with its
// arithmetic.
//
// # SCORING 10: words
//
// Our own sentences claim no certificate, no conformity with law and no rank
// among other hospitals. A self-assessment is not the HIPAA risk analysis, and
// every report says so once.
package assess
