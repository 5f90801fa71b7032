package data

import (
	"encoding/json"
	"fmt"
	"math/big"

	"hygeia/assess"
)

// Figure is an exact figure with its printed form.
type Figure struct {
	Part  json.Number `json:"part"`  // an integer of any length
	Whole json.Number `json:"whole"` // likewise, above 0
	Text  string      `json:"text"`
}

// Share returns an exact share, nil for one that says nothing.
func Share(s assess.Share) *Figure {
	if !s.Known() {
		return nil
	}
	return &Figure{json.Number(fmt.Sprint(s.Part)), json.Number(fmt.Sprint(s.Whole)), s.Printed()}
}

// Rat returns an exact percentage or change as a fraction of a hundred, nil for nil.
func Rat(r *big.Rat, text string) *Figure {
	if r == nil {
		return nil
	}
	share := new(big.Rat).Quo(r, big.NewRat(100, 1))
	return &Figure{json.Number(share.Num().String()), json.Number(share.Denom().String()), text}
}

// Change returns an exact change in points, nil for nil.
func Change(r *big.Rat) *Figure {
	if r == nil {
		return nil
	}
	return Rat(r, assess.ChangeText(r))
}

// Percent returns an exact percentage, nil for nil.
func Percent(r *big.Rat) *Figure {
	if r == nil {
		return nil
	}
	return Rat(r, assess.PercentText(r))
}
