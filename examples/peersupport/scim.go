package main

import (
	"errors"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
	"github.com/peersupport/peersupport/peer/tabular"
)

func readSCIM(_ terminal, _, _ tabular.File, _ hris.Options) (*peer.Organisation, error) {
	return nil, errors.New("not yet")
}
