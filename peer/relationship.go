package peer

// EndedBy says who ended a relationship of support. The zero value says that
// nobody did or that it is not known.
type EndedBy string

// The ways of ending.
const (
	EndedAsPlanned   EndedBy = "planned"
	EndedBySeeker    EndedBy = "seeker"
	EndedBySupporter EndedBy = "supporter"
	EndedByBoth      EndedBy = "both"
	EndedByProgramme EndedBy = "programme"
	EndedByDeclining EndedBy = "declined"
	EndedByNotKnown  EndedBy = ""
)

// ParseEndedBy reads a way of ending; the empty text is not known. The error
// is a [Fault] with the code [FaultEndedBy].
func ParseEndedBy(text string) (EndedBy, error) {
	switch e := EndedBy(text); e {
	case EndedAsPlanned, EndedBySeeker, EndedBySupporter, EndedByBoth, EndedByProgramme, EndedByDeclining, EndedByNotKnown:
		return e, nil
	}
	return "", Fault{Code: FaultEndedBy, Field: "ended_by"}
}

// Relationship is support that was or is given by one person to another.
type Relationship struct {
	Seeker    ExternalID
	Supporter ExternalID
	During    Interval
	// EndedBy is private: that somebody declined is nobody else's business.
	EndedBy Private[EndedBy]
}

// Open reports whether support is being given on day at, or is agreed to
// begin later.
func (r Relationship) Open(at Date) bool {
	return !r.During.Empty() && (r.During.Until.IsZero() || at.Before(r.During.Until))
}
