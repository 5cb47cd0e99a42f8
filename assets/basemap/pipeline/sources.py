"""Reads the files that fetch.sh leaves in the cache folder."""
import json

import shapefile
import shapely.geometry
from shapely.geometry import MultiPolygon, Polygon

shapefile.VERBOSE = False


class Sources:
    def __init__(self, cache):
        self._cache = cache

    def natural_earth(self, name, encoding="cp1252"):
        """The (shape, fields) of a Natural Earth file, in degrees; field names in lower case."""
        path = self._cache / "magics" / f"{name}.shp"
        reader = shapefile.Reader(str(path), encoding=encoding, encodingErrors="replace")
        # One by one through the index: some of the files have gaps between their records.
        for i in range(len(reader)):
            row = reader.shapeRecord(i)
            if row.shape.shapeType != shapefile.NULL:
                fields = {key.lower(): value for key, value in row.record.as_dict().items()}
                yield shapely.geometry.shape(row.shape.__geo_interface__), fields

    def cities(self):
        """GeoNames' cities of 15,000 people and more."""
        return list(self._json("geonames/cities15000.json").values())

    def country_codes(self):
        """ISO 3166-1: the two-letter code of a number."""
        countries = self._json("geonames/countries.json")
        return {int(c["isonumeric"]): code for code, c in countries.items() if c["isonumeric"]}

    def territories(self, language):
        """CLDR's country names, by two-letter code."""
        return self._json(f"cldr/{language}.json")["main"][language]["localeDisplayNames"]["territories"]

    def time_zones(self):
        """CLDR's time zone names in Chinese."""
        return self._json("cldr/zones.json")["main"]["zh"]["dates"]["timeZoneNames"]["zone"]

    def countries(self):
        """The (name, ISO number, shape) of every country in world-atlas."""
        topology = self._json("world-atlas/countries-50m.json")
        arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]

        def ring(numbers):
            points = []
            for number in numbers:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                points += arc[1:] if points else arc
            return points

        for country in topology["objects"]["countries"]["geometries"]:
            polygons = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
            shape = MultiPolygon([Polygon(ring(outer), [ring(hole) for hole in holes]) for outer, *holes in polygons])
            yield country["properties"]["name"], country.get("id"), shape

    def _json(self, name):
        return json.loads((self._cache / name).read_text(encoding="utf-8"))


def _arc(steps, transform):
    """A TopoJSON arc in degrees: each of its points is stored as the step from the one before."""
    (scale_x, scale_y), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in steps:
        x, y = x + dx, y + dy
        points.append((x * scale_x + west, y * scale_y + south))
    return points
