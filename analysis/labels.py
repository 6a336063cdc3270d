"""Say it in English or Arabic: the words of figures, reader and report (labels.tsv), and the names of actors and parties."""

import re
from functools import cache, reduce

from analysis.errors import InputError
from analysis.lexicon import read_table
from analysis.measures import as_list

LANGUAGES = ("en", "ar")
RLM, LRM = "\u200f", "\u200e"
"""Marks of direction: an Arabic label that begins with a digit or a Latin letter needs the first to be set right to left, an
English one that begins with an Arabic name the second."""
ARABIC = re.compile("[\u0600-\u06ff]")


@cache
def _table():
    rows = read_table("labels.tsv", {"key": None, "en": None, "ar": None})
    return {row["key"]: row for row in rows}


def in_script_of(text, language):
    """Say whether a text that a person wrote is in the script of a language: Arabic letters or none.

        >>> in_script_of("سامي", "ar"), in_script_of("by hand", "ar")
        (True, False)
    """
    return bool(ARABIC.search(text)) == (language == "ar")


def check_language(language):
    """Raise InputError unless the language is one in which figures and reports are made."""
    if language not in LANGUAGES:
        raise InputError("not a language of figures and reports", where="language", value=language, remedy="use en or ar")
    return language


def label(key, language="en", **values):
    """Return a text of labels.tsv with its values filled in.

        >>> label("voice.direct"), label("list.and", first="Iran", last="Russia")
        ('direct speech', 'Iran and Russia')
    """
    text = _table()[key][check_language(language)]
    return text.format(**values) if values else text


def label_or(key, fallback, language="en"):
    """Return the text of labels.tsv, or `fallback` where the key is unknown (a frame of one's own, for example)."""
    return label(key, language) if key in _table() else fallback


def count(noun, n, language="en"):
    """Return a number with its noun, in Arabic with the form that the number asks for (CLDR plural rules).

        >>> count("span", 1), count("span", 3), count("span", 3, "ar"), count("span", 38, "ar")
        ('1 evidence span', '3 evidence spans', '3 شواهد', '38 شاهدا')
    """
    return label(f"count.{noun}.{_plural(n, check_language(language))}", language, n=n)


def _plural(n, language):
    """Return the plural category of a whole number: one, two, few, many or other."""
    if n == 1 or language == "en":
        return "one" if n == 1 else "other"
    last = n % 100
    return "two" if n == 2 else "few" if 3 <= last <= 10 else "many" if last >= 11 else "other"


def sign(polarity):
    """Return + or a true minus sign."""
    return "+" if polarity > 0 else "−"


def percent(share):
    """Return a share 0–1 as a percentage, to one decimal: the same in sentences, figures and tables.

        >>> percent(0.17345), percent(1)
        ('17.3%', '100%')
    """
    return f"{100 * share:.1f}".removesuffix(".0") + "%"


def and_list(items, language="en"):
    """Join items as a sentence does.

        >>> and_list(["Iran", "Russia", "Turkey"])
        'Iran, Russia and Turkey'
        >>> and_list(["روسيا", "إيران", "تركيا"], "ar")
        'روسيا وإيران وتركيا'
    """
    items = list(items)
    if len(items) < 2:
        return "".join(items)
    first = reduce(lambda said, item: label("list.more", language, first=said, next=item), items[:-1])
    return label("list.and", language, first=first, last=items[-1])


def clauses(items, language="en"):
    """Join clauses with semicolons."""
    return f"{label('list.semicolon', language)} ".join(items)


