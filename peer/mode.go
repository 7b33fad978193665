package peer

// Mode is how two people meet.
type Mode string

// The modes of contact (Woolley, The power of coproduction and peer
// support, names in person and online; the telephone is this project's addition).
const (
	InPerson Mode = "in_person"
	Online   Mode = "online"
	Phone    Mode = "phone"
)

// Modes returns every mode.
func Modes() []Mode { return []Mode{InPerson, Online, Phone} }

// ParseMode reads a mode. The error is a [Fault] with the code [FaultMode].
func ParseMode(text string) (Mode, error) {
	for _, m := range Modes() {
		if string(m) == text {
			return m, nil
		}
	}
	return "", Fault{Code: FaultMode, Field: "modes"}
}

// Remote reports whether the mode needs no common place.
func (m Mode) Remote() bool { return m == Online || m == Phone }

// Stage is how far somebody feels along their own journey, from 1, just
// setting out, to [MaxStage]; 0 is not stated. It is the person's own word,
// true for the day it was given: journeys are seldom straight, and a setback
// may swap the two in a pair (ImROC briefing 5, Box 1). It orders nothing but
// the wish of somebody to meet a companion at the same point or further on.
type Stage int

// MaxStage is the last stage; five are this project's own choice.
const MaxStage Stage = 5

// JourneyWish is where on the journey a seeker would like the supporter to be.
type JourneyWish string

// The wishes about the journey; the empty wish is none.
const (
	SamePoint JourneyWish = "same_point"
	FurtherOn JourneyWish = "further_on"
)

// ParseJourneyWish reads a wish; the empty text is none. The error is a
// [Fault] with the code [FaultJourney].
func ParseJourneyWish(text string) (JourneyWish, error) {
	switch w := JourneyWish(text); w {
	case "", SamePoint, FurtherOn:
		return w, nil
	}
	return "", Fault{Code: FaultJourney, Field: "journey_wish"}
}
