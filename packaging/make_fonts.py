"""Builds assets/fonts: subsets and one merged family, from packages pinned by version and hash.

Run by hand when a font changes: ``python packaging/make_fonts.py``. With ``--check`` the
fonts are built elsewhere and compared with the committed SHA256SUMS. Needs apt-get, dpkg
and npm. Outlines are ``glyf`` only, for neither ReportLab nor our embedder writes CFF.
"""

import argparse
import bz2
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "assets" / "fonts"
DEBIAN = {
    "fonts-noto-core=20201225-1": (
        "58f4f0bb6720f919f92096b3508e1412a0f1544424ade6c5b5bf1eb694dd64ba"
    ),
    "fonts-noto-ui-core=20201225-1": (
        "1afda1203a48032baf1813076b9c92ac08459090f5a6e5c5cc55c017b78180e1"
    ),
    "unicode-data=15.0.0-1": "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc",
}
NPM = {
    "@expo-google-fonts/inter@0.4.2": (
        "b5c1e5878c07a5637169da9f7b1f370c69709f1f8de55998e2522f7aa9dfe2a9"
    ),
    "@expo-google-fonts/noto-sans-sc@0.4.3": (
        "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59"
    ),
}
NOTO = "usr/share/fonts/truetype/noto"
HAN = "usr/share/unicode/Unihan_OtherMappings.txt.bz2"
STAMP = 3_700_000_000  # seconds since 1904, so that the same source gives the same bytes
LATIN_CYRILLIC = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x300, 0x36F), (0x400, 0x52F),
    (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x214F),
    (0x2190, 0x2199), (0x2212, 0x2212), (0x2248, 0x2265), (0x25CC, 0x25CC), (0xFFFD, 0xFFFD),
)  # fmt: skip
ARABIC_HELPERS = (
    (0x20, 0x40), (0x5B, 0x60), (0x7B, 0x7E), (0xA0, 0xA0), (0xAB, 0xAB), (0xB7, 0xB7),
    (0xBB, 0xBB), (0x2010, 0x2011), (0x2013, 0x2014), (0x2018, 0x2019), (0x201C, 0x201D),
    (0x2022, 0x2022), (0x2026, 0x2026), (0x2039, 0x203A), (0x2116, 0x2116), (0x25CC, 0x25CC),
)  # fmt: skip
SCREEN_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "calt", "tnum", "ss03", "cv05", "cv08")
PRINT_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum")


