package principles

// Reason is a finding with the rule that made it and the principle the rule
// protects, both stamped by the [Set]. Rule and Principle are empty where a
// [View] hides them.
type Reason struct {
	Rule      RuleID      `json:"rule,omitempty"`
	Principle PrincipleID `json:"principle,omitempty"`
	Finding   Finding     `json:"finding"`
}

// Decision holds the reasons for and against a subject, one for each rule, in
// the order of the rules' ids. The zero value has no reasons and blocks.
//
// A Decision is for the auditor's eyes. Everybody else is shown a [View].
type Decision struct {
	Reasons []Reason `json:"reasons"`
}

// Verdict returns the worst verdict among the reasons: Violated before
// Indeterminate, Pending, Satisfied and NotApplicable. Without any reason it is
// Indeterminate, because nothing was asked.
func (d Decision) Verdict() Verdict {
	if len(d.Reasons) == 0 {
		return Indeterminate
	}
	worst := NotApplicable
	for _, r := range d.Reasons {
		worst = worst.worse(r.Finding.Verdict)
	}
	return worst
}

// Blocked reports whether anything stands in the way.
func (d Decision) Blocked() bool { return d.Verdict().Blocks() }

// Blocking returns the reasons that stand in the way, in their order.
func (d Decision) Blocking() []Reason {
	var blocking []Reason
	for _, r := range d.Reasons {
		if r.Finding.Verdict.Blocks() {
			blocking = append(blocking, r)
		}
	}
	return blocking
}

// For returns what the reader may see of the decision; see [View].
func (d Decision) For(r Reader) View {
	if r == ReaderAuditor {
		return View{Reasons: append([]Reason{}, d.Reasons...)}
	}
	return newFilter(r).view(d.Reasons)
}
