package cmd

import (
	"fmt"

	"hygeia/assess/ledger"
	"hygeia/assess/log"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

// ledger takes over what a copy of the ledger has and the one here lacks.
func (o *importOptions) ledger(st *store.Store, path string, data []byte) error {
	theirs, err := ledger.Read(path, data)
	if err != nil {
		return err
	}
	book, err := st.Book()
	if err != nil {
		return err
	}
	added, left := book.Merge(theirs)
	for _, e := range added {
		o.env.tell("matter %d, %s: %s%s", e.Matter, e.Question, e.Kind, saidOf(e))
	}
	for _, l := range left {
		o.env.tell("not taken over: matter %d, %s: %s%s: %s", l.Event.Matter, l.Event.Question, l.Event.Kind, saidOf(l.Event), l.Why)
	}
	return o.listTaken(st, path, theirs.Len(), len(added), len(left), func() error { return st.WriteBook(book) })
}

func saidOf(e ledger.Event) string {
	if e.Kind != ledger.Decided {
		return fmt.Sprintf(" on %s", e.Day)
	}
	return fmt.Sprintf(" on %s, %s%s", e.Day, decisionText(e.Said), costText(e.Cost))
}

// journal takes over what a copy of the log has and the one here lacks.
func (o *importOptions) journal(st *store.Store, path string, data []byte) error {
	theirs, err := log.Read(path, data)
	if err != nil {
		return err
	}
	journal, err := st.Journal()
	if err != nil {
		return err
	}
	added, left := journal.Merge(theirs)
	for _, e := range added {
		o.env.tell("%s", words.Join(", ", e.Day.String(), e.Kind.String(), e.What))
	}
	return o.listTaken(st, path, theirs.Len(), len(added), left, func() error { return st.WriteJournal(journal) })
}

// listTaken writes a list that grew, says what became of the copy's events, and puts
// the copy away.
func (o *importOptions) listTaken(st *store.Store, path string, all, added, left int, write func() error) error {
	if added > 0 && !o.DryRun {
		if err := write(); err != nil {
			return err
		}
	}
	o.env.say("%s: %s added, %d there already, %d not taken over", path, words.Count(added, "event", "events"), all-added-left, left)
	if o.DryRun {
		o.env.say("nothing is changed by --dry-run")
		return nil
	}
	if added > 0 {
		o.env.say("saved in %s; nothing that stood there was changed, and it is not taken back by undo", st.Dir())
	}
	if left > 0 {
		return withHint(fmt.Errorf("%s: not all of it was taken over", path), "look at what is named above; once nothing of it is needed, delete the copy")
	}
	moved, err := st.Retire(path)
	if moved != "" {
		o.env.say("the copy is in %s now", moved)
	}
	return err
}
