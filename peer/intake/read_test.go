package intake_test

import (
	"errors"
	"fmt"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/intake"
	"github.com/peersupport/peersupport/peer/tabular"
)

// demand is the rows of the three files below their headers.
type demand struct {
	requests, supporters, history string
}

func (d demand) files() intake.Files {
	f := intake.Files{
		Requests:   file("requests.csv", "request_id,person_id,asked_on,preferred,not_wanted\n"+d.requests),
		Supporters: file("supporters.csv", "person_id,capacity,not_paired_with\n"+d.supporters),
	}
	if d.history != "" {
		f.History = file("history.csv", "request_person_id,supporter_person_id,from\n"+d.history)
	}
	return f
}

const (
	oneRequest   = "R1,chi,2026-03-01,,\n"
	oneSupporter = "dee,1,\n"
)

func TestReadHoldsFilesAgainstTheOrganisation(t *testing.T) {
	for name, c := range map[string]struct {
		demand demand
		want   place
	}{
		"an unknown seeker": {demand{"R1,zoe,2026-03-01,,\n", oneSupporter, ""},
			place{"requests.csv", 2, 2, peer.FaultPersonUnknown}},
		"a seeker in another case": {demand{"R1,CHI,2026-03-01,,\n", oneSupporter, ""},
			place{"requests.csv", 2, 2, peer.FaultIDCase}},
		"two requests of one person": {demand{"R1,chi,2026-03-01,,\nR2,chi,2026-03-02,,\n", oneSupporter, ""},
			place{"requests.csv", 3, 2, peer.FaultSecondRequest}},
		"two requests by two accounts": {demand{"R1,ben,2026-03-01,,\nR2,ben2,2026-03-02,,\n", oneSupporter, ""},
			place{"requests.csv", 3, 2, peer.FaultSecondRequest}},
		"an unknown supporter": {demand{oneRequest, "zoe,1,\n", ""},
			place{"supporters.csv", 2, 1, peer.FaultPersonUnknown}},
		"a supporter in another case": {demand{oneRequest, "Dee,1,\n", ""},
			place{"supporters.csv", 2, 1, peer.FaultIDCase}},
		"a supporter twice": {demand{oneRequest, "dee,1,\ndee,2,\n", ""},
			place{"supporters.csv", 3, 1, peer.FaultSecondSupporter}},
		"a supporter by two accounts": {demand{oneRequest, "ben,1,\nben2,2,\n", ""},
			place{"supporters.csv", 3, 1, peer.FaultSecondSupporter}},
		"a past supporter in another case": {demand{oneRequest, oneSupporter, "chi,DEE,2025-01-01\n"},
			place{"history.csv", 2, 2, peer.FaultIDCase}},
	} {
		t.Run(name, func(t *testing.T) {
			got, _, err := intake.Read(c.demand.files(), company(t), intake.Options{})
			require.Equal(t, intake.Demand{}, got)
			require.Equal(t, []place{c.want}, places(err))
		})
	}
}

func TestReadWarnsWhereTheRoundCanGoOn(t *testing.T) {
	for name, c := range map[string]struct {
		demand demand
		want   []place
	}{
		"an unknown veto": {demand{"R1,chi,2026-03-01,,zoe|dee|yan\n", oneSupporter, ""},
			[]place{{"requests.csv", 2, 5, peer.FaultPersonUnknown}}},
		"a veto in another case": {demand{"R1,chi,2026-03-01,,DEE\n", "dee,1,CHI\n", ""}, nil},
		"an unknown preference": {demand{"R1,chi,2026-03-01,zoe,\n", oneSupporter, ""},
			[]place{{"requests.csv", 2, 4, peer.FaultPersonUnknown}}},
		"a preference in another case": {demand{"R1,chi,2026-03-01,DEE,\n", oneSupporter, ""},
			[]place{{"requests.csv", 2, 4, peer.FaultIDCase}}},
		"an unknown veto of a supporter": {demand{oneRequest, "dee,1,zoe\n", ""},
			[]place{{"supporters.csv", 2, 3, peer.FaultPersonUnknown}}},
		"an unknown past pair": {demand{oneRequest, oneSupporter, "zoe,yan,2025-01-01\n"},
			[]place{{"history.csv", 2, 1, peer.FaultPersonUnknown}, {"history.csv", 2, 2, peer.FaultPersonUnknown}}},
		"a seeker who has left": {demand{"R1,eve,2026-03-01,,\n", oneSupporter, ""},
			[]place{{"requests.csv", 2, 2, intake.FaultLeft}}},
		"no supporters": {demand{oneRequest, "", ""},
			[]place{{"supporters.csv", 1, 1, tabular.FaultNoRows}}},
	} {
		t.Run(name, func(t *testing.T) {
			_, report, err := intake.Read(c.demand.files(), company(t), intake.Options{})
			require.NoError(t, err)
			require.Equal(t, c.want, places(report.Warnings))
		})
	}
}

