package content

import (
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// Parser reads Markdown files. It is made once and is safe for many goroutines.
type Parser struct {
	blocks parser.Parser // bodies and the longer strings
	inline parser.Parser // titles: a line of text, whatever it begins with
}

// NewParser makes a Parser.
func NewParser() *Parser {
	footnotes := util.Prioritized(extension.NewFootnoteBlockParser(), 999)
	return &Parser{
		blocks: parser.NewParser(
			parser.WithBlockParsers(append(parser.DefaultBlockParsers(), footnotes)...),
			parser.WithInlineParsers(inlineParsers()...),
			parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
				util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
			parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
		),
		inline: parser.NewParser(
			parser.WithBlockParsers(util.Prioritized(line{parser.NewParagraphParser()}, 1000)),
			parser.WithInlineParsers(inlineParsers()...),
		),
	}
}

// line is a paragraph that may be indented: where there is no code, four spaces
// are only spaces.
type line struct{ parser.BlockParser }

func (line) CanAcceptIndentedLine() bool { return true }

// inlineParsers is what works in running text; the lower number goes first.
func inlineParsers() []util.PrioritizedValue {
	return append(parser.DefaultInlineParsers(),
		util.Prioritized(extension.NewFootnoteParser(), 101),
		util.Prioritized(citationParser{}, 110),
		util.Prioritized(figureParser{}, 120),
		util.Prioritized(claimParser{}, 130),
		util.Prioritized(unknownRemark{}, 140),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
		util.Prioritized(newBareParser(), 999),
		util.Prioritized(extension.NewTypographerParser(extension.WithTypographicSubstitutions(quotes())), 9999),
	)
}

// quotes are the typographic signs as characters; goldmark's own are HTML
// entities, which would be read as text where no HTML is made.
func quotes() map[extension.TypographicPunctuation]string {
	return map[extension.TypographicPunctuation]string{
		extension.LeftSingleQuote:  "‘",
		extension.RightSingleQuote: "’",
		extension.LeftDoubleQuote:  "“",
		extension.RightDoubleQuote: "”",
		extension.EnDash:           "–",
		extension.EmDash:           "—",
		extension.Ellipsis:         "…",
		extension.LeftAngleQuote:   "«",
		extension.RightAngleQuote:  "»",
		extension.Apostrophe:       "’",
	}
}
