package assess

// Adopt takes an answer over from another copy of the same quarter as it stands
// there: with who gave it, when, and why it differs from the quarter before. One
// that says nothing takes the answer away.
func (a *Assessment) Adopt(key string, ans Answer) {
	if isBlank(ans) {
		a.Clear(key)
		return
	}
	a.set(key, ans)
}

// Said returns the answer without what only the program sets: who gave it, when,
// and how it differs from the quarter before. Two answers that say the same are
// the same then.
func (ans Answer) Said() Answer { return ans.written() }