class Names:
    """The names of the actors and parties of some codings, in one language.

    English names come from actors.yml or the registry (`name_en`); whom the text calls by what he is has that in English:
    `Foreign minister (Russia)`. A name without one stays Arabic, its letters transliterated
    in square brackets behind it: `سامي [Sami]`; what it is called in English nobody has said. `actor` and `party` take an id
    and return a name; an id that no coding lists is shown as it is, its underscores as spaces.
    """

    def __init__(self, codings, language="en"):
        self.language = check_language(language)
        self._actors, self._parties = {}, {}
        for actor in (a for c in as_list(codings) for a in c.actors):
            self._actors.setdefault(actor.id, self._of(actor))
            party = self._party_of(actor)
            if party:
                self._parties.setdefault(actor.party, party)
        for coding in as_list(codings):
            for s in coding.statements:
                if s.source_name:
                    self._actors.setdefault(s.source, s.source_name if language == "ar" else with_letters(s.source_name))

    def actor(self, actor_id):
        """Return an actor's name; the narrator and a source that the text does not name have fixed ones."""
        return label_or(f"actor.{actor_id}", None, self.language) or self._actors.get(actor_id) or self.party(actor_id)

    def translate(self, text):
        """Put names for the ids in a text such as "putin → isis -1"; what no coding lists stays as it is."""
        known = self._actors | self._parties
        text = text.replace("→", "←") if self.language == "ar" else text
        return re.sub(r"[a-z][a-z0-9_]+", lambda m: self.actor(m[0]) if m[0] in known or f"actor.{m[0]}" in _table() else m[0], text)

    def party(self, party_id):
        """Return a party's name: its own, or that of the actor with the same id."""
        return self._parties.get(party_id) or self._actors.get(party_id) or label_or(f"party.{party_id}", self._registered(party_id), self.language)

    def _registered(self, party_id):
        """Return the name that the built-in registry has for a party; codings name only the actors that they use."""
        from analysis.actors import load_registry

        name = load_registry().party_name(party_id, self.language)
        return name if name != party_id else party_id.replace("_", " ").capitalize()

    def within(self, name):
        """Return a name as it stands inside a sentence: in English "the United States", "the Syrian government"."""
        definite = self.language == "en" and name.split()[-1] in label("definite.words").split()
        return f"the {name}" if definite else name

    def _of(self, actor):
        if self.language == "ar":
            return actor.name
        return actor.name_en or self._role(actor) or with_letters(actor.name)

    def _role(self, actor):
        """`وزير الخارجية الروسي`: return "Foreign minister (Russia)" for somebody whom the text calls by what he is, as his id says it in English; else None."""
        from analysis.actors import load_registry
        from analysis.actors.terms import role_words

        words, known = actor.id.split("_"), load_registry().actors
        for n in range(1, len(words)):
            for whose, role in (("_".join(words[n:]), words[:n]), ("_".join(words[:n]), words[n:])):
                if whose in known and role_words().issuperset(role):
                    return f"{' '.join(role).capitalize()} ({known[whose].name_en or self._registered(known[whose].party)})"
        return " ".join(words).capitalize() if role_words().issuperset(words) else None

    def _party_of(self, actor):
        if self.language == "ar":
            return actor.party_name
        return actor.party_name_en or (with_letters(actor.party_name) if actor.party_name else None)


def with_letters(name):
    """Return an Arabic name for an English text: with its transliteration in brackets, since its English form is not known.

        >>> with_letters("الميزان"), with_letters("Reuters")
        ('الميزان [al-Mizan]', 'Reuters')
    """
    return f"{name} [{transliterate(name)}]" if ARABIC.search(name) else name


@cache
def _mapper():
    # camel-tools takes most of a second to import: only when a name must be transliterated.
    from camel_tools.utils.charmap import CharMapper
    from camel_tools.utils.dediac import dediac_ar

    table = CharMapper({row["arabic"]: row["latin"] or "" for row in read_table("transliteration.tsv", {"arabic": None, "latin": None})})
    return lambda name: table(dediac_ar(name))


@cache
def transliterate(name):
    """Return an Arabic name in plain Latin letters, by transliteration.tsv through camel-tools' CharMapper.

    Written Arabic has no short vowels, so neither has the result; و and ي between consonants are read as long vowels.

        >>> transliterate("فلاديمير بوتين"), transliterate("وزارة الخارجية")
        ('Fladimir Butin', 'Wzara al-Kharjiya')
    """
    return " ".join(_word(word) for word in _mapper()(name).split())


_VOWELS = {"w": "u", "y": "i"}


def _word(latin):
    """Finish one transliterated word: article, long vowels, capital."""
    article = "al-" if latin.startswith("al") and len(latin) > 4 else ""
    stem = latin[2:] if article else latin
    letters = stem[:1]
    for before, letter, after in zip(stem, stem[1:], stem[2:] + " "):
        if letter in _VOWELS and after not in "aui":
            letter = _VOWELS[letter]
        elif letter == "y" and before not in "aui":
            letter = "iy"
        letters += letter
    return article + letters[:1].upper() + letters[1:]