func TestReadRemarksOnSupportersWhoHaveLeft(t *testing.T) {
	got, report, err := intake.Read(demand{oneRequest, "dee,2,\neve,3,\n", ""}.files(), company(t), intake.Options{})

	require.NoError(t, err)
	require.Equal(t, 2, got.Supporters[0].Capacity)
	require.Equal(t, 3, got.Supporters[1].Capacity, "the rule about who is present keeps them out, not a changed number")
	require.Equal(t, []place{{"supporters.csv", 3, 1, intake.FaultLeft}}, places(report.Warnings))
}

func TestReadFindsTheFaultsOfAllFilesInOneRun(t *testing.T) {
	_, _, err := intake.Read(demand{
		"R1,zoe,soon,,\nR2,chi\n", "dee,many,\nzoe,1,\n", "chi,DEE,\n",
	}.files(), company(t), intake.Options{})

	require.Equal(t, []place{
		{"requests.csv", 2, 2, peer.FaultPersonUnknown},
		{"requests.csv", 2, 3, peer.FaultDate},
		{"requests.csv", 3, 3, tabular.FaultFieldCount},
		{"supporters.csv", 2, 2, intake.FaultNumber},
		{"supporters.csv", 3, 1, peer.FaultPersonUnknown},
		{"history.csv", 2, 2, peer.FaultIDCase},
		{"history.csv", 2, 3, peer.FaultRequired},
	}, places(err))
}

func TestReadPassesOnTheErrorOfAStream(t *testing.T) {
	broken := errors.New("the line is cut")
	files := demand{oneRequest, oneSupporter, ""}.files()
	files.History = tabular.File{Name: "history.csv", Reader: iotest.ErrReader(broken)}

	_, _, err := intake.Read(files, company(t), intake.Options{})
	require.ErrorIs(t, err, broken)
}

func TestReadRefusesUnknownColumnsWhenStrict(t *testing.T) {
	_, _, err := intake.ReadHistory(file("history.csv",
		"request_person_id,supporter_person_id,from,notes\nchi,ben,2025-01-01,x\n"), intake.Options{Strict: true})

	require.Equal(t, []place{{"history.csv", 1, 4, tabular.FaultColumnUnknown}}, places(err))
}

func TestNothingThatWasTypedIsInFaultsOrReport(t *testing.T) {
	const canary = "kanarie"
	head := "request_id,person_id,asked_on,experiences,attributes,languages,modes,availability,timezone," +
		"journey,journey_wish,preferred,not_wanted,consent,release\nR1,"
	for name, row := range map[string]string{
		"malformed": canary + ",2026,=" + canary + "," + canary + "," + canary + "-," + canary + "," + canary + "," +
			canary + "," + canary + "," + canary + ",\"" + canary + ",\",\"" + canary + ",\"," + canary + "," + canary,
		"unknown people": canary + ",2026-01-01,,,,,,,,," + canary + "," + canary + ",,",
		"a control sign": "chi,2026-01-01," + canary + "\x01,,,,,,,,,,,",
	} {
		t.Run(name, func(t *testing.T) {
			_, report, err := intake.Read(intake.Files{
				Requests:   file("requests.csv", head+row+"\n"),
				Supporters: file("supporters.csv", "person_id,capacity,trained_until\n"+canary+","+canary+","+canary+"\n"),
				History:    file("history.csv", "request_person_id,supporter_person_id,from,ended_by\n"+canary+","+canary+","+canary+","+canary+"\n"),
			}, company(t), intake.Options{})
			require.Error(t, err)
			require.NotContains(t, fmt.Sprintf("%v %+v %#v", err, report, err), canary)
		})
	}
}
