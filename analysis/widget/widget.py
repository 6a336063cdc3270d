"""The widget: `annotate` shows an article in a notebook cell and lets a person code it. A thin view; all logic is in Annotation."""

import atexit
import json
from pathlib import Path

import anywidget
import traitlets

from analysis.codebook import codebook_section
from analysis.errors import InputError
from analysis.labels import check_language
from analysis.lexicon import read_table
from analysis.widget.opening import open_adjudication, open_annotation
from analysis.widget.view import View

FOLDER = Path(__file__).parent
PARTS = ("dom", "talk", "text", "selection", "chooser", "card", "bar", "list", "codebook", "keys", "main")
"""The scripts of the front end, in the order in which they make up one module."""


def annotate(article, coder, *, blind=False, language="ar", path=None, suggestions=None, against=None):
    """Show an article with its coding, to accept, correct and add by mouse or keyboard.

    `article`   an article's folder (with article.txt), its file, or an Article
    `coder`     your name; the coding is kept in the article's folder as codings/CODER.json, and saved at every change
    `blind`     True: nothing is suggested
    `language`  of the interface, "ar" or "en"; the article is always shown as it is, right to left
    `path`      another place for the coding
    `suggestions`, `against`  see `open_annotation`

    The widget's `annotation` is the plain Python side; `annotation.coding` the coding as it stands. Press ? in the widget
    for the keys. Raises InputError.
    """
    check_language(language)
    work = open_annotation(article, coder, path=path, blind=blind, suggestions=suggestions, against=against)
    return Annotator(View(work, language, _glosses(work.store.path.parent.parent / "translation.tsv")))


def adjudicate(article, first, second, coder, *, language="ar", path=None):
    """Show two coders' codings of an article as one, to choose wherever they differ; the third coding is `coder`'s.

    `first`, `second`  their names, files, or Codings; see `annotate` for the rest. Raises InputError.
    """
    check_language(language)
    work = open_adjudication(article, first, second, coder, path=path)
    return Annotator(View(work, language, _glosses(work.store.path.parent.parent / "translation.tsv")))


def _glosses(path):
    """Return {sentence id: translation} of an article's translation.tsv; nothing where there is none."""
    rows = read_table(path.name, {"sentence_id": int, "gloss": None}, path=path) if path.exists() else []
    return {row["sentence_id"]: row["gloss"] for row in rows}


class Annotator(anywidget.AnyWidget):
    """The widget. `page` and `state` are JSON: what stays the same and what changes (see View)."""

    _esm = "\n".join((FOLDER / "js" / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    _css = (FOLDER / "annotate.css").read_text(encoding="utf-8")
    page = traitlets.Unicode().tag(sync=True)
    state = traitlets.Unicode().tag(sync=True)

    def __init__(self, view):
        self.view = view
        super().__init__(page=json.dumps(view.page()), state=json.dumps(view.state()))
        self.annotation.on_change = self.show
        self.on_msg(self._on_message)
        atexit.register(self.annotation.store.release)

    @property
    def annotation(self):
        """The Annotation that is shown."""
        return self.view.work

    def show(self):
        """Show the annotation as it stands."""
        self.state = json.dumps(self.view.state())

    def _on_message(self, _, message, buffers=None):
        """Answer one message of the browser: {"n": its number, "op": what to do, "args": {…}}."""
        try:
            answer = {"value": self._answer(message["op"], message.get("args", {}))}
        except InputError as error:
            self.show()
            answer = {"error": self.view.error(error)}
        self.send({"n": message["n"], **answer})

    def _answer(self, operation, arguments):
        if operation == "choices":
            return self.view.choices(**arguments)
        if operation == "codebook":
            return f"{codebook_section(arguments['section'], self.view.language)}\n\n{codebook_section('rulings', self.view.language)}"
        if operation == "language":
            self.view.language = check_language(arguments["name"])
            self.page = json.dumps(self.view.page())
            return self.show()
        return self.view.perform(operation, arguments)

    def close(self):
        """Close the widget and give the coding free for another window."""
        self.annotation.store.release()
        super().close()

    def __repr__(self):
        done, every = self.annotation.progress()
        return f"Annotator({self.annotation.article.article_id!r}, coder={self.annotation.coder!r}, {done} of {every} reviewed)"
