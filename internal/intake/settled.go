package intake

import (
	"bulletin/internal/data"
	"bulletin/internal/diag"
	"bulletin/internal/period"
)

// settled takes what Options.Set says.
func (im *importer) settled(c *columns) error {
	all, err := pairs("--set", im.o.Set)
	if err != nil {
		return err
	}
	for _, p := range all {
		dimension, split, err := im.field("--set", p.key)
		switch {
		case err != nil:
			return err
		case p.key == fieldValue:
			return &UsageError{"--set: a value is of one observation, not of all", "name the column that holds the values with --map"}
		case split:
			c.split(dimension, -1, p.text[0])
			c.given[dimension.ID] = true
		default:
			c.set[p.key] = p.text[0]
		}
		if message, hint := im.wrong(dimension, p); message != "" {
			return &UsageError{"--set: " + message, hint}
		}
		if p.key == fieldStatus {
			c.only, _ = readStatus(p.text[0])
		}
	}
	return nil
}

// wrong tells what is wrong with what Options.Set says of a field.
func (im *importer) wrong(d *data.Dimension, p pair) (message, hint string) {
	text, ok := p.text[0], true
	switch {
	case d != nil:
		if _, ok = im.names.categories[d].find(text); !ok {
			return im.names.categories[d].unknown(text)
		}
	case p.key == fieldIndicator:
		if _, ok = im.names.indicators.find(text); !ok {
			return im.names.indicators.unknown(text)
		}
	case p.key == fieldArea:
		if _, ok = im.names.areas.find(text); !ok {
			return im.names.areas.unknown(text)
		}
	case p.key == fieldSource:
		if _, ok = im.names.sources.find(text); !ok {
			return im.names.sources.unknown(text)
		}
	case p.key == fieldPeriod:
		if _, ok = im.words.ReadPeriod(text); !ok {
			return diag.Messagef("%q is no period", text), period.ErrSyntax.Error()
		}
	case p.key == fieldStatus:
		if _, ok = readStatus(text); !ok {
			return diag.Messagef("%q is no status", text), statusHint
		}
	}
	return "", ""
}
