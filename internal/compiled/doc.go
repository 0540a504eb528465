// Package compiled executes templates of html/template to the same bytes in a
// twentieth of the time.
//
// html/template finds out once how each value of a template must be escaped, and
// text/template then walks the tree with every execution: it looks up each field by
// its name, and calls each escaper by reflection with a list of arguments. Here a
// template is compiled for the type of its view when it is first executed: fields
// become indices, escapers append to one buffer.
//
// Only what is plain is compiled: fields, methods without arguments, variables, if,
// with, range over slices, templates in templates, and, or, not, len and comparisons,
// and the escapers for text and quoted attributes (see [Set.Execute]). A template
// with anything else is left to html/template as a whole, and so is an execution
// that comes upon an error, such as a field of a nil pointer: messages are always
// those of html/template. What a template calls must therefore bear to be called
// twice.
package compiled
