package peer_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
)

func TestItemValid(t *testing.T) {
	long := strings.Repeat("é", peer.MaxTag)
	for _, i := range append(peer.Kinds(),
		"experience:bereavement", "experience:post-natal depression", "experience:C.F.S./M.E. (long)", "attribute:gender",
		"attribute:gender=woman", "language:zh-Hant", "mode:online", "experience:हिन्दी",
		peer.ExperienceItem(long), peer.AttributeItem(long, long),
	) {
		require.True(t, i.Valid(), "%q", i)
	}
	for _, i := range []peer.Item{
		"", ":", "experience:", "Experience", "experiences", "experience: x", "experience:x ", "experience:a=b", "experience:a:b",
		"attribute:", "attribute:=woman", "attribute:gender=", "attribute:a=b=c", "language:a=b", "mode:", "availability:x",
		"journey:3", "preferred:p1", "experience:a,b", "experience:a\"b", "experience:a|b", "experience:a\nb", "experience:\xff",
		"experience:<script>", "experience:a\u200bb", peer.ExperienceItem(long + "x"), peer.AttributeItem(long+"x", "y"),
		peer.AttributeItem("x", long+"y"),
	} {
		require.False(t, i.Valid(), "%q", i)
	}
}

func TestItemCovers(t *testing.T) {
	for _, c := range []struct {
		leave, item peer.Item
		want        bool
	}{
		{"experience", "experience:grief", true},
		{"experience:grief", "experience:grief", true},
		{"experience:grief", "experience", false},
		{"experience:grief", "experience:grief counselling", false},
		{"experience:grief", "experience:griefs", false},
		{"attribute", "attribute:gender=woman", true},
		{"attribute:gender", "attribute:gender=woman", true},
		{"attribute:gender=woman", "attribute:gender=woman", true},
		{"attribute:gender=woman", "attribute:gender=man", false},
		{"attribute:gender=woman", "attribute:gender", false},
		{"attribute:gen", "attribute:gender=woman", false},
		{"language:en", "language:en-GB", false},
		{"journey", "journey", true},
		{"journey", "availability", false},
		{"", "experience:grief", false},
	} {
		require.Equal(t, c.want, c.leave.Covers(c.item), "%q covers %q", c.leave, c.item)
	}
}

func TestConsentEnds(t *testing.T) {
	terms := peer.Terms{Matching: []peer.Consent{{Item: "experience", Until: day(t, "2026-02-01")}, {Item: "journey"}}}
	for _, c := range []struct {
		item peer.Item
		at   string
		want bool
	}{
		{"experience:grief", "2026-01-31", true},
		{"experience:grief", "2026-02-01", false},
		{"journey", "2200-12-31", true},
		{"availability", "2026-01-01", false},
	} {
		require.Equal(t, c.want, terms.ForMatching(c.item, day(t, c.at)), "%v", c)
		require.False(t, terms.ForRelease(c.item, day(t, c.at)), "nothing is released without leave")
	}
	require.False(t, terms.ForMatching("experience", peer.Date{}), "on no date a leave that ends does not hold")
	require.True(t, terms.ForMatching("journey", peer.Date{}))
}
