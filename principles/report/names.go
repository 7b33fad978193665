package report

import "github.com/peersupport/peersupport/principles"

// mark is a standing as it is shown: by a word, and by a shape and colour that
// the class chooses. Neither ever stands without the word.
type mark struct {
	Word  string
	Class string
}

func markOf(s principles.Standing) mark { return mark{Word: standing(s), Class: class(s)} }

// standing returns the word for a standing.
func standing(s principles.Standing) string {
	switch s {
	case principles.Upheld:
		return "upheld"
	case principles.Partly:
		return "partly upheld"
	case principles.AtRisk:
		return "at risk"
	case principles.NotUpheld:
		return "not upheld"
	}
	return "not known"
}

func class(s principles.Standing) string {
	switch s {
	case principles.Upheld:
		return "upheld"
	case principles.Partly:
		return "partly"
	case principles.AtRisk:
		return "at-risk"
	case principles.NotUpheld:
		return "not-upheld"
	}
	return "not-known"
}

// items returns what the items of a framework are called, one and many.
func items(f principles.Form) (one, many string) {
	switch f {
	case principles.FormChallenges:
		return "challenge", "challenges"
	case principles.FormSteps:
		return "step", "steps"
	case principles.FormLadder:
		return "rung", "rungs"
	case principles.FormFactors:
		return "factor", "factors"
	case principles.FormAreas:
		return "area", "areas"
	case principles.FormCompetences:
		return "competence", "competences"
	}
	return "principle", "principles"
}

// kind returns what evidence of a kind is called.
func kind(k principles.Kind) string {
	switch k {
	case principles.Computed:
		return "counted"
	case principles.Rated:
		return "rated"
	case principles.Attested:
		return "attested"
	}
	return spaced(string(k))
}

// footing says how well something is founded.
func footing(c principles.Confidence) string {
	switch c {
	case principles.Stated:
		return "stated in a document that this library is founded on"
	case principles.Read:
		return "read in the publication"
	case principles.Secondary:
		return "read in a summary or copy"
	case principles.OwnReading:
		return "this library's own reading"
	}
	return "not checked against a source"
}

// figuresBy says where the figures of a criterion come from, or nothing for this
// library's own: most are, and the report says so once.
func figuresBy(c principles.Confidence) string {
	switch c {
	case principles.Stated, principles.Read:
		return ", figures of the source"
	case principles.Secondary:
		return ", figures from a summary or copy of the source"
	case principles.OwnReading:
		return ""
	}
	return ", figures not checked against a source"
}

// coefficient returns the name of a measure of agreement.
func coefficient(id string) string {
	switch id {
	case principles.CoefficientAlpha:
		return "Krippendorff's alpha for ordered ratings"
	case principles.CoefficientAC1:
		return "Gwet's AC1"
	}
	return spaced(id)
}

// side says on which side of power a voice stands.
func side(s principles.Side) string {
	switch s {
	case principles.Lived:
		return "those whom it is about"
	case principles.InCharge:
		return "those in charge"
	}
	return ""
}
