"""Open a coder's coding of an article: the file if there is one, else the program's suggestions, else an empty one."""

import re
from pathlib import Path

from analysis.actors import load_registry
from analysis.codebook import codebook_version
from analysis.codings import read_coding
from analysis.codings.store import load
from analysis.errors import InputError
from analysis.pipeline import analyze
from analysis.records import NARRATOR, Actor, Article, Coding
from analysis.segment import segment
from analysis.text import read_article
from analysis.widget.annotation import Annotation
from analysis.widget.store import Store, who
from analysis.widget.strings import Refused


def open_annotation(article, coder, *, path=None, blind=False, suggestions=None, against=None):
    """Return the Annotation of a coder's coding.

    `article`      an article's folder (with article.txt), its file, or an Article
    `path`         where the coding is kept; in an article's folder: codings/CODER.json
    `blind`        True: nothing is suggested. A coding that was begun one way stays so.
    `suggestions`  the Coding to start from; None: what the program finds
    `against`      another coding to hold this one against: a coder of the same folder, a file, or a Coding

    A coding that another window has open is shown, and refuses changes. Raises InputError for what is no person's coding.
    """
    article, path, registry = _found(article, coder, path)
    coding = Coding(article, coder, "person", codebook=codebook_version(), blind=blind, sentences=segment(article))
    if not blind and not path.exists():
        coding = _suggested(coding, suggestions or analyze(article, registry), registry)
    work = Annotation(coding, Store(path), registry=registry.actors.values(), against=_coding(against, path, article))
    _begin(work)
    if work.blind != bool(blind):
        work.store.release()
        begun = "was begun blind" if work.blind else "was begun with suggestions"
        raise InputError(begun, where=str(path), remedy=f"open it with blind={work.blind}, or use another coder's name")
    return work


def open_adjudication(article, first, second, coder, *, path=None):
    """Return the Annotation of a third coding, made from two by choosing.

    `first`, `second`  coders of the same folder, files, or Codings; the other arguments are those of `open_annotation`
    """
    from analysis.widget.adjudicating import beginning

    article, path, registry = _found(article, coder, path)
    empty = Coding(article, coder, "person", codebook=codebook_version(), sentences=segment(article))
    coding, told = beginning(empty, _coding(first, path, article), _coding(second, path, article))
    work = Annotation(coding, Store(path), registry=registry.actors.values())
    work.beginning, work.filter = told, "disagreements"
    work.adjudicates(**told)
    _begin(work)
    return work


def _found(article, coder, path):
    """Return (Article, path of the coding, registry of actors)."""
    if not isinstance(coder, str) or not re.fullmatch(r"[^\W_][\w-]*", coder):
        raise InputError("is no name for a coder", where="coder", value=coder, remedy="use letters, digits, - and _")
    folder = None
    if not isinstance(article, Article):
        place = Path(article)
        folder = place if place.is_dir() else place.parent if place.name == "article.txt" else None
        article = read_article(place)
    if path is None and folder is None:
        raise InputError("needs a place to be saved", where="annotate", remedy='give path="…/codings/CODER.json"')
    own = folder / "actors.yml" if folder else None
    registry = load_registry(str(own)) if own and own.exists() else load_registry()
    return article, Path(path) if path else folder / "codings" / f"{coder}.json", registry


def _begin(work):
    """Take the lock, or say who has it, and load what there is on the disk."""
    holder = work.store.acquire()
    try:
        read(work)
    except BaseException:
        work.store.release()
        raise
    if holder:
        work.refusal = Refused("refused.locked", **who(holder))


def take_over(work):
    """Go on with a coding in this window, from what is on the disk; the window that had it writes nothing more."""
    work.store.take()
    work.refusal = None
    read(work)
    work.on_change()


def read(work):
    """Load a coding from its file, with its history; carry out what the history has and the file has not."""
    path = work.store.path
    if work.store.base is None:
        return
    data = load(path)
    if isinstance(data, dict) and data.get("coder_type") != "person":
        raise InputError("is no person's coding", where=str(path), value=data.get("coder_type"), remedy="use your own name as coder")
    if isinstance(data, dict) and data.get("sha256") != work.article.sha256:
        work.load(Coding(work.article, work.coder, "person", blind=bool(data.get("blind")), sentences=segment(work.article)))
        work.stale, work.refusal = data, Refused("refused.stale")
        return
    coding, history = read_coding(path, work.article), work.store.steps()
    if coding.coder != work.coder:
        raise InputError("is the coding of somebody else", where=str(path), value=coding.coder, remedy=f"open it with coder={coding.coder!r}")
    start = next((step for step in reversed(history) if step["action"] == "start"), {})
    work.adjudicates(start.get("versions", ()), start.get("differing", ()))
    work.load(coding, history)
    work.catch_up(work.store.pending(history))


def _suggested(coding, machine, registry):
    """Return a coding that begins with the program's rows; every actor and party they name is listed."""
    actors = {a.id: a for a in machine.actors}
    for row in (*machine.statements, *machine.stances):
        if row.source != NARRATOR and row.source not in actors:
            name = getattr(row, "source_name", None) or row.source.replace("_", " ")
            actors[row.source] = registry.actor(row.source) or Actor(row.source, row.source_party or row.source, name)
    parties = {a.party for a in actors.values()}
    for party in {s.target for s in machine.stances} - parties:
        actors[party] = registry.actor(party) or Actor(party, party, party.replace("_", " "))
    return coding.changed(actors=list(actors.values()), statements=machine.statements, stances=machine.stances)


def _coding(coding, path, article):
    """Return another coding of the article; a name is a coder's in the same folder."""
    if coding is None or isinstance(coding, Coding):
        return coding
    file = Path(coding) if Path(coding).suffix == ".json" else path.with_name(f"{coding}.json")
    return read_coding(file, article)
