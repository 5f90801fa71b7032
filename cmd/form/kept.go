package form

import "errors"

// Kept is what [Session.Save] returns when the change is safe, but not as usual:
// beside the quarter, or together with what somebody else changed. The sitting
// goes on and shows the text.
type Kept struct{ Text string }

func (k *Kept) Error() string { return k.Text }

// kept takes apart what a save returned: what is shown of a change that is safe,
// and why another is not.
func kept(err error) (shown string, unsaved error) {
	var k *Kept
	if errors.As(err, &k) {
		return k.Text, nil
	}
	return "", err
}
