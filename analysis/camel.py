"""CAMeL Tools as further coders beside the rules: sentiment of sentences, names of new actors, lemmas that widen the word lists.

Each coder has its own name, which goes into the `coder` column. Nothing here is needed for the default coding and nothing is
ever downloaded: a coder whose data are not installed raises an InputError with the command that installs them. torch is
imported when a model is first used (6–8 s); a BERT model reads some 16 sentences a second on two cores, so it is for samples.
Obeid et al. (2020), CAMeL Tools.
"""

import json
import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

from analysis.errors import InputError
from analysis.frames import find_frames
from analysis.records import Proposal, Tone
from analysis.sentiment import SCORES, sentence_sentiment
from analysis.text import fold
from analysis.words import WORD

RULES = "rules"
CHUNK = 64
"""Sentences given to a model at once: it makes a tensor of the whole list, and progress is told after each chunk."""

POLARITY = {"positive": 1.0, "neutral": 0.0, "negative": -1.0}
NAMES = {"PERS": "person", "ORG": "organisation"}
"""Kinds of name that can be an actor; places and the rest are passed over."""


class Data(NamedTuple):
    """Where CAMeL Tools keeps a coder's data: a component and a data set of its catalogue, and the package that installs it."""

    component: str
    dataset: str
    package: str


DATA = {
    "camel-sentiment": Data("SentimentAnalysis", "arabert", "sentiment-analysis-arabert"),
    "camel-ner": Data("NamedEntityRecognition", "arabert", "ner-arabert"),
    "camel-morphology": Data("MorphologyDB", "calima-msa-r13", "morphology-db-msa-r13"),
}
"""Coder → its data."""


def check_coders(coders):
    """Return the coders beside the rules, in the order given. Raises InputError for an unknown name, or where the rules are left out.

        >>> check_coders(["rules", "camel-ner"])
        ['camel-ner']
        >>> check_coders(["rules", "camel"])
        Traceback (most recent call last):
        analysis.errors.InputError: no such coder ('camel'); use rules, camel-sentiment, camel-ner, camel-morphology
    """
    for name in coders:
        if name != RULES and name not in DATA:
            raise InputError("no such coder", value=name, remedy="use " + ", ".join((RULES, *DATA)))
    if RULES not in coders:
        raise InputError("the rules must be among the coders: the others code beside them", value=list(coders), remedy="add rules")
    return [name for name in dict.fromkeys(coders) if name != RULES]


def missing(coder):
    """Return what keeps a coder from working, as the InputError that `load` would raise, or None where its data are installed."""
    try:
        data_path(coder)
    except InputError as error:
        return error
    return None


def data_path(coder):
    """Return the folder of a coder's data. Raises InputError with the install command where it is not there.

    CAMeL Tools downloads its catalogue when it is imported and has none, so that its own catalogue cannot be asked.
    """
    data, folder = DATA[coder], data_folder()
    absent = InputError("the model is not installed", where=coder, remedy=f"run: camel_data -i {data.package}")
    try:
        datasets = json.loads((folder / "catalogue.json").read_text(encoding="utf-8"))["components"][data.component]["datasets"]
        path = folder / "data" / datasets[data.dataset]["path"]
    except (OSError, ValueError, KeyError) as error:
        raise absent from error
    if not path.exists():
        raise absent
    return path


def data_folder():
    """Return the folder in which CAMeL Tools looks for its data: $CAMELTOOLS_DATA, or its own one in the home folder."""
    named = os.environ.get("CAMELTOOLS_DATA")
    own = Path.home() / ("AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools")
    return Path(named).expanduser().absolute() if named else own


def load(coder):
    """Return a coder's model, read once a process. Raises InputError where it is missing or cannot be read."""
    return _load(coder, data_path(coder))


@cache
def _load(coder, path):
    try:
        return _OPENED[coder](path)
    except (OSError, ValueError) as error:
        raise InputError("the model cannot be read", where=coder, value=str(error), remedy=f"run: camel_data -f -i {DATA[coder].package}") from error


def _sentiment(path):
    from camel_tools.sentiment import SentimentAnalyzer  # torch: only when it is asked for

    return SentimentAnalyzer(str(path))


def _ner(path):
    from camel_tools.ner import NERecognizer

    return NERecognizer(str(path))


def _morphology(path):
    from camel_tools.morphology.analyzer import Analyzer
    from camel_tools.morphology.database import MorphologyDB

    return Analyzer(MorphologyDB(str(path / "morphology.db")), cache_size=100_000)


_OPENED = {"camel-sentiment": _sentiment, "camel-ner": _ner, "camel-morphology": _morphology}


