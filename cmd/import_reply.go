package cmd

import (
	"context"
	"fmt"
	"path/filepath"

	"hygeia/assess"
	"hygeia/assess/exchange"
	"hygeia/assess/log"
	"hygeia/assess/packet"
	"hygeia/assess/sheet"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

// isReply reports whether a file of a folder is a hand-out that came back. Only of
// what may be one all is read: a text that says so in its beginning, or a workbook.
func isReply(name string, head []byte) bool {
	switch sheet.KindOf(head) {
	case sheet.Workbook:
		data, err := readFile(name, maxImport)
		return err == nil && packet.IsReply(data)
	case sheet.Zip: // the parts of a workbook may stand in any order
		data, err := readFile(name, sheet.MaxFile)
		return err == nil && packet.IsReply(data)
	}
	return packet.IsReply(head)
}

// reply takes over a hand-out that came back, into the open quarter. What of it
// cannot be taken over is named, and the rest is saved.
func (o *importOptions) reply(ctx context.Context, st *store.Store, path string, data []byte) error {
	r, err := packet.Read(path, data, o.today())
	if err != nil {
		return err
	}
	saved, err := latest(st)
	if err != nil {
		return err
	}
	if saved.Status == assess.Finished {
		return withHint(fmt.Errorf("%s: %s is finished, so no answers are taken over into it", path, saved.Period),
			`open it again with hygeia assess --reopen "the reason", or hand the questions out anew in the next quarter`)
	}
	if err := exchange.CheckReply(saved.Assessment, r, o.Yes); err != nil {
		return withHint(fmt.Errorf("%s %w", path, err), "%s", wayOut(saved.Assessment, r))
	}
	o.env.sayReplySecrets(path, r)
	m := exchange.CombineReply(saved.Library, saved.Assessment, r, o.By, o.today())
	if err := o.merge(ctx, st, saved, m, path); err != nil {
		return err
	}
	if err := o.back(st, path, r, len(r.Given)-len(m.LeftOut)+len(r.Wrong)); err != nil {
		return err
	}
	if n := len(m.LeftOut); n > 0 {
		return fmt.Errorf("%s: %s not taken over, for the reasons above", path, words.Count(n, "answer was", "answers were"))
	}
	return nil
}

// wayOut is what to do about a hand-out that is not for this quarter or folder.
func wayOut(a *assess.Assessment, r *packet.Reply) string {
	if r.Quarter != a.Period {
		return `hand the questions out anew with "hygeia export packet"`
	}
	return "if it is the same organization under another name, add --yes; if it belongs to another folder, add --dir"
}

// back writes down that a hand-out came back, once for the same answers.
func (o *importOptions) back(st *store.Store, path string, r *packet.Reply, answers int) error {
	if o.DryRun || answers <= 0 {
		return nil
	}
	e := log.Event{Kind: log.PacketBack, Day: o.today(), Packet: r.ID, Period: r.Quarter, By: r.By, What: filepath.Base(path), Questions: answers}
	journal, err := st.Journal()
	if err != nil {
		return err
	}
	for _, old := range journal.Events() {
		if old == e {
			return nil
		}
	}
	return st.LogEvent(e)
}
