"""What the widget says, in English and Arabic: strings.tsv."""

from functools import cache
from pathlib import Path

from analysis.errors import InputError
from analysis.labels import check_language
from analysis.lexicon import read_table

TABLE = Path(__file__).with_name("strings.tsv")


@cache
def strings(language):
    """Return {key: text} of one language.

        >>> strings("ar")["action.undo"]
        'تراجع'
    """
    check_language(language)
    return {row["key"]: row[language] for row in read_table(TABLE.name, {"key": None, "en": None, "ar": None}, path=TABLE)}


class Refused(InputError):
    """Say in the reader's language why a change was not made."""

    def __init__(self, key, **values):
        self.key, self.values = key, values
        super().__init__(self.text("en"))

    def text(self, language):
        """Return the reason in one language."""
        # Isolated, or a time and a host name would be torn apart between Arabic words.
        values = {k: f"\u2068{v}\u2069" if language == "ar" else v for k, v in self.values.items()}
        return strings(language)[self.key].format(**values)
