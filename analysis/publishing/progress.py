"""How far a report is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from analysis.seeds import one_line


class Progress:
    """Counts cells on a terminal; says each page that is done."""

    def __init__(self, cells: int) -> None:
        self.lock = threading.Lock()
        self.bar = None
        if sys.stderr.isatty():
            from tqdm import tqdm

            self.bar = tqdm(total=cells, desc="Reports", unit="cell", file=sys.stderr, leave=False)

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.bar is not None:
            self.bar.close()

    def cell(self) -> None:
        """A cell has run."""
        with self.lock:
            if self.bar is not None:
                self.bar.update()

    def say(self, line: object) -> None:
        """A line of its own, above the bar."""
        line = one_line(str(line))
        with self.lock:
            if self.bar is not None:
                self.bar.write(line, file=sys.stderr)
            else:
                print(line, file=sys.stderr, flush=True)
