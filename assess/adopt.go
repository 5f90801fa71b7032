package assess

import "hygeia/frameworks"

// Adopt takes an answer over from another copy of the same quarter as it stands
// there: with who gave it, when, and why it differs from the quarter before. An
// open one takes the answer away.
func (a *Assessment) Adopt(q *frameworks.Question, ans Answer) {
	if ans.State == Open {
		a.Clear(q.Key)
		return
	}
	a.set(q.Key, ans)
}

// Said returns the answer without what only the program sets: who gave it, when,
// and how it differs from the quarter before. Two answers that say the same are
// the same then.
func (ans Answer) Said() Answer { return ans.written() }
