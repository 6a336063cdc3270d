"""The sections of the report: each is one method of Report and gives a piece of HTML, in a notebook and in the page alike."""

import base64
import hashlib
import platform
import re
from importlib.metadata import version
from pathlib import Path

import pypandoc

from analysis.codebook import codebook_section, codebook_text, codebook_version
from analysis.figures import FIGURES, save
from analysis.figures.style import coder_name
from analysis.labels import and_list, clauses, count, in_script_of, label, label_or, percent, sign
from analysis.lexicon import FOLDER, lexicon_files
from analysis.measures import kept, words
from analysis.reader import Page, show, stance_rule
from analysis.report.findings import coding_note, double_coded, findings, reference_made
from analysis.report.html import Raw, anchors, arabic, band, bullets, link, paragraph, section, table, text
from analysis.report.material import gather
from analysis.score import MEANT, score

PACKAGES = ("isnad", "camel-tools", "pandas", "matplotlib")
QUOTED = ("S1", "S6", "S8", "T1", "T2", "T3", "T4", "T5", "T7", "N1")
"""The rules of the codebook that the report quotes."""
MEASURES = ("cue", "source", "meant_actor", "attribution_0.3", "attribution_0.8", "stance")
"""Measures of the program against the reference coding, as analysis.score defines them."""

LISTED = 6
"""Rows of the evidence table to which a finding leads one by one."""

NOTHING = {"stance_matrix": "no_stances", "stances_along": "no_stances", "naming": "no_namings", "frame_vocabulary": "no_frames"}
"""What is said in place of a figure that would be empty."""