def main() -> int:
    """Build the fonts, or with ``--check`` compare a fresh build with the committed one."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--check", action="store_true", help="compare, change nothing")
    check = asked.parse_args().check
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        built = work / "built"
        built.mkdir()
        sources = fetch(work)
        build(sources, work, built)
        licences(sources, built)
        sums = write_sums(built)
        if check:
            same = (FONTS / "SHA256SUMS").read_text() == sums
            print("the fonts are as built" if same else "the fonts differ from a fresh build")
            return 0 if same else 1
        shutil.copytree(built, FONTS, dirs_exist_ok=True)
    print(sums, end="")
    return 0


def fetch(work: Path) -> Path:
    """Download and unpack the pinned packages; return the folder they lie in."""
    loads, sources = work / "loads", work / "sources"
    loads.mkdir()
    sources.mkdir()
    for package, digest in DEBIAN.items():
        subprocess.run(["apt-get", "download", "-q", package], cwd=loads, check=True)
        (archive,) = loads.glob(package.split("=", maxsplit=1)[0] + "_*.deb")
        verify(archive, digest)
        subprocess.run(["dpkg", "-x", archive, sources], check=True)
    for package, digest in NPM.items():
        told = subprocess.run(
            ["npm", "pack", "--silent", package],
            cwd=loads, check=True, capture_output=True, text=True,
        )  # fmt: skip
        archive = loads / told.stdout.split()[-1]
        verify(archive, digest)
        with tarfile.open(archive) as packed:
            name = package.split("/")[1].split("@")[0]
            packed.extractall(sources / name, filter="data")
    return sources


def verify(archive: Path, digest: str) -> None:
    """Stop unless a download is the one that was looked at."""
    if hashlib.sha256(archive.read_bytes()).hexdigest() != digest:
        sys.exit(f"{archive.name} is not the package that was pinned")


def build(sources: Path, work: Path, built: Path) -> None:
    """Write every font of the screen and of the printed page."""
    noto = sources / NOTO
    latin = numbers(LATIN_CYRILLIC)
    for weight in ("Regular", "Bold"):
        font = subset(noto / f"NotoSans-{weight}.ttf", latin, PRINT_FEATURES)
        save(font, built / f"NotoSans-{weight}.ttf")
        font = merged_naskh(noto, weight, work)
        save(font, built / f"FTNaskh-{weight}.ttf")
        shutil.copy(noto / f"NotoSansArabicUI-{weight}.ttf", built)
    han = sources / "noto-sans-sc/package/400Regular/NotoSansSC_400Regular.ttf"
    save(subset(han, han_set(sources / HAN), ("locl",)), built / "NotoSansSC-Regular.ttf")
    for weight in ("400Regular", "500Medium", "600SemiBold"):
        file = sources / f"inter/package/{weight}/Inter_{weight}.ttf"
        font = subset(file, latin, SCREEN_FEATURES)
        save(font, built / f"Inter-{weight[3:]}.ttf")


def numbers(ranges: Iterable[tuple[int, int]]) -> set[int]:
    """Return every number within the ranges, ends included."""
    return {code for first, last in ranges for code in range(first, last + 1)}


def han_set(mappings: Path) -> set[int]:
    """Return the 8,105 characters of general use, GB 2312 and ASCII.

    The table of 2013 stands as ``kTGH`` in Unihan.
    """
    with bz2.open(mappings, "rt", encoding="utf-8") as lines:
        rows = [line.split("\t") for line in lines if "\tkTGH\t" in line]
    general = {int(row[0][2:], 16) for row in rows if row[0].startswith("U+")}
    pairs = (bytes([a, b]) for a in range(0xA1, 0xF8) for b in range(0xA1, 0xFF))
    national = {ord(c) for pair in pairs for c in pair.decode("gb2312", "ignore")}
    foreign = numbers([(0x370, 0x52F), (0x3040, 0x312F)])
    extra = {0xB7, 0x2014, 0x2026, 0x2018, 0x2019, 0x201C, 0x201D, 0x3007, 0x3005}
    return general | (national - foreign) | extra | numbers([(0x20, 0x7E)])


def subset(file: Path, codes: Iterable[int], features: Iterable[str]) -> TTFont:
    """Return a font cut down to some characters, without hints or glyph names."""
    options = Options()
    options.layout_features = list(features)
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["FFTM", "DSIG"]
    font = TTFont(file, recalcTimestamp=False)
    worker = Subsetter(options)
    worker.populate(unicodes=codes)
    worker.subset(font)
    return font


def merged_naskh(noto: Path, weight: str, work: Path) -> TTFont:
    """Return FT Naskh: Noto Naskh Arabic 2.004 with the signs and digits that it lacks.

    That version has one glyph a letter and two for lam-alef, which keeps the text layer
    searchable; a hyphen out of another font would break words in some readers.
    """
    arabic = noto / f"NotoNaskhArabic-{weight}.ttf"
    own = set(TTFont(arabic, lazy=True).getBestCmap())
    helpers = numbers(ARABIC_HELPERS) - own
    parts = []
    for name, font in (
        ("letters", subset(arabic, own, ["*"])),
        ("signs", subset(noto / f"NotoSans-{weight}.ttf", helpers, [])),
    ):
        parts.append(str(work / f"{name}-{weight}.ttf"))
        font.save(parts[-1])
    font = Merger().merge(parts)
    spoken = {
        1: "FT Naskh", 2: weight, 3: f"FT Naskh {weight} 2.004-ft1", 4: f"FT Naskh {weight}",
        6: f"FTNaskh-{weight}", 16: "FT Naskh", 17: weight,
    }  # fmt: skip
    for record in font["name"].names:
        record.string = spoken.get(record.nameID, record.toUnicode())
    return font


def save(font: TTFont, file: Path) -> None:
    """Write a font with a fixed date."""
    if "glyf" not in font:
        sys.exit(f"{file.name} has no glyf outlines")
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = STAMP
    font.save(file, reorderTables=True)


def licences(sources: Path, built: Path) -> None:
    """Write each family's copyright line over the text of the SIL Open Font License 1.1."""
    whole = (sources / "inter/package/LICENSE_FONT").read_text(encoding="utf-8")
    terms = whole[whole.index("SIL OPEN FONT LICENSE Version 1.1") :]
    for file in sorted(built.glob("*-Regular.ttf")):
        holder = TTFont(file, lazy=True)["name"].getDebugName(0)
        family = file.stem.removesuffix("-Regular")
        note = ""
        if family == "FTNaskh":
            note = "FT Naskh is Noto Naskh Arabic merged with signs and digits of Noto Sans.\n"
        text = f"{holder}\n{note}\n{terms.rstrip()}\n"
        (built / f"OFL-{family}.txt").write_text(text, encoding="utf-8")


def write_sums(built: Path) -> str:
    """Write SHA256SUMS in the form that ``sha256sum -c`` reads, and return it."""
    files = sorted(file for file in built.iterdir() if file.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (built / "SHA256SUMS").write_text("".join(lines))
    return "".join(lines)


if __name__ == "__main__":
    sys.exit(main())
