package chart

func (s *Spec) donutWords() []string { return nil }
