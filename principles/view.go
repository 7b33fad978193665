package principles

import "slices"

// View is a decision as one reader may see it.
//
// The auditor sees every reason as it is. Any other reader sees the findings
// whose audience they are in, without their masks; parts of findings are
// filtered in the same way.
//
// The coordinator sees, besides, that something hidden stands in the way:
//
//   - All masked findings that block, however many and at whatever depth, become
//     one reason for each mask: Violated, hard, with the mask as its code,
//     without rule, principle, parameters, events and parts. These reasons come
//     last, in the order of their codes. So a veto, two vetoes, and a veto beside
//     a private relation give the same bytes.
//   - Other hidden findings that block are counted in Withheld. The count tells
//     how many there are. A rule that must not even show this needs a mask.
//   - A hidden finding that does not block leaves no trace, nor does anything
//     hidden beneath one: that there was a secret to look at is a secret too.
//
// Seekers and supporters see nothing of what is hidden, neither masks nor
// counts; for them Withheld is always 0.
type View struct {
	Reasons  []Reason `json:"reasons"`
	Withheld int      `json:"withheld"`
}

// filter collects what it hides from one reader while it goes through reasons.
type filter struct {
	reader   Reader
	masks    []Code
	withheld int
}

func newFilter(r Reader) *filter { return &filter{reader: r} }

func (h *filter) view(reasons []Reason) View {
	view := View{Reasons: []Reason{}}
	for _, r := range reasons {
		if f, ok := h.finding(r.Finding, true); ok {
			r.Finding = f
			view.Reasons = append(view.Reasons, r)
		}
	}
	if h.reader != ReaderCoordinator {
		return view
	}
	slices.Sort(h.masks)
	for _, mask := range slices.Compact(h.masks) {
		view.Reasons = append(view.Reasons, Reason{Finding: masked(mask)})
	}
	view.Withheld = h.withheld
	return view
}

// finding returns what the reader may see of f. What is hidden leaves a trace
// only if it blocks and so does everything above it.
func (h *filter) finding(f Finding, traced bool) (Finding, bool) {
	traced = traced && f.Verdict.Blocks()
	if !f.Audience.Includes(h.reader) {
		if traced {
			h.trace(f)
		}
		return Finding{}, false
	}
	f.Mask = ""
	f.Parts = h.parts(f.Parts, traced)
	return f, true
}

func (h *filter) parts(parts []Finding, traced bool) []Finding {
	var seen []Finding
	for _, part := range parts {
		if f, ok := h.finding(part, traced); ok {
			seen = append(seen, f)
		}
	}
	return seen
}

func (h *filter) trace(f Finding) {
	if f.Mask == "" {
		h.withheld++
		return
	}
	h.masks = append(h.masks, f.Mask)
}

// masked is the finding behind which a coordinator cannot look. It is always
// hard: what may not be known may not be offered for relaxation either.
func masked(mask Code) Finding {
	return Finding{Verdict: Violated, Code: mask, Audience: To(ReaderCoordinator), Hard: true}
}
