"""The command line: a table of commands. Each is a module of `analysis.commands` with `add_arguments(parser)` and `run(args)`.

A command's module docstring is its help and shows an example. Only the module of the command that was called is
imported, so that `isnad analyze` does not wait for pandas, matplotlib or torch.
"""

import argparse
import atexit
import gc
import os
import sys
from difflib import get_close_matches
from importlib import import_module

from analysis.errors import InputError

PURPOSE = "Isnad: who speaks in Arabic news, about whom, and how each party comes out of it."

COMMANDS = {
    "analyze": "code articles: who says what, and who speaks for or against whom",
    "explain": "why: each statement and stance of a sentence or an article, with the rule that found it",
    "report": "figures and a report (HTML, PDF, Word) on one article",
    "figures": "the figures alone",
    "agree": "agreement between coders; a program measured against a person",
    "run": "code a whole corpus into Parquet tables, resumable, on all cores or on a cluster",
    "score": "accuracy of codings against gold",
    "sample": "draw articles at random for blind coding",
    "export": "codings to NVivo, MAXQDA, ATLAS.ti, QualCoder, DNA, Web Annotation",
    "import": "codings from those tools",
    "lab": "open the notebooks in JupyterLab",
}
"""Command → what it is for. A new command is one line here and one module analysis/commands/<command>.py."""

BAD_INPUT, BROKEN_PIPE, INTERRUPTED = 2, 141, 130


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, without the usage text before it."""

    def error(self, message):
        self.exit(BAD_INPUT, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(argv=None):
    """Run one command and return the exit status: 0, or 2 after one line on stderr for each thing wrong with the input."""
    _speak_utf8()
    if argv is None:
        gc.set_threshold(100_000)  # the word lists stay: looking through them for cycles while they load costs a tenth of the start
        atexit.register(gc.freeze)  # and looking through them once more at the end as much again
    name, *rest = (sys.argv[1:] if argv is None else argv) or ["--help"]
    if name in ("-h", "--help"):
        print(overview())
    elif name == "--version":
        from importlib.metadata import version  # 40 ms, for this alone

        print(f"isnad {version('isnad')}")
    elif name not in COMMANDS:
        return complain(InputError("no such command", value=name, remedy=_nearest(name)))
    else:
        return _run(name, rest)
    return 0


def overview():
    """Return the text of `isnad --help`: one line a command."""
    lines = "\n".join(f"  isnad {name:<10}{purpose}" for name, purpose in COMMANDS.items())
    return f"{PURPOSE}\n\n{lines}\n\nisnad COMMAND --help shows a command's options and an example."


def complain(error):
    """Say on stderr, in one line, what is wrong with the input; return the exit status."""
    print("isnad:", " ".join(str(error).split()), file=sys.stderr)
    return BAD_INPUT


def _run(name, rest):
    module = import_module(f"analysis.commands.{name}")
    parser = Parser(prog=f"isnad {name}", description=module.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    module.add_arguments(parser)
    args = parser.parse_args(rest)
    try:
        status = module.run(args) or 0
        sys.stdout.flush()
        return status
    except InputError as error:
        return complain(error)
    except BrokenPipeError:
        # The reader (head, less) has gone; the interpreter must not complain when it flushes stdout at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        return complain(InputError(error.strerror or str(error), where=error.filename, remedy="check the disk and the permissions"))
    except KeyboardInterrupt:
        print("isnad: interrupted", file=sys.stderr)
        return INTERRUPTED


def _nearest(name):
    near = get_close_matches(name, COMMANDS, n=1)
    return f"did you mean {near[0]}?" if near else "use one of " + ", ".join(COMMANDS)


def _speak_utf8():
    """Write UTF-8 whatever the terminal's locale says: JSON lines are UTF-8 by definition, and Arabic fits no other."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace" if stream is sys.stderr else "strict")


if __name__ == "__main__":
    sys.exit(main())
