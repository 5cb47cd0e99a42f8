"""The layers earth, water, coastline and river_labels."""
import math
import re
from collections import defaultdict

import shapely
from shapely.geometry import LineString

import tables
from geometry import (PIXEL, generalized_lines, generalized_polygon, lines_of, merged, polygons_of, project,
                      project_point, scaled, shores)
from tiles import LABEL_ZOOM, MAX_ZOOM, zooms_from

FINE = range(3, MAX_ZOOM + 1)  # the zooms drawn from the 1:10m files; those before from 1:50m

# By tile zoom: lakes and rivers are shown, and rivers named, up to this Natural Earth scalerank.
LAKES = {1: 0, 2: 1, 3: 3, 4: 5, 5: 7, 6: 9}
RIVERS = {1: 1, 2: 3, 3: 5, 4: 7, 5: 9, 6: 12}
RIVER_NAMES = {3: 3, 4: 6, 5: 7, 6: 12}

LAKE_KINDS = {"Lake", "Reservoir", "Alkaline Lake"}


def add_land(tiles, sources):
    for file, zooms in (("50m/ne_50m_land", (0, 1, 2)), ("10m/ne_10m_land", FINE)):
        land = [polygon for shape, _ in sources.natural_earth(file)
                for polygon in polygons_of(project(shapely.make_valid(shape)))]
        for zoom in zooms:
            _add_ground(tiles, "earth", "earth", "coastline", zoom, land)


def add_lakes(tiles, sources):
    for file, zooms in (("50m/ne_50m_ocean", (1, 2)), ("10m/ne_10m_ocean", FINE)):
        lakes = [(fields["scaleran_2"], _cleaned(fields["name"]), project(shapely.make_valid(shape)))
                 for shape, fields in sources.natural_earth(file) if fields["featurec_2"] in LAKE_KINDS]
        for zoom in zooms:
            shown = [polygon for rank, _, shape in lakes if rank is not None and rank <= LAKES[zoom]
                     for polygon in polygons_of(shape)]
            _add_ground(tiles, "water", "lake", "lake", zoom, shown)
    for rank, name, shape in lakes:
        if name in tables.LAKE_NAMES:
            _add_lake_name(tiles, rank, *tables.LAKE_NAMES[name], shape)


def _add_ground(tiles, layer, kind, shore_kind, zoom, polygons):
    """Filled ground with its shore. The fills are drawn with hard edges, so the style draws the smooth shores over
    them; in a compressed tile the same numbers a second time cost next to nothing."""
    ground = [part for polygon in polygons for part in generalized_polygon(scaled(polygon, zoom), zoom)]
    tiles.add_polygons(layer, zoom, ground, {"kind": kind})
    tiles.add_lines("coastline", zoom, shores(ground, zoom), {"kind": shore_kind})


def _add_lake_name(tiles, rank, name, chinese, shape):
    """Writes the name in the widest part of the lake, from the zoom at which it is about as wide as the name."""
    largest = max(polygons_of(shape), key=lambda polygon: polygon.area)
    point = shapely.maximum_inscribed_circle(largest, tolerance=largest.length / 500).coords[0]
    pixels = math.sqrt(largest.area) * 512
    first = max(3, math.ceil(math.log2(max(24.0, 4.0 * len(name)) / pixels)))
    if first <= LABEL_ZOOM:
        properties = {"kind": "lake", "name": name, "name:zh": chinese, "min_zoom": first}
        for zoom in zooms_from(first):
            tiles.add_label("water", zoom, point, properties, (1, rank, name))


def add_seas(tiles):
    for name, chinese, longitude, latitude, first, kind in tables.SEAS:
        properties = {"kind": kind, "name": name, "name:zh": chinese, "min_zoom": first}
        for zoom in zooms_from(first):
            tiles.add_label("water", zoom, project_point(longitude, latitude), properties, (0, first, name))


def add_rivers(tiles, sources):
    for scale, zooms in (("50m", (1, 2)), ("10m", FINE)):
        rivers = [(int(fields["scalerank"]), fields["name"], project(shape))
                  for shape, fields in sources.natural_earth(f"{scale}/ne_{scale}_rivers_lake_centerlines")
                  if fields["scalerank"] is not None]
        for zoom in zooms:
            by_rank, by_name = defaultdict(list), defaultdict(list)
            for rank, name, shape in rivers:
                if rank <= RIVERS[zoom]:
                    lines = lines_of(scaled(shape, zoom))
                    by_rank[rank] += lines
                    if name and zoom in RIVER_NAMES:
                        by_name[rank, name] += lines
            for rank, lines in sorted(by_rank.items(), reverse=True):
                properties = {"kind": "river", "rank": rank}
                tiles.add_lines("water", zoom, generalized_lines(lines, zoom), properties, (2, -rank))
            for (rank, name), lines in sorted(by_name.items()):
                if rank <= RIVER_NAMES[zoom]:
                    _add_river_names(tiles, zoom, rank, name, lines)


def _add_river_names(tiles, zoom, rank, raw_name, lines):
    """Writes a river's name beside its nearly straight stretches, a few hundred pixels apart."""
    name, chinese = tables.RIVERS.get(raw_name, (_cleaned(raw_name), None))
    if not name:
        return
    length = max(len(name) * 6.4, len(chinese or "") * 12.5) * PIXEL + 6 * PIXEL
    properties = {"kind": "river_label", "name": name, "name:zh": chinese, "rank": rank}
    for line in merged(lines):
        # Smoothed first: the bends are smaller than the letters.
        line = line.simplify(2.0 * PIXEL, preserve_topology=False)
        if line.length < length * 1.3:
            continue
        taken = []
        for _, position, start, end in sorted(_straight_stretches(line, length)):
            if len(taken) < 6 and all(abs(position - other) > 420 * PIXEL for other in taken):
                taken.append(position)
                tiles.add_baseline("river_labels", zoom, *_beside(start, end), properties, (rank, name))


def _straight_stretches(line, length):
    """The (stray, position, start, end) of every stretch that stays within 5 pixels of a straight line."""
    step = 8 * PIXEL
    for i in range(int((line.length - length) // step) + 1):
        position = i * step
        start, end = line.interpolate(position), line.interpolate(position + length)
        if start.distance(end) < length * 0.93:
            continue
        chord = LineString([start, end])
        stray = max(chord.distance(line.interpolate(position + length * part)) for part in (0.2, 0.4, 0.6, 0.8))
        if stray < 5 * PIXEL:
            yield stray, position, (start.x, start.y), (end.x, end.y)


def _beside(start, end):
    """The stretch from left to right, moved off the river, and longer: the renderer wants the text to fit with room."""
    if start[0] > end[0]:
        start, end = end, start
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    across, along = 6.5 * PIXEL, 8 * PIXEL
    off_x, off_y = dy / length * across, -dx / length * across
    more_x, more_y = dx / length * along, dy / length * along
    return ((start[0] + off_x - more_x, start[1] + off_y - more_y),
            (end[0] + off_x + more_x, end[1] + off_y + more_y))


def _cleaned(name):
    """A Natural Earth name without its remarks in brackets and the marks of letters lost in the file."""
    return re.sub(r"\s*\(.*?\)", "", (name or "").replace("?", "").replace("\x00", "")).strip() or None
