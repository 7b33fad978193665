package report

import (
	"strconv"

	"github.com/peersupport/peersupport/principles"
)

// principle is what there is to say about one principle.
type principle struct {
	Anchor, Handle, Name, Meaning, Group string

	Stands     mark
	Notes      []string
	PullsDown  string
	Change     string
	Indicators []indicator
	Silent     string // indicators that inform, and about which there is nothing
	Try        []suggestion
	Sources    []ref
	Footing    string

	of principles.PrincipleReport
}

type suggestion struct{ Text, For, Footing string }

func (w *words) principle(i int, r principles.PrincipleReport) principle {
	p := principle{
		Anchor: anchor("principle", i), Handle: r.Handle, Name: capital(r.Name), Meaning: sentence(r.Meaning), Group: r.Group,
		Stands: markOf(r.Standing), Notes: w.notices(r.Notices), Change: w.change(r.Change),
		Sources: w.refs(r.Sources), Footing: footing(r.Confidence), of: r,
	}
	if r.Known != r.Standing && r.Known.Known() {
		p.Notes = append(p.Notes, "The worst of what is known here: "+standing(r.Known)+".")
	}
	names := make(map[principles.Ref]string)
	var silent []string
	for j, ir := range r.Indicators {
		names[ir.Ref()] = orElse(ir.Name, spaced(string(ir.ID))) + w.foreign(ir.Framework)
		i := w.indicator(p.Anchor+"-"+strconv.Itoa(j+1), ir)
		if i.silent(ir) {
			silent = append(silent, small(i.Name))
		} else {
			p.Indicators = append(p.Indicators, i)
		}
	}
	p.Silent = list(silent)
	var pulls []string
	for _, ref := range r.PullsDown {
		pulls = append(pulls, orElse(names[ref], spaced(string(ref.Indicator))))
	}
	p.PullsDown = list(pulls)
	for _, s := range r.Try {
		of := names[principles.Ref{Framework: s.Framework, Indicator: s.Indicator}]
		t := suggestion{Text: sentence(s.Text), For: small(orElse(of, spaced(string(s.Indicator))))}
		if s.Confidence != principles.OwnReading {
			t.Footing = footing(s.Confidence)
		}
		p.Try = append(p.Try, t)
	}
	return p
}
