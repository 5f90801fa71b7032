package store

import (
	"fmt"
	"os"
	"slices"

	"hygeia/assess"
)

// verifyScans holds what the finished quarters keep of scans against what lies in
// the folder now. A file that cannot be read counts as gone, and is told by
// [Store.Notes].
func (s *Store) verifyScans(root *os.Root, links []Link, quarters []*Saved) error {
	all, err := s.evidenceIn(root)
	if err != nil {
		return err
	}
	for i, q := range quarters {
		if q == nil {
			continue
		}
		for _, kept := range q.Scans.Files {
			at := slices.IndexFunc(all, kept.SameScan)
			switch {
			case at < 0:
				links[i].ScansGone = append(links[i].ScansGone, scanName(kept))
			case !kept.Agrees(all[at]):
				links[i].ScansWrong = append(links[i].ScansWrong, scanName(kept))
			}
		}
	}
	return nil
}

// scanName names a scan as its file in the folder is named.
func scanName(e *assess.Evidence) string {
	return fmt.Sprintf("%s/%s", evidenceDir, evidenceFile(e))
}
