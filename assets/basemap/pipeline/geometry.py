"""Shapes on their way into tiles: projected, simplified for a zoom, cut at tile edges, rounded to whole units.

Units: degrees, then web mercator in [0, 1] with y down, then "units" of a zoom: 4096 to a tile, counted from the map's
north-west corner.
"""
import math

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon, box

from mvt import EXTENT

BUFFER = 64                     # units a tile holds beyond its edges, so that lines do not end there
PIXEL = EXTENT / 512            # units; a tile is drawn 512 pixels wide
MAX_LATITUDE = 85.0511287798066  # where the square map ends

# By tile zoom: how far a simplified line may stray, in pixels, and the smallest ring kept, in square pixels.
TOLERANCE = {0: 0.5, 1: 0.5, 2: 0.5, 3: 0.5, 4: 0.5, 5: 0.45, 6: 0.25}
MIN_AREA = {0: 3.0, 1: 3.0, 2: 2.5, 3: 2.5, 4: 2.0, 5: 1.5, 6: 0.6}


def project(shape):
    """Degrees to web mercator."""
    def mercator(points):
        longitude, latitude = points[:, 0], np.clip(points[:, 1], -MAX_LATITUDE, MAX_LATITUDE)
        sine = np.sin(np.radians(latitude))
        return np.column_stack([longitude / 360 + 0.5, 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * math.pi)])
    return shapely.transform(shape, mercator)


def project_point(longitude, latitude):
    sine = math.sin(math.radians(max(-MAX_LATITUDE, min(MAX_LATITUDE, latitude))))
    return longitude / 360 + 0.5, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def scaled(shape, zoom):
    """Web mercator to units of a zoom."""
    side = EXTENT * 2 ** zoom
    return shapely.transform(shape, lambda points: points * side)


def polygons_of(shape):
    return _parts(shape, "Polygon")


def lines_of(shape):
    return _parts(shape, "LineString")


def _parts(shape, kind):
    if shape.is_empty:
        return []
    return [p for p in shapely.get_parts(shapely.get_parts(shape)) if p.geom_type == kind and not p.is_empty]


def merged(lines):
    """The same lines, joined where exactly two ends meet."""
    return lines_of(shapely.line_merge(shapely.MultiLineString(lines)))


def generalized_polygon(polygon, zoom):
    """The polygons left of one in units of a zoom, without detail too small to see there."""
    limit = MIN_AREA[zoom] * PIXEL * PIXEL
    if polygon.area < limit:
        return []
    polygon = Polygon(polygon.exterior, [ring for ring in polygon.interiors if Polygon(ring).area >= limit])
    polygon = polygon.simplify(TOLERANCE[zoom] * PIXEL, preserve_topology=True)
    if not polygon.is_valid:
        polygon = shapely.make_valid(polygon)
    return [part for part in polygons_of(polygon) if part.area >= limit / 2]


def generalized_lines(lines, zoom):
    simplified = (line.simplify(TOLERANCE[zoom] * PIXEL, preserve_topology=False) for line in merged(lines))
    return [line for line in simplified if line.length >= PIXEL]


def shores(polygons, zoom):
    """The polygons' rings, without the edges that only exist because the map is cut at 180° and at the poles."""
    side = EXTENT * 2 ** zoom
    lines = []
    for polygon in polygons:
        for ring in (polygon.exterior, *polygon.interiors):
            points = np.asarray(ring.coords)
            on_edge = np.zeros(len(points) - 1, bool)
            for axis in (0, 1):
                for edge in (0, side):
                    near = np.abs(points[:, axis] - edge) < PIXEL * 0.6
                    on_edge |= near[1:] & near[:-1]
            run = [points[0]]
            for point, cut in zip(points[1:], on_edge):
                if cut:
                    lines.append(run)
                    run = []
                run.append(point)
            lines.append(run)
    return [LineString(line) for line in lines if len(line) > 1]


def for_each_tile(shapes, zoom, emit, tile=(0, 0, 0)):
    """Calls emit(x, y, clipped shapes) for every tile of the zoom that the shapes touch.

    Cuts them down zoom by zoom, so that each tile is cut out of its parent's few shapes and not out of the world's.
    """
    if not shapes:
        return
    z, x, y = tile
    size = EXTENT * 2 ** (zoom - z)
    west, north = x * size, y * size
    shapes = clipped(shapes, (west - BUFFER, north - BUFFER, west + size + BUFFER, north + size + BUFFER))
    if not shapes:
        return
    if z == zoom:
        emit(x, y, shapes)
        return
    for dy in (0, 1):
        for dx in (0, 1):
            for_each_tile(shapes, zoom, emit, (z + 1, x * 2 + dx, y * 2 + dy))


def clipped(shapes, bounds):
    """Cuts with GEOS's fast rectangle clip, and with the exact overlay where that comes out invalid."""
    west, north, east, south = bounds
    shapes = np.array(shapes, dtype=object)
    extents = shapely.bounds(shapes)
    touching = ((extents[:, 0] <= east) & (extents[:, 2] >= west) & (extents[:, 1] <= south) & (extents[:, 3] >= north))
    shapes, extents = shapes[touching], extents[touching]
    if not len(shapes):
        return []
    whole = ((extents[:, 0] >= west) & (extents[:, 2] <= east) & (extents[:, 1] >= north) & (extents[:, 3] <= south))
    out = list(shapes[whole])
    for shape in shapes[~whole]:
        part = shapely.clip_by_rect(shape, *bounds)
        if shape.geom_type == "Polygon" and not part.is_valid:
            part = shape.intersection(box(*bounds))
        out += _parts(part, shape.geom_type)
    return out


def tile_polygons(polygons, x, y):
    """Polygons as a tile stores them: outer rings clockwise on the screen, holes the other way."""
    out = []
    for polygon in polygons:
        outer = _rounded(polygon.exterior.coords, x, y, closed=True)
        if len(outer) < 3 or _signed_area(outer) == 0:
            continue
        rings = [outer if _signed_area(outer) > 0 else outer[::-1]]
        for interior in polygon.interiors:
            hole = _rounded(interior.coords, x, y, closed=True)
            if len(hole) >= 3 and _signed_area(hole) != 0:
                rings.append(hole if _signed_area(hole) < 0 else hole[::-1])
        out.append(rings)
    return sorted(out)


def tile_lines(lines, x, y):
    lines = merged(lines) if len(lines) > 1 else lines
    rounded = (_rounded(line.coords, x, y, closed=False) for line in lines)
    return sorted(points for points in rounded if len(points) > 1)


def _rounded(coordinates, x, y, closed):
    """Whole units from the tile's corner, without repeated points and without those inside a straight run."""
    grid = np.rint(np.asarray(coordinates)[:, :2] - (x * EXTENT, y * EXTENT)).astype(int)
    moved = np.ones(len(grid), bool)
    moved[1:] = np.any(grid[1:] != grid[:-1], axis=1)
    points = [tuple(map(int, point)) for point in grid[moved]]
    if closed and len(points) > 1 and points[0] == points[-1]:
        points.pop()
    count = len(points)
    if count <= 3:
        return points
    ends = () if closed else (0, count - 1)
    return [point for i, point in enumerate(points)
            if i in ends or not _straight(points[i - 1], point, points[(i + 1) % count])]


def _straight(before, point, after):
    in_x, in_y = point[0] - before[0], point[1] - before[1]
    out_x, out_y = after[0] - point[0], after[1] - point[1]
    return in_x * out_y == in_y * out_x and in_x * out_x + in_y * out_y > 0


def _signed_area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))
