"""Say why: each statement and each stance of a sentence or an article, with the rule that found it.

WHAT is a sentence in quotation marks, a text file, or an article's folder with article.txt; an actors.yml in that folder is
used unless --actors names another. Without WHAT, or with -, the text is read from the standard input. Sentences are numbered
as in the tables (sentence_id). docs/attribution.md explains each rule of statements, docs/stance.md each rule of stances.

Example:
  isnad explain "اتهمت كندا البرتغال بخرق الاتفاق."
  isnad explain corpus/unsc_2336 --sentence 8
  isnad explain corpus/unsc_2336 --sentence 8 --language ar
"""

import os
import sys

from analysis.commands.analyze import advice, known_actors, read_input, strangers_in
from analysis.commands.arguments import check_no_address
from analysis.errors import InputError
from analysis.pipeline import analyze
from analysis.text import article_from_text, check_arabic, decode

STDIN = "standard input"


def add_arguments(parser):
    parser.add_argument("what", metavar="WHAT", nargs="*", help="a sentence in quotation marks, a text file, or a folder with article.txt (default: the standard input)")
    parser.add_argument("--sentence", type=int, metavar="N", help="only this sentence, by its number in the tables, from 0")
    parser.add_argument("--actors", metavar="ACTORS.yml", help="actors and their parties, beside the built-in ones")
    parser.add_argument("--language", choices=("ar", "en"), default="en", help="language of the explanation (default: en)")


def run(args):
    what = " ".join(args.what)
    if args.what and not what.strip():
        raise InputError("is empty", where="WHAT", value=what, remedy='give a sentence in quotation marks, a file or a folder: isnad explain "…"')
    article, actors = _article(what, args.actors)
    coding = analyze(article, known_actors(actors))
    chosen = _chosen(coding, args.sentence)
    print(explained(coding, chosen, args.language))
    strangers = strangers_in(s for s in coding.statements if s.sentence_id in chosen)
    if strangers:
        print(advice(list(strangers.values()), [actors]), file=sys.stderr)


def _article(what, actors):
    """Return the article and the path of its actors, if it has any: of a sentence, of a file or folder, or of the standard input."""
    if what in ("", "-"):
        return _from_stdin(), actors
    check_no_address(what)
    if os.path.exists(what) or what.endswith(".txt"):
        return read_input(what, actors)
    try:
        check_arabic(what)
    except InputError:
        raise InputError("is neither an Arabic sentence nor a file", value=what, remedy="put an Arabic sentence into quotation marks, or check the path") from None
    return article_from_text(what), actors


def _from_stdin():
    if sys.stdin.isatty():
        raise InputError("there is nothing to explain", remedy='give a sentence in quotation marks, a file or a folder: isnad explain "…"')
    text, _ = decode(sys.stdin.buffer.read(), STDIN)
    check_arabic(text, STDIN)
    return article_from_text(text)


def _chosen(coding, number):
    """Return the numbers of the sentences to explain: all, or the one asked for."""
    known = {s.sentence_id for s in coding.sentences}
    if number is not None and number not in known:
        raise InputError("no such sentence", where="--sentence", value=number, remedy=f"the text has the sentences 0 to {max(known)}" if len(known) > 1 else "the text has one sentence: 0")
    return known if number is None else {number}


def explained(coding, chosen, language="en"):
    """Return why the coding says what it says about some sentences, as text: the sentence, its statements, its stances.

    Where all sentences are asked for, those without any are counted at the end.

        >>> coding = analyze(article_from_text("اتهمت كندا البرتغال بخرق الاتفاق."))
        >>> print(explained(coding, {0}))
        0  اتهمت كندا البرتغال بخرق الاتفاق.
        <BLANKLINE>
          statement 0: Canada · cue: اتهمت · indirect · rule: verb_subject · confidence 0.9
            البرتغال بخرق الاتفاق
        <BLANKLINE>
          stance 0: Canada → Portugal −: اتهمت كندا البرتغال (blame, verb)
            evaluation · rule: blame verb · certainty 0.8 · told by the narrator
        <BLANKLINE>
        What each rule means: docs/attribution.md (statements), docs/stance.md (stances)
    """
    # Here and not above: the help should not wait for the names of actors.
    from analysis.labels import Names, count, label

    names, blocks, silent = Names([coding], language), [], 0
    for sentence in (s for s in coding.sentences if s.sentence_id in chosen):
        statements = [s for s in coding.statements if s.sentence_id == sentence.sentence_id]
        ongoing = [s for s in coding.statements if any(start < sentence.end and end > sentence.start for start, end in s.content)]
        stances = [s for s in coding.stances if s.sentence_id == sentence.sentence_id]
        if not statements and not stances and not ongoing and len(chosen) > 1:
            silent += 1
            continue
        blocks.append(f"{sentence.sentence_id}  {_flat(coding.article.text[sentence.start:sentence.end])}")
        said = [_statement(s, coding.article.text, names) for s in statements] or ["  " + label("explain.goes_on", language, n=s.statement_id) for s in ongoing]
        blocks.append("\n".join(said) or "  " + label("explain.no_statement", language))
        blocks.append("\n".join(_stance(s, coding, language) for s in stances) or "  " + label("explain.no_stance", language))
    if silent:
        blocks.append(label("explain.narrator", language, sentences=count("sentence", silent, language)))
    return "\n\n".join([*blocks, label("explain.pages", language)])


def _statement(statement, text, names):
    from analysis.labels import label

    language = names.language
    line = label("explain.statement", language, n=statement.statement_id, source=_source(statement, names), cue=statement.cue or "–",
                 form=label(f"form.{statement.form}", language), rule=_rule(statement.rule, language), confidence=f"{statement.confidence:g}")
    if statement.parent is not None:
        line = label("explain.inside", language, statement=line, parent=statement.parent)
    return f"  {line}\n    {_flat(' … '.join(text[start:end] for start, end in statement.content))}"


def _source(statement, names):
    """Return the name of a statement's source, and its party's where that is another."""
    name, party = names.actor(statement.source), names.party(statement.source_party) if statement.source_party else None
    return name if party is None or party == name or name.endswith(f"({party})") else f"{name} ({party})"


def _rule(rule, language):
    """Return the name of a rule of statements; in Arabic with its name in the tables and documents behind it."""
    from analysis.labels import label_or

    named = label_or(f"rule.{rule}", rule, language)
    return named if named == rule else f"{named} ({rule})"


def _stance(stance, coding, language):
    from analysis.labels import label, label_or
    from analysis.stance.explain import explain

    voice = label("explain.narrated", language) if stance.statement_id is None else label("explain.told", language, n=stance.statement_id)
    how = label("explain.how", language, kind=label_or(f"kind.{stance.kind}", stance.kind, language), rule=_stance_rule(stance, language), certainty=f"{abs(stance.score):g}", voice=voice)
    return f"  {label('explain.stance', language, n=stance.stance_id, stance=explain(stance, coding, language))}\n    {how}"


def _stance_rule(stance, language):
    """Return the name of a rule of stances; in Arabic with its name in the tables and documents behind it."""
    from analysis.stance.explain import rule_words

    return f"{rule_words(stance.rule, language)} ({stance.rule})" if language == "ar" and stance.rule else stance.rule or "–"


def _flat(text):
    return " ".join(text.split())