class Report:
    """One article's report. Its parts are drawn from the coding's tables; nothing is judged here.

    `figures` is the folder into which figures are saved, under the article's id and the language.
    """

    def __init__(self, article_dir, language="en", figures="figures", coder=None):
        self.material = gather(article_dir, language, coder)
        self.language = language
        self.coding, self.names = self.material.coding, self.material.names
        self.figures = Path(figures) / self.coding.article.article_id / language

    def say(self, key, **values):
        return label(key, self.language, **values)

    def title(self):
        """The article's title, outlet and date, and what the report answers."""
        article = self.coding.article
        facts = [self.say("report.outlet", outlet=article.outlet or self.say("outlet.unknown")), self.say("report.date", date=article.date or self.say("unknown")),
                 count("sentence", len(self.coding.sentences), self.language), count("word", len(words(self.coding)), self.language)]
        title = arabic(article.title) if article.title else article.article_id
        english = [paragraph(self.material.title_en, "article-title")] if self.language == "en" and self.material.title_en else []
        lines = [paragraph(title, "article-title"), *english, paragraph(" · ".join(facts), "facts"), paragraph(self.say("report.question"))]
        return Page(f"<h1>{text(self.say('report.title'))}</h1>{''.join(lines)}")

    def findings(self):
        """What the tables say, in sentences, each with its n, its evidence and the state of its coding."""
        items = [Raw(f'{text(f.text)} {self._places(f)} <span class="status">{text(coding_note(f, self.material))}</span>') for f in findings(self.material)]
        return section("findings", self.say("section.findings"), bullets(items))

    def _places(self, finding):
        """Link a finding to its rows of the evidence table, its sentences or its figure; rows that are too many to list, to the table."""
        links = [link(_anchor(c.source, c.target), self.say("pair", source=self.names.actor(c.source), party=self.names.party(c.target))) for c in finding.cells]
        if len(links) > LISTED:
            links = [link("evidence", self.say("section.evidence"))]
        links += [link(f"sentence-{n}", f"{self.say('column.sentence')} {n}") for n in finding.sentences]
        if finding.figure:
            links.append(link(f"figure-{finding.figure}", self.say(f"title.{finding.figure}")))
        return Raw(f'<span class="places">[{text(self.say("report.evidence"))}: {clauses(links, self.language)}]</span>') if links else Raw("")

    def figure(self, name):
        """One figure, saved with its numbers, and what it shows and cannot show; a sentence where there is nothing to draw."""
        drawn, table = FIGURES[name]([self.coding, *self.material.others], language=self.language)
        paths = save(drawn, table, self.figures, name)
        if table.empty:
            return section(f"figure-{name}", self.say(f"ask.{name}"), paragraph(self.say(NOTHING[name])))
        picture = base64.b64encode(paths["png"].read_bytes()).decode()
        alt = text(self.say(f"title.{_title_key(name)}"))
        shown = f'<figure><img data-figure="{name}" alt="{alt}" src="data:image/png;base64,{picture}" /><figcaption>{text(self.say(f"shows.{name}"))}</figcaption></figure>'
        return section(f"figure-{name}", self.say(f"ask.{name}"), shown, paragraph(self.say(f"hides.{name}"), "note"))

    def evidence(self):
        """Every stance with the words that show it, sentence by sentence."""
        rows, seen, sentence = [], set(), None
        for (start, _, _), group in self._evidence_groups():
            if group[0].sentence_id != sentence:
                sentence = group[0].sentence_id
                rows.append(band(self._sentence_line(sentence), 5))
            new = [a for a in dict.fromkeys(_anchor(s.source, s.target) for s in group) if a not in seen]
            seen.update(new)
            rows.append(self._evidence_row(group, new))
        header = [self.say(f"column.{c}") for c in ("evidence", "source", "sign", "target", "kind_rule")]
        shown = [paragraph(self.say("evidence.note") + self._merged(), "lead"), table(header, rows, [38, 17, 10, 19, 16], arabic_columns=[0], language=self.language)]
        return section("evidence", self.say("section.evidence"), *(shown if rows else [paragraph(self.say("no_stances"))]))

    def _merged(self):
        """Say why the table has fewer rows than there are evidence spans, where it has."""
        spans, rows = len(kept(self.coding.stances)), len(self._evidence_groups())
        return " " + self.say("evidence.merged", spans=count("span", spans, self.language), rows=count("row", rows, self.language)) if rows < spans else ""

    def _evidence_groups(self):
        """Return stances with the same words, source, sign, kind and rule together: they differ in their party alone."""
        stances = sorted(kept(self.coding.stances), key=lambda s: (s.sentence_id, s.start, s.end))
        groups = {}
        for s in stances:
            groups.setdefault((s.start, s.end, (s.source, s.polarity, s.kind, s.rule)), []).append(s)
        return groups.items()

    def _sentence_line(self, sentence_id):
        """Return the number of a sentence with its gloss, in an Arabic report with its words."""
        number = link(f"sentence-{sentence_id}", f"{self.say('column.sentence')} {sentence_id}")
        sentence = next(s for s in self.coding.sentences if s.sentence_id == sentence_id)
        line = self.coding.article.text[sentence.start:sentence.end] if self.language == "ar" else self.material.glosses.get(sentence_id)
        return Raw(f"{number}: {text(line)}" if line else number)

    def _evidence_row(self, group, new):
        first = group[0]
        parties = and_list(dict.fromkeys(self.names.party(s.target) for s in group), self.language)
        kind = text(label_or(f"kind.{first.kind}", first.kind, self.language)) + (f"<br />{_rule(first, self.language)}" if first.rule else "")
        return [Raw(anchors(new) + text(first.evidence)), self.names.actor(first.source), sign(first.polarity), parties, Raw(kind)]

    def article(self):
        """The article in the colours of its sources."""
        return section("article", self.say("section.article"), paragraph(self.say("article.note"), "lead"), show(self.coding, self.language, None if self.language == "ar" else self.material.glosses).html)

    def reference(self):
        """The coding reported, the program's or a person's, against the reference coding."""
        gold, title = self.material.reference, self._whose("section.reference")
        if gold is None:
            return section("reference", title, paragraph(self._whose("reference.none")))
        scores = score([gold], [self.coding])
        rows = [[self.say(f"measure.{m}"), *(percent(v) if v is not None else None for v in (c.precision, *((None, None) if m in MEANT else (c.recall, c.f1)))), c.coded, c.gold]
                for m in MEASURES for c in [scores[m]]]
        header = [self.say(f"column.{c}") for c in ("measure", "precision", "recall", "f1", "coded", "gold")]
        warning = self.say("reference.written_on") + " " if self.material.rules_written_on and self.coding.coder_type != "person" else ""
        notes = [paragraph(warning + self._whose("reference.warning"), "lead"), paragraph(self._reference_coder(gold), "lead")]
        return section("reference", title, *notes, table(header, rows, [40, 12, 12, 12, 12, 12], language=self.language), self._errors(scores))

    def _whose(self, key):
        """Say a text about the coding reported: as it is for the program's, with the coder's name for a person's."""
        return self.say(f"{key}.person", coder=self.coding.coder) if self.coding.coder_type == "person" else self.say(key)

    def _reference_coder(self, gold):
        """Say who made the reference coding and how; the coder's own words where they are in the report's language."""
        said, note = self.say("reference.coder", coder=coder_name(gold, self.language)), gold.coder_note
        if note and in_script_of(note, self.language):
            return f"{said} {note}"
        made = clauses([reference_made(self.material), double_coded(self.material)], self.language)
        return f"{said} {made[0].upper()}{made[1:]}." + (f" {self.say('reference.note')}" if note else "")

    def _errors(self, scores):
        """List what differs, so that a reader can judge it."""
        rows = [[self.say(f"cause.{e.cause.replace(' ', '_')}"), e.text, *(self.names.translate(v) if v else None for v in (e.expected, e.got))] for e in scores.errors]
        if not rows:
            return paragraph(self.say("reference.no_errors"))
        got = self.coding.coder if self.coding.coder_type == "person" else self.say("column.got")
        header = [*(self.say(f"column.{c}") for c in ("cause", "words", "expected")), got]
        return Raw(f"<h3>{text(self.say('reference.errors'))}</h3>{table(header, rows, [18, 42, 20, 20], arabic_columns=[1], language=self.language)}")

    def method(self):
        """How the numbers came about, and the rules of the codebook on which they turn."""
        method = bullets(self.say(f"method.{i}") for i in range(1, 7))
        rules = "\n".join(f"- {codebook_section(rule, self.language)}" for rule in QUOTED)
        quoted = pypandoc.convert_text(rules, "html", format="markdown", extra_args=["--wrap=none"])
        # Arabic in a typewriter font is hardly readable: words of the article's language stand in its own font.
        quoted = re.sub("<code>([^<]*[\u0600-\u06ff][^<]*)</code>", r'<span lang="ar" dir="rtl">\1</span>', quoted)
        if self.language == "ar":
            quoted = re.sub("<code>([a-z_]+)</code>", lambda m: text(self._in_words(m[1])), quoted)
        return section("method", self.say("section.method"), method, f"<h3>{text(self.say('section.codebook'))}</h3>", quoted)

    def _in_words(self, value):
        """Say a value of a table, such as a voice or a party, in the report's language."""
        return label_or(f"voice.{value}", None, self.language) or self.names.party(value)

    def provenance(self, command=None):
        """What exactly was analysed, with what."""
        codebook = hashlib.sha256(codebook_text().encode()).hexdigest()
        rows = [[self.say("provenance.coder"), Raw(text(coder_name(self.coding, self.language)))],
                [self.say("provenance.text"), _code(self.coding.article.sha256)],
                [self.say("provenance.lexicons", n=len(lexicon_files())), _code(lexicons_sha256())],
                [self.say("provenance.codebook", version=codebook_version()), _code(codebook)],
                *([Raw(name), _code(number)] for name, number in versions())]
        if command:
            rows.append([self.say("provenance.command"), _code(command)])
        header = [self.say("column.what"), self.say("column.value")]
        return section("provenance", self.say("section.provenance"), table(header, rows, [30, 70], language=self.language))


def versions():
    """Return the versions of Python and of the packages on which the numbers and figures depend."""
    return [("Python", platform.python_version()), *((package, version(package)) for package in PACKAGES)]


def _anchor(source, target):
    """Name the first row of a cell of the stance matrix, to which the figure's cells and the findings lead."""
    return f"evidence-{source}-{target}"


def _title_key(name):
    return "frames" if name == "frame_vocabulary" else name


def _rule(stance, language):
    """Return the name of a stance's rule: as the coding has it, in an Arabic report in Arabic words."""
    return Raw(f'<span class="rule">{text(stance_rule(stance, language))}</span>') if language == "ar" else _code(stance.rule)


def _code(value):
    return Raw(f'<code dir="ltr">{text(value)}</code>')


def lexicons_sha256():
    """Return one sha256 over the names and contents of all word lists, in the order of their names."""
    digest = hashlib.sha256()
    for name in lexicon_files():
        digest.update(name.encode() + b"\0" + (FOLDER / name).read_bytes())
    return digest.hexdigest()
