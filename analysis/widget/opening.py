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
from analysis.widget.store import Store
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
    _check_coder(coder)
    article, folder = (article, None) if isinstance(article, Article) else _article(Path(article))
    if path is None and folder is None:
        raise InputError("needs a place to be saved", where="annotate", remedy='give path="…/codings/CODER.json"')
    path = Path(path) if path else folder / "codings" / f"{coder}.json"
    registry = _registry(folder)
    store = Store(path)
    coding = Coding(article, coder, "person", codebook=codebook_version(), blind=blind, sentences=segment(article))
    if store.base is None and not blind:
        coding = _suggested(coding, suggestions or analyze(article, registry), registry)
    holder = store.acquire()
    work = Annotation(coding, store, registry=registry.actors.values(), against=_against(against, path, article))
    try:
        read(work)
        if work.blind != bool(blind):
            raise InputError("was begun blind" if work.blind else "was begun with suggestions", where=str(path), remedy=f"open it with blind={work.blind}, or use another coder's name")
    except BaseException:
        store.release()
        raise
    if holder:
        work.refusal = Refused("refused.locked", **{k: holder[k] for k in ("pid", "host", "time")})
    return work


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
    work.load(coding, history)
    work.catch_up(work.store.pending(history))


def _check_coder(coder):
    if not isinstance(coder, str) or not re.fullmatch(r"[^\W_][\w-]*", coder):
        raise InputError("is no name for a coder", where="coder", value=coder, remedy="use letters, digits, - and _")


def _article(path):
    """Return (Article, its folder) of a folder with article.txt, or (Article, None) of a single file."""
    if path.is_dir():
        return read_article(path), path
    return read_article(path), path.parent if path.name == "article.txt" else None


def _registry(folder):
    own = folder / "actors.yml" if folder else None
    return load_registry(str(own)) if own and own.exists() else load_registry()


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


def _against(against, path, article):
    """Return the coding to compare with; a name is a coder's in the same folder."""
    if against is None or isinstance(against, Coding):
        return against
    file = Path(against) if Path(against).suffix == ".json" else path.with_name(f"{against}.json")
    return read_coding(file, article)
