"""`make bench`, or some of its parts: `python -m tests.bench speed growth`."""

import sys

from tests.bench import peers, reader, reports, sets, sizes

PARTS = {
    "reports": reports.reports,
    "sets": sets.many,
    "sizes": sizes.sizes,
    "speed": reader.speed,
    "hostile": reader.hostile,
    "growth": reader.growth,
    "peers": peers.peers,
}

if __name__ == "__main__":
    wanted = sys.argv[1:] or list(PARTS)
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        sys.exit(f"no part {unknown[0]!r}; there are {', '.join(PARTS)}")
    for name in wanted:
        PARTS[name]()
