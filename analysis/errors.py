"""The one exception a user sees: it says what is wrong, where, the value, and the remedy."""


class InputError(ValueError):
    """Report bad input in one line: `where: what (value); remedy`.

    Example:
        >>> str(InputError("not a known party", where="actors.yml, entry 3", value="rusia", remedy="use one of russia, turkey"))
        "actors.yml, entry 3: not a known party ('rusia'); use one of russia, turkey"
    """

    def __init__(self, what, *, where=None, value=None, remedy=None):
        self.what, self.where, self.value, self.remedy = what, where, value, remedy
        place = f"{where}: " if where else ""
        shown = f" ({_short(value)})" if value is not None else ""
        super().__init__(place + what + shown + (f"; {remedy}" if remedy else ""))


def _short(value, limit=80):
    """Show a value in at most `limit` characters."""
    text = repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
