package largesite

import "fmt"

// Shape is how large a site is.
type Shape struct {
	Pages     int    // of reports: opening pages and chapters; at least 3
	Countries int    // 40 where it is zero; at most 48
	Seed      uint64 // other words and values, of the same kind
}

const (
	defaultCountries = 40
	snapshots        = 12
	articles         = 8
	maxMonths        = 720 // sixty years
)

// month counts from the beginning of our era.
type month int

// lastMonth is that of the newest edition.
const lastMonth month = 2025*12 + 11

func (m month) year() int { return int(m / 12) }

// id is the month as the data name it.
func (m month) id() string { return fmt.Sprintf("%d-%02d", m.year(), m%12+1) }

// String is the month as a page names it.
func (m month) String() string {
	return [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}[m%12] + fmt.Sprintf(" %d", m.year())
}

// edition is a report of one desk on one month.
type edition struct {
	id       string
	desk     int
	month    month
	chapters int // the first so many countries
}

// settle fills in what the shape leaves open.
func (s Shape) settle() (Shape, error) {
	if s.Countries == 0 {
		s.Countries = defaultCountries
	}
	if s.Countries < regionSize || s.Countries > len(countries) {
		return s, fmt.Errorf("a site of %d countries: there may be %d to %d", s.Countries, regionSize, len(countries))
	}
	if most := (s.Countries + 1) * len(desks) * maxMonths; s.Pages < 3 || s.Pages > most {
		return s, fmt.Errorf("a site of %d report pages: there may be 3 to %d", s.Pages, most)
	}
	return s, nil
}

// editionCount is how many editions the pages are spread over.
func (s Shape) editionCount() int { return (s.Pages + s.Countries) / (s.Countries + 1) }

// months is how many months have editions.
func (s Shape) months() int { return (s.editionCount() + len(desks) - 1) / len(desks) }

// edition is the nth of all, in the order of time.
func (s Shape) edition(n int) edition {
	count := s.editionCount()
	pages := s.Pages / count
	if n < s.Pages%count {
		pages++
	}
	e := edition{desk: n % len(desks), month: s.firstMonth() + 12 + month(n/len(desks)), chapters: pages - 1}
	e.id = e.month.id() + "-" + desks[e.desk].id
	return e
}

// firstMonth is that of the oldest data, a year before the first edition.
func (s Shape) firstMonth() month { return lastMonth - 12 - month(s.months()) + 1 }
