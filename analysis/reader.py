"""Show an article as its coding sees it: right to left, statements in the colour of their source, stance evidence underlined.

The text is cut wherever a mark begins or ends; each piece knows all that holds there. `show` makes HTML of the pieces, the
report's print forms are made of the same ones. Article text is always escaped.
"""

import re
from html import escape
from typing import NamedTuple

from analysis.labels import Names, label, label_or, sign
from analysis.measures import kept, sources_by_words
from analysis.palette import FAINT, FAVOURABLE, INK, UNFAVOURABLE, darker, source_colours
from analysis.records import Stance, Statement

PARAGRAPH = "direction:rtl;text-align:right;line-height:2.3;margin:0 0 .8em 0;font-size:1.08em;color:" + INK


class Piece(NamedTuple):
    """A stretch of text in which nothing changes, and all that holds there. `statements` come outermost first; `cues` and
    `named` are those whose cue or source's name this is; `ends` is the stance evidence that ends here."""

    start: int
    end: int
    text: str
    statements: tuple[Statement, ...]
    cues: tuple[Statement, ...]
    named: tuple[Statement, ...]
    stances: tuple[Stance, ...]
    ends: tuple[Stance, ...]

    @property
    def signs(self):
        """The polarities of the stance evidence here."""
        return {s.polarity for s in self.stances}


class Page:
    """HTML that a notebook shows by itself and the report takes over."""

    def __init__(self, html):
        self.html = html

    def __repr__(self):
        # Without an address, so that a notebook run anew stays the same.
        return f"Page of {len(self.html):,} characters of HTML"

    def _repr_html_(self):
        return self.html


def show(coding, language="en", glosses=None):
    """Return the article as HTML, right to left, with what the coding says about each word.

    Content stands on its source's colour (nested content on the inner source's, under a line in the outer source's
    colour); cues are bold, names of sources dotted; favourable evidence is underlined straight, unfavourable wavy, and
    + or − says so. Rule and gloss come up on hover. `glosses` maps sentence_id to a translation.

        >>> from analysis.records import Coding
        >>> from analysis.segment import segment
        >>> from analysis.text import article_from_text
        >>> article = article_from_text("قال <b>سامي</b> إن الأمر انتهى.")
        >>> "<b>" in show(Coding(article, sentences=segment(article))).html
        False
    """
    names = Names(coding, language)
    colours = source_colours(sources_by_words(coding))
    paragraphs = [_paragraph(coding, sentences, colours, names, glosses or {}) for sentences in paragraphs_of(coding)]
    direction = "rtl" if language == "ar" else "ltr"
    return Page(f'<div class="isnad-article" dir="{direction}">{_legend(coding, colours, names)}{"".join(paragraphs)}</div>')


def show_table(table):
    """Return a DataFrame as HTML in which every cell runs in the direction of its own words, whole and escaped.

        >>> import pandas as pd
        >>> '<td dir="auto" style="text-align:start">قال <b>' in show_table(pd.DataFrame({"words": ["قال <b>"]})).html
        False
    """
    shown = table.astype(object).where(table.notna(), "–")
    html = shown.to_html(index=False, border=0, escape=True)
    return Page(re.sub("<t([dh])>", r'<t\1 dir="auto" style="text-align:start">', html))


def paragraphs_of(coding):
    """Return the sentences of each paragraph."""
    by_number = {}
    for sentence in coding.sentences:
        by_number.setdefault(sentence.paragraph, []).append(sentence)
    return list(by_number.values())


def pieces(coding, start, end):
    """Return the Pieces that make up text[start:end], in order and without a gap.

        >>> from analysis.records import Coding
        >>> from analysis.text import article_from_text
        >>> [p.text for p in pieces(Coding(article_from_text("قال الوزير")), 0, 10)]
        ['قال الوزير']
    """
    statements, stances = sorted(kept(coding.statements), key=lambda s: s.depth), kept(coding.stances)
    spans = [span for s in statements for span in (*s.content, (s.cue_start, s.cue_end), (s.source_start, s.source_end)) if span[0] is not None]
    cuts = {place for span in [*spans, *((s.start, s.end) for s in stances)] for place in span if start < place < end}
    places = [start, *sorted(cuts), end]
    return [_piece(coding.article.text, a, b, statements, stances) for a, b in zip(places, places[1:])]


def _piece(text, start, end, statements, stances):
    """Collect what covers one stretch; it is covered whole or not at all."""
    def within(a, b):
        return a is not None and a <= start and end <= b

    here = tuple(s for s in stances if within(s.start, s.end))
    return Piece(start, end, text[start:end],
                 tuple(s for s in statements if any(within(a, b) for a, b in s.content)),
                 tuple(s for s in statements if within(s.cue_start, s.cue_end)),
                 tuple(s for s in statements if within(s.source_start, s.source_end)),
                 here, tuple(s for s in here if s.end == end))


