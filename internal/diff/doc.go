// Package diff tells what becomes of a site when its data changes: which
// observations were added, changed and withdrawn between two states of it, and
// which sentences, claims, key figures, charts and tables show them.
//
// # Observations
//
// Two observations are the same where they stand in the same cell: indicator,
// area, period, categories. In which file they stand does not matter. One that
// is on both sides has changed where its value, share, status, source or note
// differ, or whether its parts are complete; Change.Differs names what.
//
// A value that an edition has published, by its record in data/published/, is told
// as such when it differs, with the reason that data/revisions.yaml gives. Both are
// taken from the newer side. Where records and revisions themselves differ, that is
// told as well, whether or not an observation does.
//
// # Places
//
// A sentence shows an observation where a figure or a claim in it rests on it,
// be it through a sum, a change or a share; a chart or a table where it is one
// of its cells, or its title or note speak of it. The sentences of a page are
// paired with those of the other side by their words around the figures, then
// by what their figures ask for, then by the observation that they share, so
// that a place can say what it read before and what it reads now. A claim that
// rests on a changed observation is checked on both sides.
//
// Every observation is listed on its indicator's data page, which is named with
// the change and is no place of its own. Nor are the pages that repeat others:
// the home page and lists. What names and thresholds do to a text is not looked
// for: only observations, and the definitions of indicators, are compared.
//
// # Formats
//
// [Write] has three: text for a terminal; Markdown for a comment on a pull
// request, in which nothing that people wrote can become markup, a link or a
// mention, and which is as short as GitHub takes it; and JSON, one object:
//
//	before, after       what was compared
//	added, changed, withdrawn
//	                    how many observations
//	pages               how many pages show them
//	claims              how many claims held before, or are new, and do not hold now
//	figures             how many figures had a value before and have none now
//	silent              how many published values differ without a reason
//	incomplete          a list of before, after: a side of which an observation
//	                    could not be read, so that one may only seem to be
//	                    added or withdrawn
//	observations        a list, by indicator, area, period and categories:
//	  change            added, changed or withdrawn
//	  name              the cell in words
//	  indicator, area, period
//	  categories        an object: dimension to category
//	  differs           a list of value, share, status, source, note, complete
//	  before, after     null, or an object: text, value, share (numbers, or null),
//	                    status, source, note, file, line
//	  published         null, or, of a value that an edition has published and that
//	                    differs, an object: value (as the record writes it: digits,
//	                    28%, or none), date and edition of the first record;
//	                    revised, reason: of the revision that leads to what it is
//	                    now, null where there is none; silent: data/revisions.yaml
//	                    does not say why it is not as it was
//	  page              address of the cell on its data page
//	  places            a list:
//	    kind            sentence, claim, title, key-figure, overview, chart, table
//	    page, title     route and title of the page
//	    file, line, column   column 0 where the whole page is meant
//	    before, after   plain text; null where the place is new, or gone
//	    claims          a list: text, file, line, column, held, holds (null
//	                    where the claim is not on that side), message
//	    missing         a list of expressions that have no value any more
//	    empty           a chart, table or key figure that shows nothing any more
//	indicators          a list of indicators that read otherwise: indicator, key,
//	                    before, after
//	revisions           a list of entries of data/revisions.yaml that are not the
//	                    same, by date; an entry is known by its cell and date:
//	  change            added, changed or withdrawn
//	  name, indicator, area, period, categories
//	                    as of an observation
//	  before, after     null, or an object: was, now (as the file writes them:
//	                    digits, 28%, or none), date, reason, line
//	records             a list of records in data/published/ that differ: edition;
//	                    recorded, removed, altered: how many values it holds newly,
//	                    does not hold any more, or holds with another value or
//	                    date. The last two are none while nobody edits a record
//
// No list is ever null. Fields may be added; none changes its meaning.
package diff
