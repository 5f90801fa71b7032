package cmd

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"sync"

	"hygeia/report"
)

// formats returns the formats asked for, or what is written without a choice.
func (o *reportOptions) formats() []string {
	switch {
	case len(o.Formats) > 0:
		return o.Formats
	case o.For == "" || o.For == report.Internal.String():
		return []string{"pdf", "md"}
	}
	return []string{"pdf"}
}

func (o *reportOptions) insurer() bool { return o.For == report.ForInsurer.String() }

// kind says which document a format gets.
func (o *reportOptions) kind(format string) string {
	if o.Kind != "" {
		return o.Kind
	}
	if pictured(format) {
		return "board"
	}
	return "full"
}

// audience says who reads a format: whom the person chose, or the board for its
// own report and those who do the work for the rest.
func (o *reportOptions) audience(format string) (report.Audience, error) {
	switch {
	case o.For != "":
		return report.ParseAudience(o.For)
	case !isData(format) && o.kind(format) == "board":
		return report.ForBoard, nil
	}
	return report.Internal, nil
}

// write draws every wanted format, all at once, and puts each where it belongs.
// Nothing is written before all of them are drawn.
func (o *reportOptions) write(in report.Input) error {
	formats := o.formats()
	drawn, errs := make([]bytes.Buffer, len(formats)), make([]error, len(formats))
	var wait sync.WaitGroup
	for i, f := range formats {
		wait.Go(func() { errs[i] = o.draw(&drawn[i], f, in) })
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	if len(o.Formats) == 1 && o.Output == "" || o.Output != "" && o.env.toStdout(o.Output) {
		_, err := drawn[0].WriteTo(o.env.Out)
		return err
	}
	for i, f := range formats {
		path := o.path(f, len(formats))
		if err := o.env.put(path, drawn[i].Bytes()); err != nil {
			return err
		}
		fmt.Fprintln(o.env.Out, path)
	}
	return nil
}

func (o *reportOptions) draw(w io.Writer, format string, in report.Input) error {
	var err error
	if in.Audience, err = o.audience(format); err != nil {
		return err
	}
	switch format {
	case "json":
		return report.WriteJSON(w, in)
	case "csv":
		return report.WriteCSV(w, in)
	}
	return report.Write(w, format, o.document(format, in), report.Options{
		Width: o.env.Width,
		Color: o.env.Color && o.env.toStdout(o.Output),
		Paper: o.Paper,
	})
}

func (o *reportOptions) document(format string, in report.Input) *report.Document {
	switch {
	case o.insurer():
		return report.Insurer(in)
	case o.kind(format) == "board":
		return report.Board(in)
	}
	return report.Full(in)
}

// name is the name of a format's file. The report of a quarter asked for by name
// carries its period, so that board.pdf and report.md are always the latest; one
// for other readers than usual carries who they are.
func (o *reportOptions) name(format string) string {
	name := "report"
	switch {
	case o.insurer():
		name = "insurer"
	case !isData(format) && o.kind(format) == "board":
		name = "board"
		if o.For == report.Internal.String() {
			name = "board-internal"
		}
	case o.For == report.ForBoard.String():
		name = "report-board"
	}
	if o.Period != "" {
		name = o.Period + "-" + name
	}
	return name + extension(format)
}

// path says where a format goes: the named file, the named folder, or the
// folder of the quarters.
func (o *reportOptions) path(format string, formats int) string {
	if o.Output == "" {
		return filepath.Join(o.env.Dir, o.name(format))
	}
	if formats > 1 {
		return filepath.Join(o.Output, o.name(format))
	}
	return placed(o.Output, o.name(format))
}