def innermost(piece):
    """Return the sources whose words these are: one, several who speak jointly, or none where the narrator speaks."""
    inner = [s for s in piece.statements if s.depth == piece.statements[-1].depth]
    return list(dict.fromkeys(s.source for s in inner))


def _paragraph(coding, sentences, colours, names, glosses):
    """Return one paragraph; every sentence is a target for the links of the evidence table."""
    html = []
    for sentence in sentences:
        inside = "".join(_html(piece, colours, names, glosses.get(sentence.sentence_id)) for piece in pieces(coding, sentence.start, sentence.end))
        html.append(f'<span id="sentence-{sentence.sentence_id}">{_number(sentence.sentence_id)}{inside}</span>')
    return f'<div class="paragraph" dir="rtl" lang="ar" style="{PARAGRAPH}">{" ".join(html)}</div>'


def _number(sentence_id):
    return f'<span style="color:{FAINT};font-size:.65em;vertical-align:super">{sentence_id}&#8239;</span>'


def _html(piece, colours, names, gloss):
    """Return one piece: inline styles only, since notebooks that are not trusted lose everything else."""
    rules = []
    if piece.statements:
        rules.append(background([colours[s] for s in innermost(piece)]))
        outer = [s for s in piece.statements if s.depth < piece.statements[-1].depth]
        rules += [f"border-top:2px solid {darker(colours[outer[-1].source])}"] if outer else []
    rules += ["font-weight:bold"] if piece.cues else []
    rules += [f"border-bottom:1px dotted {INK}"] if piece.named else []
    rules += [underline(piece.signs)] if piece.stances else []
    title = "\n".join([*explain(piece, names), *([gloss] if gloss else [])])
    marks = "".join(f'<sup style="color:{FAVOURABLE if s.polarity > 0 else UNFAVOURABLE};font-weight:bold">{sign(s.polarity)}</sup>' for s in {s.polarity: s for s in piece.ends}.values())
    style = f' style="{";".join(rules)}"' if rules else ""
    hover = f' title="{escape(title)}"' if title else ""
    return f"<span{style}{hover}>{escape(piece.text)}</span>{marks}"


def background(colours):
    """Return the CSS of a source's colour; joint sources share the height."""
    if len(colours) == 1:
        return f"background-color:{colours[0]}"
    share = 100 / len(colours)
    stops = ", ".join(f"{colour} {share * i:.0f}% {share * (i + 1):.0f}%" for i, colour in enumerate(colours))
    return f"background-color:{colours[0]};background-image:linear-gradient({stops})"


def underline(signs):
    """Return the CSS that underlines evidence: straight and blue for favourable, wavy and vermilion for unfavourable."""
    if signs == {1}:
        return f"text-decoration:underline solid {FAVOURABLE} 2px;text-underline-offset:5px"
    return f"text-decoration:underline {'wavy' if signs == {-1} else 'double'} {UNFAVOURABLE} 2px;text-underline-offset:5px"


def explain(piece, names):
    """Say in lines what the coding holds about a piece: its statements with cue, form and rule, and its stances."""
    language = names.language
    lines = [label("reader.statement", language, source=names.actor(s.source), cue=s.cue or "–", form=label(f"form.{s.form}", language), rule=label_or(f"rule.{s.rule}", s.rule or "–", language))
             for s in dict.fromkeys((*piece.statements, *piece.cues, *piece.named))]
    return lines + [explain_stance(s, names) for s in piece.stances]


def explain_stance(stance, names):
    """Say one stance as a line: source, sign, party, kind and rule."""
    language = names.language
    return label("reader.stance", language, source=names.actor(stance.source), party=names.party(stance.target), sign=sign(stance.polarity),
                 kind=label_or(f"kind.{stance.kind}", stance.kind, language), rule=stance_rule(stance, language))


def stance_rule(stance, language):
    """Return the name of the rule that found a stance: as the coding has it, in an Arabic page in Arabic words."""
    # Here, not above: a page without stances needs no rules of stance.
    from analysis.stance.explain import rule_words

    return rule_words(stance.rule, language) if language == "ar" else stance.rule or "–"


def _legend(coding, colours, names):
    """Name the colours and marks that the article uses."""
    language, spoken = names.language, {s.source for s in kept(coding.statements)}
    chips = [f'<span style="background-color:{colour};padding:1px 8px;margin:0 3px;border-radius:3px;color:{INK}">{escape(names.actor(source))}</span>'
             for source, colour in colours.items() if source in spoken]
    marks = [f'<span style="font-weight:bold">{escape(label("reader.cue", language))}</span>',
             f'<span style="border-bottom:1px dotted {INK}">{escape(label("reader.named", language))}</span>',
             f'<span style="{underline({1})}">{escape(label("reader.favourable", language))}</span>',
             f'<span style="{underline({-1})}">{escape(label("reader.unfavourable", language))}</span>',
             escape(label("reader.plain", language))]
    return f'<div class="legend"><p style="line-height:2;margin:0 0 1em 0">{" ".join(chips)}{"<br>" if chips else ""}{" · ".join(marks)}</p></div>'
