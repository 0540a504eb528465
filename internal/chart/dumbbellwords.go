package chart

func (s *Spec) dumbbellWords() []string { return nil }
