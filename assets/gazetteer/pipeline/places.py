"""One list of all places: towns first, then second-level divisions, first-level ones, countries, and features of the land.

Each kind is sorted by the one above it, so that a division needs to know only the first of its parts.
"""
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import countries as country_tables
import divisions as division_tables
import layout
import physical
from chinese import ChineseNames
from keys import key

sys.path.append(str(Path(__file__).parents[2] / "regions" / "pipeline"))
from codes import Divisions  # noqa: E402

sys.path.append(str(Path(__file__).parents[2] / "basemap" / "pipeline"))
from tables import SEAS  # noqa: E402

# Towns of fewer people are known by their one name only, and in these countries from 500 people on; elsewhere from 1,000.
OTHER_NAMES_FROM = 100_000
SHORT_NAMES_FROM = 10_000
SMALL_TOWNS_OF = {"US", "CA", "GB", "IE", "AU", "NZ", "CN"}
# Elsewhere, second-level divisions are rarely written of in English or Chinese by a name that is not a town's.
COUNTIES_OF = SMALL_TOWNS_OF | {"IN", "PK", "BD", "LK", "PH", "NG", "KE", "GH", "ZA", "UG", "ZW", "JP", "MY", "NO", "SE"}
# Where newspapers leave out the article of a town's name: Al Karak, Ash Shaykh Zuwayd.
ARABIC = {"JO", "SY", "LB", "IQ", "EG", "SA", "YE", "OM", "AE", "KW", "BH", "QA", "LY", "SD", "PS"}
ARTICLE = re.compile("^(Al|El|Ad|Ar|As|Ash|At|Az|An)[ -]")
LATIN_NAME = re.compile(r"^[A-ZÀ-Þ][A-Za-zÀ-ɏ .'’-]{3,}$")
# Words that say what a division is.
KIND = re.compile(
    r"\b(sheng|shi|diqu|province|region|state of|governorate|oblast'?|krai|kray|prefecture|department|district|county|"
    r"municipality|autonomous|republic of|parish|voivodeship|emirate of|provincia de|departamento de|estado de|"
    r"wilaya de|county of|capital city of|capital region)\b", re.I)
NONE = ""


