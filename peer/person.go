package peer

// Status says whether somebody can take part. The zero Status is active.
type Status uint8

// The statuses of a person or a position.
const (
	// Active people may ask for support and give it.
	Active Status = iota
	// OnLeave is present in the organisation; people on leave may ask for
	// support and are not proposed as supporters.
	OnLeave
	// Left is somebody whose employment has ended; their place in the chain
	// still counts for as long as the source lists it.
	Left
	// Vacant is a position without a person. It is transparent: whoever is
	// above it is the manager of those below.
	Vacant
)

// ParseStatus reads active, on_leave, left or vacant; the empty text is
// active. The error is a [Fault] with the code [FaultStatus].
func ParseStatus(text string) (Status, error) {
	switch text {
	case "", "active":
		return Active, nil
	case "on_leave":
		return OnLeave, nil
	case "left":
		return Left, nil
	case "vacant":
		return Vacant, nil
	}
	return Active, Fault{Code: FaultStatus, Field: "status"}
}

// String returns the text that [ParseStatus] reads.
func (s Status) String() string {
	switch s {
	case Active:
		return "active"
	case OnLeave:
		return "on_leave"
	case Left:
		return "left"
	case Vacant:
		return "vacant"
	}
	return "unknown"
}

// Person is one row of the organisation as the HR system tells it: where
// somebody stands, and nothing about how they are.
type Person struct {
	// ID is the store's own id; zero in runs on files, which mint none.
	ID ID
	// Key is the HR system's id and the name under which requests, supporters
	// and relations refer to the person.
	Key ExternalID
	// Manager is the key of the line manager. Empty means unknown, not
	// absent: only OrganisationConfig.Roots declares that somebody has none.
	Manager ExternalID
	// Team and Location are the organisation's words; empty is unknown.
	Team     string
	Location string
	Status   Status
	// SameAs is the key of another record of the same human being, declared
	// by a person, never guessed. All rules follow the human being.
	SameAs ExternalID
}
