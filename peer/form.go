package peer

// Form is one of the three broad forms of peer support (Repper, ImROC briefing
// 5, "Peer Support Workers: Theory and Practice", 2013). The forms are kinds,
// not grades: each has its worth, and none leads to another. Who pays, and
// which sector it happens in, are told apart by [Pay] and [Sector]. The zero
// Form is not stated.
type Form string

// The forms.
const (
	// Informal support arises by itself among people: friendship, shared ways
	// of coping.
	Informal Form = "informal"
	// PeerRun support is a programme run by peers beside formal services:
	// groups, courses, user-led services.
	PeerRun Form = "peer_run"
	// Employed support is given by people with lived experience who are
	// employed inside a service, by the service itself or by an independent
	// agency.
	Employed Form = "employed"
)

// Forms returns every form, in the order of the briefing.
func Forms() []Form { return []Form{Informal, PeerRun, Employed} }

// ParseForm reads a form. The error is a [Fault] with the code [FaultForm].
func ParseForm(text string) (Form, error) {
	return oneOf(text, Forms(), FaultForm, "form")
}

// Dimensions returns where support of the form usually stands on the four
// dimensions, as a start for somebody who describes a programme; a programme
// may differ in any of them. A form that is not stated has no dimensions.
//
// Box 1 of the briefing names friendship as individual, wholly elective and
// under implicit rules; groups and peer-run courses as group support that one
// elects to enter, with a facilitator or trainer who is further on; and work
// inside services as individual, partly chosen, under a job description, with
// a worker who is further on. Two values are this project's own reading:
// friends stand at the same point, which the briefing does not say of them,
// and peer-run support has an explicit code, since the briefing speaks of
// codes for befriending schemes and of agreement by consensus for groups.
func (f Form) Dimensions() Dimensions {
	switch f {
	case Informal:
		return Dimensions{Company: Individual, Choice: WhollyElective, Rules: ImplicitRules, Place: AtSamePoint}
	case PeerRun:
		return Dimensions{Company: GroupOnly, Choice: ElectiveEntry, Rules: ExplicitCode, Place: OneFurtherOn}
	case Employed:
		return Dimensions{Company: Individual, Choice: PartialChoice, Rules: JobDescription, Place: OneFurtherOn}
	}
	return Dimensions{}
}

// Pay says whether the work of a supporter is paid. The zero Pay is not
// stated.
type Pay string

// The kinds of pay. Value attaches to paid and voluntary support alike.
const (
	Paid      Pay = "paid"
	Voluntary Pay = "voluntary"
)

// Pays returns every kind of pay.
func Pays() []Pay { return []Pay{Paid, Voluntary} }

// ParsePay reads a kind of pay. The error is a [Fault] with the code
// [FaultPay].
func ParsePay(text string) (Pay, error) { return oneOf(text, Pays(), FaultPay, "pay") }

// Sector is where the organisation that carries the support belongs. The zero
// Sector is not stated.
type Sector string

// The sectors that the briefing names.
const (
	PublicSector      Sector = "public"
	PrivateSector     Sector = "private"
	IndependentSector Sector = "independent"
)

// Sectors returns every sector.
func Sectors() []Sector { return []Sector{PublicSector, PrivateSector, IndependentSector} }

// ParseSector reads a sector. The error is a [Fault] with the code
// [FaultSector].
func ParseSector(text string) (Sector, error) {
	return oneOf(text, Sectors(), FaultSector, "sector")
}

// oneOf returns the member of all that text names.
func oneOf[T ~string](text string, all []T, code FaultCode, field string) (T, error) {
	for _, x := range all {
		if string(x) == text {
			return x, nil
		}
	}
	return "", Fault{Code: code, Field: field}
}
