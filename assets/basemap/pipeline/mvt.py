"""A minimal Mapbox Vector Tile (version 2) encoder: the same features always give the same bytes.

Integers are written as `int_value` on purpose: walkers, which draws the tiles, reads `uint_value` and `float_value` as
null. The extent is always 4096, the only one it draws.
"""
import struct

EXTENT = 4096
POINT, LINE, POLYGON = 1, 2, 3  # the specification's GeomType
MOVE_TO, LINE_TO, CLOSE_PATH = 1, 2, 7


def layer(name, features):
    """One encoded layer. `features` are (kind, parts, properties), in the order they are to be drawn."""
    keys, values, encoded = {}, {}, []
    for kind, parts, properties in features:
        tags = []
        for key, value in properties.items():
            if value is None:
                continue
            tags.append(keys.setdefault(key, len(keys)))
            tags.append(values.setdefault((type(value).__name__, value), len(values)))
        feature = _message(2, _packed(tags)) if tags else b""
        feature += _number(3, kind) + _message(4, _packed(_commands(kind, parts)))
        encoded.append(_message(2, feature))
    out = _number(15, 2) + _message(1, name.encode()) + b"".join(encoded)
    out += b"".join(_message(3, key.encode()) for key in keys)
    out += b"".join(_message(4, _value(value)) for _, value in values)
    return _message(3, out + _number(5, EXTENT))


def _commands(kind, parts):
    """`parts` by kind: points [(x, y), …], lines [[(x, y), …], …], polygons [[ring, hole, …], …] with open rings."""
    cursor = [0, 0]
    out = []
    if kind == POINT:
        out.append(len(parts) << 3 | MOVE_TO)
        for point in parts:
            out += _step(point, cursor)
    elif kind == LINE:
        for line in parts:
            out += _path(line, cursor)
    else:
        for rings in parts:
            for ring in rings:
                out += [*_path(ring, cursor), 1 << 3 | CLOSE_PATH]
    return out


def _path(points, cursor):
    out = [1 << 3 | MOVE_TO, *_step(points[0], cursor), len(points) - 1 << 3 | LINE_TO]
    for point in points[1:]:
        out += _step(point, cursor)
    return out


def _step(point, cursor):
    """The way from the cursor to the point, and the cursor moved there."""
    step = [_zigzag(point[0] - cursor[0]), _zigzag(point[1] - cursor[1])]
    cursor[:] = point
    return step


def _zigzag(n):
    return (n << 1) ^ (n >> 31)


def _varint(n):
    out = bytearray()
    while n > 0x7F:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)
    return bytes(out)


def _packed(numbers):
    return b"".join(map(_varint, numbers))


def _number(field, value):
    return _varint(field << 3) + _varint(value)


def _message(field, payload):
    return _varint(field << 3 | 2) + _varint(len(payload)) + payload


def _value(value):
    if isinstance(value, bool):
        return _number(7, int(value))
    if isinstance(value, int):
        return _number(4, value & 0xFFFF_FFFF_FFFF_FFFF)
    if isinstance(value, float):
        return _varint(3 << 3 | 1) + struct.pack("<d", value)
    return _message(1, value.encode())
