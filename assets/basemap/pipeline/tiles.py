"""The tiles under way, and the PMTiles archive they become."""
import functools
import gzip
from collections import Counter, defaultdict
from unittest import mock

from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

import mvt
from geometry import MAX_LATITUDE, for_each_tile, tile_lines, tile_polygons
from mvt import EXTENT, LINE, POINT, POLYGON

MAX_ZOOM = 6    # of tiles; walkers draws a 512-pixel tile of zoom 6 at map zoom 7, and larger beyond
LABEL_ZOOM = 8  # names first shown up to this zoom are in the tiles of zoom 6; the map's style holds them back
LAYERS = ("earth", "water", "coastline", "boundaries", "river_labels", "places")

_compressed = functools.partial(gzip.compress, mtime=0)  # without the time of day in its header


def zooms_from(first):
    """The zooms whose tiles hold something first shown at `first`."""
    return range(min(first, MAX_ZOOM), MAX_ZOOM + 1)


class Tiles:
    """Features by tile and layer. `order` is a tuple: it sorts a layer, lowest drawn first."""

    def __init__(self):
        self._layers = defaultdict(lambda: defaultdict(list))

    def add_polygons(self, layer, zoom, polygons, properties):
        def emit(x, y, shapes):
            if parts := tile_polygons(shapes, x, y):
                self._add(layer, (zoom, x, y), (0,), POLYGON, parts, properties)
        for_each_tile(polygons, zoom, emit)

    def add_lines(self, layer, zoom, lines, properties, order=(0,)):
        def emit(x, y, shapes):
            if parts := tile_lines(shapes, x, y):
                self._add(layer, (zoom, x, y), order, LINE, parts, properties)
        for_each_tile(lines, zoom, emit)

    def add_label(self, layer, zoom, point, properties, order):
        """A name at a point, in one tile only: in two it would be written twice."""
        count = 2 ** zoom
        x, y = (min(count - 1, int(value * count)) for value in point)
        at = (int(point[0] * count * EXTENT) - x * EXTENT, int(point[1] * count * EXTENT) - y * EXTENT)
        self._add(layer, (zoom, x, y), order, POINT, [at], properties)

    def add_baseline(self, layer, zoom, start, end, properties, order):
        """A straight line to write a name along, whole, in the tile that holds its middle."""
        x, y = (int((a + b) / 2 // EXTENT) for a, b in zip(start, end))
        if 0 <= x < 2 ** zoom and 0 <= y < 2 ** zoom:
            line = [(round(px - x * EXTENT), round(py - y * EXTENT)) for px, py in (start, end)]
            self._add(layer, (zoom, x, y), order, LINE, [line], properties)

    def _add(self, layer, tile, order, kind, parts, properties):
        self._layers[tile][layer].append((order, kind, parts, properties))

    def write(self, path):
        """Writes the archive, every tile of every zoom in it, and prints what each zoom weighs."""
        empty = mvt.layer("earth", [])
        archive, bytes_of_zoom = {}, Counter()
        for zoom in range(MAX_ZOOM + 1):
            for x in range(2 ** zoom):
                for y in range(2 ** zoom):
                    tile = _compressed(self._encoded((zoom, x, y)) or empty)
                    archive[zxy_to_tileid(zoom, x, y)] = tile
                    bytes_of_zoom[zoom] += len(tile)
        # The writer compresses its own parts by `gzip.compress`, which would put the time of day into the file.
        with open(path, "wb") as file, mock.patch.object(gzip, "compress", _compressed):
            writer = Writer(file)
            for tile_id, tile in sorted(archive.items()):
                writer.write_tile(tile_id, tile)
            writer.finalize(_header(), _metadata())
        for zoom, size in bytes_of_zoom.items():
            print(f"zoom {zoom}: {4 ** zoom} tiles, {size} bytes")

    def _encoded(self, tile):
        layers = self._layers.get(tile, {})
        out = b""
        for name in LAYERS:
            if features := sorted(layers.get(name, []), key=lambda feature: feature[:2]):
                out += mvt.layer(name, [feature[1:] for feature in features])
        return out


def _header():
    def e7(degrees):
        return int(degrees * 10_000_000)
    return {
        "tile_type": TileType.MVT, "tile_compression": Compression.GZIP, "min_zoom": 0, "max_zoom": MAX_ZOOM,
        "min_lon_e7": e7(-180), "min_lat_e7": e7(-MAX_LATITUDE), "max_lon_e7": e7(180), "max_lat_e7": e7(MAX_LATITUDE),
        "center_zoom": 3, "center_lon_e7": e7(105), "center_lat_e7": e7(30),
    }


def _metadata():
    return {
        "name": "Offline basemap", "type": "baselayer", "format": "pbf",
        "attribution": "Natural Earth (public domain) · place names © GeoNames (CC BY 4.0) · country names Unicode CLDR",
        "vector_layers": [{"id": name, "fields": {}, "minzoom": 0, "maxzoom": MAX_ZOOM} for name in LAYERS],
    }
