package principles

// Voice is the part in a programme from which somebody speaks. It has the form
// of a [Code]; a framework may name others than these.
type Voice string

// The voices that the frameworks of this project ask.
const (
	PersonSupported Voice = "person_supported"
	PeerSupporter   Voice = "peer_supporter"
	Supervisor      Voice = "supervisor"
	Manager         Voice = "manager"
	Coordinator     Voice = "coordinator"
)

// Valid reports whether the voice has the form described at [Code.Valid].
func (v Voice) Valid() bool { return snakeCase(string(v)) }

// Side says on which side of power a voice stands.
type Side string

// The sides. The empty side is neither.
const (
	// Lived is the side of those whom the programme is about.
	Lived Side = "lived"
	// InCharge is the side of those who decide about it.
	InCharge Side = "in_charge"
)

// Asked is a voice that a framework asks.
type Asked struct {
	Voice Voice  `json:"voice"`
	Name  string `json:"name"` // for people, plural: "people supported"

	// Needed says that nothing can be reported as upheld without this voice.
	Needed bool `json:"needed,omitempty"`

	Side Side `json:"side,omitempty"`

	// InOffice says that whoever speaks with this voice does so in an office
	// and may put their name to it ([Rating.OnRecord]). People who seek or
	// give support never have to.
	InOffice bool `json:"in_office,omitempty"`
}
