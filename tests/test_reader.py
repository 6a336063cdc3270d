"""The reader shows every character once, escaped, with what the coding says about it."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from analysis.labels import LANGUAGES, label
from analysis.measures import sources_by_words
from analysis.palette import FAVOURABLE, UNFAVOURABLE, darker, source_colours
from analysis.reader import paragraphs_of, pieces, show
from tests.example_coding import TEXT, example


class Reading(HTMLParser):
    """Collect tags, attributes and text."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.addresses, self.words = set(), [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.addresses += [value for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data):
        self.words.append(data)


def piece_of(words, coding=None):
    """Return the piece of the example that holds these words."""
    coding = coding or example()
    start = TEXT.index(words)
    return next(p for s in paragraphs_of(coding) for t in s for p in pieces(coding, t.start, t.end) if p.start <= start < p.end)


@pytest.mark.parametrize("language", LANGUAGES)
def test_article_text_is_escaped_and_whole(language):
    html = show(example(), language=language).html
    assert "<script" not in html and "&lt;script&gt;" in html
    shown = re.sub(r"\s+", " ", "".join(Reading(html).words))
    assert re.sub(r"\s+", "", "خرقت الهدنة أمس وقصفت حيا سكنيا") in re.sub(r"[\s+−]", "", shown)


def test_nothing_is_fetched_from_outside():
    reading = Reading(show(example(), glosses={1: "North and South"}).html)
    assert reading.addresses == [] and not reading.tags & {"script", "link", "img", "iframe", "style"}


def test_pieces_make_up_the_sentence():
    coding = example()
    for sentence in coding.sentences:
        found = pieces(coding, sentence.start, sentence.end)
        assert "".join(p.text for p in found) == TEXT[sentence.start:sentence.end]
        assert all(a.end == b.start for a, b in zip(found, found[1:]))


def test_a_piece_knows_its_statements_cue_and_evidence():
    inner = piece_of("العصابات")
    assert [s.source for s in inner.statements] == ["sami", "president"] and inner.signs == {-1}
    assert [s.source for s in piece_of("وقال").cues] == ["sami"]
    assert [s.source for s in piece_of("الوزير سامي").named] == ["sami"]
    assert not piece_of("هدنة في").statements


def test_nested_speech_carries_a_line_of_the_outer_source():
    coding = example()
    colours = source_colours(sources_by_words(coding))
    html = show(coding).html
    assert re.search(rf'background-color:{colours["president"]};border-top:2px solid {darker(colours["sami"])}', html)


def test_joint_sources_share_the_ground():
    coding = example()
    colours = source_colours(sources_by_words(coding))
    assert f"linear-gradient({colours['north']} 0% 50%, {colours['south']} 50% 100%)" in show(coding).html


def test_evidence_is_underlined_by_sign_and_says_so_without_colour():
    html = show(example()).html
    assert f"underline solid {FAVOURABLE}" in html and f"underline wavy {UNFAVOURABLE}" in html
    assert html.count(">−</sup>") == 3 and html.count(">+</sup>") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_hover_gives_rule_and_gloss(language):
    titles = [unescape(t) for t in re.findall(r'title="([^"]*)"', show(example(), language, {2: 'He "said" <so>'}).html)]
    assert any("verb_source" in t and label("form.mixed", language) in t and 'He "said" <so>' in t for t in titles)
    assert any("predicate" in t and label("kind.deed", language) in t for t in titles)


def test_an_arabic_page_names_rules_in_arabic_words():
    coding = example()
    coding = coding.changed(statements=[s._replace(rule="verb_subject") for s in coding.statements], stances=[s._replace(rule="support verb, negated") for s in coding.stances])
    html = show(coding, "ar").html
    assert f"القاعدة: {label('rule.verb_subject', 'ar')}" in html and "القاعدة: تأييد، فعل، منفي" in html
    assert "rule: verb_subject" in show(coding, "en").html and "rule: support verb, negated" in show(coding, "en").html


def test_rejected_rows_are_not_shown():
    assert "background-color" not in show(example(status="rejected")).html.split("</p>", 1)[1]


def test_the_article_runs_right_to_left_in_both_languages():
    html = show(example(), "en").html
    assert html.count('dir="rtl" lang="ar"') == 3 and html.startswith('<div class="isnad-article" dir="ltr">')
    assert show(example(), "ar").html.startswith('<div class="isnad-article" dir="rtl">')
