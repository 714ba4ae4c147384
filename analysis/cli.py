"""The command line: tables to standard output, reports to files, faults in one line."""

from __future__ import annotations

import argparse
import difflib
import os
import re
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from analysis import output
from analysis.model import CLAIM_COLUMNS, FIGURE_COLUMNS, Article, Problem
from analysis.seeds import Unread, one_line

COLUMNS = {"claims": CLAIM_COLUMNS, "figures": FIGURE_COLUMNS}
LANGUAGE = re.compile("[A-Za-z]{2,3}")


class Parser(argparse.ArgumentParser):
    """An argparse whose faults are one line, with the nearest word that it knows."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {one_line(message)}{self._meant(message)}\n")

    def _meant(self, message: str) -> str:
        choices = re.search(r"invalid choice: '(.*?)' \(choose from (.*)\)", message)
        wrong = re.search(r"unrecognized arguments: .*?(--?[^ =]+)", message)
        if choices:
            known, word = re.findall(r"[\w-]+", choices[2]), choices[1]
        elif wrong:
            known, word = list(self._option_string_actions), wrong[1]
        else:
            return f" (see {self.prog} --help)"
        close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
        return f"; did you mean {close[0]}?" if close else f" (see {self.prog} --help)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0, 1 (a report failed) or 2 (nothing read).

    >>> main(["claims", "nowhere.txt"])
    2
    """
    _utf8()
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    try:
        options = _parse(arguments)
        code = options.run(options)
        sys.stdout.flush()
        return code
    except Problem as problem:
        return _told(problem, 2)
    except BrokenPipeError:
        _drop_output()
        return 128 + signal.SIGPIPE
    except KeyboardInterrupt:
        return _told("interrupted; nothing half-written was kept", 1)
    except OSError as error:
        name = error.filename or "standard output"
        if error.filename is None:
            _drop_output()
        return _told(f"{name}: {error.strerror}; see that it can be read or written", 1)


def _drop_output() -> None:
    """Nothing can be written any more: what waits for it is not tried again at exit."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = parsers()
    options, rest = parser.parse_known_args(arguments)
    if rest:
        # The command's own parser knows the options that could have been meant
        command = parser.commands[options.command]
        command.error(f"unrecognized arguments: {' '.join(rest)}")
    return options


def parsers() -> Parser:
    """The parser of the whole command line, a subparser a command in `.commands`."""
    parser = Parser(prog="python -m analysis", allow_abbrev=False, description=__doc__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for add in (_claims, _figures, _evaluate, _report, _baseline):
        add(commands)
    parser.commands = commands.choices
    return parser


def _command(commands, name: str, run, help: str, **more) -> Parser:
    parser = commands.add_parser(name, help=help, description=help, allow_abbrev=False, **more)
    parser.set_defaults(run=run)
    return parser


def _claims(commands) -> None:
    _table(commands, "claims", "every figure of persons: how many, who says so, in which words")


def _figures(commands) -> None:
    _table(commands, "figures", "every number and number word, and what it was taken for")


def _table(commands, name: str, help: str) -> None:
    parser = _command(commands, name, _print_rows, help)
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a folder, .txt or .jsonl")
    parser.add_argument(
        "--text-language", type=_language, metavar="xx", help="of the texts, if not detected"
    )
    parser.add_argument("--format", choices=output.FORMATS, default="csv", help="default: csv")
    parser.add_argument("--strict", action="store_true", help="exit 2 if any could not be read")


def _evaluate(commands) -> None:
    help = "score the reader on a folder of texts/ and gold/"
    parser = _command(commands, "evaluate", _run_evaluate, help)
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("-v", "--verbose", action="store_true", help="every miss with its words")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write the same as a page")


def _report(commands) -> None:
    help = "execute notebooks and publish them as pages"
    # --help with a notebook tells of the notebook, so it is no option of argparse's own
    parser = _command(commands, "report", _run_report, help, add_help=False)
    parser.add_argument("notebooks", nargs="*", metavar="NOTEBOOK", help="default: all")
    parser.add_argument("--out", type=Path, metavar="DIR", help="default: reports/")
    parser.add_argument(
        "-p",
        nargs=2,
        action="append",
        default=[],
        dest="parameters",
        metavar=("NAME", "VALUE"),
        help="a parameter of the notebooks; wants --out",
    )
    parser.add_argument("--sets", type=Path, metavar="FILE.yml", help="many reports, wants --out")
    parser.add_argument("--force", action="store_true", help="run sets that are unchanged, too")
    parser.add_argument(
        "-h", "--help", action="store_true", help="this, or the parameters of a NOTEBOOK"
    )


def _baseline(commands) -> None:
    help = "execute and save notebooks and reports; say which figures appeared, changed, went"
    parser = _command(commands, "baseline", _run_baseline, help)
    parser.add_argument("--check", action="store_true", help="say it, and save nothing")


def _language(word: str) -> str:
    if not LANGUAGE.fullmatch(word):
        raise argparse.ArgumentTypeError(f"{word!r} is no language code such as fr")
    return word.lower()


def _print_rows(options: argparse.Namespace) -> int:
    from analysis.corpus import rows

    write, read, unread = None, 0, 0
    for source in options.sources:
        try:
            for item in rows(source, options.command, options.text_language):
                if isinstance(item, Unread):
                    unread += 1
                    _told(f"warning: {item}", 0)
                    continue
                read += 1
                columns = COLUMNS[options.command]
                write = write or output.writer(options.format, columns, sys.stdout)
                if not isinstance(item, Article):
                    write(item)
        except Problem as problem:
            unread += 1
            _told(problem, 2)
    return 2 if unread and (options.strict or not read) else 0


def _run_evaluate(options: argparse.Namespace) -> int:
    from analysis import evaluate

    return evaluate.main(options.folder, options.verbose, options.html)


def _run_report(options: argparse.Namespace) -> int:
    if options.help and not options.notebooks:
        print(parsers().commands["report"].format_help(), end="")
        return 0
    from analysis import publishing

    if options.help:
        print("\n".join(publishing.help_text(name) for name in options.notebooks))
        return 0
    sets = {"sets": options.sets, "force": options.force}
    return publishing.report(options.notebooks, options.out, dict(options.parameters), **sets)


def _run_baseline(options: argparse.Namespace) -> int:
    from analysis import baseline

    return baseline.check() if options.check else baseline.save()


def _told(message: object, code: int) -> int:
    """One line on standard error, and the exit code to go with it."""
    print(one_line(str(message)), file=sys.stderr)
    return code


def _utf8() -> None:
    """Tables are UTF-8 with LF on every system, and no name stops them."""
    for stream, errors in ((sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")
