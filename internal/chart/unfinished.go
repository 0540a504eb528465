package chart

// Each of these goes to a file of its own, and this file goes away, before the issue is done.

func (p *plate) dumbbells() int { return 0 }
func (p *plate) stacks() int    { return 0 }
func (p *plate) donut() int     { return 0 }
func (p *plate) worldMap() int  { return 0 }

func (s *Spec) dumbbellWords() []string { return nil }
func (s *Spec) stackedWords() []string  { return nil }
func (s *Spec) donutWords() []string    { return nil }
func (s *Spec) mapWords() []string      { return nil }

// What does not fit a type, in words that the author of the chart understands.
func (s *Spec) unfitDumbbell() []string { return nil }
func (s *Spec) unfitStacked() []string  { return nil }
func (s *Spec) unfitDonut() []string    { return nil }
func (s *Spec) unfitMap() []string      { return nil }
