package cmd

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"sync"

	"hygeia/assess"
	"hygeia/report"
)

// formats returns the formats asked for, or what is written without a choice.
func (o *reportOptions) formats() []string {
	switch {
	case len(o.Formats) > 0:
		return o.Formats
	case o.dossier():
		return []string{"pdf", "docx"}
	case o.For == "" || o.For == report.Internal.String():
		return []string{"pdf", "md"}
	}
	return []string{"pdf"}
}

// single reports whether the reader gets one document, whatever the kind.
func (o *reportOptions) single() bool {
	return slices.Contains([]string{report.ForInsurer.String(), report.ForProvider.String(), report.ForPublic.String()}, o.For)
}

func (o *reportOptions) insurer() bool { return o.For == report.ForInsurer.String() }

// kind says which document a format gets.
func (o *reportOptions) kind(format string) string {
	switch {
	case o.Kind != "":
		return o.Kind
	case pictured(format) || o.Annex:
		return "board"
	}
	return "full"
}

// piece is one file that is written.
type piece struct {
	format string
	annex  bool // the annexes of the board report, as a file of their own
}

// pieces are the files that are wanted.
func (o *reportOptions) pieces() []piece {
	var list []piece
	for _, f := range o.formats() {
		list = append(list, piece{format: f})
		if o.Annex && !isData(f) && o.kind(f) == "board" {
			list = append(list, piece{f, true})
		}
	}
	return list
}

// audience says who reads a format: whom the person chose, or the board for its
// own report and those who do the work for the rest.
func (o *reportOptions) audience(format string) (report.Audience, error) {
	switch {
	case o.For != "":
		return report.ParseAudience(o.For)
	case !isData(format) && o.kind(format) != "full":
		return report.ForBoard, nil
	}
	return report.Internal, nil
}

// write draws every wanted format, all at once, and puts each where it belongs.
// Nothing is written before all of them are drawn.
func (o *reportOptions) write(in report.Input) error {
	pieces, result := o.pieces(), in.Result // what else there is need not outlive the documents made of it
	drawn, errs := make([]bytes.Buffer, len(pieces)), make([]error, len(pieces))
	done := o.env.working("drawing the report")
	var wait sync.WaitGroup
	for i, p := range pieces {
		wait.Go(func() { errs[i] = o.draw(&drawn[i], p, in) })
	}
	wait.Wait()
	done()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	if len(pieces) == 1 && len(o.Formats) == 1 && o.Output == "" || o.Output != "" && o.env.toStdout(o.Output) {
		_, err := drawn[0].WriteTo(o.env.Out)
		return err
	}
	for _, p := range pieces {
		if err := apart(o.path(p, len(pieces), in.Result), o.Logo); err != nil {
			return err
		}
	}
	for i, p := range pieces {
		path := o.path(p, len(pieces), result)
		if err := o.env.put(path, drawn[i].Bytes()); err != nil {
			return err
		}
		fmt.Fprintln(o.env.Out, path)
	}
	return nil
}

func (o *reportOptions) draw(w io.Writer, p piece, in report.Input) error {
	var err error
	if in.Audience, err = o.audience(p.format); err != nil {
		return err
	}
	switch p.format {
	case "json":
		return report.WriteJSON(w, in)
	case "csv":
		return report.WriteCSV(w, in)
	case "xlsx":
		return report.WriteXLSX(w, in)
	}
	return report.Write(w, p.format, o.document(p, in), report.Options{
		Width: o.env.Width,
		Color: o.env.Color && o.env.toStdout(o.Output),
		Paper: o.Paper,
	})
}

func (o *reportOptions) document(p piece, in report.Input) *report.Document {
	switch o.For {
	case report.ForInsurer.String():
		return report.Insurer(in)
	case report.ForProvider.String():
		return report.Provider(in)
	case report.ForPublic.String():
		return report.Public(in)
	}
	switch kind := o.kind(p.format); {
	case p.annex:
		return report.BoardAnnex(in)
	case kind == "brief":
		return report.Brief(in)
	case kind == "board" && o.Annex:
		return report.BoardBody(in)
	case kind == "board":
		return report.Board(in)
	}
	return report.Full(in)
}

// what names the document of a format in its file's name: what it is, and for whom
// where that is not the usual reader.
func (o *reportOptions) what(p piece) string {
	name := "report"
	switch {
	case o.single():
		return o.For
	case !isData(p.format) && o.kind(p.format) != "full":
		name = o.kind(p.format)
		if o.For == report.Internal.String() {
			name += "-internal"
		}
	case o.For == report.ForBoard.String():
		name = "report-board"
	}
	if p.annex {
		name += "-annex"
	}
	return name
}

// path says where a file goes: the named file, the named folder, or the folder of
// the quarters.
func (o *reportOptions) path(p piece, pieces int, r *assess.Result) string {
	name := fileName(r, o.what(p), o.Latin) + extension(p.format)
	if o.Output == "" {
		return filepath.Join(o.env.Dir, name)
	}
	if pieces > 1 {
		return filepath.Join(o.Output, name)
	}
	return placed(o.Output, name)
}
