package chart

// multiplesWords are the sentences of lines: the panels are lines that are drawn apart.
func (s *Spec) multiplesWords() []string { return s.linesWords() }
