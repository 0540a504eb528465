// Package pdf prints a page of a site to a PDF.
package pdf
