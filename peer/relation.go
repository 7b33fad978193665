package peer

// RelationKind is how one person stands to another beside the chain of line
// managers. The zero kind is not valid.
type RelationKind uint8

// The kinds of relation. In each, Other stands in the named relation to
// Person: Other is the dotted-line manager of Person, Other handles a
// grievance of Person.
const (
	// Line is a further solid line: a second manager, a former or coming one.
	Line RelationKind = iota + 1
	// Dotted is a functional or project line.
	Dotted
	// Acting is a manager for the time being.
	Acting
	// Delegate decides in a manager's place.
	Delegate
	// Reviewer appraises performance.
	Reviewer
	// HRCase is the HR partner of a case about the person.
	HRCase
	// Investigator leads an investigation that concerns the person.
	Investigator
	// Grievance handles a grievance by or against the person.
	Grievance
	// OccupationalHealth treats or assesses the person.
	OccupationalHealth
	// Family is a relative or partner.
	Family
	// FormerPartner is a partner of the past.
	FormerPartner
	lastRelationKind = FormerPartner
)

// RelationKinds returns every kind in declared order.
func RelationKinds() []RelationKind {
	kinds := make([]RelationKind, 0, lastRelationKind)
	for k := Line; k <= lastRelationKind; k++ {
		kinds = append(kinds, k)
	}
	return kinds
}

// ParseRelationKind reads the text form. The error is a [Fault] with the code
// [FaultRelationKind].
func ParseRelationKind(text string) (RelationKind, error) {
	for k := Line; k <= lastRelationKind; k++ {
		if k.String() == text {
			return k, nil
		}
	}
	return 0, Fault{Code: FaultRelationKind, Field: "kind"}
}

// String returns the text form, such as occupational_health.
func (k RelationKind) String() string {
	switch k {
	case Line:
		return "line"
	case Dotted:
		return "dotted"
	case Acting:
		return "acting"
	case Delegate:
		return "delegate"
	case Reviewer:
		return "reviewer"
	case HRCase:
		return "hr_case"
	case Investigator:
		return "investigator"
	case Grievance:
		return "grievance"
	case OccupationalHealth:
		return "occupational_health"
	case Family:
		return "family"
	case FormerPartner:
		return "former_partner"
	}
	return "unknown"
}

// Authority reports whether the kind is a line of authority, along which the
// chain above and below continues.
func (k RelationKind) Authority() bool { return k >= Line && k <= Delegate }

// Private reports whether the mere existence of the relation is nobody's
// business but the auditor's: it reveals illness, conflict or kinship.
func (k RelationKind) Private() bool { return k >= HRCase && k <= FormerPartner }

// Lasting reports whether the relation outlives its own end: kinship and a
// past partnership stay between two people, whatever the dates say.
func (k RelationKind) Lasting() bool { return k == Family || k == FormerPartner }

// Relation is one edge of the organisation beside the line of managers.
type Relation struct {
	Person ExternalID
	Other  ExternalID
	Kind   RelationKind
	// During is when it holds; an empty interval is ignored.
	During Interval
}

// Counts reports whether the relation counts on day at when the look-back
// reaches months into the past: it holds on that day, held within the
// look-back, is known for the future, or is lasting.
func (r Relation) Counts(at Date, months int) bool {
	return counts(r.Kind, r.During, at.AddMonths(-months))
}

func counts(kind RelationKind, during Interval, since Date) bool {
	if kind.Lasting() {
		return true
	}
	return !during.Empty() && (during.Until.IsZero() || since.Before(during.Until))
}
