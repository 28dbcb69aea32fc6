"""How big anything in a package may be, checked before it is read or made."""

MIB = 1 << 20

TAR = 64 * MIB
"""Most bytes inside the seal."""

SEALED = TAR + 64 * 1024
"""Most bytes of a sealed file: what the seal adds stays below the difference."""

MEMBERS = 220
PICTURES = 200
MEMBER = 20 * MIB
MANIFEST = 1 * MIB
JSON_MEMBER = 4 * MIB
TEXT_MEMBER = 4 * MIB
PICTURE_SIDE = 4_096
PICTURE_PIXELS = 500_000_000
"""Most pixels of all pictures in one package together."""

JSON_DEPTH = 12
JSON_NODES = 100_000
JSON_TEXT = 512 * 1024
"""Longest single text in characters."""

AGE_HEADER = 4 * 1024
AGE_STANZAS = 20
SCRYPT_FACTOR = 18

CARD = 16 * 1024
