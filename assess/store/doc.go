// Package store keeps an organization's quarters in one folder and is the only
// package that touches files.
//
//	2026-Q3.yaml           one quarter, draft or finished (see assess.Encode)
//	ledger.yaml            what the board was asked and what was decided (see package ledger)
//	log.yaml               what went out of the folder and came back (see package log)
//	content/<hex>.yaml.gz  the questions and catalogs a finished quarter was answered against,
//	                       without the files that those of an earlier quarter have already
//	own/*.yaml             the organization's own questions and catalogs
//	evidence/*.yaml        what was kept of scan files, one file for each
//	history/*              each quarter as it was before each sitting or command that changed it
//	*.rescue.yaml          what a sitting could not save where it belongs
//	.lock                  empty; locked while somebody answers
//	.NAME.tmp-*            left by a killed program; ignored, and removed at a later save of NAME
//
// The folder is made with mode 0700 and its files with 0600. A quarter is
// written whole or not at all, and never over something that changed since it
// was read ([ErrChanged]). Every path is opened inside an os.Root, so neither a
// link nor an odd name in the folder makes hygeia write outside of it. Results that
// a person sends elsewhere go through [Store.WriteOut], which knows what hygeia reads.
package store
