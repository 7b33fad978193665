package intake

import (
	"errors"
	"strconv"
	"strings"

	"github.com/peersupport/peersupport/peer"
)

// The signs of the notation in fields. None of them can be part of a tag, and
// the bar not of an id.
const (
	separator = "|"
	weight    = "="
	must      = "!"
	naming    = ":"
	until     = "@"
)

// list reads the entries of a field, trimmed of outer space. The error joins
// those of the single entries; the list holds the others.
func list[T any](text string, parse func(string) (T, error)) ([]T, error) {
	if text == "" {
		return nil, nil
	}
	var entries []T
	var errs []error
	for entry := range strings.SplitSeq(text, separator) {
		value, err := parse(strings.Trim(entry, " "))
		if err != nil {
			errs = append(errs, err)
			continue
		}
		entries = append(entries, value)
	}
	return entries, errors.Join(errs...)
}

// join writes a list.
func join[T any](entries []T, format func(T) string) string {
	texts := make([]string, len(entries))
	for i, e := range entries {
		texts[i] = format(e)
	}
	return strings.Join(texts, separator)
}

// parseTag reads a plain entry; whether it is well formed is checked with the
// whole record.
func parseTag(entry string) (string, error) {
	if entry == "" {
		return "", peer.Fault{Code: peer.FaultItem}
	}
	return entry, nil
}

func formatTag(tag string) string { return tag }

// parseID reads an id of a list of people; an empty one is a missing id.
func parseID(entry string) (peer.ExternalID, error) {
	return peer.ExternalID(entry), nil
}

func formatID(id peer.ExternalID) string { return string(id) }

// parseAttribute reads name:value.
func parseAttribute(entry string) (peer.Attribute, error) {
	name, value, _ := strings.Cut(entry, naming)
	a := peer.Attribute{Name: name, Value: value}
	if name == "" || value == "" || !a.Item().Valid() {
		return peer.Attribute{}, peer.Fault{Code: peer.FaultItem}
	}
	return a, nil
}

func formatAttribute(a peer.Attribute) string { return a.Name + naming + a.Value }

// parseWish reads an entry with importance and must, whose item reads as item
// says.
func parseWish(entry string, item func(string) (peer.Item, error)) (peer.Wish, error) {
	w := peer.Wish{Importance: 1}
	entry, w.Must = strings.CutSuffix(entry, must)
	name, importance, weighted := strings.Cut(entry, weight)
	if weighted {
		n, err := number(importance)
		if err != nil || n < 1 || n > int(peer.MaxImportance) {
			return peer.Wish{}, peer.Fault{Code: peer.FaultRange}
		}
		w.Importance = peer.Importance(n)
	}
	var err error
	w.Item, err = item(name)
	return w, err
}

func parseExperienceWish(entry string) (peer.Wish, error) {
	return parseWish(entry, func(tag string) (peer.Item, error) { return checked(peer.ExperienceItem(tag)) })
}

func parseAttributeWish(entry string) (peer.Wish, error) {
	return parseWish(entry, func(pair string) (peer.Item, error) {
		a, err := parseAttribute(pair)
		return a.Item(), err
	})
}

func checked(item peer.Item) (peer.Item, error) {
	if !item.Valid() {
		return "", peer.Fault{Code: peer.FaultItem}
	}
	return item, nil
}

// formatWish writes a wish as both parsers read it: the item without its kind,
// and an attribute with a colon.
func formatWish(w peer.Wish) string {
	_, entry, _ := strings.Cut(string(w.Item), ":")
	entry = strings.Replace(entry, "=", naming, 1)
	if w.Importance != 1 {
		entry += weight + strconv.Itoa(int(w.Importance))
	}
	if w.Must {
		entry += must
	}
	return entry
}

// parseConsent reads item or item@day.
func parseConsent(entry string) (peer.Consent, error) {
	name, day, dated := strings.Cut(entry, until)
	item, err := checked(peer.Item(name))
	c := peer.Consent{Item: item}
	if dated && err == nil {
		c.Until, err = peer.ParseDate(day)
	}
	return c, err
}

func formatConsent(c peer.Consent) string {
	if c.Until.IsZero() {
		return string(c.Item)
	}
	return string(c.Item) + until + c.Until.String()
}

// number reads plain decimal digits.
func number(text string) (int, error) {
	if text == "" || strings.Trim(text, "0123456789") != "" {
		return 0, fault(FaultNumber)
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, peer.Fault{Code: peer.FaultRange}
	}
	return n, nil
}

// formatNumber writes a number that may be left out when it is zero.
func formatNumber(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
