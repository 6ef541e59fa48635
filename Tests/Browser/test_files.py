"""The page inside the program is the page in web/, file by file, and little of it comes first."""

import re
import urllib.request

from program import PROJECT

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".txt": "text/plain; charset=utf-8",
}


def test_the_program_serves_every_file_of_the_page(program):
    folder = PROJECT / "web"
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    wanted = [path for path in files if not path.name.endswith(".d.ts")]
    assert len(wanted) > 50
    for path in wanted:
        with urllib.request.urlopen(f"{program.url}/{path.relative_to(folder)}") as answer:
            assert (path, answer.headers["content-type"]) == (path, TYPES[path.suffix])
            sent = answer.read()
            if path.name == "sw.js":  # it carries the version
                sent = re.sub(rb"kaffeerunde-\w+", b"kaffeerunde-VERSION", sent)
            assert (path, sent) == (path, served(path))


def served(path) -> bytes:
    """Scripts and sheets come without comments and indentation, but with all their lines."""
    if path.suffix not in (".js", ".css"):
        return path.read_bytes()
    whole = re.compile(r"^ *(/\*.*?\*/|//.*?)$", re.DOTALL | re.MULTILINE)
    source = whole.sub(lambda comment: "\n" * comment[0].count("\n"), path.read_text())
    return re.sub("^ +", "", source, flags=re.MULTILINE).encode()
