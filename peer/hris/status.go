package hris

import (
	"strings"

	"github.com/peersupport/peersupport/peer"
)

// parseStatus reads a status in the words of the common systems, in any case
// and with outer space; the empty text is active. Somebody who has been hired
// and has not begun counts as on leave: present, and not yet proposed as a
// supporter. The error is that of peer.ParseStatus.
func parseStatus(text string) (peer.Status, error) {
	word := strings.ToLower(strings.TrimSpace(text))
	switch word {
	case "a", "aktiv", "employed":
		return peer.Active, nil
	case "l", "leave", "on leave", "abwesend", "elternzeit", "pending", "onboarding":
		return peer.OnLeave, nil
	case "t", "terminated", "inactive", "inaktiv", "austritt", "ausgetreten", "former":
		return peer.Left, nil
	case "unbesetzt":
		return peer.Vacant, nil
	}
	return peer.ParseStatus(word)
}
