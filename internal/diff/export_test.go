package diff

// Escape is escape, for the tests.
func Escape(text string) string { return escape(text) }
