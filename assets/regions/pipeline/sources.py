"""Reads the files that fetch.sh leaves in the cache folder."""
import json

import shapely
from shapely.geometry import MultiPolygon, Polygon

from codes import COUNTRIES


class Sources:
    def __init__(self, cache):
        self._cache = cache

    def divisions(self):
        """The (country's code, fields, shape in degrees) of every division in Natural Earth, but for the United States."""
        for path in sorted((self._cache / "divisions").glob("*.json")):
            if path.stem == "usa":
                continue
            for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
                fields = feature["properties"]
                country = COUNTRIES.get(path.stem, fields["iso_a2"])
                if country and len(country) == 2 and country.isalpha():
                    yield country, fields, shapely.make_valid(shapely.geometry.shape(feature["geometry"]))

    def states(self):
        """The (name, shape in degrees) of each state of the United States."""
        topology = self._json("states-10m.json")
        arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]

        def ring(numbers):
            points = []
            for number in numbers:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                points += arc[1:] if points else arc
            return points

        for state in topology["objects"]["states"]["geometries"]:
            polygons = [state["arcs"]] if state["type"] == "Polygon" else state["arcs"]
            shape = MultiPolygon([Polygon(ring(outer), [ring(hole) for hole in holes]) for outer, *holes in polygons])
            # From 60 on they are territories, which ISO counts as countries too.
            if int(state["id"]) < 60:
                yield state["properties"]["name"], shapely.make_valid(shape)

    def division_names(self):
        """CLDR's English names of the divisions of ISO 3166-2."""
        return self._json("subdivisions.json")["subdivisions"]["localeDisplayNames"]["subdivisions"]

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
