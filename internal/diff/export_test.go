package diff

import "bulletin/internal/diag"

// Escape makes what people wrote harmless, for the tests.
func Escape(text string) string { return diag.Markdown(text) }
