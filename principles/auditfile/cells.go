package auditfile

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// The parsers of fields return why a text is not accepted, or no code. What
// they return shares no memory with the record, whose other fields, dropped
// columns among them, need not live as long.

func parseName[T interface {
	~string
	Valid() bool
}](text string) (T, peer.FaultCode) {
	name := T(strings.Clone(text))
	if !name.Valid() {
		return "", FaultName
	}
	return name, ""
}

func parseKind(text string) (principles.Kind, peer.FaultCode) {
	switch text {
	case string(principles.Computed):
		return principles.Computed, ""
	case string(principles.Attested):
		return principles.Attested, ""
	}
	return "", FaultKind
}

func parseHolds(text string) (principles.Holds, peer.FaultCode) {
	switch text {
	case string(principles.HoldsYes):
		return principles.HoldsYes, ""
	case string(principles.HoldsPartly):
		return principles.HoldsPartly, ""
	case string(principles.HoldsNo):
		return principles.HoldsNo, ""
	}
	return "", FaultHolds
}

const (
	yes = "yes"
	no  = "no"
)

func parseYesNo(text string) (bool, peer.FaultCode) {
	if text != yes && text != no {
		return false, FaultYesNo
	}
	return text == yes, ""
}

func parseDay(text string) (principles.Day, peer.FaultCode) {
	day, err := principles.ParseDay(text)
	if err != nil {
		return principles.Day{}, peer.FaultDate
	}
	return day, ""
}

// parseCount reads plain decimal digits.
func parseCount(text string) (int, peer.FaultCode) {
	if strings.Trim(text, "0123456789") != "" {
		return 0, FaultNumber
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, peer.FaultRange
	}
	return n, ""
}

// parseScore reads plain decimal digits after a minus, if any: a scale may
// begin below 0.
func parseScore(text string) (int, peer.FaultCode) {
	digits, negative := strings.CutPrefix(text, "-")
	if digits == "" {
		return 0, FaultNumber
	}
	n, code := parseCount(digits)
	if negative {
		n = -n
	}
	return n, code
}

func parseText(text string) (string, peer.FaultCode) {
	switch {
	case strings.ContainsFunc(text, unprintable) || !utf8.ValidString(text):
		return "", peer.FaultText
	case utf8.RuneCountInString(text) > principles.MaxText:
		return "", FaultLong
	}
	return strings.Clone(text), ""
}

// unprintable characters could break a line of a report or reorder it.
func unprintable(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
}

// parseRater reads an id that has the form of every id in files.
func parseRater(text string) (peer.ExternalID, peer.FaultCode) {
	id := peer.ExternalID(strings.Clone(text))
	if !id.Valid() {
		return "", peer.FaultID
	}
	return id, ""
}
