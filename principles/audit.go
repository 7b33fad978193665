package principles

import (
	"cmp"
	"errors"
)

// Defaults of [Options].
const (
	// DefaultLevel is the level of intervals: the customary 95 per cent.
	DefaultLevel = 0.95
	// DefaultMaxAgeMonths is for how long computed evidence and ratings count;
	// this project's own figure, so that a yearly audit sees one year.
	DefaultMaxAgeMonths = 12
	// DefaultDisagreement is by how many points of per cent two voices must
	// differ, beyond chance, to be told as disagreeing; this project's own
	// figure.
	DefaultDisagreement = 20
)

// Options says how to audit. Only At is needed.
type Options struct {
	At        Day    // the day of the audit; nothing reads a clock
	Programme string // its name for the report, if wanted

	// Library holds other frameworks, whose indicators may serve this one.
	// Nil: links within the framework alone are followed.
	Library *Library

	// Release decides what may be shown. Nil: [MinimumGroup].
	Release Release

	// Previous is the report to compare with, nil for none. Its figures are taken
	// as they are: read it with package report, which checks them.
	Previous *Report

	// Register is what people keep on the agenda. The zero value is empty.
	Register Register

	// Level of the intervals, above 0 and below 1. Defaults to DefaultLevel.
	Level float64

	// MaxAgeMonths is for how long computed evidence and ratings count, at most
	// 120. Defaults to DefaultMaxAgeMonths.
	MaxAgeMonths int

	// Disagreement is the difference between voices, in points of per cent,
	// from which it is told. Defaults to DefaultDisagreement.
	Disagreement int
}

func (o Options) withDefaults() Options {
	o.Level = cmp.Or(o.Level, DefaultLevel)
	o.MaxAgeMonths = cmp.Or(o.MaxAgeMonths, DefaultMaxAgeMonths)
	o.Disagreement = cmp.Or(o.Disagreement, DefaultDisagreement)
	if o.Release == nil {
		o.Release = MinimumGroup{}
	}
	return o
}

// audit is one audit on its way.
type audit struct {
	f         Framework
	o         Options
	questions []question
	named     map[Ref]question // as evidence names them, see byName
	doubtful  map[IndicatorID]bool
	answers   answers
}

// Audit says how a programme stands by a framework.
//
// Every judged indicator counts, and the one that stands worst decides. What is
// not known makes the principle not known, so that nothing gets better by being
// left out; only where something is known not to be upheld, it stays so. Voices
// are judged one by one and never averaged. Without the voices that the
// framework needs, no principle is upheld.
//
// Standings are drawn from exact figures; figures are shown as the [Release]
// lets them through. The order of evidence and ratings does not matter.
//
// Audit returns an error for a framework that is not sound, or whose standings
// would depend on a framework that is not in the library ([FrameworkFault]), and
// for input that contradicts itself or the framework ([InputError]). It joins all
// faults of the one kind or of the other. What the framework does not ask for is
// listed in the report.
//
// Audit keeps no state and may be called from many goroutines. The report shares
// slices with the framework and the register.
func Audit(f Framework, evidence []Evidence, ratings []Rating, o Options) (Report, error) {
	o = o.withDefaults()
	if faults := f.Check(); len(faults) > 0 {
		errs := make([]error, len(faults))
		for i, fault := range faults {
			errs[i] = fault
		}
		return Report{}, errors.Join(errs...)
	}
	a := &audit{f: f, o: o}
	if faults := a.unfollowed(); len(faults) > 0 {
		return Report{}, errors.Join(faults...)
	}
	a.ask()
	a.named, a.doubtful = a.byName()
	if faults := a.checkInput(evidence, ratings); len(faults) > 0 {
		return Report{}, errors.Join(faults...)
	}
	a.answers = a.sort(evidence, ratings)
	return a.report(), nil
}

func (a *audit) report() Report {
	r := Report{
		Schema: ReportSchema,
		Framework: FrameworkInfo{
			ID: a.f.ID, Version: a.f.Version, Digest: a.f.Digest(), Title: a.f.Title, Summary: a.f.Summary, Form: a.f.Form},
		Programme: a.o.Programme,
		At:        a.o.At,
		Level:     a.o.Level,
		Release:   a.o.Release.Name(),
	}
	if a.f.Form == FormLadder {
		r.Ladder = a.ladder()
	} else {
		r.Principles = a.principles()
	}
	r.Voices, r.Notices = a.voices(heard(r))
	if a.f.Form != FormLadder {
		a.withhold(&r)
		a.conclude(&r)
	}
	a.compare(&r)
	r.Agreement = a.agreement()
	a.agenda(&r)
	r.Missing = a.missing(r)
	r.Unused = a.unused()
	r.Sources = a.sources()
	return r
}
