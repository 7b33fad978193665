package matching

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"

	"github.com/peersupport/peersupport/matching/assign"
)

// publicKey keys the order of ties in a round without a seed. It is no secret:
// whoever knows it can foresee how ties fall, and the plan says so.
const publicKey = "peersupport/tie-break/public/v1"

// commitmentLabel keeps a commitment to a seed from being mistaken for, or
// used as, anything else.
const commitmentLabel = "peersupport/tie-break/commitment/v1"

// TieBreak says in a plan how ties were broken.
type TieBreak struct {
	Method string `json:"method"` // hmac-sha256
	// PublicKey is the key of a round without a seed.
	PublicKey string `json:"public_key,omitempty"`
	// Commitment is the SHA-256 of a label and the secret seed: it lets an
	// auditor who is later given the seed check that it was this one.
	Commitment string `json:"commitment,omitempty"`
}

func tieBreakOf(seed []byte) TieBreak {
	t := TieBreak{Method: "hmac-sha256"}
	if len(seed) == 0 {
		t.PublicKey = publicKey
		return t
	}
	sum := sha256.Sum256(append([]byte(commitmentLabel), seed...))
	t.Commitment = hex.EncodeToString(sum[:])
	return t
}

// tieBreak orders ties by an HMAC of the ids as the input names them, each
// with its length in front, so that no two pairs of ids read the same.
func (p *Pool) tieBreak() assign.TieBreak {
	key := p.round.Seed
	if len(key) == 0 {
		key = []byte(publicKey)
	}
	mac := hmac.New(sha256.New, key)
	var message, sum []byte
	return func(counter, row, col int) uint64 {
		mac.Reset()
		message = binary.BigEndian.AppendUint32(message[:0], uint32(counter)) //nolint:gosec // a handful of rungs
		message = appendText(message, string(p.asks[row].request.Key))
		message = appendText(message, string(p.gives[col].supporter.Person))
		mac.Write(message)
		sum = mac.Sum(sum[:0])
		return binary.BigEndian.Uint64(sum)
	}
}

func appendText(b []byte, text string) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(text))) //nolint:gosec // ids are short
	return append(b, text...)
}
