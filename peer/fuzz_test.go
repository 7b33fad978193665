package peer_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
)

func FuzzParseID(f *testing.F) {
	for _, text := range []string{"", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "80000000000000000000000000", "01arz3ndektsv4rrffq69g5fav", "\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		id, err := peer.ParseID(text)
		if err != nil {
			requireCode(t, peer.FaultID, err)
			require.True(t, id.IsZero())
			return
		}
		require.Equal(t, strings.ToUpper(text), id.String())
	})
}

func FuzzExternalID(f *testing.F) {
	for _, text := range []string{"", "Anne", "Zoe\u0308", "\u00df\u0301", "\u0399\u0308\u0301", "a\u200b", "\xc3\x28", "\u1f80\u0345", "Ａ"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		id := peer.ExternalID(text)
		require.Equal(t, id.Fold(), peer.ExternalID(id.Fold()).Fold())
		require.Equal(t, id.Normal(), peer.ExternalID(id.Normal()).Normal())
		require.Equal(t, id.Fold(), peer.ExternalID(id.Normal()).Fold(), "what is normal alike folds alike")
		if id.Valid() {
			require.NotContains(t, text, ",")
			require.Equal(t, strings.TrimSpace(text), text)
			org, err := peer.NewOrganisation([]peer.Person{{Key: id}}, nil, peer.OrganisationConfig{})
			require.NoError(t, err)
			require.Len(t, org.NodesAlike(peer.ExternalID(id.Fold())), 1)
		}
	})
}

func FuzzParseSlot(f *testing.F) {
	for _, text := range []string{"mon 09:00-12:00", "sun 00:00-24:00", "", "tue 9:00-12:00", "mon 09:00-", " -", "mon 23:59-24:00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := peer.ParseSlot(text)
		if err != nil {
			requireCode(t, peer.FaultSlot, err)
			require.Equal(t, peer.Slot{}, s)
			return
		}
		require.True(t, s.Valid())
		require.Equal(t, text, s.String())
		w, err := peer.Availability{Zone: "Asia/Kolkata", Slots: []peer.Slot{s}}.Week(mustDate(winter))
		require.NoError(t, err)
		require.LessOrEqual(t, w.Minutes(), s.Until-s.From)
	})
}

func FuzzParseDate(f *testing.F) {
	for _, text := range []string{"2026-02-28", "2026-02-30", "1900-01-01", "2200-12-31", "0000-00-00", "", "2026-2-3"} {
		f.Add(text, 1)
	}
	f.Fuzz(func(t *testing.T, text string, months int) {
		d, err := peer.ParseDate(text)
		if err != nil {
			requireCode(t, peer.FaultDate, err)
			return
		}
		require.Equal(t, text, d.String())
		require.Equal(t, d, peer.DateOf(d.Time().Add(23*time.Hour)))
		moved := d.AddMonths(months)
		require.False(t, moved.IsZero())
		require.Equal(t, months > 0 && moved != d, d.Before(moved))
	})
}

// The bytes of the input are people: each has a manager, a status and perhaps
// another record, and every fourth byte a relation.
func FuzzNewOrganisation(f *testing.F) {
	for _, seed := range []string{"", "\x00", "\x01\x00\x00", "\x00\x11\x22\x33\x44", "\xff\xfe\x80\x7f", "abcdefghijklmnop", "AaBbCc"} {
		f.Add([]byte(seed), false, int8(0))
	}
	f.Fuzz(func(t *testing.T, data []byte, flat bool, depth int8) {
		data = data[:min(len(data), 64)]
		name := func(n int) peer.ExternalID {
			return []peer.ExternalID{"", "a", "b", "c", "d", "e", "f", "g", "A", "é", "e\u0301", "É", "a,b", " a", "k", "\u212a"}[n&15]
		}
		people := make([]peer.Person, len(data))
		var rels []peer.Relation
		for i, b := range data {
			people[i] = peer.Person{Key: name(i), Manager: name(int(b)), Status: peer.Status(b >> 4 & 7)}
			if i%4 == 3 {
				people[i].SameAs = name(int(b >> 4))
				rels = append(rels, peer.Relation{Person: name(int(b)), Other: name(int(b >> 4)), Kind: peer.RelationKind(b >> 2 & 15)})
			}
		}
		cfg := peer.OrganisationConfig{Flat: flat, CaseSensitive: flat, MaxDepth: int(depth)}
		org, err := peer.NewOrganisation(people, rels, cfg)
		if err != nil {
			var faults peer.Faults
			require.ErrorAs(t, err, &faults)
			require.NotEmpty(t, faults)
			require.Nil(t, org)
			return
		}
		chart := org.On(mustDate(winter), 12)
		for a := range peer.Node(org.Len()) {
			for b := range peer.Node(org.Len()) {
				_, over := chart.Over(a, b, 0)
				require.True(t, over || !org.Above(a, b) || org.SamePerson(a, b), "the line is a line of authority")
				steps, joined := org.Distance(a, b)
				back, same := org.Distance(b, a)
				require.Equal(t, steps, back)
				require.Equal(t, joined, same)
			}
		}
	})
}
