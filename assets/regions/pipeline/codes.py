"""Which ISO 3166 code an area goes by."""
import re
import unicodedata

# Countries that ISO 3166-1 has no code for, but its users do.
COUNTRIES = {"kos": "XK"}
# Countries whose outline takes in those with codes of their own: where the basemap draws no border of a country.
WITHIN = {"CN": ("HK", "MO")}
# Divisions that Natural Earth writes otherwise than Unicode CLDR: the name, as `plain` makes it, and the code.
NAMES = {
    "CN": {"innermongol": "NM", "xinjianguygur": "XJ", "ningxiahui": "NX"},
    "US": {"columbia": "DC"},
    "NL": {"noordbrabant": "NB", "noordholland": "NH", "zuidholland": "ZH"},
}
# Words that say what a division is, in the languages in which the sources add them.
KINDS = {
    "autonomous", "canton", "capital", "city", "community", "county", "department", "district", "division", "emirate",
    "federal", "governorate", "island", "metropolitan", "municipality", "oblast", "of", "parish", "prefecture",
    "province", "raion", "region", "republic", "state", "territory", "the", "voivodeship",
}


class Divisions:
    """The divisions of ISO 3166-2, found by name."""

    def __init__(self, names):
        """`names` are CLDR's, by code without its hyphen, as in `cngz`."""
        self._codes = {}
        for code, name in sorted(names.items()):
            if re.fullmatch("[a-z]{2}[a-z0-9]{1,3}", code):
                country = self._codes.setdefault(code[:2].upper(), {})
                country.setdefault(plain(name), code[2:].upper())

    def code(self, country, names):
        """As in `CN-GZ`; none where no name is known."""
        known = {**self._codes.get(country, {}), **NAMES.get(country, {})}
        for name in names:
            found = known.get(plain(name)) if name else None
            if found:
                return f"{country}-{found}"
        return None


def plain(name):
    """Letters only, without accents and without the words for kinds."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    words = re.findall(r"[^\W\d_]+", "".join(c for c in letters if not unicodedata.combining(c)))
    return "".join(word for word in words if word not in KINDS) or "".join(words)
