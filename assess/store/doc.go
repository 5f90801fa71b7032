// Package store keeps an organization's quarters in one folder and is the only
// package that touches files.
//
//	2026-Q3.yaml           one quarter, draft or finished (see assess.Encode)
//	ledger.yaml            what the board was asked and what was decided (see package ledger)
//	content/<hex>.yaml.gz  the questions and catalogs a finished quarter was answered against
//	own/*.yaml             the organization's own questions and catalogs
//	.lock                  empty; locked while somebody answers
//	.NAME.tmp-*            left by a killed program; ignored, and removed at the next save of NAME
//
// The folder is made with mode 0700 and its files with 0600. A quarter is
// written whole or not at all, and never over something that changed since it
// was read ([ErrChanged]). Every path is opened inside an os.Root, so neither a
// link nor an odd name in the folder makes hygeia write outside of it.
package store
