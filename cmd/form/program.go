package form

import (
	"context"
	"io"

	tea "github.com/charmbracelet/bubbletea"
)

// inputEnded is sent when nothing more can be read: the terminal was closed.
type inputEnded struct{}

// show runs a screen on the terminal's alternate screen until it quits, its
// input ends, or the context is canceled; signals reach it as the latter.
// How it ended is for the model to tell: that Run returned no error means
// nothing, because bubbletea ends that way on a signal too.
func show(ctx context.Context, t Terminal, m keyed) error {
	return draw(ctx, t, m, tea.WithAltScreen())
}

// draw runs a screen as show does, below what stands on the terminal unless the
// options say otherwise.
func draw(ctx context.Context, t Terminal, m keyed, options ...tea.ProgramOption) error {
	ended := make(chan struct{}, 1)
	p := tea.NewProgram(newGate(m), append(options,
		tea.WithInput(watch(t.In, ended)),
		tea.WithOutput(t.Out),
		tea.WithoutSignalHandler(),
	)...)
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		select {
		case <-ended:
			p.Send(inputEnded{})
		case <-ctx.Done(): // its own way to end on a context closes the input while it still reads
			p.Quit()
		case <-stop:
		}
	}()
	_, err := p.Run()
	return err
}

// watch tells when the input ends, which bubbletea keeps to itself. A file
// stays a file, so that bubbletea can put its terminal into raw mode.
func watch(in io.Reader, ended chan<- struct{}) io.Reader {
	w := watched{in, ended}
	if f, ok := in.(terminalFile); ok {
		return &watchedFile{terminalFile: f, watched: w}
	}
	return &w
}

// terminalFile is what bubbletea asks of a terminal.
type terminalFile interface {
	io.ReadWriteCloser
	Fd() uintptr
	Name() string
}

type watched struct {
	in    io.Reader
	ended chan<- struct{}
}

// Read passes any error on as the end of the input: a terminal that is gone
// reads as an I/O error, and there is nothing else to do about it.
func (w *watched) Read(b []byte) (int, error) {
	n, err := w.in.Read(b)
	if err == nil || n > 0 {
		return n, nil
	}
	select {
	case w.ended <- struct{}{}:
	default:
	}
	return 0, io.EOF
}

type watchedFile struct {
	terminalFile
	watched
}

// Read decides between the two embedded ones.
func (w *watchedFile) Read(b []byte) (int, error) { return w.watched.Read(b) }
