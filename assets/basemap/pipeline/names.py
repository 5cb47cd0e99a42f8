"""Names of places: their Chinese form, and forms to compare and to write."""
import re
import unicodedata
from collections import Counter

import zhconv

CHINESE = re.compile(r"^[\u3400-\u9fff\u00b7\u30fb]{2,}$")
# Japanese forms that zhconv leaves alone.
JAPANESE = str.maketrans("徳渓楡満恵広沢浜県竜桜黒斉仏栄関駅豊塩戸帯呉", "德溪榆满惠广泽滨县龙樱黑齐佛荣关驿丰盐户带吴")
SUFFIXES = ("特别行政区", "广域市", "广域", "特别市", "自治州", "地区", "市", "县", "區", "区", "省", "都", "镇", "鎮", "州府")


def chinese_name(alternates):
    """The commonest Chinese name among GeoNames' alternate names, which do not tell their language; simplified, and
    without "city" or "county". A name that is written in simplified characters already counts twice."""
    votes = Counter()
    for name in filter(CHINESE.match, alternates):
        simplified = zhconv.convert(name, "zh-cn").translate(JAPANESE)
        votes[_without_suffix(simplified)] += 2 if simplified == name else 1
    return min(votes, key=lambda name: (-votes[name], len(name), name), default=None)


def _without_suffix(name):
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            return name.removesuffix(suffix)
    return name


def chinese_city_names(time_zones):
    """The cities in CLDR's time zone names: plain English name -> Chinese name."""
    found = {}

    def walk(node):
        for key, value in node.items():
            if isinstance(value, dict):
                if "exemplarCity" in value:
                    found.setdefault(plain(key), value["exemplarCity"])
                else:
                    walk(value)
    walk(time_zones)
    return found


def plain(name):
    """Only the letters a to z, to compare spellings by."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFD", name).lower())


def toneless(name):
    """Pinyin without tone marks; the two dots of ü stay."""
    letters = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(c for c in letters if c == "\u0308" or not unicodedata.combining(c)))
