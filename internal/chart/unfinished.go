package chart

// Each of these goes to a file of its own, and this file goes away, before the issue is done.

func (p *plate) worldMap() int { return 0 }

func (s *Spec) mapWords() []string { return nil }

// What does not fit a type, in words that the author of the chart understands.
func (s *Spec) unfitMap() []string { return nil }
