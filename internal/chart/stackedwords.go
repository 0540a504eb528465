package chart

func (s *Spec) stackedWords() []string { return nil }
