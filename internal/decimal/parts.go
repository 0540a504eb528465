package decimal

// Parts are the digits of d as a whole number, with its sign, and how many of
// them stand behind the point: 5.50 is 550 and 2. [FromParts] puts them together.
func (d Decimal) Parts() (digits int64, scale int) { return d.coef(), int(d.scale) }

// FromParts is the number that [Decimal.Parts] took apart; false where no number
// that [Parse] reads has these parts.
func FromParts(digits int64, scale int) (Decimal, bool) {
	if scale < 0 || scale > maxFraction || magnitude(digits) >= uint64(pow10(maxWhole+scale)) {
		return Decimal{}, false
	}
	return of(digits, uint8(scale)), true
}
