package report

import (
	"slices"
	"strconv"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// check gathers what is wrong with a report, by path.
type check struct{ found []fault }

type fault struct {
	path string
	code peer.FaultCode
}

func (c *check) fault(path string, code peer.FaultCode) { c.found = append(c.found, fault{path, code}) }

// must notes a fault unless something holds.
func (c *check) must(holds bool, path string, code peer.FaultCode) {
	if !holds {
		c.fault(path, code)
	}
}

// named is an id, a voice or a code.
type named interface {
	~string
	Valid() bool
}

// name checks an id. Some may be left out.
func name[T named](c *check, path string, id T, optional bool) {
	if id == "" {
		c.must(optional, path, FaultMissing)
		return
	}
	c.must(id.Valid(), path, FaultName)
}

// once notes a fault where something of the same key was there before.
func once[K comparable](c *check, seen map[K]bool, key K, path string) {
	c.must(!seen[key], path, FaultTwice)
	seen[key] = true
}

func at(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

func (c *check) report(r principles.Report) {
	c.must(r.Schema == principles.ReportSchema, "schema", FaultSchema)
	name(c, "framework.id", r.Framework.ID, false)
	c.must(r.Framework.Version != "", "framework.version", FaultMissing)
	c.must(slices.Contains(principles.Forms(), r.Framework.Form), "framework.form", FaultChoice)
	c.must(!r.At.IsZero(), "at", FaultMissing)
	c.must(r.Level > 0 && r.Level < 1, "level", FaultRange)
	c.must(r.Release != "", "release", FaultMissing)
	c.notices("notices", r.Notices)
	for i, n := range r.Counts {
		c.must(n.Count >= 0, at("counts", i)+".count", FaultRange)
	}
	voices := make(map[principles.Voice]bool)
	for i, v := range r.Voices {
		path := at("voices", i)
		name(c, path+".voice", v.Voice, false)
		once(c, voices, v.Voice, path+".voice")
		c.side(path+".side", v.Side)
	}
	ids := make(map[principles.PrincipleID]bool)
	for i, p := range r.Principles {
		path := at("principles", i)
		name(c, path+".id", p.ID, false)
		once(c, ids, p.ID, path+".id")
		c.principle(path, p)
	}
	if r.Ladder != nil {
		c.ladder("ladder", *r.Ladder)
	}
	c.agenda(r)
	c.lists(r)
}

func (c *check) notices(path string, all []principles.Notice) {
	for i, n := range all {
		name(c, at(path, i)+".code", n.Code, false)
	}
}

func (c *check) side(path string, s principles.Side) {
	c.must(s == "" || s == principles.Lived || s == principles.InCharge, path, FaultChoice)
}

func (c *check) kind(path string, k principles.Kind) {
	c.must(k == principles.Computed || k == principles.Rated || k == principles.Attested, path, FaultChoice)
}

func (c *check) agenda(r principles.Report) {
	for i, t := range r.Tensions {
		path := at("tensions", i)
		name(c, path+".framework", t.Framework, true)
		name(c, path+".raised_by", t.RaisedBy, true)
		for j, s := range t.Seen {
			name(c, at(path+".seen", j)+".voice", s.Voice, true)
		}
		c.notices(path+".notices", t.Notices)
	}
	for i, a := range r.Actions {
		path := at("actions", i)
		name(c, path+".framework", a.Framework, true)
		name(c, path+".serves", a.Serves, true)
		c.notices(path+".notices", a.Notices)
	}
	for i, o := range r.Contests {
		path := at("contests", i)
		name(c, path+".framework", o.Framework, true)
		name(c, path+".principle", o.Principle, true)
		name(c, path+".indicator", o.Indicator, true)
		c.must(o.Text == "" || o.ShareText, path+".text", FaultContradiction)
		c.notices(path+".notices", o.Notices)
	}
}

func (c *check) lists(r principles.Report) {
	for i, m := range r.Missing {
		path := at("missing", i)
		name(c, path+".indicator", m.Indicator, false)
		name(c, path+".framework", m.Framework, false)
		c.kind(path+".kind", m.Kind)
	}
	for i, u := range r.Unused {
		name(c, at("unused", i)+".measure", u.Measure, true)
		name(c, at("unused", i)+".framework", u.Framework, true)
		name(c, at("unused", i)+".indicator", u.Indicator, true)
	}
	for i, a := range r.Agreement {
		path := at("agreement", i)
		name(c, path+".voice", a.Voice, false)
		name(c, path+".framework", a.Framework, false)
		c.must(a.Value == nil || *a.Value <= 1, path+".value", FaultRange)
		c.must(a.Low == nil || a.High == nil || *a.Low <= *a.High, path, FaultContradiction)
		c.notices(path+".notices", a.Notices)
	}
	keys := make(map[string]bool)
	for i, s := range r.Sources {
		once(c, keys, s.Key, at("sources", i)+".key")
	}
}
