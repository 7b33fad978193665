package peer

// Consent is a person's leave for one item, or a whole kind of items.
type Consent struct {
	Item Item
	// Until is the first day on which the leave no longer holds; zero: until
	// it is withdrawn.
	Until Date
}

// Terms are the leaves under which what a person tells may be used. What is
// not listed is not used, and what is not listed for release is told nobody.
// The zero Terms allow nothing.
type Terms struct {
	// Matching lists what may be used to find a pair.
	Matching []Consent
	// Release lists what the other person of a pair may be told.
	Release []Consent
}

// ForMatching reports whether the item may be used to find a pair on day at.
// On no date, a leave that ends does not hold.
func (t Terms) ForMatching(item Item, at Date) bool { return covered(t.Matching, item, at) }

// ForRelease reports whether the other person may be told the item on day at;
// on no date, as [Terms.ForMatching].
func (t Terms) ForRelease(item Item, at Date) bool { return covered(t.Release, item, at) }

func covered(list []Consent, item Item, at Date) bool {
	for _, c := range list {
		if c.Item.Covers(item) && (c.Until.IsZero() || (!at.IsZero() && at.Before(c.Until))) {
			return true
		}
	}
	return false
}

// permitted returns the members of list whose item is covered.
func permitted[T any](list []T, item func(T) Item, allowed func(Item) bool) []T {
	var kept []T
	for _, x := range list {
		if allowed(item(x)) {
			kept = append(kept, x)
		}
	}
	return kept
}
