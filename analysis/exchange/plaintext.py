"""An article's text as other tools will show it, with positions counted there and back."""

from bisect import bisect_left

MARK = "\ufeff"


class PlainText:
    """A text with \\n for every line end and without a byte order mark at its start.

        >>> text = PlainText("عنوان\\r\\n\\r\\nقال")
        >>> text.plain, text.to_plain(9), text.to_text(7)
        ('عنوان\\n\\nقال', 7, 9)
    """

    def __init__(self, text):
        characters, self.places = [], []
        for i, character in enumerate(text):
            if character == MARK and i == 0 or character == "\n" and text[i - 1:i] == "\r":
                continue
            characters.append("\n" if character == "\r" else character)
            self.places.append(i)
        self.plain = "".join(characters)
        self.places.append(len(text))

    def to_plain(self, place):
        """Return the place in the plain text of a place in the article's text; inside a line end it is the place after it."""
        return bisect_left(self.places, place)

    def to_text(self, place):
        """Return the place in the article's text of a place in the plain text."""
        return self.places[place]
