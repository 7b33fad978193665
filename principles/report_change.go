package principles

// Change says how something differs from the previous report.
type Change struct {
	Code     Code     `json:"code"` // one of the codes of change
	Since    Day      `json:"since"`
	Previous Standing `json:"previous"`

	// Difference is the present share less the previous one in points of per
	// cent, with its interval; nil where either is not shown.
	Difference *Difference `json:"difference,omitempty"`
}

// Difference is a difference in points of per cent.
type Difference struct {
	Points float64 `json:"points"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
}
