package intake_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/intake"
)

func TestASupporterIsReadWithAllTheySay(t *testing.T) {
	supporters, _, err := intake.ReadSupporters(file("supporters.csv", ""+
		"person_id;capacity;experiences;attributes;languages;modes;availability;timezone;journey;"+
		"trained_until;paused_until;target_load;not_paired_with;consent;release\n"+
		"ben;3;bereavement | burnout;gender:woman|faith:sikh;en;in_person;fri 08:00-09:00;;5;"+
		"2027-06-30;2026-02-01;2;chi;experience;language\n"), intake.Options{})

	require.NoError(t, err)
	require.Len(t, supporters, 1)
	s := supporters[0]
	require.Equal(t, peer.ExternalID("ben"), s.Person)
	require.Equal(t, []int{3, 2}, []int{s.Capacity, s.TargetLoad})
	require.Equal(t, []peer.Date{date(t, "2027-06-30"), date(t, "2026-02-01")}, []peer.Date{s.TrainedUntil, s.PausedUntil})
	require.Equal(t, peer.Offers{
		Experiences:   []string{"bereavement", "burnout"},
		Attributes:    []peer.Attribute{{Name: "gender", Value: "woman"}, {Name: "faith", Value: "sikh"}},
		Languages:     []string{"en"},
		Modes:         []peer.Mode{peer.InPerson},
		Availability:  peer.Availability{Slots: []peer.Slot{{Day: 5, From: 480, Until: 540}}},
		Stage:         5,
		NotPairedWith: []peer.ExternalID{"chi"},
	}, s.Offers.Reveal())
	require.Equal(t, peer.Terms{
		Matching: []peer.Consent{{Item: "experience"}}, Release: []peer.Consent{{Item: "language"}},
	}, s.Terms.Reveal())
}

func TestASupporterWithoutATrainingDateIsNotTrained(t *testing.T) {
	supporters, _, err := intake.ReadSupporters(file("supporters.csv", "person_id,capacity\nben,0\n"), intake.Options{})

	require.NoError(t, err)
	require.False(t, supporters[0].Trained(date(t, "2026-01-01")))
}

func TestFaultsOfASupporterStandAtTheirField(t *testing.T) {
	for name, c := range map[string]struct {
		column, field string
		want          peer.FaultCode
	}{
		"no tag":              {"experiences", "burnout|", peer.FaultItem},
		"a weight":            {"experiences", "burnout=2", peer.FaultItem},
		"a must":              {"attributes", "gender:woman!", peer.FaultItem},
		"no value":            {"attributes", "gender:", peer.FaultItem},
		"a repeated language": {"languages", "en|en", peer.FaultRepeated},
		"a target in words":   {"target_load", "few", intake.FaultNumber},
		"too high a target":   {"target_load", "1000001", peer.FaultRange},
		"no training date":    {"trained_until", "always", peer.FaultDate},
		"no pause date":       {"paused_until", "2026-13-01", peer.FaultDate},
		"no id":               {"not_paired_with", `"ben|a,b"`, peer.FaultID},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := intake.ReadSupporters(file("supporters.csv",
				"person_id,capacity,"+c.column+"\nben,1,"+c.field+"\n"), intake.Options{})
			require.Equal(t, []place{{"supporters.csv", 2, 3, c.want}}, places(err))
		})
	}
}

func TestASupporterIsListedOnce(t *testing.T) {
	_, _, err := intake.ReadSupporters(file("supporters.csv", "person_id,capacity\nben,1\nchi,1\nben,2\n"), intake.Options{})

	require.Equal(t, []place{{"supporters.csv", 4, 1, peer.FaultSecondSupporter}}, places(err))
}

func TestAHistoryIsRead(t *testing.T) {
	history, _, err := intake.ReadHistory(file("history.csv", ""+
		"request_person_id,supporter_person_id,from,until,ended_by\n"+
		"chi,ben,2025-01-01,2025-06-01,planned\n"+
		"dee,ben,2025-02-01,,\n"), intake.Options{})

	require.NoError(t, err)
	require.Len(t, history, 2)
	require.Equal(t, peer.ExternalID("chi"), history[0].Seeker)
	require.Equal(t, peer.ExternalID("ben"), history[0].Supporter)
	require.Equal(t, peer.Interval{From: date(t, "2025-01-01"), Until: date(t, "2025-06-01")}, history[0].During)
	require.Equal(t, peer.EndedAsPlanned, history[0].EndedBy.Reveal())
	require.True(t, history[1].Open(date(t, "2026-01-01")))
}

func TestFaultsOfAHistoryStandAtTheirField(t *testing.T) {
	_, _, err := intake.ReadHistory(file("history.csv", ""+
		"request_person_id,supporter_person_id,from,until,ended_by\n"+
		",\"b\"\"n\",,2025-06-01,fate\n"+
		"chi,ben,2025-06-02,2025-06-01,\n"), intake.Options{})

	require.Equal(t, []place{
		{"history.csv", 2, 1, peer.FaultIDMissing},
		{"history.csv", 2, 2, peer.FaultID},
		{"history.csv", 2, 3, peer.FaultRequired},
		{"history.csv", 2, 5, peer.FaultEndedBy},
		{"history.csv", 3, 4, peer.FaultInterval},
	}, places(err))
}
