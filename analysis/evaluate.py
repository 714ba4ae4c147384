"""The reader's scores on marked texts, printed as tables or written as a page."""

from __future__ import annotations

from pathlib import Path

from analysis.scoring import Score, score

COLUMNS = ("precision", "recall", "f1", "traps", "status", "status_macro", "source", "source_empty")


def table(scores: dict[str, Score]) -> list[list[str]]:
    """The scores as rows of words: a header, a row a language."""
    rows = [["language", "required", *COLUMNS]]
    for language, one in scores.items():
        rates = one.rates()
        rows.append([language, str(one.required), *(_number(rates[c]) for c in COLUMNS)])
    return rows


def kinds_table(scores: dict[str, Score]) -> list[list[str]]:
    """Recall by language and kind."""
    rows = [["language", "kind", "required", "recall"]]
    for language, one in scores.items():
        for kind in sorted({k for k, _ in one.kinds}):
            right, missed = one.kinds[kind, "right"], one.kinds[kind, "missed"]
            rows.append([language, kind, str(right + missed), _number(right / (right + missed))])
    return rows


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def main(folder: str | Path, verbose: bool = False, html: str | Path | None = None) -> int:
    """Print the scores of a folder (and every miss), or write them as a page; 0 when done."""
    scores = score(folder)
    for rows in (table(scores), kinds_table(scores)):
        _print(rows)
    if verbose:
        for one in scores.values():
            for miss in one.misses:
                told = f"expected {miss.expected}; read {miss.read}"
                print(f"{miss.text} {miss.what}: {miss.quote!r} {told}")
                print(f"    {miss.sentence}")
    if html is not None:
        from analysis.evaluated import write

        tables = {"Scores by language": table(scores), "Recall by kind": kinds_table(scores)}
        write(tables, scores, Path(html))
    return 0


def _print(rows: list[list[str]]) -> None:
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    for row in rows:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )
    print()
