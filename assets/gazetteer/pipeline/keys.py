"""How a name is looked up: the same in the program, `src/article/fold.rs`."""
import re
import unicodedata

LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
    "'": None, "’": None, "‘": None, "ʻ": None, "ʼ": None, "`": None, ".": None, "-": " ", "\u2010": " ", "\u2011": " ",
})
# What begins many names in two ways, one of which is looked up.
BEGINNINGS = {"saint": "st", "fort": "ft", "mount": "mt"}
CHINESE = re.compile("^[\u4e00-\u9fff]+$")


def key(name):
    """Lower-case letters without accents and points, one space between words."""
    letters = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(c for c in letters if not unicodedata.combining(c)).translate(LETTERS)
    words = plain.split()
    if len(words) > 1:
        words[0] = BEGINNINGS.get(words[0], words[0])
    return " ".join(words)


def is_chinese(name):
    return CHINESE.match(name) is not None
