package opendata

import "bulletin/internal/data"

// observationSchema is that of observations. An observation is known by indicator,
// area, period and categories.
func observationSchema() schema {
	var statuses []string
	for s := data.Status('A'); s <= 'Z'; s++ {
		if s.Valid() {
			statuses = append(statuses, s.String())
		}
	}
	return schema{
		Fields: []field{
			text("indicator", "Indicator", "What is measured, by its id.").required(),
			text("area", "Area", "The area or group of areas, by its id.").required(),
			text("area_name", "Name of the area", "").required(),
			text("iso3", "Code of the area", "ISO 3166-1 alpha-3, or user-assigned (XAA to XZZ); empty where there is none.").code(),
			text("period", "Period", "A year (2023), quarter (2023-Q1), month (2023-01), day (2023-06-04) or span (2024-01..2024-02).").required(),
			day("period_start", "First day of the period", "").required(),
			day("period_end", "Last day of the period", "The day at which a stock is taken.").required(),
			text("dimension", "Dimension", "What the total is split by, by its id; of nested breakdowns, joined with /, from the outermost in. Empty for a total.").empty(),
			text("category", "Category", "Which part it is, by its id; as many as there are dimensions, joined with /. Empty for a total.").empty(),
			{Name: "value", Type: "number", Title: "Value", Description: "An exact decimal; empty where there is none, which the status explains."},
			text("unit", "Unit", "What is counted; % for shares and changes; % of total where only the share of the total that this is a part of is known."),
			text("status", "Status", "Of the SDMX code list CL_OBS_STATUS: A normal, B break in the series, D definition differs, E estimated, F forecast, I imputed, "+
				"L not collected, M cannot exist, O missing, P provisional, Q suppressed, U low reliability.").required().within(statuses...),
			text("source", "Source", "The document or dataset that the value comes from, by its key; empty where there is no value."),
			text("note", "Note", ""),
			day("revised", "Revised", "The day of the last revision since publication; empty where there was none."),
			{Name: "complete", Type: "boolean", Title: "Complete", Description: "true where the breakdowns of this value add up to it; empty where that is not said.",
				True: []string{"true"}, Constraints: &constraints{}},
		},
		MissingValues: []string{""},
		PrimaryKey:    []string{"indicator", "area", "period", "dimension", "category"},
		ForeignKeys:   []foreignKey{refers("indicator", Indicators), refers("area", Areas), refers("source", Sources)},
	}
}

// code is a field with a code of three letters.
func (f field) code() field {
	f.Constraints = &constraints{Pattern: "[A-Z]{3}"}
	return f
}

// title is the name of a register for readers.
func (r Register) title() string {
	switch r {
	case Indicators:
		return "Indicators: definitions, units, caveats"
	case Areas:
		return "Areas and groups of areas"
	case Dimensions:
		return "Dimensions and their categories"
	default:
		return "Sources"
	}
}

// schema is that of a register.
func (r Register) schema() schema {
	id := text("id", "Id", "")
	id.Constraints = &constraints{Required: true, Unique: true}
	s := schema{MissingValues: []string{""}, PrimaryKey: []string{"id"}}
	switch r {
	case Indicators:
		s.Fields = []field{
			id, text("name", "Name", "").required(), text("definition", "Definition", ""),
			text("unit_one", "Unit, of one", ""), text("unit_other", "Unit, of several", ""),
			text("measure", "Measure", "flow: counted over a period. stock: counted at its end. share: per cent of a whole. change: per cent against a year before, as published.").
				required().within("flow", "stock", "share", "change"),
			text("add", "May be summed", "Over what values may be summed.").required().within("none", "areas", "periods", "all"),
			text("caveat", "Caveat", ""), text("of", "Of", "The indicator among whose cases these are."),
		}
		s.ForeignKeys = []foreignKey{refers("of", "")}
	case Areas:
		s.Fields = []field{
			id, text("name", "Name", "").required(), text("iso3", "Code", "ISO 3166-1 alpha-3, or user-assigned (XAA to XZZ); empty where there is none.").code(),
			text("kind", "Kind", "").required().within("area", "group"), text("members", "Members", "Of a group: the ids of its areas, parted by spaces."),
			text("covers", "Covers", "The ids of the areas that this one gives as one, parted by spaces."), text("note", "Note on the name", ""),
		}
	case Dimensions:
		s.PrimaryKey = []string{"dimension", "category"}
		s.Fields = []field{
			text("dimension", "Dimension", "Its id.").required(), text("category", "Category", "Its id.").required(),
			text("dimension_name", "Name of the dimension", "").required(), text("category_name", "Name of the category", "").required(),
		}
	default:
		s.Fields = []field{
			id, text("publisher", "Publisher", "").required(), text("title", "Title", "").required(), text("issued", "Issued", "A year, month or day."),
			text("accessed", "Accessed", "A year, month or day."), {Name: "url", Type: "string", Format: "uri", Title: "Address"},
			text("covers", "Covers", "The periods that it reports on, parted by spaces."), text("note", "Note", ""),
		}
	}
	return s
}