class Places:
    def __init__(self, sources):
        self._chinese = ChineseNames(sources)
        self._countries = [(code, fields) for code, fields in sources.countries().items()]
        self._names = []
        self._sizes = []
        self._read_divisions(sources)
        self._read_cities(sources)
        self._index_of = {}
        self._sections(sources)

    def counts(self):
        return self._counts

    def size_of(self, place):
        return self._sizes[place]

    def names(self):
        """The (place, role, name) of all names of all places."""
        return self._names

    def sections(self):
        return self._content

    # Reading

    def _read_divisions(self, sources):
        """GeoNames' divisions, each with one that has no name, for what lies in none."""
        self._first_names = dict(sources.first_divisions())
        self._second_names = {
            code: name for code, name in sources.second_divisions() if code.split(".", 1)[0] in COUNTIES_OF
        }
        self._first_codes = sorted(set(self._first_names) | {f"{code}.{NONE}" for code, _ in self._countries})

    def _read_cities(self, sources):
        codes = {code for code, _ in self._countries}
        seconds = {
            (row["name"], round(float(row["lat"]), 4), round(float(row["lng"]), 4)): row["admin2"]
            for row in sources.divided_cities()
        }
        cities = []
        for city in sources.cities():
            least = 500 if city["countrycode"] in SMALL_TOWNS_OF else 1000
            if city["countrycode"] not in codes or (0 < city["population"] < least and not self._chinese.of_city(city)):
                continue
            first = f"{city['countrycode']}.{city['admin1code']}"
            first = first if first in self._first_names else f"{city['countrycode']}.{NONE}"
            where = (city["name"], round(city["latitude"], 4), round(city["longitude"], 4))
            second = f"{first}.{seconds.get(where) or NONE}"
            second = second if second in self._second_names else f"{first}.{NONE}"
            cities.append((second, city))
        self._fill_gaps(cities)
        cities.sort(key=lambda item: (self._path(item[0]), item[1]["name"], item[1]["geonameid"]))
        self._cities = cities
        inhabited = {second for second, _ in cities}
        self._second_codes = sorted(inhabited | {f"{first}.{NONE}" for first in self._first_codes}, key=self._path)

    @staticmethod
    def _path(code):
        return tuple(code.split(".", 2))

    @staticmethod
    def _fill_gaps(cities):
        """A town whose second-level division is not known lies in that of the nearest town of the same state."""
        known = defaultdict(list)
        for second, city in cities:
            first, _, last = second.rpartition(".")
            if last:
                known[first, round(city["latitude"]), round(city["longitude"])].append((city, second))
        for i, (second, city) in enumerate(cities):
            first, _, last = second.rpartition(".")
            if last:
                continue
            north, east = round(city["latitude"]), round(city["longitude"])
            near = [item for y in (-1, 0, 1) for x in (-1, 0, 1) for item in known.get((first, north + y, east + x), ())]
            distances = [
                ((other["latitude"] - city["latitude"]) ** 2 + (other["longitude"] - city["longitude"]) ** 2, division)
                for other, division in near
            ]
            if distances and min(distances)[0] < 0.15**2:
                cities[i] = min(distances)[1], city

    # Writing

    def _sections(self, sources):
        self._first_sizes, self._second_sizes = Counter(), Counter()
        points = defaultdict(list)
        for second, city in self._cities:
            first = second.rsplit(".", 1)[0]
            self._first_sizes[first] += city["population"]
            self._second_sizes[second] += city["population"]
            points[first].append((city["latitude"], city["longitude"]))
            points[second].append((city["latitude"], city["longitude"]))
        records, shown = [], []
        records.append(self._write_cities(shown))
        records.append(self._write_seconds(points, shown))
        records.append(self._write_firsts(sources, points, shown))
        records.append(self._write_countries(sources, shown))
        records.append(self._write_features(shown))
        self._counts = [len(self._cities), len(self._second_codes), len(self._first_codes), len(self._countries),
                        len(shown) - len(self._cities) - len(self._second_codes) - len(self._first_codes) - len(self._countries)]
        self._content = [*records, layout.names_section(shown)]

    def _add(self, place, role, *names):
        self._names += [(place, role, name) for name in names if name]

    def _write_cities(self, shown):
        content = bytearray()
        famous = {("Washington", "DC"): ["Washington", "Washington D.C."], ("New York City", "NY"): ["NYC"],
                  ("Los Angeles", "CA"): ["L.A.", "LA"]}
        for place, (_, city) in enumerate(self._cities):
            content += layout.point(city["latitude"], city["longitude"])
            content += layout.size(city["population"]) + layout.number(city["geonameid"])
            shown.append(city["name"])
            self._sizes.append(city["population"])
            self._add(place, layout.MAIN, city["name"])
            self._add(place, layout.MAIN, *self._chinese.of_city(city))
            if city["countrycode"] in ARABIC:
                self._add(place, layout.MAIN, ARTICLE.sub("", city["name"]))
            if city["population"] >= SHORT_NAMES_FROM:
                # Acapulco, of Acapulco de Juárez.
                own = key(city["name"])
                short = {name for name in city["alternatenames"] if LATIN_NAME.match(name)
                         and own.startswith(key(name) + " ") and own != key(name) + " city"}
                self._add(place, layout.MAIN, *sorted(short))
            if city["population"] >= OTHER_NAMES_FROM:
                others = [name for name in city["alternatenames"] if LATIN_NAME.match(name) and not name.isupper()]
                self._add(place, layout.ALTERNATE, *others)
            known = famous.get((city["name"], city["admin1code"]), []) if city["countrycode"] == "US" else []
            if known and city["population"] > 100_000:
                self._add(place, layout.FAMOUS, *known)
                self._add(place, layout.MAIN, city["name"].removesuffix(" City"))
                self._add(place, layout.MAIN, *division_tables.CHINESE_CITIES.get((city["name"], "US"), "").split())
        return bytes(content)

    def _write_seconds(self, points, shown):
        content, towns = bytearray(), iter(self._cities)
        firsts = {}
        for i, (second, _) in enumerate(self._cities):
            firsts.setdefault(second, i)
        start = len(self._cities)
        for second in reversed(self._second_codes):
            start = firsts.setdefault(second, start)
        for code in self._second_codes:
            place = len(shown)
            name = self._second_names.get(code, NONE)
            content += layout.point(*middle(points.get(code) or points.get(code.rsplit(".", 1)[0]) or [(0, 0)]))
            content += layout.size(self._second_sizes[code]) + layout.number(firsts[code])
            shown.append(name)
            self._sizes.append(self._second_sizes[code])
            if not name:
                continue
            others = []
            if code.startswith("GB."):
                others = [re.sub("^(City and Borough of|Royal Borough of|Borough of|City of|County) ", "", name)]
            elif code.startswith("PH."):
                others = [re.sub("^Province of ", "", name)]
            elif code.startswith("IE."):
                others = [f"County {name}"]
            self._add(place, layout.MAIN, name, *others)
        return bytes(content)

    def _write_firsts(self, sources, points, shown):
        fields = defaultdict(list)
        for row in sources.division_fields():
            if row.get("gn_a1_code"):
                fields[row["gn_a1_code"]].append(row)
        states = sources.state_middles()
        codes = Divisions(sources.subdivisions())
        english = {code: name for code, name in sources.subdivisions().items()}
        base, content = len(self._cities), bytearray()
        taken = {codes.code(code[:2], [name]) for code, name in self._first_names.items() if not re.search("City", name)}
        starts = {}
        for i, second in enumerate(self._second_codes):
            starts.setdefault(second.rsplit(".", 1)[0], i)
        for code in self._first_codes:
            place, name = len(shown), self._first_names.get(code, NONE)
            country, division = code.split(".", 1)
            rows = fields.get(code, [])
            if code in division_tables.CENTRES:
                point = division_tables.CENTRES[code]
            elif country == "US" and name in states:
                point = states[name]
            elif len(rows) == 1 and rows[0]["latitude"]:
                point = rows[0]["latitude"], rows[0]["longitude"]
            else:
                point = middle(points.get(code) or [(0, 0)])
            short = KIND.sub("", name).strip()
            iso = codes.code(country, [name, short]) if name else None
            # Mexico City is not the State of Mexico, nor Washington, D.C. a state.
            if re.search(" City$|^City of ", name) and iso in taken:
                iso = None
            taken.add(iso)
            if country == "CN" and division in division_tables.CHINA:
                iso = f"CN-{division_tables.CHINA[division][2]}"
            population = self._first_sizes[code]
            content += layout.point(*point) + layout.size(population) + layout.number(base + starts[code])
            content += layout.number(rows[0]["gn_id"] if len(rows) == 1 and rows[0]["gn_id"] and rows[0]["gn_id"] > 0 else 0, 4)
            content += (iso or country).encode().ljust(6, b"\0")[:6]
            shown.append(name)
            self._sizes.append(population * 30)
            if not name:
                continue
            self._add(place, layout.MAIN, name, *([short] if len(short) > 3 else []), *division_tables.ALIASES.get(code, []))
            if iso:
                self._add(place, layout.MAIN, english.get(iso.replace("-", "").lower()))
            self._add(place, layout.DEMONYM, *words(division_tables.DEMONYMS.get(code)))
            self._add(place, layout.ABBREVIATION, division_tables.ABBREVIATIONS.get(code))
            self._add(place, layout.POSTAL, division_tables.POSTAL.get(code), division if country == "US" else None)
            self._add(place, layout.MAIN, *self._chinese.of_division(code))
        return bytes(content)

    def _write_countries(self, sources, shown):
        english, chinese, points = sources.territories("en"), sources.territories("zh"), sources.country_points()
        base, content, starts = len(self._cities) + len(self._second_codes), bytearray(), {}
        for i, first in enumerate(self._first_codes):
            starts.setdefault(first.split(".", 1)[0], i)
        for code, fields in self._countries:
            place = len(shown)
            point = country_tables.CENTRES.get(code) or points.get(fields["fips"]) or (0, 0)
            if point == (0, 0):
                print("no point:", code, fields["name"])
            content += layout.point(*point) + layout.size(fields["population"]) + layout.number(base + starts[code])
            content += layout.number(fields["geonameid"], 4) + code.encode()
            short = english.get(f"{code}-alt-short") if code in ("HK", "MO", "PS") else None
            shown.append(short or english.get(code) or fields["name"])
            self._sizes.append(fields["population"] * 1000)
            forms = [names.get(code + form) for names in (english, chinese) for form in ("", "-alt-short", "-alt-variant")]
            forms = [re.sub("[（(].*", "", name) for name in forms if name]
            self._add(place, layout.MAIN, fields["name"], *forms, *country_tables.ALIASES.get(code, []))
            if "&" in (english.get(code) or ""):
                self._add(place, layout.MAIN, english[code].replace("&", "and"))
            self._add(place, layout.DEMONYM, *words(country_tables.DEMONYMS.get(code)))
        return bytes(content)

    def _write_features(self, shown):
        content = bytearray()
        seas = [([en], [zh], lat, lon, 5.0 - rank * 0.1) for en, zh, lon, lat, rank, _ in SEAS]
        known = set()
        for english, chinese, latitude, longitude, size in [*physical.features(), *seas]:
            if english[0] in known:
                continue
            known.add(english[0])
            place = len(shown)
            content += layout.point(latitude, longitude) + bytes([round(size * 25)])
            shown.append(english[0])
            self._sizes.append(10**size)
            self._add(place, layout.MAIN, *english, *chinese)
            self._add(place, layout.DEMONYM, *words(physical.DEMONYMS.get(english[0])))
        return bytes(content)


def words(text):
    """Of a table: a space ends a word, a low line stands for one inside of it."""
    return [word.replace("_", " ") for word in (text or "").split()]


def middle(points):
    """Of the extent, without the outermost hundredth."""
    count = len(points)
    cut = count // 100
    return tuple((values[cut] + values[count - 1 - cut]) / 2 for values in map(sorted, zip(*points)))