def add_coders(coding, tokens, coders, vocabulary=None, progress=None):
    """Return the coding with the rows of further coders beside those of the rules.

    `progress(coder, done, n)` is called after each chunk of sentences.

    camel-sentiment     tones: 1, 0 or −1 a sentence
    camel-ner           proposals: names of people and organisations that the registry does not know
    camel-morphology    tones and frames by lemma: words that the lists do not have in this form
    """
    for coder in coders:
        model = load(coder)
        told = (lambda done, n, coder=coder: progress(coder, done, n)) if progress else None
        if coder == "camel-sentiment":
            coding = coding.changed(tones=coding.tones + model_tones(coding, model, told))
        elif coder == "camel-ner":
            coding = coding.changed(proposals=coding.proposals + propose_actors(coding, tokens, model, told))
        else:
            coding = widen(coding, tokens, model, vocabulary)
    return coding


def in_chunks(predict, items, progress=None, size=None):
    """Return predict's answers for all items, asked for in chunks; nothing is asked where there are no items.

        >>> in_chunks(lambda words: [len(w) for w in words], ["قال", "أكد", "زعم"], lambda done, n: print(done, n), size=2)
        2 3
        3 3
        [3, 3, 3]
    """
    found, size = [], size or CHUNK
    for first in range(0, len(items), size):
        found.extend(predict(items[first:first + size]))
        if progress:
            progress(len(found), len(items))
    return found


def model_tones(coding, model, progress=None):
    """Return a Tone of each sentence by a SentimentAnalyzer: positive 1, neutral 0, negative −1; what is over 512 word pieces is cut.

    The model was trained on tweets and reviews: for news its labels are a second opinion, not a yardstick.
    """
    article = coding.article
    labels = in_chunks(model.predict, [article.text[s.start:s.end] for s in coding.sentences], progress)
    return [Tone(article.article_id, s.sentence_id, POLARITY[label], None, "camel-sentiment") for s, label in zip(coding.sentences, labels, strict=True)]


def propose_actors(coding, tokens, model, progress=None):
    """Return the names that a NERecognizer finds and no mention of a known actor covers, as Proposals in text order.

    They are suggestions for an actors file: which party a new actor belongs to is for the researcher to say.
    """
    read = [[i for i in range(first, last) if model.tokenizer.tokenize(tokens.forms[i])] for first, last in tokens.bounds]
    labels = in_chunks(model.predict, [[tokens.forms[i] for i in sentence] for sentence in read], progress)
    known = [(m.start, m.end) for m in coding.mentions if m.kind != "new"]
    found = []
    for sentence, named in zip(read, labels, strict=True):
        for kind, first, last in spans(zip(sentence, named, strict=True)):
            start, end = tokens.starts[first], tokens.ends[last]
            if not any(a < end and start < b for a, b in known):
                found.append(Proposal(coding.article.article_id, tokens.sentence_of[first], start, end, coding.article.text[start:end], kind, "camel-ner"))
    return found


def spans(labels):
    """Return (kind, first, last token) of the names in (token, B-/I-/O label) pairs; an I- after another kind begins a name.

        >>> spans([(0, "O"), (1, "B-PERS"), (2, "I-PERS"), (3, "B-LOC"), (4, "I-ORG")])
        [('person', 1, 2), ('organisation', 4, 4)]
    """
    found, before = [], None
    for i, label in labels:
        kind = NAMES.get(label[2:])
        if kind and label[0] == "I" and before == kind:
            found[-1] = (kind, found[-1][1], i)
        elif kind:
            found.append((kind, i, i))
        before = kind
    return found


def widen(coding, tokens, model, vocabulary=None):
    """Return the coding with the tones and frames that the same word lists give when words are looked up by lemma too.

    A word that a list has as it stands keeps its entry; another is looked up by the lemma of its most frequent analysis,
    which is chosen without context. Only frames that the rules have not found are added.
    """
    lemmas = [lemma(form, model) if kind == WORD else key for form, key, kind in zip(tokens.forms, tokens.keys, tokens.kinds)]
    toned = tokens.with_keys([key if SCORES[key] else other for key, other in zip(tokens.keys, lemmas)])
    framed = tokens.with_keys([key if any(f.start < end and start < f.end for f in coding.frames) else other
                               for key, other, start, end in zip(tokens.keys, lemmas, tokens.starts, tokens.ends)])
    known = {(f.start, f.end, f.frame) for f in coding.frames}
    frames = find_frames(coding.article, coding.sentences, framed, coding.statements, vocabulary)
    more = [f._replace(coder="camel-morphology") for f in frames if (f.start, f.end, f.frame) not in known]
    tones = [t._replace(coder="camel-morphology") for t in sentence_sentiment(coding.article, coding.sentences, toned)]
    return coding.changed(tones=coding.tones + tones, frames=sorted(coding.frames + more, key=lambda f: f.start))


_NUMBER = re.compile(r"[_-]\d*$")
"""What follows a lemma where several are written alike."""


def lemma(form, model):
    """Return the folded lemma of a word's most frequent analysis by a morphological Analyzer; the folded word where it has none."""
    analyses = model.analyze(form)
    if not analyses:
        return fold(form)
    best = max(analyses, key=lambda a: float(a.get("pos_lex_logprob", -99)))
    return fold(_NUMBER.sub("", best["lex"])) or fold(form)
